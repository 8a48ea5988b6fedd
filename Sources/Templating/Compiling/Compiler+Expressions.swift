import SourceText

extension Compiler {
  /// Computes an expression.
  ///
  /// A plain name or a constant leaves the fresh register `target` alone. `mayBeMissing` says
  /// whether a name that nothing defines is fine here.
  mutating func value(
    _ expression: Expression,
    in target: UInt32? = nil,
    mayBeMissing: Bool = false
  ) -> Typed {
    let range = expression.range
    switch expression.kind {
    case .none: return Typed(operand: Operand.constants | 1)
    case .bool(let value): return Typed(operand: Operand.constants | (value ? 3 : 2))
    case .integer(let number): return Typed(operand: constant(number))
    case .double(let number): return Typed(operand: constant(.double(number)))
    case .text(let bytes): return Typed(operand: constant(text: bytes))
    case .name(let name): return self.name(name, range, mayBeMissing: mayBeMissing)
    case .list(let items, let isTuple): return list(items, isTuple, range, target)
    case .map(let entries): return map(entries, range, target)
    case .attribute(let base, let name): return attribute(base, name, range, target)
    case .item(let base, let key): return item(base, key, range, target)
    case .slice(let base, let start, let stop, let step):
      return slice(base, [start, stop, step], range, target)
    case .call(let callee, let arguments): return call(callee, arguments, range, target)
    case .filter(let input, let name, let arguments):
      return filter(input, FilterUse(name: name, arguments: arguments), range, target)
    case .test(let input, let name, let arguments, let isNegated):
      return test(input, name, arguments, isNegated, range, target)
    case .minus(let inner): return unary(.negate, inner, range, target)
    case .plus(let inner): return unary(.plus, inner, range, target)
    case .not(let inner): return unary(.not, inner, range, target)
    case .operation(let sign, let left, let right):
      let left = value(left).operand
      let right = value(right).operand
      return operation(sign, left, right, range, target)
    case .comparisons(let first, let rest): return comparisons(first, rest, range, target)
    case .and(let left, let right): return shortCircuit(.jumpIfFalse, left, right, range)
    case .or(let left, let right): return shortCircuit(.jumpIfTrue, left, right, range)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, range)
    }
  }

  /// Computes an expression into a register.
  ///
  /// - Returns: what is known of its type.
  @discardableResult
  mutating func place(_ expression: Expression, in register: UInt32) -> ValueType {
    let result = value(expression, in: register)
    if result.operand != register {
      emit(.move, b: register, c: result.operand, at: expression.range)
    }
    return result.type
  }

  func unknownNameHint(_ name: String) -> String? {
    var names = Set(globals.keys).union(linker.sharedNames[unit.template])
    for scope in unit.scopes { names.formUnion(scope.names.keys) }
    return nearest(name, names)
  }

  mutating func unknownName(_ name: String, _ range: SourceRange) {
    guard options.checksNames else { return }
    report(
      "template/unknown-name",
      "nothing is named '\(name)' here",
      range,
      hint: unknownNameHint(name)
    )
  }

  private mutating func name(_ name: String, _ range: SourceRange, mayBeMissing: Bool) -> Typed {
    if let typed = lookup(name) { return typed }
    if name == "loop", let loop = loopBase() {
      let result = temporary()
      emit(.loopField, flag: LoopField.whole.rawValue, b: result, c: loop, at: range)
      return Typed(operand: result)
    }
    if functions[name] != nil || Signatures.builtins[name] != nil {
      // It is there, whatever it is: `range is defined`.
      if mayBeMissing { return Typed(operand: Operand.constants | 1) }
      report("template/type", "'\(name)' is a function", range, hint: "call it: '\(name)(…)'")
    } else if !mayBeMissing {
      unknownName(name, range)
    }
    return Typed(operand: Compiler.undefined)
  }

  private mutating func list(
    _ items: [Expression],
    _ isTuple: Bool,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let result = target ?? temporary()
    let first = temporaries(items.count)
    var type: ValueType?
    for (index, item) in items.enumerated() {
      let found = place(item, in: first + UInt32(index))
      type = type == nil || type == found ? found : .any
    }
    let make = Instruction(
      operation: .makeList,
      flag: isTuple ? 1 : 0,
      b: result,
      c: first,
      d: UInt32(items.count)
    )
    let operand = compute(make, from: first, count: items.count, at: range)
    return Typed(operand: operand, type: type.map { .list($0) } ?? .any)
  }

  private mutating func map(
    _ entries: [(key: Expression, value: Expression)],
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let result = target ?? temporary()
    let first = temporaries(entries.count * 2)
    for (index, entry) in entries.enumerated() {
      place(entry.key, in: first + UInt32(index * 2))
      place(entry.value, in: first + UInt32(index * 2 + 1))
    }
    let make = Instruction(operation: .makeMap, b: result, c: first, d: UInt32(entries.count))
    return Typed(operand: compute(make, from: first, count: entries.count * 2, at: range))
  }
}

// MARK: - Attributes

extension Compiler {
  private mutating func attribute(
    _ base: Expression,
    _ name: Name,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    if case .name("loop") = base.kind, lookup("loop") == nil, let loop = loopBase() {
      return loopField(loop, name, range, target)
    }
    let object = value(base)
    let result = target ?? temporary()
    let id = intern(name.text)
    guard case .object(let type) = object.type else {
      let find = Instruction(operation: .attribute, a: id, b: result, c: object.operand)
      return Typed(operand: compute(find, reading: [object.operand], at: range))
    }
    guard let field = field(name.text, of: type, name.range) else {
      return Typed(operand: Compiler.undefined)
    }
    let find = Instruction(
      operation: .field,
      flag: UInt8(truncatingIfNeeded: type),
      a: UInt16(field),
      b: result,
      c: object.operand,
      d: UInt32(id)
    )
    let operand = compute(find, reading: [object.operand], at: range)
    return Typed(operand: operand, type: vocabulary.objectTypes[type].fields[field].type)
  }

  /// The index of a field of a type; a name that it doesn't have is reported.
  mutating func field(_ name: String, of type: Int, _ range: SourceRange) -> Int? {
    let object = vocabulary.objectTypes[type]
    if let index = object.fields.firstIndex(where: { $0.name == name }) { return index }
    let names = object.fields.map(\.name)
    let hint = nearest(name, names) ?? "it has: " + names.joined(separator: ", ")
    report("template/unknown-field", "a \(object.name) has no '\(name)'", range, hint: hint)
    return nil
  }

  private mutating func loopField(
    _ loop: UInt32,
    _ name: Name,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    guard let field = LoopField(name: name.text) else {
      guard options.checksNames else { return Typed(operand: Compiler.undefined) }
      let hint = nearest(name.text, LoopField.names)
      report("template/unknown-field", "'loop' has no '\(name.text)'", name.range, hint: hint)
      return Typed(operand: Compiler.undefined)
    }
    let result = target ?? temporary()
    emit(.loopField, flag: field.rawValue, b: result, c: loop, at: range)
    return Typed(operand: result)
  }

  private mutating func item(
    _ base: Expression,
    _ key: Expression,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    if let name = key.literal {
      return attribute(base, Name(text: name, range: key.range), range, target)
    }
    let list = value(base)
    let index = value(key)
    let result = target ?? temporary()
    let find = Instruction(operation: .item, b: result, c: list.operand, d: index.operand)
    let operand = compute(find, reading: [list.operand, index.operand], at: range)
    if case .list(let item) = list.type { return Typed(operand: operand, type: item) }
    return Typed(operand: operand)
  }

  private mutating func slice(
    _ base: Expression,
    _ parts: [Expression?],
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let list = value(base)
    let result = target ?? temporary()
    let first = temporaries(3)
    for (index, part) in parts.enumerated() {
      let register = first + UInt32(index)
      if let part {
        place(part, in: register)
      } else {
        emit(.move, b: register, c: Operand.constants | 1, at: range)
      }
    }
    let cut = Instruction(operation: .slice, b: result, c: list.operand, d: first)
    let operand = compute(cut, reading: [list.operand], from: first, count: 3, at: range)
    return Typed(operand: operand, type: list.type)
  }
}

// MARK: - Operators

extension Compiler {
  private mutating func unary(
    _ operation: Instruction.Operation,
    _ inner: Expression,
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    let operand = value(inner).operand
    let result = target ?? temporary()
    let compute = Instruction(operation: operation, b: result, c: operand)
    return Typed(operand: self.compute(compute, reading: [operand], at: range))
  }

  private mutating func operation(
    _ sign: Operator,
    _ left: UInt32,
    _ right: UInt32,
    _ range: SourceRange,
    _ target: UInt32? = nil
  ) -> Typed {
    let result = target ?? temporary()
    let escapes: UInt16 = unit.escaping == .html ? 1 : 0
    let compute = Instruction(
      operation: .operation,
      flag: sign.rawValue,
      a: escapes,
      b: result,
      c: left,
      d: right
    )
    return Typed(operand: self.compute(compute, reading: [left, right], at: range))
  }

  private mutating func comparisons(
    _ first: Expression,
    _ rest: [(sign: Operator, right: Expression)],
    _ range: SourceRange,
    _ target: UInt32?
  ) -> Typed {
    if rest.count == 1 {
      let left = value(first).operand
      return operation(rest[0].sign, left, value(rest[0].right).operand, range, target)
    }
    let result = temporary()
    var left = value(first).operand
    var jumps: [Int] = []
    for (sign, right) in rest {
      let right = value(right).operand
      let found = operation(sign, left, right, range, result).operand
      if found != result { emit(.move, b: result, c: found, at: range) }
      jumps.append(emit(.jumpIfFalse, c: result, at: range))
      left = right
    }
    for jump in jumps { land(jump) }
    return Typed(operand: result)
  }

  private mutating func shortCircuit(
    _ operation: Instruction.Operation,
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    let result = temporary()
    let known = value(left, in: result)
    if let holds = truth(of: known.operand) {
      guard holds == (operation == .jumpIfTrue) else {
        let second = value(right)
        return second.type == known.type ? second : Typed(operand: second.operand)
      }
      var other = known.type
      checkOnly { other = $0.value(right).type }
      return other == known.type ? known : Typed(operand: known.operand)
    }
    if known.operand != result { emit(.move, b: result, c: known.operand, at: left.range) }
    let first = known.type
    let jump = emit(operation, c: result, at: left.range)
    let second = place(right, in: result)
    land(jump)
    return Typed(operand: result, type: first == second ? first : .any)
  }

  private mutating func conditional(
    _ condition: Expression,
    _ then: Expression,
    _ otherwise: Expression?,
    _ range: SourceRange
  ) -> Typed {
    let decision = decide(condition, folds: true)
    if case .known(let holds) = decision {
      let silent = constant(Value(.undefined, flags: .silent))
      var other: ValueType?
      if !holds { checkOnly { other = $0.value(then).type } }
      let chosen = holds ? value(then) : otherwise.map { value($0) }
      if holds, let otherwise { checkOnly { other = $0.value(otherwise).type } }
      guard let chosen else { return Typed(operand: silent) }
      // Whether a field is there doesn't depend on what a site fixes.
      return other == nil || other == chosen.type ? chosen : Typed(operand: chosen.operand)
    }
    let result = temporary()
    let skip = jump(.jumpIfFalse, decision, condition.range)
    var type = place(then, in: result)
    let end = emit(.jump, at: range)
    land(skip)
    if let otherwise {
      let other = place(otherwise, in: result)
      if other != type { type = .any }
    } else {
      let silent = constant(Value(.undefined, flags: .silent))
      emit(.move, b: result, c: silent, at: range)
    }
    land(end)
    return Typed(operand: result, type: type)
  }
}
