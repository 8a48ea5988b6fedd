import SourceText

extension Compiler {
  /// Puts arguments into the order of parameters.
  ///
  /// - Returns: one expression per parameter up to the last that is given, or `nil` if the
  ///   arguments don't fit, which is reported.
  mutating func arrange<Operation>(
    _ arguments: Arguments,
    _ signature: Signature<Operation>,
    _ kind: String,
    _ range: SourceRange
  ) -> [Expression?]? {
    let title = "the \(kind) '\(signature.name)'"
    guard refuseSpread(arguments) else { return nil }
    var arranged = [Expression?](repeating: nil, count: signature.parameters.count)
    guard arguments.positional.count <= arranged.count else {
      let most = arranged.count
      let amount = most == 0 ? "no arguments" : most == 1 ? "one argument" : "\(most) arguments"
      report(
        "template/arguments",
        "\(title) takes \(most == 0 ? "" : "at most ")\(amount)",
        arguments.positional[most].range,
        hint: most == 0 ? nil : "they are: " + signature.parameters.joined(separator: ", ")
      )
      return nil
    }
    for (index, argument) in arguments.positional.enumerated() { arranged[index] = argument }
    for (name, argument) in arguments.named {
      guard let index = signature.parameters.firstIndex(of: name.text) else {
        let hint =
          nearest(name.text, signature.parameters)
          ?? (signature.parameters.isEmpty
            ? nil : "it takes: " + signature.parameters.joined(separator: ", "))
        report("template/arguments", "\(title) has no '\(name.text)'", name.range, hint: hint)
        return nil
      }
      guard arranged[index] == nil else {
        report("template/arguments", "\(title) is given '\(name.text)' twice", name.range)
        return nil
      }
      arranged[index] = argument
    }
    for index in 0..<signature.required where arranged[index] == nil {
      let missing = signature.parameters[index]
      report("template/arguments", "\(title) needs '\(missing)'", range)
      return nil
    }
    while let last = arranged.last, last == nil { arranged.removeLast() }
    return arranged
  }

  mutating func placeArguments(
    _ arguments: [Expression?],
    from first: UInt32,
    _ range: SourceRange
  ) {
    for (index, argument) in arguments.enumerated() {
      let register = first + UInt32(index)
      if let argument {
        place(argument, in: register)
      } else {
        emit(.move, b: register, c: Compiler.absent, at: range)
      }
    }
  }
}

// MARK: - Filters

extension Compiler {
  mutating func filter(
    _ input: Expression,
    _ use: FilterUse,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let result = target ?? temporary()
    let first = temporary()
    let isDefault = Signatures.filters[use.name.text]?.operation == .standard
    let typed = value(input, in: first, mayBeMissing: isDefault)
    if typed.operand != first { emit(.move, b: first, c: typed.operand, at: input.range) }
    // Arguments stand right behind the input.
    unit.next = first + 1
    return filter(first, typed.type, use, range, result)
  }

  /// The filters of a block, one after the other.
  mutating func chain(_ filters: [FilterUse], _ text: Typed) -> Typed {
    var text = text
    for use in filters {
      let result = temporary()
      let first = temporary()
      emit(.move, b: first, c: text.operand, at: use.name.range)
      text = filter(first, .any, use, use.name.range, result)
    }
    return text
  }

  /// Applies a filter to the value in the last register that was taken.
  private mutating func filter(
    _ first: UInt32,
    _ type: ValueType,
    _ use: FilterUse,
    _ range: SourceRange,
    _ result: UInt32
  ) -> Typed {
    let name = use.name
    guard let signature = Signatures.filters[name.text] else {
      let hint = nearest(name.text, Signatures.filters.keys)
      report("template/unknown-filter", "there is no filter '\(name.text)'", name.range, hint: hint)
      for argument in use.arguments.values { _ = value(argument) }
      return Typed(operand: Compiler.undefined)
    }
    if signature.isOpen { return openFilter(first, type, signature.operation, use, range, result) }
    guard let arguments = arrange(use.arguments, signature, "filter", name.range) else {
      return Typed(operand: Compiler.undefined)
    }
    let registers = temporaries(arguments.count)
    placeArguments(arguments, from: registers, range)
    checkPath(signature, arguments, type, registers)
    let operand = emitFilter(signature.operation, arguments.count, first, result, range)
    return Typed(operand: operand, type: resultType(signature.operation, type))
  }

  mutating func emitFilter(
    _ filter: Filter,
    _ count: Int,
    _ first: UInt32,
    _ result: UInt32,
    _ range: SourceRange
  ) -> UInt32 {
    let filter = Instruction(
      operation: .filter,
      flag: filter.rawValue,
      a: UInt16(count),
      b: result,
      c: first,
      d: unit.escaping == .html ? 1 : 0
    )
    return compute(filter, from: first, count: count + 1, at: range)
  }

  /// A literal path such as `department.name` becomes its parts.
  private mutating func checkPath(
    _ signature: Signature<Filter>,
    _ arguments: [Expression?],
    _ type: ValueType,
    _ first: UInt32
  ) {
    guard let index = signature.parameters.firstIndex(of: "attribute"), index < arguments.count,
      let argument = arguments[index], let path = argument.literal
    else { return }
    let item: ValueType = if case .list(let inner) = type { inner } else { .any }
    if signature.operation != .sort || !path.utf8.contains(UInt8(ascii: ",")) {
      _ = pathType(path, of: item, argument.range)
    }
    emit(.move, b: first + UInt32(index), c: constant(path: path), at: argument.range)
  }

  /// The type at the end of a path; a part that is not there is reported.
  mutating func pathType(
    _ path: String,
    of type: ValueType,
    _ range: SourceRange
  ) -> ValueType {
    var type = type
    for part in path.split(separator: ".") {
      guard case .object(let object) = type else { return .any }
      guard let field = field(String(part), of: object, range) else { return .any }
      type = vocabulary.objectTypes[object].fields[field].type
    }
    return type
  }

  /// A path as a list of interned names and numbers; several paths as a list of such lists.
  mutating func constant(path: String) -> UInt32 {
    let paths = path.split(separator: ",", omittingEmptySubsequences: false).map { path in
      let parts = path.split(separator: ".", omittingEmptySubsequences: false).map { part in
        Int(part).map { Value.int($0) } ?? program.attributeTexts[Int(intern(String(part)))]
      }
      return program.arena.list(parts)
    }
    return constant(paths.count == 1 ? paths[0] : program.arena.list(paths))
  }

  private func resultType(_ filter: Filter, _ type: ValueType) -> ValueType {
    switch filter {
    case .sort, .reverse, .list, .unique: type
    case .first, .last, .min, .max: if case .list(let item) = type { item } else { .any }
    case .batch, .slice: .list(type)
    default: .any
    }
  }
}

// MARK: - Tests

extension Compiler {
  mutating func unknownTest(_ name: String, _ range: SourceRange) {
    let hint = nearest(name, Signatures.tests.keys)
    report("template/unknown-test", "there is no test '\(name)'", range, hint: hint)
  }

  mutating func test(
    _ input: Expression,
    _ name: Name,
    _ arguments: Arguments,
    _ isNegated: Bool,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let result = target ?? temporary()
    guard let signature = Signatures.tests[name.text] else {
      unknownTest(name.text, name.range)
      _ = value(input)
      return Typed(operand: result)
    }
    let first = temporary()
    let isLoose = signature.operation == .defined || signature.operation == .undefined
    let typed = value(input, in: first, mayBeMissing: isLoose)
    if typed.operand != first { emit(.move, b: first, c: typed.operand, at: input.range) }
    // Arguments stand right behind the input.
    unit.next = first + 1
    guard let arranged = arrange(arguments, signature, "test", name.range) else {
      return Typed(operand: result)
    }
    placeArguments(arranged, from: temporaries(arranged.count), range)
    let test = Instruction(
      operation: .test,
      flag: signature.operation.rawValue,
      a: isNegated ? 1 : 0,
      b: result,
      c: first
    )
    return Typed(operand: compute(test, from: first, count: arranged.count + 1, at: range))
  }
}
