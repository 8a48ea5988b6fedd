import SourceText

extension Machine {
  /// A macro keeps the context it is made in, and copies of the names around it.
  mutating func makeMacro(_ instruction: Instruction) {
    let captured = arena.list(
      UnsafeBufferPointer(start: spaces[0] + Int(instruction.c), count: Int(instruction.d))
    )
    let value = Value(
      .macro,
      flags: captured.flags,
      extra: instruction.a,
      length: UInt32(frame.contextBase),
      bits: captured.bits | UInt64(instruction.d) << 40
    )
    store(value, instruction.b)
  }

  mutating func recapture(_ instruction: Instruction) {
    let macro = load(instruction.b)
    guard macro.tag == .macro, macro.extra == instruction.a else { return }
    let first = Int(macro.bits & 0xFF_FFFF_FFFF)
    arena.replace(at: first + Int(instruction.d), with: load(instruction.c))
  }

  mutating func call(
    _ callee: Value,
    _ instruction: Instruction,
    _ outputCount: Int
  ) throws(TemplateFault) {
    guard callee.tag == .macro else {
      return store(try callOther(callee, instruction), instruction.b)
    }
    try checkSize(outputCount)
    try spend(1)
    let macro = program.macros[Int(callee.extra)]
    let given = try givenArguments(program.callSites[Int(instruction.d)])
    var next = nextFrame(.macro, outputCount)
    next.depth += 1
    next.contextBase = callee.count
    next.isCaptured = instruction.flag == 0
    next.destination = instruction.b
    guard given.count <= macro.parameters.count || macro.uses.contains(.varargs) else {
      throw TemplateFault(
        "template/arguments",
        "the macro '\(macro.name)' takes at most \(macro.parameters.count) arguments"
      )
    }
    try enter(next, unit: macro.unit)
    for index in macro.parameters.indices {
      spaces[0][index] = index < given.count ? argument(index, of: given) : .absent
    }
    var following = macro.parameters.count
    if macro.uses.contains(.caller) {
      spaces[0][following] = undefinedHere()
      following += 1
    }
    if macro.uses.contains(.varargs) {
      let start = collecting.count
      for index in stride(from: macro.parameters.count, to: given.count, by: 1) {
        collecting.append(argument(index, of: given))
      }
      spaces[0][following] = collected(from: start).adding(.tuple)
      following += 1
    }
    try takeKeywords(given, macro, rest: following)
    if macro.uses.contains(.kwargs) { following += 1 }
    let captured = Value(
      .list,
      flags: callee.flags,
      length: UInt32(callee.bits >> 40),
      bits: callee.bits & 0xFF_FFFF_FFFF
    )
    for index in 0..<captured.count {
      spaces[0][following + index] = arena.element(index, of: captured)
    }
    spaces[0][following + captured.count] = callee
  }

  /// Things besides macros that can be called.
  mutating func callOther(
    _ callee: Value,
    _ instruction: Instruction
  ) throws(TemplateFault) -> Value {
    switch callee.tag {
    case .joiner:
      let site = program.callSites[Int(instruction.d)]
      guard site.positional == 0, site.keywords.isEmpty else {
        throw TemplateFault("template/arguments", "a joiner takes no arguments")
      }
      let isUsed = arena.element(1, of: callee).bits != 0
      arena.replace(at: callee.offset + 1, with: .bool(true))
      return isUsed ? arena.element(0, of: callee) : Value(.text)
    case .undefined, .absent: throw undefinedFault(callee)
    default: throw TemplateFault("template/type", "\(describe(callee)) can't be called")
    }
  }
}

// MARK: - Functions

extension Machine {
  mutating func callHost<Host: TemplateHost>(
    _ instruction: Instruction,
    _ host: inout Host
  ) throws(TemplateFault) {
    let site = Int(instruction.d)
    let first = program.callSites[site].first
    let count = program.callSites[site].positional
    arguments.values.removeAll(keepingCapacity: true)
    arguments.keywords.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let value = spaces[0][first + index]
      if value.tag == .undefined { try refuseUndefined(value) }
      arguments.values.append(value)
    }
    for (index, name) in program.callSites[site].keywords.enumerated() {
      let value = spaces[0][first + count + index]
      if value.tag == .undefined { try refuseUndefined(value) }
      arguments.keywords.append((program.attributeNames[Int(name)], value))
    }
    let value = try host.call(Int(instruction.a), arguments, in: &arena)
    store(value, instruction.b)
  }

  mutating func callBuiltin(_ instruction: Instruction) throws(TemplateFault) -> Value {
    guard let builtin = Builtin(rawValue: instruction.flag) else { return .undefined }
    let given = try givenArguments(program.callSites[Int(instruction.d)])
    switch builtin {
    case .range: return try range(given)
    case .dict: return try dict(given)
    case .namespace:
      let map = try dict(given)
      let holder = withUnsafePointer(to: map) {
        arena.list(UnsafeBufferPointer(start: $0, count: 1))
      }
      return Value(.namespace, flags: holder.flags, bits: holder.bits)
    case .cycler:
      guard given.count > 0 else {
        throw TemplateFault("template/arguments", "'cycler' needs something to choose from")
      }
      try refuseKeywords(given, "cycler")
      let start = collecting.count
      collecting.append(.int(0))
      for index in 0..<given.count { collecting.append(argument(index, of: given)) }
      let items = collected(from: start)
      return Value(.cycler, flags: items.flags, length: items.length, bits: items.bits)
    case .joiner:
      let isGiven = given.count > 0 && argument(0, of: given).tag != .absent
      let start = collecting.count
      collecting.append(isGiven ? argument(0, of: given) : program.comma)
      collecting.append(.bool(false))
      let state = collected(from: start)
      return Value(.joiner, flags: state.flags, length: state.length, bits: state.bits)
    }
  }

  private func refuseKeywords(_ given: GivenArguments, _ name: String) throws(TemplateFault) {
    guard given.site.keywords.isEmpty, given.map.count == 0 else {
      throw TemplateFault("template/arguments", "'\(name)' takes no arguments with names")
    }
  }

  /// A map of another map or of pairs, and of arguments with names.
  private mutating func dict(_ given: GivenArguments) throws(TemplateFault) -> Value {
    guard given.count <= 1 else {
      throw TemplateFault(
        "template/arguments",
        "a map is made of one map at most and of arguments with names"
      )
    }
    let start = collecting.count
    if given.count == 1 {
      let source = argument(0, of: given)
      switch source.tag {
      case .map:
        for index in 0..<source.count * 2 { collecting.append(arena.element(index, of: source)) }
      case .list:
        for index in 0..<source.count {
          let pair = arena.element(index, of: source)
          guard pair.tag == .list, pair.count == 2 else {
            throw TemplateFault("template/type", "a map is made of pairs, not \(describe(pair))")
          }
          put(arena.element(0, of: pair), arena.element(1, of: pair), from: start)
        }
      case .undefined, .absent: throw undefinedFault(source)
      default:
        throw TemplateFault("template/type", "a map is needed, not \(describe(source))")
      }
    }
    for (index, name) in given.site.keywords.enumerated() {
      let value = registers[given.first + given.site.positional + index]
      put(program.attributeTexts[Int(name)], value, from: start)
    }
    for index in 0..<given.map.count {
      let value = arena.element(index * 2 + 1, of: given.map)
      put(arena.key(index, of: given.map), value, from: start)
    }
    return collectedMap(from: start)
  }

  /// Adds an entry to those collected from `start` on; of equal keys the last value counts.
  mutating func put(_ key: Value, _ value: Value, from start: Int) {
    var place = start
    while place < collecting.count, !areSame(collecting[place], key) { place += 2 }
    if place < collecting.count {
      collecting[place + 1] = value
    } else {
      collecting.append(key)
      collecting.append(value)
    }
  }

  private mutating func range(_ given: GivenArguments) throws(TemplateFault) -> Value {
    guard (1...3).contains(given.count), given.map.count == 0, given.site.keywords.isEmpty else {
      throw TemplateFault("template/arguments", "'range' takes one to three whole numbers")
    }
    var bounds = (0, 0, 1)
    for index in 0..<given.count {
      let value = argument(index, of: given)
      guard value.tag == .int || value.tag == .bool else {
        if value.isUndefined { throw wrongKind(value, " and not a whole number") }
        throw TemplateFault("template/type", "'range' takes whole numbers, not \(describe(value))")
      }
      switch index {
      case 0: bounds.0 = value.int
      case 1: bounds.1 = value.int
      default: bounds.2 = value.int
      }
    }
    if given.count == 1 { bounds = (0, bounds.0, 1) }
    guard bounds.2 != 0 else {
      throw TemplateFault("template/value", "the step of 'range' can't be 0")
    }
    let start = collecting.count
    for number in stride(from: bounds.0, to: bounds.1, by: bounds.2) {
      guard collecting.count - start < Machine.maximumItems else {
        collecting.removeSubrange(start...)
        throw TemplateFault(
          "template/too-large",
          "the range has more than \(Machine.maximumItems) numbers"
        )
      }
      collecting.append(.int(number))
    }
    return collected(from: start)
  }

  mutating func setAttribute(_ instruction: Instruction) throws(TemplateFault) {
    let namespace = load(instruction.b)
    guard namespace.tag == .namespace else {
      throw TemplateFault(
        "template/type",
        "\(describe(namespace)) can't be changed",
        hint: "make a 'namespace()' for values that change"
      )
    }
    let map = arena.values[namespace.offset]
    let key = program.attributeTexts[Int(instruction.a)]
    let value = load(instruction.c)
    for index in 0..<map.count where areSame(arena.key(index, of: map), key) {
      if map.flags.contains(.scratch) {
        arena.replace(at: map.offset + index * 2 + 1, with: value)
        return
      }
    }
    let start = collecting.count
    for index in 0..<map.count * 2 { collecting.append(arena.element(index, of: map)) }
    collecting.append(key)
    collecting.append(value)
    let larger = collecting.withUnsafeBufferPointer { all in
      arena.map(pairs: UnsafeBufferPointer(rebasing: all[start...]))
    }
    collecting.removeSubrange(start...)
    arena.replace(at: namespace.offset, with: larger)
  }
}
