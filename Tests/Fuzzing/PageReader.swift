/// Reads a page as a browser does, to find out whether a value has become a part of its structure.
///
/// It knows nothing of templates and shares no code with the engine. Source: HTML Living Standard,
/// section 13.2.5, without scripting and without CDATA sections.
struct PageReader {
  private let bytes: [UInt8]
  private let marker: [UInt8]
  private var place = 0
  private var found: String?

  init(_ bytes: [UInt8], marker: String) {
    self.bytes = bytes
    self.marker = Array(marker.utf8)
  }

  /// What the marker has become, if it is more than text.
  mutating func finding() -> String? {
    while place < bytes.count, found == nil {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      if starts("<!--") {
        skipComment()
      } else if letter(at: place + 1) {
        place += 1
        readTag(isEnd: false)
      } else if starts("</"), letter(at: place + 2) {
        place += 2
        readTag(isEnd: true)
      } else if starts("<!") || starts("<?") || starts("</") {
        skip(behind: ">")
      } else {
        place += 1
      }
    }
    return found
  }
}

// MARK: - Tags

extension PageReader {
  private mutating func readTag(isEnd: Bool) {
    let name = take { !PageReader.isSpace($0) && $0 != 0x2F && $0 != 0x3E }
    note(name, "the name of a tag")
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if PageReader.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
        place += 1
      } else {
        readAttribute()
      }
    }
    // A tag that never ends is not shown.
    guard place < bytes.count else { return }
    place += 1
    if !isEnd { skipText(of: String(decoding: name, as: UTF8.self)) }
  }

  private mutating func readAttribute() {
    let start = place
    place += 1
    _ = take { !PageReader.isSpace($0) && $0 != 0x2F && $0 != 0x3E && $0 != 0x3D }
    let name = bytes[start..<place].map(PageReader.lower)
    note(name, "the name of an attribute")
    _ = take(PageReader.isSpace)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return }
    place += 1
    _ = take(PageReader.isSpace)
    guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { return }
    var value: [UInt8] = []
    let quote = bytes[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      place += 1
      value = take { $0 != quote }
      place = min(place + 1, bytes.count)
    } else {
      value = take { !PageReader.isSpace($0) && $0 != 0x3E }
    }
    judge(value, of: String(decoding: name, as: UTF8.self))
  }

  private mutating func judge(_ value: [UInt8], of name: String) {
    guard contains(value) else { return }
    if name.hasPrefix("on") || name == "srcdoc" { found = "a value stands in '\(name)'" }
    guard ["href", "src", "action", "formaction", "xlink:href", "data"].contains(name) else {
      return
    }
    // Only what a value could bring along is decoded: colons, tabs and line ends.
    var address = String(decoding: value, as: UTF8.self)
    for (reference, sign) in [
      ("&colon;", ":"), ("&#58;", ":"), ("&#x3a;", ":"), ("&tab;", ""), ("&newline;", ""),
      ("\t", ""), ("\n", ""), ("\r", ""),
    ] {
      address = address.split(separator: reference, omittingEmptySubsequences: false)
        .joined(separator: sign)
    }
    let start = address.utf8.drop { $0 <= 0x20 }
    for scheme in ["javascript:", "vbscript:", "data:text/html"]
    where start.starts(with: scheme.utf8) {
      found = "a value runs as '\(scheme)' in '\(name)'"
    }
  }
}

// MARK: - Elements whose text is no markup

extension PageReader {
  private mutating func skipText(of name: String) {
    switch name {
    case "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes":
      while place < bytes.count, !endTag(name, at: place) { place += 1 }
    case "script":
      let start = place
      skipScript()
      if found == nil, readsAsCode(bytes[start..<place]) { found = "a value is code of a script" }
    case "plaintext": place = bytes.count
    default: break
    }
  }

  /// To the end tag, which `<!--` and `<script` behind it hide until `-->`.
  private mutating func skipScript() {
    var isEscaped = false
    var isDouble = false
    while place < bytes.count {
      if starts("<!--"), !isEscaped {
        isEscaped = true
        // '<!-->' ends at once.
        place += 2
      } else if starts("-->"), isEscaped {
        isEscaped = false
        isDouble = false
        place += 2
      } else if endTag("script", at: place) {
        guard isDouble else { return }
        isDouble = false
      } else if isEscaped, starts("<script"), place + 7 < bytes.count,
        PageReader.isSpace(bytes[place + 7]) || "/>".utf8.contains(bytes[place + 7])
      {
        isDouble = true
      }
      place += 1
    }
  }

  /// Whether the marker stands outside the texts of a script; false where that is not easily seen.
  private func readsAsCode(_ script: ArraySlice<UInt8>) -> Bool {
    var quote: UInt8 = 0
    var offset = script.startIndex
    while offset < script.endIndex {
      let byte = script[offset]
      if quote != 0 {
        if byte == UInt8(ascii: "\\") {
          offset += 1
        } else if byte == quote {
          quote = 0
        } else if byte == 0x0A || byte == 0x0D {
          return false
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if "/`<-".utf8.contains(byte) {
        return false
      } else if script[offset...].starts(with: marker) {
        return true
      }
      offset += 1
    }
    return false
  }

  private mutating func skipComment() {
    place += 4
    if starts(">") || starts("->") { return skip(behind: ">") }
    while place < bytes.count {
      if starts("-->") || starts("--!>") { return skip(behind: ">") }
      place += 1
    }
  }
}

// MARK: - Bytes

extension PageReader {
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private func letter(at offset: Int) -> Bool {
    offset < bytes.count && (0x61...0x7A).contains(bytes[offset] | 0x20)
  }

  private func starts(_ text: String) -> Bool { starts(text, at: place) }

  private func starts(_ text: String, at offset: Int) -> Bool {
    bytes.count - offset >= text.utf8.count
      && zip(bytes[offset...], text.utf8).allSatisfy { PageReader.lower($0) == $1 }
  }

  private func endTag(_ name: String, at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "<"), starts("</" + name, at: offset) else { return false }
    let next = offset + 2 + name.utf8.count
    return next < bytes.count
      && (PageReader.isSpace(bytes[next]) || "/>".utf8.contains(bytes[next]))
  }

  private mutating func skip(behind end: String) {
    while place < bytes.count, !starts(end) { place += 1 }
    place = min(place + end.utf8.count, bytes.count)
  }

  /// The bytes up to the first that is none of these, in lower case.
  private mutating func take(_ belongs: (UInt8) -> Bool) -> [UInt8] {
    let start = place
    while place < bytes.count, belongs(bytes[place]) { place += 1 }
    return bytes[start..<place].map(PageReader.lower)
  }

  private func contains(_ text: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: marker) }
  }

  private mutating func note(_ name: [UInt8], _ what: String) {
    if contains(name) { found = "a value has become \(what)" }
  }
}
