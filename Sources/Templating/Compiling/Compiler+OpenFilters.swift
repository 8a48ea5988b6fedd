import SourceText

// Filters that take filters or tests, or values of any name.

extension Compiler {
  /// Filters that `map` is given which are given filters themselves.
  private static let mostNested = 8

  mutating func openFilter(
    _ first: UInt32,
    _ type: ValueType,
    _ filter: Filter,
    _ use: FilterUse,
    _ range: SourceRange,
    _ result: UInt32
  ) -> Typed {
    guard let placed = placeArguments(of: filter, use, type, range, depth: 0) else {
      return Typed(operand: Compiler.undefined)
    }
    let operand = emitFilter(filter, placed.count, first, result, range)
    return Typed(operand: operand, type: placed.type)
  }

  /// Puts what the filter needs into the next registers.
  ///
  /// - Returns: how many they are and the type of the result, or `nil` if the arguments don't fit, which is
  ///   reported.
  private mutating func placeArguments(
    of filter: Filter,
    _ use: FilterUse,
    _ type: ValueType,
    _ range: SourceRange,
    depth: Int
  ) -> (count: Int, type: ValueType)? {
    guard refuseSpread(use.arguments) else { return nil }
    switch filter {
    case .map where use.arguments.positional.isEmpty: return placePath(use, type, range)
    case .map: return placeFilter(use, range, depth: depth)
    case .format: return placeValues(use, range)
    default:
      let hasPath = filter == .selectattr || filter == .rejectattr
      return placeTest(use, type, range, hasPath: hasPath).map { ($0, type) }
    }
  }

  /// The test of `select` and its like, which stands behind a path or not, with its arguments.
  private mutating func placeTest(
    _ use: FilterUse,
    _ type: ValueType,
    _ range: SourceRange,
    hasPath: Bool
  ) -> Int? {
    var positional = use.arguments.positional
    if let named = use.arguments.named.first {
      let message = "the filter '\(use.name.text)' has no '\(named.name.text)'"
      report("template/arguments", message, named.name.range)
      return nil
    }
    if hasPath {
      guard !positional.isEmpty else {
        report("template/arguments", "the filter '\(use.name.text)' needs 'attribute'", range)
        return nil
      }
      let path = positional.removeFirst()
      let register = temporary()
      if let literal = path.literal {
        let item: ValueType = if case .list(let inner) = type { inner } else { .any }
        _ = pathType(literal, of: item, path.range)
        emit(.move, b: register, c: constant(path: literal), at: path.range)
      } else {
        place(path, in: register)
        unit.next = register + 1
      }
    }
    let number = temporary()
    var test = -1
    var arguments: [Expression?] = []
    if !positional.isEmpty {
      let name = positional.removeFirst()
      guard let literal = name.literal else {
        report("template/unknown-test", "the test has to be named in quotes", name.range)
        return nil
      }
      guard let signature = Signatures.tests[literal] else {
        unknownTest(literal, name.range)
        return nil
      }
      let rest = Arguments(positional: positional)
      guard let arranged = arrange(rest, signature, "test", name.range) else { return nil }
      arguments = arranged
      test = Int(signature.operation.rawValue)
    }
    emit(.move, b: number, c: constant(test), at: range)
    placeArguments(arguments, from: temporaries(arguments.count), range)
    return (hasPath ? 2 : 1) + arguments.count
  }

  /// The values of `format`: a map, if they have names, and a list.
  private mutating func placeValues(
    _ use: FilterUse,
    _ range: SourceRange
  ) -> (count: Int, type: ValueType)? {
    let arguments = use.arguments
    if !arguments.positional.isEmpty, let named = arguments.named.first {
      report("template/arguments", "'format' takes values with names or without", named.name.range)
      return nil
    }
    let entries = arguments.named.map { name, value in
      (key: Expression(.text(Array(name.text.utf8)), name.range), value: value)
    }
    let values: [Expression?] = [
      entries.isEmpty ? nil : Expression(.map(entries), range),
      Expression(.list(arguments.positional), range),
    ]
    placeArguments(values, from: temporaries(2), range)
    return (2, .any)
  }

  /// The part that `map` takes of each item.
  private mutating func placePath(
    _ use: FilterUse,
    _ type: ValueType,
    _ range: SourceRange
  ) -> (count: Int, type: ValueType)? {
    let number = temporary()
    let signature = Signature("map", Filter.map, ["attribute", "default"], required: 1)
    guard let arranged = arrange(use.arguments, signature, "filter", use.name.range),
      let path = arranged[0]
    else { return nil }
    emit(.move, b: number, c: constant(-1), at: range)
    let registers = temporaries(arranged.count)
    placeArguments(arranged, from: registers, range)
    var found = ValueType.any
    if let literal = path.literal {
      let item: ValueType = if case .list(let inner) = type { inner } else { .any }
      found = pathType(literal, of: item, path.range)
      emit(.move, b: registers, c: constant(path: literal), at: path.range)
    }
    return (1 + arranged.count, .list(found))
  }

  /// The filter that `map` applies to each item, with its arguments.
  private mutating func placeFilter(
    _ use: FilterUse,
    _ range: SourceRange,
    depth: Int
  ) -> (count: Int, type: ValueType)? {
    let number = temporary()
    var arguments = use.arguments
    let name = arguments.positional.removeFirst()
    guard let literal = name.literal else {
      report("template/unknown-filter", "the filter has to be named in quotes", name.range)
      return nil
    }
    guard let signature = Signatures.filters[literal] else {
      let hint = nearest(literal, Signatures.filters.keys)
      report("template/unknown-filter", "there is no filter '\(literal)'", name.range, hint: hint)
      return nil
    }
    emit(.move, b: number, c: constant(Int(signature.operation.rawValue)), at: range)
    if signature.isOpen {
      guard depth < Compiler.mostNested else {
        let hint = "at most \(Compiler.mostNested) in each other"
        report("template/arguments", "too many filters take filters", name.range, hint: hint)
        return nil
      }
      let inner = FilterUse(name: Name(text: literal, range: name.range), arguments: arguments)
      let placed = placeArguments(of: signature.operation, inner, .any, range, depth: depth + 1)
      return placed.map { (1 + $0.count, .list(.any)) }
    }
    guard let arranged = arrange(arguments, signature, "filter", name.range) else { return nil }
    placeArguments(arranged, from: temporaries(arranged.count), range)
    return (1 + arranged.count, .list(.any))
  }
}
