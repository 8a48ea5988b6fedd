import SourceText

/// Gives headings ids that are unique in one text.
struct HeadingSlugs {
  /// How often each slug was asked for.
  private var uses: [String: Int] = [:]

  /// An `id` for the heading `title`.
  ///
  /// A heading without letters is `section`; later ones of one name get `-2`, `-3` and so on.
  mutating func id(for title: String) -> String {
    let plain = SourceText.slug(title)
    let slug = plain.isEmpty ? "section" : plain
    var id = slug
    while uses[id] != nil {
      let count = uses[slug, default: 1] + 1
      uses[slug] = count
      id = "\(slug)-\(count)"
    }
    uses[id] = 1
    return id
  }
}
