/// Where in an address a byte of a template stands, as a set: ways through a template may differ.
struct URLPosition: Hashable, Sendable {
  struct Parts: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// Nothing stands before it.
    static let start = Parts(rawValue: 1)
    /// Values stand before it and nothing else.
    static let value = Parts(rawValue: 2)
    /// Static text that may become a scheme, kept in `schemes`.
    static let word = Parts(rawValue: 4)
    /// Values and static text that together may become a scheme.
    static let mixed = Parts(rawValue: 8)
    static let path = Parts(rawValue: 16)
    static let query = Parts(rawValue: 32)
    /// Behind a scheme that runs what follows.
    static let script = Parts(rawValue: 64)

    static let beginning: Parts = [.start, .value]
    static let middle: Parts = [.word, .mixed, .path]
    /// A scheme may still be completed.
    static let open: Parts = [.start, .value, .word, .mixed]
    static let all: Parts = [.start, .value, .word, .mixed, .path, .query]
  }

  var parts = Parts.start
  /// The static beginnings so far, in lower case.
  var schemes: Set<[UInt8]> = []

  static let any = URLPosition(parts: .all)

  func union(_ other: URLPosition) -> URLPosition {
    URLPosition(parts: parts.union(other.parts), schemes: schemes.union(other.schemes))
  }
}

// MARK: - Reading

extension URLPosition {
  /// Schemes that run a script or hold a page.
  private static let refused = ["javascript", "vbscript", "livescript", "data"].map {
    Array($0.utf8)
  }

  /// All beginnings that can't become a refused scheme are one.
  private static func beginning(_ scheme: [UInt8]) -> [UInt8] {
    refused.contains { $0.starts(with: scheme) } ? scheme : [UInt8(ascii: "-")]
  }

  enum Fault: Error {
    /// A colon behind a value, which may make it a scheme.
    case colon
  }

  /// Goes on behind one byte of static text, character references read already.
  ///
  /// Source: WHATWG URL, "basic URL parser"; tabs and line ends don't count, nor does space
  /// before the first character.
  mutating func read(_ byte: UInt8) throws(Fault) {
    if byte == 0x09 || byte == 0x0A || byte == 0x0D { return }
    if parts == .start, byte <= 0x20 { return }
    var next = parts.intersection([.path, .query, .script])
    let open = parts.intersection(.open)
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "#"):
      next.remove(.path)
      if !parts.isSubset(of: [.query, .script]) { next.insert(.query) }
      schemes = []
    case UInt8(ascii: "/"), UInt8(ascii: "\\"):
      if !open.isEmpty { next.insert(.path) }
      schemes = []
    case UInt8(ascii: ":"):
      guard open.isDisjoint(with: [.value, .mixed]) else { throw .colon }
      if !schemes.isDisjoint(with: URLPosition.refused) {
        next.insert(.script)
      } else if !open.isEmpty {
        next.insert(.path)
      }
      schemes = []
    case _ where byte.isLetter || byte.isSchemePart && open != .start:
      var grown = Set<[UInt8]>()
      for scheme in schemes { grown.insert(URLPosition.beginning(scheme + [byte.lowercased])) }
      if open.contains(.start) {
        if byte.isLetter {
          grown.insert(URLPosition.beginning([byte.lowercased]))
        } else {
          next.insert(.path)
        }
      }
      if !grown.isEmpty { next.insert(.word) }
      if !open.isDisjoint(with: [.value, .mixed]) { next.insert(.mixed) }
      schemes = grown
    default:
      if !open.isEmpty { next.insert(.path) }
      schemes = []
    }
    parts = next
  }

  /// How a value here is written; nothing where that can't be known.
  func escaping(isImage: Bool) -> Escaping? {
    if parts.isSubset(of: .beginning) { return isImage ? .imageStart : .urlStart }
    if parts == .path { return .urlPath }
    if parts.isSubset(of: .middle) { return .urlSegment }
    return parts == .query ? .urlQuery : nil
  }

  /// Goes on behind a value.
  mutating func readValue() {
    var next = parts.intersection([.path, .query, .script])
    if !parts.isDisjoint(with: .beginning) { next.insert(.value) }
    if !parts.isDisjoint(with: [.word, .mixed]) { next.insert(.mixed) }
    schemes = []
    parts = next
  }
}

extension UInt8 {
  /// Whether the byte can stand in a scheme behind its first letter.
  var isSchemePart: Bool {
    isLetter || isDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}
