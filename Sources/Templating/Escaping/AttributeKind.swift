/// What an attribute's value is to a browser.
enum AttributeKind: Hashable, Sendable {
  case plain, url, style
  /// Runs as a script.
  case event
  /// Holds a whole page.
  case page
  /// Holds several addresses with sizes.
  case sources
  /// Decides what another attribute or the element's text means.
  case scriptType, httpEquiv
  /// `content` of `meta`, which may hold an address behind `url=`.
  case content, refresh
  /// What an animation makes of another attribute.
  case animated
  /// Ways through the template differ.
  case unknown

  var isURL: Bool { self == .url || self == .refresh }

  init(_ name: [UInt8], of element: EscapeContext.Element) {
    switch (element, String(decoding: name, as: UTF8.self)) {
    case (.script, "type"), (.dataScript, "type"): self = .scriptType
    case (.meta, "http-equiv"): self = .httpEquiv
    case (.meta, "content"): self = .content
    case (.animation, "to"), (.animation, "from"), (.animation, "by"), (.animation, "values"):
      self = .animated
    case (_, let name): self = AttributeKind.kind(of: name)
    }
  }

  private static let urls: Set<String> = [
    "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href",
    "icon", "longdesc", "manifest", "ping", "poster", "profile", "src", "usemap", "xmlns",
  ]

  private static func kind(of name: String) -> AttributeKind {
    var name = Substring(name)
    let isData = name.hasPrefix("data-")
    if isData {
      name = name.dropFirst(5)
    } else if let colon = name.firstIndex(of: ":") {
      if name[..<colon] == "xmlns" { return .url }
      name = name[name.index(after: colon)...]
    }
    switch name {
    case "style": return .style
    case "srcdoc": return .page
    case "srcset", "imagesrcset": return .sources
    default: break
    }
    if !isData, name.hasPrefix("on") { return .event }
    let isURL = urls.contains(String(name)) || ["src", "uri", "url"].contains(where: name.holds)
    return isURL ? .url : .plain
  }
}

extension Substring {
  /// Compares bytes: `contains` of the library looks for characters, at a hundred times the cost.
  fileprivate func holds(_ word: String) -> Bool {
    utf8.indices.contains { utf8[$0...].starts(with: word.utf8) }
  }
}

extension EscapeContext.Element {
  init(_ name: [UInt8]) {
    self =
      switch String(decoding: name, as: UTF8.self) {
      case "script": .script
      case "style": .style
      case "title": .title
      case "textarea": .textarea
      case "iframe", "noembed", "noframes", "plaintext", "xmp": .rawText
      case "img", "source": .image
      case "animate", "animatemotion", "animatetransform", "set": .animation
      case "meta": .meta
      default: .other
      }
  }

  /// The element of a script of this type.
  ///
  /// A type that is not known to be text for another program is a script.
  init(scriptType type: [UInt8]) {
    let type = String(decoding: type, as: UTF8.self)[...]
    let isData =
      type.hasPrefix("text/html") || type.hasPrefix("text/plain")
      || ["template", "handlebars", "tmpl", "mustache"].contains(where: type.holds)
    self = isData ? .dataScript : .script
  }
}
