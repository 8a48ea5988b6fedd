import SourceText

extension Machine {
  mutating func callMethod<Host: TemplateHost>(
    _ instruction: Instruction,
    _ outputCount: Int,
    _ host: inout Host
  ) throws(TemplateFault) {
    let object = load(instruction.c)
    switch object.tag {
    case .undefined, .absent:
      throw undefinedFault(object)
    case .module, .namespace:
      let macro = try attribute(instruction.a, of: object, &host)
      // Captured: the instruction behind this one writes the result.
      var captured = instruction
      captured.flag = 0
      return try call(macro, captured, outputCount)
    case .loop: return try callLoop(object, instruction)
    case .cycler: return store(try turn(object, instruction), instruction.b)
    case .map, .text:
      let given = try givenArguments(program.callSites[Int(instruction.d)])
      let name = program.attributeNames[Int(instruction.a)]
      guard given.site.keywords.isEmpty, given.map.count == 0 else {
        throw TemplateFault("template/arguments", "'\(name)()' takes no arguments with names")
      }
      let mark = collecting.count
      for index in 0..<given.count { collecting.append(argument(index, of: given)) }
      defer { collecting.removeSubrange(mark...) }
      let result =
        object.isText
        ? try textMethod(name, object, from: mark) : try mapMethod(name, object, from: mark)
      guard let result else { throw unknownMethod(name, of: object) }
      store(result, instruction.b)
    default: throw unknownMethod(program.attributeNames[Int(instruction.a)], of: object)
    }
  }

  private func unknownMethod(_ name: String, of object: Value) -> TemplateFault {
    var hint = Signatures.filters[name].map { _ in "'\(name)' is a filter: write '|\(name)'" }
    if hint == nil {
      hint = nearestName(to: name, in: Signatures.methods).map { "did you mean '\($0)'?" }
    }
    return TemplateFault(
      "template/unknown-method",
      "\(describe(object)) has no '\(name)()'",
      hint: hint
    )
  }

  private func checkCount(
    _ name: String,
    _ count: Int,
    _ allowed: ClosedRange<Int>
  ) throws(TemplateFault) {
    guard allowed.contains(count) else {
      throw TemplateFault(
        "template/arguments",
        "'\(name)()' is not called with \(count == 1 ? "one argument" : "\(count) arguments")"
      )
    }
  }

  // MARK: Loops and cyclers

  private mutating func callLoop(
    _ loop: Value,
    _ instruction: Instruction
  ) throws(TemplateFault) {
    let given = try givenArguments(program.callSites[Int(instruction.d)])
    let name = program.attributeNames[Int(instruction.a)]
    switch name {
    case "cycle":
      guard given.count > 0 else {
        throw TemplateFault("template/arguments", "'loop.cycle' needs something to choose from")
      }
      let index = max(0, registers[loop.offset + 1].int) % given.count
      store(argument(index, of: given), instruction.b)
    case "changed":
      let start = collecting.count
      for index in 0..<given.count { collecting.append(argument(index, of: given)) }
      let list = collected(from: start)
      let last = registers[loop.offset + 3]
      registers[loop.offset + 3] = list
      store(.bool(last.tag == .absent || !areSame(last, list)), instruction.b)
    default: throw unknownMethod(name, of: loop)
    }
  }

  /// The next item of a cycler, which begins with the number of its current one.
  private mutating func turn(
    _ cycler: Value,
    _ instruction: Instruction
  ) throws(TemplateFault) -> Value {
    let name = program.attributeNames[Int(instruction.a)]
    try checkCount(name, program.callSites[Int(instruction.d)].positional, 0...0)
    let place = arena.element(0, of: cycler).int
    switch name {
    case "next":
      arena.replace(at: cycler.offset, with: .int((place + 1) % (cycler.count - 1)))
      return arena.element(place + 1, of: cycler)
    case "reset":
      arena.replace(at: cycler.offset, with: .int(0))
      return .none
    default: throw unknownMethod(name, of: cycler)
    }
  }

  // MARK: Maps

  private mutating func mapMethod(
    _ name: String,
    _ map: Value,
    from mark: Int
  ) throws(TemplateFault) -> Value? {
    let count = collecting.count - mark
    switch name {
    case "get":
      try checkCount(name, count, 1...2)
      if collecting[mark].isUndefined { try refuseUndefined(collecting[mark]) }
      return entry(collecting[mark], of: map) ?? (count > 1 ? collecting[mark + 1] : Value.none)
    case "items", "keys", "values":
      try checkCount(name, count, 0...0)
      return parts(of: map, keys: name != "values", values: name != "keys")
    default: return nil
    }
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
        let pair = collected(from: first).adding(.tuple)
        collecting.append(pair)
      } else {
        collecting.append(keys ? key : value)
      }
    }
    return collected(from: start)
  }

  // MARK: Texts

  /// Methods of texts that are filters too, and how many arguments they take.
  private static let textMethods: [String: (filter: Filter, allowed: ClosedRange<Int>)] = [
    "upper": (.upper, 0...0), "lower": (.lower, 0...0), "capitalize": (.capitalize, 0...0),
    "title": (.title, 0...0), "strip": (.trim, 0...1), "replace": (.replace, 2...3),
    "split": (.split, 0...2),
  ]

  /// - Returns: nothing if texts have no such method.
  private mutating func textMethod(
    _ name: String,
    _ text: Value,
    from mark: Int
  ) throws(TemplateFault) -> Value? {
    let count = collecting.count - mark
    if let (filter, allowed) = Machine.textMethods[name] {
      try checkCount(name, count, allowed)
      // The collected values may move while the filter collects its own.
      let arguments = (0..<3).map { $0 < count ? collecting[mark + $0] : Value.absent }
      return try arguments.withUnsafeBufferPointer { given throws(TemplateFault) in
        guard let first = given.baseAddress else { return nil }
        // What is put into HTML is escaped, wherever that happens.
        let input = FilterInput(value: text, arguments: first, count: count, escapes: text.isSafe)
        return try textFilter(filter, input)
      }
    }
    switch name {
    case "startswith", "endswith":
      try checkCount(name, count, 1...1)
      let test: Test = name == "startswith" ? .startingwith : .endingwith
      let argument = [collecting[mark]]
      return try argument.withUnsafeBufferPointer { given throws(TemplateFault) in
        guard let first = given.baseAddress else { return nil }
        return .bool(try self.test(test.rawValue, text, first))
      }
    case "join":
      try checkCount(name, count, 1...1)
      let list = try sequence(collecting[mark], for: "'join()'")
      let start = work.count
      for index in 0..<list.count {
        let item = arena.element(index, of: list)
        guard item.isText else {
          throw TemplateFault("template/type", "'join()' joins texts, not \(describe(item))")
        }
        if index > 0 { work.append(arena.bytes(of: text)) }
        work.append(arena.bytes(of: item))
      }
      return worked(from: start)
    case "count", "find":
      try checkCount(name, count, 1...1)
      let part = collecting[mark]
      guard part.isText else {
        throw TemplateFault("template/type", "'\(name)()' looks for a text, not \(describe(part))")
      }
      return .int(name == "find" ? place(of: part, in: text) : occurrences(of: part, in: text))
    case "splitlines":
      try checkCount(name, count, 0...0)
      let start = collecting.count
      var first = 0
      while let line = nextLine(of: text, from: first) {
        collecting.append(self.part(of: text, line.range))
        first = line.next
      }
      return collected(from: start)
    default: return nil
    }
  }

  /// Where a text begins in another, in characters, or -1.
  private mutating func place(of part: Value, in text: Value) -> Int {
    guard let found = find(part, in: text, from: 0) else { return -1 }
    return UnsafeBufferPointer(rebasing: arena.bytes(of: text)[..<found]).scalarCount
  }

  private mutating func occurrences(of part: Value, in text: Value) -> Int {
    guard part.count > 0 else { return arena.bytes(of: text).scalarCount + 1 }
    var count = 0
    var from = 0
    while let found = find(part, in: text, from: from) {
      count += 1
      from = found + part.count
    }
    return count
  }
}
