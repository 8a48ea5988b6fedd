import SourceText

// Filters that fit a text into lines.

extension Machine {
  mutating func truncate(_ input: FilterInput) throws(TemplateFault) -> Value {
    var length = 255
    if let argument = input[0] { length = try whole(argument, "length") }
    let keepsCut = try flag(input[1])
    let end = try input[2].map { value throws(TemplateFault) in
      try textArgument(value, named: "end")
    }
    let endCount = end.map { arena.bytes(of: $0).scalarCount } ?? 3
    var leeway = 5
    if let argument = input[3], !argument.isNone { leeway = try whole(argument, "leeway") }
    guard length >= endCount else {
      throw TemplateFault(
        "template/value",
        "'length' is less than the \(endCount) characters of 'end'"
      )
    }
    guard leeway >= 0 else { throw TemplateFault("template/value", "'leeway' is less than 0") }
    let (most, overflow) = length.addingReportingOverflow(leeway)
    switch input.value.tag {
    case .text: break
    case .undefined, .absent: return input.value
    case .list where overflow || input.value.count <= most,
      .map where overflow || input.value.count <= most:
      return input.value
    default:
      throw TemplateFault(
        "template/type",
        "'truncate' shortens a text, not \(describe(input.value))"
      )
    }
    let text = input.value
    let bytes = arena.bytes(of: text)
    if overflow || bytes.scalarCount <= most { return text.removing(.safe) }
    var cut = bytes.offset(ofScalar: length - endCount)
    if !keepsCut, let space = bytes[..<cut].lastIndex(of: 0x20) { cut = space }
    let mark = work.count
    work.append(UnsafeBufferPointer(rebasing: bytes[..<cut]))
    if let end {
      work.append(arena.bytes(of: end))
    } else {
      work.append("..." as StaticString)
    }
    return worked(from: mark)
  }

  mutating func indent(_ input: FilterInput) throws(TemplateFault) -> Value {
    let text = input.value
    guard text.isText else {
      if text.isUndefined { throw undefinedFault(text) }
      throw TemplateFault("template/type", "'indent' needs a text, not \(describe(text))")
    }
    var spaces = 4
    var width: Value?
    if let argument = input[0] {
      if argument.isText { width = argument } else { spaces = try whole(argument, "width") }
    }
    guard spaces <= 1_000 else {
      throw TemplateFault("template/value", "'width' is at most 1000")
    }
    let first = try flag(input[1])
    let blank = try flag(input[2])
    let mark = work.count
    var start = 0
    var isFirst = true
    while true {
      let line = nextLine(of: text, from: start)
      let range = line?.range ?? start..<start
      if !isFirst { work.append(0x0A) }
      if isFirst ? first : blank || !range.isEmpty {
        if let width {
          work.append(arena.bytes(of: width))
        } else {
          for _ in 0..<max(0, spaces) { work.append(0x20) }
        }
        try checkWork(from: mark)
      }
      work.append(UnsafeBufferPointer(rebasing: arena.bytes(of: text)[range]))
      isFirst = false
      // A text that ends with a line end has an empty line behind it.
      guard let line, line.range.upperBound < line.next else { break }
      start = line.next
    }
    let isSafe = text.isSafe && (width?.isSafe ?? true || program.escapesAsJinja)
    return worked(from: mark, flags: isSafe ? .html : [])
  }

  mutating func center(_ text: Value, _ input: FilterInput) throws(TemplateFault) {
    var width = 80
    if let argument = input[0] { width = try whole(argument, "width", isPlain: true) }
    guard width <= Machine.maximumText else {
      throw TemplateFault("template/too-large", "the text is larger than 1 MiB")
    }
    let bytes = arena.bytes(of: text)
    let space = max(0, width - bytes.scalarCount)
    let left = space / 2 + (space & width & 1)
    for _ in 0..<left { work.append(0x20) }
    work.append(bytes)
    for _ in left..<space { work.append(0x20) }
  }

  /// The line that begins at a byte, without its end, and where the next one begins.
  func nextLine(of text: Value, from start: Int) -> (range: Range<Int>, next: Int)? {
    let bytes = arena.bytes(of: text)
    guard start < bytes.count else { return nil }
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x80 {
        let (scalar, length) = bytes.scalar(at: offset)
        if scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}" {
          return (start..<offset, offset + length)
        }
        offset += length
      } else if (0x0A...0x0D).contains(byte) || (0x1C...0x1E).contains(byte) {
        let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        return (start..<offset, offset + (isPair ? 2 : 1))
      } else {
        offset += 1
      }
    }
    return (start..<offset, offset)
  }
}
