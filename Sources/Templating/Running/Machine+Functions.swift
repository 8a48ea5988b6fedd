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

  mutating func call(
    _ callee: Value,
    _ instruction: Instruction,
    _ outputCount: Int
  ) throws(TemplateFault) {
    guard callee.tag == .macro else {
      if callee.isUndefined { throw undefinedFault(callee) }
      throw TemplateFault("template/type", "\(describe(callee)) can't be called")
    }
    try checkSize(outputCount)
    let macro = program.macros[Int(callee.extra)]
    let site = program.callSites[Int(instruction.d)]
    var next = nextFrame(.macro, outputCount)
    next.depth += 1
    next.contextBase = callee.count
    next.isCaptured = instruction.flag == 0
    next.destination = instruction.b
    let arguments = spaces[0] + site.first
    guard site.positional <= macro.parameters.count else {
      throw TemplateFault(
        "template/arguments",
        "the macro '\(macro.name)' takes at most \(macro.parameters.count) arguments"
      )
    }
    let offset = arguments - registers
    try enter(next, unit: macro.unit)
    let given = registers + offset
    let own = spaces[0]
    for index in 0..<macro.parameters.count {
      own[index] = index < site.positional ? given[index] : .absent
    }
    var following = macro.parameters.count
    if macro.usesCaller {
      own[following] = .undefined
      following += 1
    }
    for (index, name) in site.keywords.enumerated() {
      let value = given[site.positional + index]
      if let place = macro.parameters.firstIndex(of: name) {
        guard place >= site.positional else {
          throw argumentFault(macro, "is given '\(program.attributeNames[Int(name)])' twice")
        }
        own[place] = value
      } else if macro.usesCaller, program.attributeNames[Int(name)] == "caller" {
        own[macro.parameters.count] = value
      } else {
        throw argumentFault(macro, "has no '\(program.attributeNames[Int(name)])'")
      }
    }
    let captured = Value(
      .list,
      flags: callee.flags,
      length: UInt32(callee.bits >> 40),
      bits: callee.bits & 0xFF_FFFF_FFFF
    )
    for index in 0..<captured.count {
      own[following + index] = arena.element(index, of: captured)
    }
  }

  /// The fault of a call, whose place is the call and not the macro.
  private mutating func argumentFault(_ macro: Program.Macro, _ message: String) -> TemplateFault {
    if let caller = frames.popLast() {
      pc = frame.returnPC
      frame = caller
      aimSpaces()
    }
    let names = macro.parameters.map { program.attributeNames[Int($0)] }
    return TemplateFault(
      "template/arguments",
      "the macro '\(macro.name)' \(message)",
      hint: names.isEmpty ? nil : "it takes: " + names.joined(separator: ", ")
    )
  }

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
    let site = program.callSites[Int(instruction.d)]
    let given = spaces[0] + site.first
    guard let builtin = Builtin(rawValue: instruction.flag) else { return .undefined }
    if builtin == .range {
      return try range(UnsafeBufferPointer(start: given, count: site.positional))
    }
    let start = collecting.count
    if site.positional == 1 {
      guard given[0].tag == .map else {
        throw TemplateFault("template/type", "a map is needed, not \(describe(given[0]))")
      }
      for index in 0..<given[0].count * 2 { collecting.append(arena.element(index, of: given[0])) }
    }
    for (index, name) in site.keywords.enumerated() {
      collecting.append(program.attributeTexts[Int(name)])
      collecting.append(given[site.positional + index])
    }
    let map = collecting.withUnsafeBufferPointer { all in
      arena.map(pairs: UnsafeBufferPointer(rebasing: all[start...]))
    }
    collecting.removeSubrange(start...)
    guard builtin == .namespace else { return map }
    let holder = withUnsafePointer(to: map) {
      arena.list(UnsafeBufferPointer(start: $0, count: 1))
    }
    return Value(.namespace, flags: holder.flags, bits: holder.bits)
  }

  private mutating func range(_ given: UnsafeBufferPointer<Value>) throws(TemplateFault) -> Value {
    var bounds: [Int] = []
    for value in given where value.tag != .absent {
      guard value.tag == .int || value.tag == .bool else {
        throw TemplateFault("template/type", "'range' takes whole numbers, not \(describe(value))")
      }
      bounds.append(value.int)
    }
    let from = bounds.count > 1 ? bounds[0] : 0
    let to = bounds.count > 1 ? bounds[1] : bounds[0]
    let step = bounds.count > 2 ? bounds[2] : 1
    guard step != 0 else { throw TemplateFault("template/value", "the step of 'range' can't be 0") }
    let start = collecting.count
    for number in stride(from: from, to: to, by: step) {
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

  mutating func callMethod<Host: TemplateHost>(
    _ instruction: Instruction,
    _ outputCount: Int,
    _ host: inout Host
  ) throws(TemplateFault) {
    let object = load(instruction.c)
    if object.isUndefined { throw undefinedFault(object) }
    if object.tag == .module || object.tag == .namespace {
      let macro = try attribute(instruction.a, of: object, &host)
      // Captured: the instruction behind this one writes the result.
      var captured = instruction
      captured.flag = 0
      return try call(macro, captured, outputCount)
    }
    let name = program.attributeNames[Int(instruction.a)]
    let site = program.callSites[Int(instruction.d)]
    guard object.tag == .map, Signatures.methods.contains(name) else {
      throw TemplateFault(
        "template/unknown-function",
        "\(describe(object)) has no '\(name)()'",
        hint: Signatures.filters[name] == nil ? nil : "'\(name)' is a filter: write '|\(name)'"
      )
    }
    let most = name == "get" ? 1...2 : 0...0
    guard most.contains(site.positional), site.keywords.isEmpty else {
      throw TemplateFault("template/arguments", "'\(name)()' is not called like this")
    }
    let given = spaces[0] + site.first
    if name == "get" {
      let standard = site.positional > 1 ? given[1] : .none
      return store(entry(given[0], of: object) ?? standard, instruction.b)
    }
    store(parts(of: object, keys: name != "values", values: name != "keys"), instruction.b)
  }

  /// The keys, the values or the pairs of a map.
  mutating func parts(of map: Value, keys: Bool, values: Bool) -> Value {
    let start = collecting.count
    for index in 0..<map.count {
      let key = arena.key(index, of: map)
      let value = arena.element(index * 2 + 1, of: map)
      if keys, values {
        let first = collecting.count
        collecting.append(key)
        collecting.append(value)
        let pair = collected(from: first)
        collecting.append(pair)
      } else {
        collecting.append(keys ? key : value)
      }
    }
    return collected(from: start)
  }
}
