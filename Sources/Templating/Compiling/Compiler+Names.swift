import SourceText

extension Compiler {
  /// Remembers of which type a value of a shared name is.
  mutating func record(_ name: String, _ type: ValueType) {
    guard contextSlots[name] != nil else { return }
    if let known = foundTypes[name], known != type {
      foundTypes[name] = .any
    } else {
      foundTypes[name] = type
    }
  }

  /// Where a name of the templates has its value.
  mutating func lookup(_ name: String) -> Typed? {
    for scope in unit.scopes.reversed() {
      switch scope.names[name] {
      case .value(let typed): return typed
      // The loop itself is not a value; see `loopBase`.
      case .loop, .unrolledLoop: return nil
      case nil: continue
      }
    }
    if let known = knownGlobals[name] { return known }
    let isShared = linker.sharedNames[unit.template].contains(name)
    if let slot = contextSlots[name], isShared || globals[name] != nil {
      return Typed(operand: Operand.context | UInt32(slot), type: sharedType(name))
    }
    guard let global = globals[name] else { return nil }
    return Typed(operand: Operand.globals | UInt32(global), type: vocabulary.globals[global].type)
  }

  /// The type of a shared name: what is known of it, else what was found so far.
  private mutating func sharedType(_ name: String) -> ValueType {
    if let sharedTypes { return sharedTypes[name] ?? .any }
    let type = foundTypes[name] ?? .any
    if assumedTypes.updateValue(type, forKey: name).map({ $0 != type }) ?? false {
      assumesWrongly = true
    }
    return type
  }

  /// Whether each use of a shared name took it for what it turned out to be.
  var isConsistent: Bool {
    !assumesWrongly && assumedTypes.allSatisfy { foundTypes[$0.key] ?? .any == $0.value }
  }

  /// The registers of the loop around.
  mutating func loopBase() -> UInt32? {
    for scope in unit.scopes.reversed() {
      switch scope.names["loop"] {
      case .loop(let base, _): return base
      case .unrolledLoop:
        unit.refusesUnrolling = true
        return nil
      case .value, nil: continue
      }
    }
    return nil
  }

  /// How the loop around is run again, if it is a recursive one.
  func loopRecursion() -> Recursion? {
    for scope in unit.scopes.reversed() {
      if case .loop(_, let recursion) = scope.names["loop"] { return recursion }
    }
    return nil
  }

  /// A name set in one branch only keeps its outer value on the other ways through.
  mutating func declareConditionalNames(_ branches: [Statement.Branch]) {
    guard !unit.scopes[unit.scopes.count - 1].isTopLevel else { return }
    for name in branches.flatMap({ Compiler.setNames(in: $0.body) })
    where !isKeptInRegister(name.text) {
      let outer = lookup(name.text)
      let register = temporary()
      let value = outer?.operand ?? Compiler.undefined
      emit(.move, b: register, c: value, at: name.range)
      let typed = Typed(operand: register, type: .any)
      unit.scopes[unit.scopes.count - 1].names[name.text] = .value(typed)
    }
  }

  private static func setNames(in body: [Statement]) -> [Name] {
    body.flatMap { statement -> [Name] in
      switch statement {
      case .set(let target, _), .capture(let target, _, _): target.names
      case .macro(let macro): [macro.name]
      case .importing(let found): found.module.map { [$0] } ?? found.names.map(\.alias)
      case .condition(let branches): branches.flatMap { setNames(in: $0.body) }
      default: []
      }
    }
  }

  /// Whether the innermost scope has the name, and not as a constant, which another value can't replace.
  private func isKeptInRegister(_ name: String) -> Bool {
    switch unit.scopes[unit.scopes.count - 1].names[name] {
    case nil: false
    case .value(let typed): typed.operand < Operand.constants
    default: true
    }
  }

  /// Gives a name a value in the innermost scope.
  mutating func assign(_ name: Name, _ value: Typed) {
    record(name.text, value.type)
    let top = unit.scopes.count - 1
    if unit.scopes[top].isTopLevel, let slot = contextSlots[name.text] {
      emit(.move, b: Operand.context | UInt32(slot), c: value.operand, at: name.range)
    } else if case .value(let known) = unit.scopes[top].names[name.text],
      known.operand < Operand.constants
    {
      emit(.move, b: known.operand, c: value.operand, at: name.range)
      if known.type != value.type {
        unit.scopes[top].names[name.text] = .value(Typed(operand: known.operand))
      }
    } else {
      let register = temporary()
      emit(.move, b: register, c: value.operand, at: name.range)
      let typed = Typed(operand: register, type: value.type)
      unit.scopes[top].names[name.text] = .value(typed)
    }
    updateMacros(name, value)
  }

  mutating func set(_ target: Target, _ expression: Expression) {
    let value = value(expression)
    switch target {
    case .name(let name): assign(name, value)
    case .attribute, .parts: unpack(target, value.operand, expression.range)
    }
  }

  mutating func unpack(_ target: Target, _ operand: UInt32, _ range: SourceRange) {
    switch target {
    case .name(let name): assign(name, Typed(operand: operand))
    case .attribute(let object, let attribute): setAttribute(object, attribute, operand)
    case .parts(let parts, _):
      let first = temporaries(parts.count)
      emit(.unpack, b: first, c: operand, d: UInt32(parts.count), at: range)
      for (index, part) in parts.enumerated() { unpack(part, first + UInt32(index), range) }
    }
  }

  private mutating func setAttribute(_ object: Name, _ attribute: Name, _ operand: UInt32) {
    let namespace = lookup(object.text) ?? Typed(operand: Compiler.undefined)
    if namespace.operand == Compiler.undefined { unknownName(object.text, object.range) }
    let id = intern(attribute.text)
    emit(.setAttribute, a: id, b: namespace.operand, c: operand, at: object.range)
  }

  /// What a body writes, as a text.
  mutating func captured(_ body: [Statement], _ range: SourceRange) -> Typed {
    emit(.capture, at: range)
    let discards = unit.discards
    unit.discards = false
    unit.captureDepth += 1
    scoped { $0.statements(body) }
    unit.captureDepth -= 1
    unit.discards = discards
    let result = temporary()
    emit(.captured, flag: unit.escaping == .html ? 1 : 0, b: result, at: range)
    return Typed(operand: result)
  }

  mutating func capture(
    _ target: Target,
    _ filters: [FilterUse],
    _ body: [Statement]
  ) {
    var text = chain(filters, captured(body, target.range))
    if !filters.isEmpty, unit.escaping == .html, program.escapesAsJinja {
      let safe = FilterUse(name: Name(text: "safe", range: target.range), arguments: .none)
      text = chain([safe], text)
    }
    switch target {
    case .name(let name): assign(name, text)
    case .attribute, .parts: unpack(target, text.operand, target.range)
    }
  }

  mutating func with(_ entries: [(name: Name, value: Expression)], _ body: [Statement]) {
    let next = unit.next
    let first = temporaries(entries.count)
    var types: [ValueType] = []
    for (index, entry) in entries.enumerated() {
      types.append(place(entry.value, in: first + UInt32(index)))
    }
    scoped { compiler in
      for (index, entry) in entries.enumerated() {
        let target = Target.name(entry.name)
        compiler.bind(target, first + UInt32(index), types[index], entry.name.range)
      }
      compiler.statements(body)
    }
    unit.next = next
  }
}
