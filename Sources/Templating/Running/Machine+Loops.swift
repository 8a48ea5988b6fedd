import SourceText

extension Machine {
  mutating func stepLoop(
    _ instruction: Instruction,
    _ outputCount: Int
  ) throws(TemplateFault) {
    let registers = spaces[0]
    switch instruction.operation {
    case .loopStart:
      let base = registers + Int(instruction.b)
      let list = try sequence(load(instruction.c), for: "a loop")
      base[0] = list
      // How deep the loop is in itself stands beside the index.
      let depth = instruction.flag == 1 ? load(instruction.d).int : 1
      base[1] = Value(.int, extra: UInt16(truncatingIfNeeded: depth), bits: UInt64.max)
      try spend(list.count)
      base[3] = .absent
    case .loopNext:
      let base = registers + Int(instruction.b)
      let next = base[1].int + 1
      if next >= base[0].count {
        pc = Int(instruction.c) - 1
      } else {
        if next & 63 == 0 { try checkSize(outputCount) }
        base[1].bits = UInt64(next)
        base[2] = arena.element(next, of: base[0])
      }
    case .loopField:
      let base = registers + Int(instruction.c)
      let field = LoopField(rawValue: instruction.flag) ?? .whole
      store(loopField(field, at: base - self.registers), instruction.b)
    case .loopCycle:
      let index = registers[Int(instruction.a) + 1].int % Int(instruction.d)
      store(registers[Int(instruction.c) + index], instruction.b)
    case .loopChanged:
      let list = load(instruction.c)
      let last = registers[Int(instruction.d)]
      let isChanged = last.tag == .absent || !areSame(last, list)
      registers[Int(instruction.d)] = list
      store(.bool(isChanged), instruction.b)
    default: try unpack(instruction)
    }
  }

  /// What a loop answers whose registers begin at `base` of all.
  mutating func loopField(_ field: LoopField, at base: Int) -> Value {
    let list = registers[base]
    let index = registers[base + 1].int
    let depth = Int(registers[base + 1].extra)
    return switch field {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(list.count - index)
    case .revindex0: .int(list.count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == list.count - 1)
    case .length: .int(list.count)
    case .previtem: index > 0 ? arena.element(index - 1, of: list) : undefinedHere()
    case .nextitem:
      index + 1 < list.count ? arena.element(index + 1, of: list) : undefinedHere()
    case .depth: .int(depth)
    case .depth0: .int(depth - 1)
    case .whole: Value(.loop, bits: UInt64(base))
    case .any: .bool(list.count > 0)
    }
  }

  private mutating func unpack(_ instruction: Instruction) throws(TemplateFault) {
    let source = load(instruction.c)
    let hasParts = source.tag == .list || source.tag == .text || source.tag == .map
    guard hasParts || source.isUndefined else {
      throw TemplateFault("template/type", "\(describe(source)) can't be taken apart into names")
    }
    let list = try sequence(source, for: "an assignment")
    let wanted = Int(instruction.d)
    guard list.count == wanted else {
      throw TemplateFault(
        "template/value",
        "\(wanted) names stand for a list of \(list.count)",
        hint: "give each part a name"
      )
    }
    for index in 0..<wanted {
      spaces[0][Int(instruction.b) + index] = arena.element(index, of: list)
    }
  }

  /// Counts steps of a page, which has a bounded number of them.
  mutating func spend(_ count: Int) throws(TemplateFault) {
    steps += count
    if steps > Machine.maximumSteps {
      throw TemplateFault(
        "template/too-large",
        "the loops and filters of the page take more than 10 million steps"
      )
    }
  }

  /// Counts what an operation on a large value costs: its items, or 64 bytes of text as one.
  @inline(__always)
  mutating func spend(on value: Value) throws(TemplateFault) {
    guard value.length > 63 else { return }
    switch value.tag {
    case .text: try spend(value.count >> 6)
    case .list, .map: try spend(value.count)
    case .undefined, .none, .bool, .int, .double, .object, .macro, .module, .namespace, .loop,
      .cycler, .joiner, .absent:
      return
    }
  }

  /// What can be gone through, as a list: a map yields its keys, a text its characters.
  mutating func sequence(_ value: Value, for use: String) throws(TemplateFault) -> Value {
    switch value.tag {
    case .list: return value
    case .map:
      let start = collecting.count
      for index in 0..<value.count { collecting.append(arena.key(index, of: value)) }
      return collected(from: start)
    case .text: return characters(value)
    case .undefined, .absent:
      try refuseUndefined(value)
      return arena.list(UnsafeBufferPointer(start: nil, count: 0))
    default:
      throw TemplateFault(
        "template/type",
        "\(use) needs a list, not \(describe(value))",
        hint: value.isNone ? "test it first with 'if'" : nil
      )
    }
  }

  mutating func characters(_ text: Value) -> Value {
    let start = collecting.count
    let bytes = arena.bytes(of: text)
    var first = 0
    while first < bytes.count {
      var end = first + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      collecting.append(part(of: text, first..<end))
      first = end
    }
    return collected(from: start)
  }

  /// A part of a text, sharing its bytes; what was safe is plain again.
  func part(of text: Value, _ range: Range<Int>) -> Value {
    Value(
      .text,
      flags: text.flags.intersection(.scratch),
      length: UInt32(range.count),
      bits: text.bits + UInt64(range.lowerBound)
    )
  }
}
