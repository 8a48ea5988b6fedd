import SourceText

// MARK: - Undefined values and faults

extension Machine {
  /// An undefined value that knows where it was looked up.
  mutating func undefinedHere(type: Int? = nil) -> Value {
    Value(.undefined, length: UInt32(type.map { $0 + 1 } ?? 0), bits: UInt64(pc + 1))
  }

  mutating func refuseUndefined(_ value: Value) throws(TemplateFault) {
    if program.isLenient || value.flags.contains(.silent) { return }
    throw undefinedFault(value)
  }

  func undefinedFault(_ value: Value) -> TemplateFault {
    let place = value.bits > 0 ? value.offset - 1 : pc
    let shown = sourceText(place)
    var hint: String?
    if value.length > 0 {
      let type = program.vocabulary.objectTypes[Int(value.length) - 1]
      let names = type.fields.map(\.name)
      let wanted = shown.split(separator: ".").last.map(String.init) ?? shown
      hint = nearestName(to: wanted, in: names).map { "did you mean '\($0)'?" }
      if hint == nil { hint = "a \(type.name) has: " + names.joined(separator: ", ") }
    }
    return TemplateFault(
      "template/undefined",
      "'\(shown)' is undefined",
      hint: hint ?? "if it may be missing, write '\(shown)|default(…)' or test 'is defined'"
    )
  }

  /// An undefined value is of the wrong kind, in every mode, where nothing but one kind will do.
  func wrongKind(_ value: Value, _ reason: String) -> TemplateFault {
    let fault = undefinedFault(value)
    return TemplateFault("template/type", fault.message + reason, hint: fault.hint)
  }

  /// The text of the template that an instruction was made of, shortened to one line.
  func sourceText(_ instruction: Int) -> String {
    let place = program.places[instruction]
    let bytes = program.sources[Int(place.template)][place.range.indices]
    let text = String(decoding: bytes.prefix(80), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A value by its kind, for faults.
  func describe(_ value: Value) -> String {
    switch value.tag {
    case .undefined, .absent: "an undefined value"
    case .none: "none"
    case .bool: value.bits != 0 ? "true" : "false"
    case .int, .double: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    case .object: "a " + program.vocabulary.objectTypes[Int(value.extra)].name
    case .macro: "a macro"
    case .module: "an imported template"
    case .namespace: "a namespace"
    case .loop: "a loop"
    case .cycler: "a cycler"
    case .joiner: "a joiner"
    }
  }
}

// MARK: - Parts of values

extension Machine {
  mutating func attribute<Host: TemplateHost>(
    _ name: UInt16,
    of object: Value,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    switch object.tag {
    case .object:
      let type = Int(object.extra)
      let field = program.field(name, ofType: type)
      guard field > 0 else { return undefinedHere(type: type) }
      return try host.field(Int(field) - 1, ofType: type, id: object.offset, in: &arena)
    case .map: return entry(program.attributeTexts[Int(name)], of: object) ?? undefinedHere()
    case .list:
      guard object.flags.contains(.group) else { return undefinedHere() }
      switch program.attributeNames[Int(name)] {
      case "grouper": return arena.element(0, of: object)
      case "list": return arena.element(1, of: object)
      default: return undefinedHere()
      }
    case .module:
      let slot = program.contextSlots[Int(name)]
      guard slot > 0, program.exports[Int(object.extra)][Int(slot) - 1] else {
        return undefinedHere()
      }
      let value = context[object.offset + Int(slot) - 1]
      return value.tag == .undefined ? undefinedHere() : value
    case .namespace:
      let map = arena.values[object.offset]
      return entry(program.attributeTexts[Int(name)], of: map) ?? undefinedHere()
    case .loop:
      guard let field = LoopField(name: program.attributeNames[Int(name)]) else {
        return undefinedHere()
      }
      return loopField(field, at: object.offset)
    case .cycler:
      guard program.attributeNames[Int(name)] == "current" else { return undefinedHere() }
      return arena.element(arena.element(0, of: object).int + 1, of: object)
    case .macro:
      guard program.attributeNames[Int(name)] == "name" else { return undefinedHere() }
      return arena.text(program.macros[Int(object.extra)].name)
    case .undefined, .absent:
      if program.isChainable { return object }
      throw undefinedFault(object)
    default: return undefinedHere()
    }
  }

  /// The value of a key in a map.
  mutating func entry(_ key: Value, of map: Value) -> Value? {
    entryIndex(of: key, in: map).map { arena.element($0 * 2 + 1, of: map) }
  }

  private mutating func entryIndex(of key: Value, in map: Value) -> Int? {
    let name = key.isText ? key.extra : 0
    return (0..<map.count).first { index in
      let other = arena.key(index, of: map)
      return name != 0 && other.flags.contains(.interned)
        ? other.extra == name : areSame(other, key)
    }
  }

  /// The value of the instruction's name in a map: looked for first where it stood the last time.
  ///
  /// Maps of one kind have their names in one order. A page with twenty maps takes a tenth less time.
  @inline(__always)
  mutating func expectedEntry(of map: Value, _ instruction: Instruction) -> Value {
    let expected = Int(instruction.d)
    if expected < map.count {
      let key = arena.key(expected, of: map)
      if key.flags.contains(.interned), key.extra == instruction.a + 1 {
        return arena.element(expected * 2 + 1, of: map)
      }
    }
    guard let index = entryIndex(of: program.attributeTexts[Int(instruction.a)], in: map) else {
      return undefinedHere()
    }
    code[pc].d = UInt32(index)
    return arena.element(index * 2 + 1, of: map)
  }

  mutating func item<Host: TemplateHost>(
    _ key: Value,
    of object: Value,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    switch (object.tag, key.tag) {
    case (.undefined, _), (.absent, _):
      if program.isChainable { return object }
      throw undefinedFault(object)
    case (_, .undefined), (_, .absent):
      try refuseUndefined(key)
      return undefinedHere()
    case (.list, .int), (.list, .bool):
      let index = key.int < 0 ? key.int + object.count : key.int
      guard (0..<object.count).contains(index) else { return undefinedHere() }
      return arena.element(index, of: object)
    case (.text, .int), (.text, .bool):
      let all = characters(object)
      let index = key.int < 0 ? key.int + all.count : key.int
      guard (0..<all.count).contains(index) else { return undefinedHere() }
      return arena.element(index, of: all)
    case (.map, _): return entry(key, of: object) ?? undefinedHere()
    case (.object, .text), (.list, .text), (.namespace, .text), (.module, .text), (.loop, .text),
      (.cycler, .text), (.macro, .text):
      if key.extra > 0 { return try attribute(key.extra - 1, of: object, &host) }
      return try namedItem(key, of: object, &host)
    default: return undefinedHere()
    }
  }

  /// A part whose name is not known to the program beforehand.
  private mutating func namedItem<Host: TemplateHost>(
    _ key: Value,
    of object: Value,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    let bytes = arena.bytes(of: key)
    if object.tag == .object {
      let type = Int(object.extra)
      let fields = program.vocabulary.objectTypes[type].fields
      let index = fields.firstIndex { $0.name.utf8.elementsEqual(bytes) }
      guard let index else { return undefinedHere(type: type) }
      return try host.field(index, ofType: type, id: object.offset, in: &arena)
    }
    if object.tag == .namespace {
      return entry(key, of: arena.values[object.offset]) ?? undefinedHere()
    }
    let name = program.attributeTexts.firstIndex { areSame($0, key) }
    guard let name else { return undefinedHere() }
    return try attribute(UInt16(name), of: object, &host)
  }

  /// The value at the end of a path: a list of names and numbers, a text or a number.
  ///
  /// Where a part is undefined, `standard` stands for it.
  mutating func value<Host: TemplateHost>(
    at path: Value,
    of start: Value,
    or standard: Value? = nil,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    var value = start
    switch path.tag {
    case .list:
      for index in 0..<path.count {
        value = try item(arena.element(index, of: path), of: value, &host)
        if let standard, value.isUndefined { value = standard }
      }
    case .text:
      var first = 0
      while first <= path.count {
        let rest = arena.bytes(of: path)[first...]
        let end = rest.firstIndex(of: UInt8(ascii: ".")) ?? path.count
        value = try item(pathKey(part(of: path, first..<end)), of: value, &host)
        if let standard, value.isUndefined { value = standard }
        first = end + 1
      }
    default:
      value = try item(path, of: value, &host)
      if let standard, value.isUndefined { value = standard }
    }
    return value
  }

  /// A part of a path: digits are the place in a list.
  private func pathKey(_ part: Value) -> Value {
    let bytes = arena.bytes(of: part)
    guard !bytes.isEmpty, bytes.count < 10, bytes.allSatisfy(\.isDigit) else { return part }
    return .int(bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }
}

// MARK: - Slices

extension Machine {
  mutating func slice(_ value: Value, bounds: UInt32) throws(TemplateFault) -> Value {
    let parts = spaces[0] + Int(bounds)
    let bound = (parts[0], parts[1], parts[2])
    for part in [bound.0, bound.1, bound.2]
    where part.tag != .int && part.tag != .none && part.tag != .bool {
      if part.isUndefined { throw wrongKind(part, " and not a whole number") }
      throw TemplateFault("template/type", "a slice is cut at whole numbers, not \(describe(part))")
    }
    let isText = value.isText
    let list: Value
    switch value.tag {
    case .list: list = value
    case .text: list = characters(value)
    case .undefined, .absent:
      if program.isChainable { return value }
      throw undefinedFault(value)
    default: throw TemplateFault("template/type", "\(describe(value)) can't be sliced")
    }
    let step = bound.2.isNone ? 1 : bound.2.int
    guard step != 0 else { throw TemplateFault("template/value", "the step of a slice can't be 0") }
    let count = list.count
    func place(_ value: Value, _ standard: Int, _ low: Int, _ high: Int) -> Int {
      guard !value.isNone else { return standard }
      let number = value.int
      return min(max(number < 0 ? number + count : number, low), high)
    }
    let low = step > 0 ? 0 : -1
    let high = step > 0 ? count : count - 1
    let from = place(bound.0, step > 0 ? low : high, low, high)
    let to = place(bound.1, step > 0 ? high : low, low, high)
    let start = collecting.count
    for index in stride(from: from, to: to, by: step) {
      collecting.append(arena.element(index, of: list))
    }
    guard isText else {
      return value.isTuple ? collected(from: start).adding(.tuple) : collected(from: start)
    }
    let mark = work.count
    for index in start..<collecting.count { work.append(arena.bytes(of: collecting[index])) }
    collecting.removeSubrange(start...)
    return worked(from: mark)
  }

  /// What was written to the work buffer behind `mark`, as a text.
  mutating func worked(from mark: Int, flags: Value.Flags = []) -> Value {
    let text = work.withBytes { bytes in
      arena.text(UnsafeBufferPointer(rebasing: bytes[mark...]), flags: flags)
    }
    work.truncate(to: mark)
    return text
  }
}
