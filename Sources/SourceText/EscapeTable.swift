/// What each byte becomes in one kind of text: nothing else, or at most seven bytes.
///
/// An entry has the new bytes from the lowest on, and their number in the highest.
struct EscapeTable: Sendable {
  /// The most bytes that one becomes.
  static let longest = 6
  /// The entry of a byte that stays.
  static let asItIs = UInt64.max
  /// The entry of a byte with which a character of three bytes may begin that doesn't stay.
  static let longLead = UInt64.max - 1

  private let entries: [UInt64]

  private init(
    _ replacements: [(byte: UInt8, text: String)],
    lead: UInt8? = nil,
    separators: [String] = []
  ) {
    var entries = [UInt64](repeating: EscapeTable.asItIs, count: 256)
    for (byte, text) in replacements { entries[Int(byte)] = EscapeTable.entry(text) }
    if let lead { entries[Int(lead)] = EscapeTable.longLead }
    self.entries = entries + separators.map(EscapeTable.entry)
  }

  private static func entry(_ text: String) -> UInt64 {
    precondition(text.utf8.count <= longest)
    let bytes = text.utf8.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return bytes | UInt64(text.utf8.count) << 56
  }

  @inline(__always)
  subscript(_ byte: UInt8) -> UInt64 { entries[Int(byte)] }
}

extension EscapeTable {
  /// What the character at `bytes` becomes: U+2028 and U+2029 an escape, U+FFFE and U+FFFF nothing.
  static func long(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    guard count >= 3 else { return asItIs }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0xE2, 0x80, 0xA8): return scriptJSON.entries[256]
    case (0xE2, 0x80, 0xA9): return scriptJSON.entries[257]
    case (0xEF, 0xBF, 0xBE...): return nothing
    default: return asItIs
    }
  }

  private static let nothing = entry("")

  static let html = EscapeTable([
    (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
    (UInt8(ascii: "\""), "&#34;"), (UInt8(ascii: "'"), "&#39;"),
  ])

  static let xml = EscapeTable(
    notInXML + [
      (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
      (UInt8(ascii: "\""), "&quot;"), (UInt8(ascii: "'"), "&apos;"),
    ],
    lead: 0xEF
  )

  static let characterData = EscapeTable(notInXML, lead: 0xEF)

  static let json = EscapeTable(inJSON)

  static let scriptJSON = EscapeTable(
    inJSON + [
      (UInt8(ascii: "<"), "\\u003c"), (UInt8(ascii: ">"), "\\u003e"),
      (UInt8(ascii: "&"), "\\u0026"), (UInt8(ascii: "'"), "\\u0027"),
    ],
    lead: 0xE2,
    separators: ["\\u2028", "\\u2029"]
  )

  private static let controls: [UInt8] = Array(0..<0x20)

  /// Source: XML 1.0, section 2.2, "Characters".
  private static let notInXML: [(byte: UInt8, text: String)] =
    controls.filter { ![0x09, 0x0A, 0x0D].contains($0) }.map { ($0, "") }

  private static let inJSON: [(byte: UInt8, text: String)] =
    controls.map { byte in
      (byte, (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    } + [
      (0x08, "\\b"), (0x09, "\\t"), (0x0A, "\\n"), (0x0C, "\\f"), (0x0D, "\\r"),
      (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"),
    ]
}
