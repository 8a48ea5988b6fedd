import SourceText

extension Compiler {
  /// A call whose result is written at once, if it is of a kind that can do so.
  mutating func call(
    _ callee: Expression,
    _ arguments: Arguments,
    _ range: SourceRange,
    writesInPlace: Bool
  ) -> Bool {
    switch callee.kind {
    case .name("super"), .attribute:
      guard let levels = superLevels(callee) else { break }
      let isPlain = unit.plan == nil
      guard isPlain || unit.plan?.inPlace.contains(range.start) == true else { return false }
      parentBlock(arguments, levels, range, nil)
      return true
    case .name("loop") where lookup("loop") == nil && loopBase() != nil:
      guard writesInPlace else { return false }
      loopAgain(arguments, range, nil)
      return true
    case .name(let name):
      guard writesInPlace, let macro = lookup(name) else { return false }
      checkMacroCall(name, arguments, callee.range)
      callValue(macro.operand, arguments, range, nil)
      return true
    default: break
    }
    guard case .attribute(let base, let name) = callee.kind else { return false }
    if case .name(let word) = base.kind, word == "loop" || word == "self" { return false }
    guard writesInPlace else { return false }
    callMethod(base, name, arguments, range, nil)
    return true
  }

  /// How many templates up `super`, `super.super` and so on mean.
  private mutating func superLevels(_ callee: Expression) -> Int? {
    lookup("super") == nil ? callee.superLevels : nil
  }

  mutating func call(
    _ callee: Expression,
    _ arguments: Arguments,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let result = target ?? temporary()
    if let levels = superLevels(callee) {
      parentBlock(arguments, levels, range, result)
      return Typed(operand: result)
    }
    switch callee.kind {
    case .name(let name):
      if let macro = lookup(name) {
        checkMacroCall(name, arguments, callee.range)
        callValue(macro.operand, arguments, range, result)
      } else if name == "loop", loopBase() != nil {
        loopAgain(arguments, range, result)
      } else if let function = functions[name] {
        return Typed(operand: callHost(function, arguments, callee.range, range, result))
      } else if let signature = Signatures.builtins[name] {
        callBuiltin(signature, arguments, callee.range, range, result)
      } else if !options.checksNames {
        callValue(Compiler.undefined, arguments, range, result)
      } else {
        unknownFunction(name, callee.range)
        for argument in arguments.values { _ = value(argument) }
      }
    case .attribute(let base, let name):
      if case .name("loop") = base.kind, let loop = loopBase(), lookup("loop") == nil {
        loopCall(loop, name, arguments, range, result)
      } else if case .name("self") = base.kind, lookup("self") == nil {
        selfBlock(name, range, result)
      } else {
        callMethod(base, name, arguments, range, result)
      }
    default: callValue(value(callee).operand, arguments, range, result)
    }
    return Typed(operand: result)
  }

  private mutating func unknownFunction(_ name: String, _ range: SourceRange) {
    let names = Set(functions.keys).union(Signatures.builtins.keys)
    var hint = nearest(name, names.union(linker.sharedNames[unit.template]))
    if Signatures.filters[name] != nil { hint = "'\(name)' is a filter: write 'value|\(name)'" }
    report("template/unknown-function", "there is no function '\(name)'", range, hint: hint)
  }

  /// Places the arguments of a call, and what a call block gives its macro.
  mutating func callSite(
    _ arguments: Arguments,
    caller: (operand: UInt32, range: SourceRange)? = nil
  ) -> UInt32 {
    let values = arguments.positional + arguments.named.map(\.value)
    let further = [arguments.list, arguments.map].compactMap(\.self)
    var register = temporaries(values.count + further.count + (caller == nil ? 0 : 1))
    let first = register
    for value in values {
      place(value, in: register)
      register += 1
    }
    var names = arguments.named.map(\.name.text)
    if let caller {
      emit(.move, b: register, c: caller.operand, at: caller.range)
      register += 1
      names.append("caller")
    }
    for value in further {
      place(value, in: register)
      register += 1
    }
    let site = addSite(first, arguments.positional.count, names)
    program.callSites[Int(site)].hasList = arguments.list != nil
    program.callSites[Int(site)].hasMap = arguments.map != nil
    return site
  }

  /// Reports `*list` and `**map` where the arguments have to be known beforehand.
  ///
  /// - Returns: whether there are none.
  mutating func refuseSpread(_ arguments: Arguments) -> Bool {
    guard let spread = arguments.list ?? arguments.map else { return true }
    report(
      "template/arguments",
      "'*' and '**' can't be used here",
      spread.range,
      hint: "only macros, 'range', 'dict', 'namespace' and 'cycler' take them"
    )
    return false
  }

  mutating func addSite(_ first: UInt32, _ positional: Int, _ keywords: [String]) -> UInt32 {
    let names = keywords.map { intern($0) }
    program.callSites.append(
      Program.CallSite(first: Int(first), positional: positional, keywords: names)
    )
    return UInt32(program.callSites.count - 1)
  }

  /// Calls a macro; without a register for its text it is written at once.
  private mutating func callValue(
    _ callee: UInt32,
    _ arguments: Arguments,
    _ range: SourceRange,
    _ result: UInt32?
  ) {
    let site = callSite(arguments)
    let flag: UInt8 = result == nil ? 1 : 0
    emit(
      .callValue,
      flag: flag,
      a: UInt16(unit.escaping.rawValue),
      b: result ?? 0,
      c: callee,
      d: site,
      at: range
    )
  }

  private mutating func callMethod(
    _ base: Expression,
    _ name: Name,
    _ arguments: Arguments,
    _ range: SourceRange,
    _ result: UInt32?
  ) {
    let typed = value(base)
    guard checkMethod(base, typed.type, name, arguments) else {
      for argument in arguments.values { _ = value(argument) }
      return
    }
    let object = typed.operand
    let site = callSite(arguments)
    // What is not a macro leaves a value, which is then written.
    let flag: UInt8 = result == nil ? 1 : 0
    let register = result ?? temporary()
    let id = intern(name.text)
    emit(.callMethod, flag: flag, a: id, b: register, c: object, d: site, at: range)
    if result == nil {
      emit(.emit, flag: unit.escaping.rawValue, b: register, at: range)
    }
  }

  private mutating func parentBlock(
    _ arguments: Arguments,
    _ levels: Int,
    _ range: SourceRange,
    _ result: UInt32?
  ) {
    guard let block = unit.block else {
      return report("template/undefined", "'super()' stands outside of a block", range)
    }
    if let first = arguments.values.first {
      report("template/arguments", "'super' takes no arguments", first.range)
    }
    let flag: UInt8 = result == nil ? 1 : 0
    let context = result == nil ? unit.context : valueContext
    let slot = slot(program.blockNames[block], in: context)
    emit(
      .parentBlock,
      flag: flag,
      a: UInt16(truncatingIfNeeded: levels),
      b: result ?? 0,
      c: slot,
      at: range
    )
  }

  private mutating func selfBlock(_ name: Name, _ range: SourceRange, _ result: UInt32) {
    guard blockNames.contains(name.text) else {
      let hint = nearest(name.text, blockNames)
      return report("template/unknown-name", "there is no block '\(name.text)'", range, hint: hint)
    }
    emit(.selfBlock, b: result, c: slot(name.text, in: valueContext), at: range)
  }

  /// `loop(items)` runs a recursive loop again, one deeper.
  private mutating func loopAgain(
    _ arguments: Arguments,
    _ range: SourceRange,
    _ result: UInt32?
  ) {
    guard let recursion = loopRecursion() else {
      return report(
        "template/type",
        "'loop()' needs a recursive loop",
        range,
        hint: "write '{% for … in … recursive %}'"
      )
    }
    guard arguments.positional.count == 1, arguments.values.count == 1 else {
      return report("template/arguments", "'loop()' takes the list to go through", range)
    }
    let first = temporaries(2)
    place(arguments.positional[0], in: first)
    emit(
      .operation,
      flag: Operator.add.rawValue,
      b: first + 1,
      c: recursion.depth,
      d: constant(1),
      at: range
    )
    let site = addSite(first, 2, [])
    let flag: UInt8 = result == nil ? 1 : 0
    emit(.callValue, flag: flag, b: result ?? 0, c: recursion.macro, d: site, at: range)
  }

  private mutating func loopCall(
    _ loop: UInt32,
    _ name: Name,
    _ arguments: Arguments,
    _ range: SourceRange,
    _ result: UInt32
  ) {
    let values = arguments.positional
    if arguments.list != nil {
      return callMethod(Expression(.name("loop"), name.range), name, arguments, range, result)
    }
    switch name.text {
    case "cycle":
      guard !values.isEmpty else {
        return report("template/arguments", "'loop.cycle' needs something to choose from", range)
      }
      let first = temporaries(values.count)
      for (index, item) in values.enumerated() { place(item, in: first + UInt32(index)) }
      let count = UInt32(values.count)
      emit(
        .loopCycle,
        a: UInt16(truncatingIfNeeded: loop),
        b: result,
        c: first,
        d: count,
        at: range
      )
    case "changed":
      let first = temporaries(values.count)
      for (index, item) in values.enumerated() { place(item, in: first + UInt32(index)) }
      let list = temporary()
      emit(.makeList, b: list, c: first, d: UInt32(values.count), at: range)
      emit(.loopChanged, b: result, c: list, d: loop + 3, at: range)
    default:
      let hint = nearest(name.text, LoopField.names)
      report("template/unknown-function", "'loop' has no '\(name.text)()'", name.range, hint: hint)
    }
  }

  private mutating func callHost(
    _ function: Int,
    _ arguments: Arguments,
    _ nameRange: SourceRange,
    _ range: SourceRange,
    _ result: UInt32
  ) -> UInt32 {
    let known = vocabulary.functions[function]
    let signature = Signature(known.name, function, known.parameters, required: known.required)
    var own = arguments
    var further: [(name: Name, value: Expression)] = []
    if known.acceptsKeywords {
      further = own.named.filter { !known.parameters.contains($0.name.text) }
      own.named.removeAll { !known.parameters.contains($0.name.text) }
    }
    guard refuseSpread(arguments),
      let arranged = arrange(own, signature, "function", nameRange)
    else { return Compiler.undefined }
    let first = temporaries(arranged.count + further.count)
    placeArguments(arranged, from: first, range)
    placeArguments(further.map(\.value), from: first + UInt32(arranged.count), range)
    let site = addSite(first, arranged.count, further.map(\.name.text))
    let call = Instruction(operation: .callHost, a: UInt16(function), b: result, d: site)
    return compute(call, from: first, count: arranged.count + further.count, at: range)
  }

  private mutating func callBuiltin(
    _ signature: Signature<Builtin>,
    _ arguments: Arguments,
    _ nameRange: SourceRange,
    _ range: SourceRange,
    _ result: UInt32
  ) {
    let site: UInt32
    if signature.isOpen || arguments.list != nil || arguments.map != nil {
      site = callSite(arguments)
    } else {
      guard let arranged = arrange(arguments, signature, "function", nameRange) else { return }
      let first = temporaries(arranged.count)
      placeArguments(arranged, from: first, range)
      site = addSite(first, arranged.count, [])
    }
    emit(.callBuiltin, flag: signature.operation.rawValue, b: result, d: site, at: range)
  }
}
