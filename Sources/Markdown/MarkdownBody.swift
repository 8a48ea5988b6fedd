package import SourceText

/// What stands in a rendered text, besides its HTML.
package struct MarkdownBody: Sendable {
  /// The parts of the text, in order; together they are all of its HTML.
  package var sections: [Section] = []
  /// In the order of the text; every target has been judged.
  package var links: [Link] = []
  package var images: [Image] = []
  /// The `id` attributes of headings that begin no section, as they are of level 3 or deeper.
  package var deepAnchors: [String] = []
  /// The plain text of the first paragraph, at most 300 characters, cut behind a word with `…`.
  package var summary = ""
  /// What may not be published; then the HTML isn't for use.
  package var diagnostics: [Diagnostic] = []

  package init() {}
}

extension MarkdownBody {
  /// A heading of level 1 or 2 in the source and what follows it, up to the next one.
  ///
  /// The text in front of the first heading is a section without a heading; it is there only if it
  /// isn't empty. Byte ranges count from the first byte of the text's HTML.
  package struct Section: Hashable, Sendable {
    /// The heading's plain text.
    package var title: String?
    /// The heading's `id` attribute, unique in the text; empty without a heading.
    package var id: String
    /// The level as rendered, 2 or more; 0 without a heading.
    package var level: Int
    /// The heading in the source; empty at the start of the text without one.
    package var range: SourceRange
    /// The heading's element with the line end behind it.
    package var heading: Range<Int>
    /// What follows the heading.
    package var html: Range<Int>
  }

  package struct Link: Hashable, Sendable {
    /// Where it leads, without escapes and character references.
    package var target: String
    /// All of it, from `[` to `)`, or the bare address.
    package var range: SourceRange
  }

  package struct Image: Hashable, Sendable {
    /// The address, without escapes and character references.
    package var source: String
    /// Plain text, empty for an image that only decorates.
    package var alt: String
    /// All of it, from `![` to `)`.
    package var range: SourceRange
  }
}
