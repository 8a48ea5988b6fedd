/// What a schema says about one field, whoever asks: a row of the table without its decoding.
package struct FieldRow: Hashable, Sendable {
  package let name: String
  /// What a value must look like.
  package let shape: Shape
  package var requirement: Requirement
  /// One sentence for the person who fills the field in.
  package let summary: String
  /// A value as it stands in front matter, after the colon.
  package let example: String
  /// The value that counts when the field is left out, as it stands in front matter; `nil` where
  /// nothing counts then.
  package let standard: String?
  /// Where a value is met again, in the order of ``Appearance``.
  package let appearances: [Appearance]
}

/// When a field must be there.
package enum Requirement: Hashable, Sendable {
  case optional
  case always
  /// Required in a case that the rule's own check decides; the text completes "required …".
  case when(String)
}

/// A place where readers or programs meet what a field says.
package enum Appearance: Hashable, Sendable {
  /// The posting's own page.
  case page
  /// The lists of postings.
  case lists
  /// A list of its own for each value, such as that of a department.
  case groups
  /// The address of the page.
  case address
  /// Other addresses that lead to the page.
  case redirects
  /// The data of templates, for themes that show it; the default theme doesn't.
  case templates
  /// What `--report` writes about a build, which readers of the site don't see.
  case report
  /// A property of the JobPosting of schema.org, by its path.
  case structured(String)
  /// A key of an item of `feed.json`.
  case feed(String)
  /// An element of an item of `rss.xml`.
  case rss(String)
}

extension FieldRow {
  /// The field's name for people: `Employment type`.
  package var title: String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
