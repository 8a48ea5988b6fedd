import SourceText
package import Templating

/// What links behind `#` can name: the headings of postings and pages, and what the theme names.
struct AnchorTable {
  private let plan: SitePlan
  private let theme: ThemeAnchors
  /// The posting or page of a file; made when the first link names a place.
  private var contents: [String: PlannedOutput.Content]?
  /// What the theme names, likewise.
  private var names: ThemeAnchors.Names?

  init(_ plan: SitePlan, _ theme: ThemeAnchors) {
    self.plan = plan
    self.theme = theme
  }

  /// A name that no heading has.
  struct Missing {
    let hint: String
  }

  /// - Parameters:
  ///   - fragment: what stands behind the `#`.
  ///   - file: of a page of the site.
  /// - Returns: nothing where the name is there, or where it can't be known: on pages that the theme
  ///   makes alone.
  mutating func missing(_ fragment: String, in file: String) -> Missing? {
    guard !fragment.contains("%"), let headings = headings(of: file),
      !headings.contains(fragment)
    else { return nil }
    let names = self.names ?? theme.names
    self.names = names
    guard !names.contain(fragment) else { return nil }
    if let nearest = nearestName(to: fragment, in: headings) {
      return Missing(hint: "did you mean '#\(nearest)'?")
    }
    guard !headings.isEmpty else {
      return Missing(hint: "the text has no headings: take '#\(fragment)' away")
    }
    if headings.count == 1 { return Missing(hint: "the only heading is '#\(headings[0])'") }
    let list = headings.prefix(8).map { "#" + $0 }.joined(separator: ", ")
    return Missing(hint: "the headings are " + list)
  }

  private mutating func headings(of file: String) -> [String]? {
    if contents == nil {
      var table: [String: PlannedOutput.Content] = [:]
      for output in plan.outputs {
        switch output.content {
        case .job, .page: table[output.route.file] = output.content
        default: continue
        }
      }
      contents = table
    }
    let body: PostingBody? =
      switch contents?[file] {
      case .job(let job): plan.postings[job].value.body
      case .page(let page): plan.pages[page].body
      default: nil
      }
    return body.map { $0.sections.map(\.anchor).filter { !$0.isEmpty } + $0.deepAnchors }
  }
}

/// The templates of a theme, for the names that they give to places of a page.
package struct ThemeAnchors: Sendable {
  private let templates: [TemplateSource]

  package init(_ templates: [TemplateSource]) { self.templates = templates }

  struct Names {
    var whole: Set<String> = []
    /// What stands in front of a value: `question-` of `question-{{ number }}`.
    var starts: [String] = []

    func contain(_ name: String) -> Bool {
      whole.contains(name) || starts.contains { name.hasPrefix($0) }
    }
  }

  /// All values of `id="…"` in the templates, in any order.
  var names: Names {
    var names = Names()
    for template in templates {
      let text = String(decoding: template.bytes, as: UTF8.self)
      for part in text.split(separator: " id=").dropFirst() {
        guard let quote = part.first, quote == "\"" || quote == "'" else { continue }
        let value = part.dropFirst().prefix { $0 != quote }
        guard let brace = value.firstIndex(of: "{") else {
          names.whole.insert(String(value))
          continue
        }
        if brace > value.startIndex { names.starts.append(String(value[..<brace])) }
      }
    }
    return names
  }
}
