import SourceText

extension Machine {
  /// Writes a value to the page.
  @inline(__always)
  mutating func write(
    _ value: Value,
    flag: UInt8,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    guard flag <= Escaping.html.rawValue else {
      return try write(value, as: Escaping(rawValue: flag) ?? .nothing, &output)
    }
    if value.isText {
      let bytes = arena.bytes(of: value)
      if flag == Escaping.none.rawValue || !value.flags.isDisjoint(with: .writtenAsItIs) {
        output.append(bytes)
      } else {
        output.append(escapingHTML: bytes)
      }
    } else {
      try writeOther(value, flag, &output)
    }
  }

  @inline(never)
  private mutating func writeOther(
    _ value: Value,
    _ flag: UInt8,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    switch value.tag {
    case .text: output.append(arena.bytes(of: value))
    case .int, .double, .bool, .none: Machine.write(simple: value, &output)
    case .undefined, .absent: try refuseUndefined(value)
    case .list, .map, .object:
      guard program.writesLists, value.tag != .object else {
        let hints: [Value.Tag: String] = [
          .list: "go through it with 'for', or join it with '|join(', ')'",
          .map: "write one of its parts, or '|tojson'",
          .object: "write one of its parts",
        ]
        let hint = hints[value.tag]
        throw TemplateFault("template/type", "\(describe(value)) can't be written", hint: hint)
      }
      var shown = ByteBuffer(capacity: 256)
      try writeShown(value, into: &shown, depth: 0)
      shown.withBytes { bytes in
        if flag == Escaping.none.rawValue {
          output.append(bytes)
        } else {
          output.append(escapingHTML: bytes)
        }
      }
    default: throw TemplateFault("template/type", "\(describe(value)) can't be written")
    }
  }

  private static func write(simple value: Value, _ output: inout ByteBuffer) {
    switch value.tag {
    case .int: output.append(decimal: value.int)
    case .double: output.append(shortest(value.double))
    case .bool: output.append(value.bits != 0 ? "True" as StaticString : "False")
    default: output.append("None" as StaticString)
    }
  }

  /// The shortest decimal number that reads as the same value.
  static func shortest(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    // Python changes to exponents later than Swift does.
    if number.magnitude >= 9_007_199_254_740_992, number.magnitude < 1e16 {
      return String(Int(number)) + ".0"
    }
    return number.description
  }

  /// Writes a value to the work buffer as Python shows it in a list.
  mutating func writeShown(_ value: Value) throws(TemplateFault) {
    var shown = ByteBuffer(capacity: 256)
    try writeShown(value, into: &shown, depth: 0)
    work.append(shown)
  }

  /// A list or map as Python shows it.
  private func writeShown(
    _ value: Value,
    into output: inout ByteBuffer,
    depth: Int
  ) throws(TemplateFault) {
    try checkDepth(depth)
    switch value.tag {
    case .text:
      let bytes = arena.bytes(of: value)
      let hasQuote = bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\""))
      let quote = UInt8(ascii: hasQuote ? "\"" : "'")
      output.append(quote)
      for byte in bytes {
        switch byte {
        case 0x0A: output.append("\\n" as StaticString)
        case 0x0D: output.append("\\r" as StaticString)
        case 0x09: output.append("\\t" as StaticString)
        case 0x5C: output.append("\\\\" as StaticString)
        case quote: output.append("\\'" as StaticString)
        default: output.append(byte)
        }
      }
      output.append(quote)
    case .list:
      let isTuple = value.flags.contains(.tuple)
      output.append(UInt8(ascii: isTuple ? "(" : "["))
      for index in 0..<value.count {
        if index > 0 { output.append(", " as StaticString) }
        try writeShown(arena.element(index, of: value), into: &output, depth: depth + 1)
      }
      if isTuple, value.count == 1 { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: isTuple ? ")" : "]"))
    case .map:
      output.append(UInt8(ascii: "{"))
      for index in 0..<value.count {
        if index > 0 { output.append(", " as StaticString) }
        try writeShown(arena.key(index, of: value), into: &output, depth: depth + 1)
        output.append(": " as StaticString)
        try writeShown(arena.element(index * 2 + 1, of: value), into: &output, depth: depth + 1)
      }
      output.append(UInt8(ascii: "}"))
    case .undefined: output.append("Undefined" as StaticString)
    default: Machine.write(simple: value, &output)
    }
  }

  func checkDepth(_ depth: Int) throws(TemplateFault) {
    if depth > Machine.maximumDepth {
      throw TemplateFault("template/too-large", "lists lie too deep in each other")
    }
  }

  /// Writes a value to the work buffer as it prints without escaping.
  mutating func writeText(_ value: Value) throws(TemplateFault) {
    switch value.tag {
    case .text: work.append(arena.bytes(of: value))
    case .int, .double, .bool, .none: Machine.write(simple: value, &work)
    default:
      var shown = ByteBuffer(capacity: 256)
      try writeOther(value, Escaping.none.rawValue, &shown)
      work.append(shown)
    }
  }

  mutating func writeEscaped(_ value: Value) throws(TemplateFault) {
    if value.isText { return work.append(escapingHTML: arena.bytes(of: value)) }
    let text = try text(value)
    work.append(escapingHTML: arena.bytes(of: text))
  }

  /// A value as a text.
  mutating func text(_ value: Value) throws(TemplateFault) -> Value {
    if value.isText { return value }
    let mark = work.count
    try writeText(value)
    return worked(from: mark)
  }
}

// MARK: - JSON

extension Machine {
  /// Writes JSON fit for a script element to the work buffer, on one line without an `indent`.
  mutating func writeJSON(_ value: Value, indent: Int?, depth: Int = 0) throws(TemplateFault) {
    try checkDepth(depth)
    switch value.tag {
    case .none: work.append("null" as StaticString)
    case .bool: work.append(value.bits != 0 ? "true" as StaticString : "false")
    case .int: work.append(decimal: value.int)
    case .double:
      guard value.double.isFinite else {
        throw TemplateFault("template/value", "JSON has no infinite numbers")
      }
      work.append(Machine.shortest(value.double))
    case .text: writeJSON(text: value)
    case .list:
      work.append(UInt8(ascii: "["))
      for index in 0..<value.count {
        separate(index, indent, depth)
        let item = arena.element(index, of: value)
        try writeJSON(item, indent: indent, depth: depth + 1)
      }
      close(UInt8(ascii: "]"), value.count, indent, depth)
    case .map:
      work.append(UInt8(ascii: "{"))
      for index in 0..<value.count {
        separate(index, indent, depth)
        writeJSON(text: try text(arena.key(index, of: value)))
        work.append(": " as StaticString)
        let item = arena.element(index * 2 + 1, of: value)
        try writeJSON(item, indent: indent, depth: depth + 1)
      }
      close(UInt8(ascii: "}"), value.count, indent, depth)
    case .undefined, .absent: throw wrongKind(value, ", so it has no JSON")
    default: throw TemplateFault("template/type", "\(describe(value)) can't be written as JSON")
    }
  }

  private mutating func separate(_ index: Int, _ indent: Int?, _ depth: Int) {
    if index > 0 { work.append(indent == nil ? ", " as StaticString : ",") }
    if let indent { breakLine(indent * (depth + 1)) }
  }

  private mutating func close(_ byte: UInt8, _ count: Int, _ indent: Int?, _ depth: Int) {
    if let indent, count > 0 { breakLine(indent * depth) }
    work.append(byte)
  }

  private mutating func breakLine(_ spaces: Int) {
    work.append(UInt8(ascii: "\n"))
    for _ in 0..<spaces { work.append(UInt8(ascii: " ")) }
  }

  private mutating func writeJSON(text: Value) {
    work.append(UInt8(ascii: "\""))
    work.append(escapingScriptJSON: arena.bytes(of: text))
    work.append(UInt8(ascii: "\""))
  }
}
