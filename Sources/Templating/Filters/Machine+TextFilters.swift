import SourceText

extension Machine {
  mutating func textFilter(
    _ filter: Filter,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    if filter == .urlencode { return try urlencode(input.value) }
    let text = try text(input.value)
    // What a filter makes of JSON need not be JSON.
    let safety: Value.Flags = text.isSafe ? .html : []
    let mark = work.count
    switch filter {
    case .upper, .lower:
      if !writeASCII(text, upper: filter == .upper) {
        let string = arena.string(text) ?? ""
        work.append(filter == .upper ? string.uppercased() : string.lowercased())
      }
    case .capitalize:
      let string = arena.string(text) ?? ""
      let first = String(string.unicodeScalars.prefix(1))
      work.append(first.uppercased())
      work.append(String(string.unicodeScalars.dropFirst(first.unicodeScalars.count)).lowercased())
    case .title: writeTitle(arena.string(text) ?? "")
    case .trim:
      let characters = try input[0].map { value throws(TemplateFault) in
        try textArgument(value, "chars")
      }
      return trimmed(text, characters).adding(safety)
    case .replace: return try replace(text, input)
    case .truncate: return try truncate(text, input)
    case .striptags:
      // References are read, so that the result may hold what was no tag before.
      stripTags(text)
      return worked(from: mark)
    case .indent: try indent(text, input)
    case .slug: work.append(slug(arena.string(text) ?? ""))
    case .split: return try split(text, input)
    default:
      let string = arena.string(text) ?? ""
      return .int(string.unicodeScalars.split { $0.properties.isWhitespace }.count)
    }
    return worked(from: mark, flags: filter == .slug ? [] : safety)
  }

  /// - Returns: whether the text is ASCII, and so was written.
  private mutating func writeASCII(_ text: Value, upper: Bool) -> Bool {
    let bytes = arena.bytes(of: text)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    let range: ClosedRange<UInt8> = upper ? 0x61...0x7A : 0x41...0x5A
    work.reserve(bytes.count)
    for byte in bytes { work.append(range.contains(byte) ? byte ^ 0x20 : byte) }
    return true
  }

  private mutating func writeTitle(_ text: String) {
    var startsWord = true
    for scalar in text.unicodeScalars {
      let letter = String(scalar)
      work.append(startsWord ? letter.uppercased() : letter.lowercased())
      startsWord = scalar.properties.isWhitespace || "-({[<".unicodeScalars.contains(scalar)
    }
  }

  private func trimmed(_ text: Value, _ characters: String?) -> Value {
    let string = arena.string(text) ?? ""
    let set = characters.map { Set($0.unicodeScalars) }
    func isDropped(_ scalar: Unicode.Scalar) -> Bool {
      set.map { $0.contains(scalar) } ?? scalar.properties.isWhitespace
    }
    let scalars = string.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isDropped($0) }),
      let last = scalars.lastIndex(where: { !isDropped($0) })
    else { return part(of: text, 0..<0) }
    let start = string.utf8.distance(from: string.startIndex, to: first)
    let end = string.utf8.distance(from: string.startIndex, to: scalars.index(after: last))
    return part(of: text, start..<end)
  }

  private mutating func replace(
    _ text: Value,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    var old = try self.text(input[0] ?? .undefined)
    var new = try self.text(input[1] ?? .undefined)
    var subject = text
    var safety: Value.Flags = text.isSafe ? .html : []
    if input.escapes, text.isSafe || old.isSafe || new.isSafe {
      subject = try filterEscape(subject)
      old = try filterEscape(old)
      new = try filterEscape(new)
      safety = .html
    }
    var remaining = Int.max
    if let count = input[2], !count.isNone { remaining = try whole(count, "count") }
    if remaining < 0 { remaining = .max }
    let mark = work.count
    var start = 0
    let step = old.count == 0 ? 1 : 0
    while remaining > 0, let found = find(old, in: subject, from: start), found <= subject.count {
      work.append(UnsafeBufferPointer(rebasing: arena.bytes(of: subject)[start..<found]))
      work.append(arena.bytes(of: new))
      remaining -= 1
      start = found + old.count
      if step == 1 {
        guard start < subject.count else { break }
        let bytes = arena.bytes(of: subject)
        repeat {
          work.append(bytes[start])
          start += 1
        } while start < bytes.count && bytes[start] & 0xC0 == 0x80
      }
    }
    if start < subject.count {
      work.append(UnsafeBufferPointer(rebasing: arena.bytes(of: subject)[start...]))
    }
    return worked(from: mark, flags: safety)
  }

  private mutating func filterEscape(_ text: Value) throws(TemplateFault) -> Value {
    if text.isSafe { return text }
    let mark = work.count
    try writeEscaped(text)
    return worked(from: mark, flags: .html)
  }

  private mutating func truncate(
    _ text: Value,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    let length =
      try input[0].map { value throws(TemplateFault) in try whole(value, "length") } ?? 255
    let keepsCut = try flag(input[1])
    let end =
      try input[2].map { value throws(TemplateFault) in try textArgument(value, "end") } ?? "..."
    let leeway = try input[3].map { value throws(TemplateFault) in try whole(value, "leeway") } ?? 5
    let endCount = end.unicodeScalars.count
    guard length >= endCount, leeway >= 0 else {
      throw TemplateFault(
        "template/value",
        "'length' is less than the \(endCount) characters of 'end'"
      )
    }
    let bytes = arena.bytes(of: text)
    let count = bytes.count { $0 & 0xC0 != 0x80 }
    let (most, overflow) = length.addingReportingOverflow(leeway)
    if overflow || count <= most { return text.removing(.safe) }
    var cut = 0
    var seen = 0
    while cut < bytes.count {
      if bytes[cut] & 0xC0 != 0x80 {
        if seen == length - endCount { break }
        seen += 1
      }
      cut += 1
    }
    if !keepsCut, let space = bytes[..<cut].lastIndex(of: 0x20) { cut = space }
    let mark = work.count
    work.append(UnsafeBufferPointer(rebasing: bytes[..<cut]))
    work.append(end)
    return worked(from: mark)
  }

  private mutating func indent(_ text: Value, _ input: FilterInput) throws(TemplateFault) {
    var width = "    "
    if let argument = input[0] {
      if let string = arena.string(argument) {
        width = string
      } else {
        let count = try whole(argument, "width")
        guard (0...1_000).contains(count) else {
          throw TemplateFault("template/value", "'width' is a number from 0 to 1000")
        }
        width = String(repeating: " ", count: count)
      }
    }
    let first = try flag(input[1])
    let blank = try flag(input[2])
    let bytes = arena.bytes(of: text)
    var start = 0
    var isFirst = true
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isLastEmpty = end == bytes.count && start == end && !isFirst
      if isFirst ? first : (end > start || blank) && !isLastEmpty { work.append(width) }
      work.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      if end < bytes.count { work.append(0x0A) }
      isFirst = false
      start = end + 1
    }
  }

  private mutating func split(
    _ text: Value,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    var most = Int.max
    if let count = input[1], !count.isNone { most = try whole(count, "max") }
    if most < 0 { most = .max }
    let start = collecting.count
    if let separator = input[0], !separator.isNone {
      guard separator.isText, separator.count > 0 else {
        throw TemplateFault("template/value", "'sep' has to be a text that is not empty")
      }
      var from = 0
      while most > 0, let found = find(separator, in: text, from: from) {
        collecting.append(part(of: text, from..<found))
        from = found + separator.count
        most -= 1
      }
      collecting.append(part(of: text, from..<text.count))
    } else {
      let bytes = arena.bytes(of: text)
      var from = 0
      while true {
        while from < bytes.count, bytes[from].isSpace { from += 1 }
        guard from < bytes.count else { break }
        var end = from
        while end < bytes.count, !bytes[end].isSpace { end += 1 }
        if most == 0 {
          end = bytes.count
          while end > from, bytes[end - 1].isSpace { end -= 1 }
        }
        collecting.append(part(of: text, from..<end))
        if most == 0 { break }
        most -= 1
        from = end
      }
    }
    return collected(from: start)
  }

  // MARK: URLs

  private mutating func urlencode(_ value: Value) throws(TemplateFault) -> Value {
    let mark = work.count
    guard value.tag == .map || value.tag == .list else {
      percentEncode(try text(value), isQuery: false)
      return worked(from: mark)
    }
    let pairs = value.tag == .map ? parts(of: value, keys: true, values: true) : value
    for index in 0..<pairs.count {
      let pair = arena.element(index, of: pairs)
      guard pair.tag == .list, pair.count == 2 else {
        throw TemplateFault("template/type", "'urlencode' needs a text, a map or a list of pairs")
      }
      if index > 0 { work.append(UInt8(ascii: "&")) }
      percentEncode(try text(arena.element(0, of: pair)), isQuery: true)
      work.append(UInt8(ascii: "="))
      percentEncode(try text(arena.element(1, of: pair)), isQuery: true)
    }
    return worked(from: mark)
  }

  private mutating func percentEncode(_ text: Value, isQuery: Bool) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in arena.bytes(of: text) {
      let isKept =
        byte.isLetter || byte.isDigit || "_.-~".utf8.contains(byte)
        || byte == UInt8(ascii: "/") && !isQuery
      if isKept {
        work.append(byte)
      } else if byte == 0x20, isQuery {
        work.append(UInt8(ascii: "+"))
      } else {
        work.append(UInt8(ascii: "%"))
        work.append(digits[Int(byte >> 4)])
        work.append(digits[Int(byte & 15)])
      }
    }
  }
}
