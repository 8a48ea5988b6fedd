import SourceText

// What is known when a theme is read is computed then, and not on every page.

extension Compiler {
  /// Emits an instruction whose result goes to a register, or computes the result at once.
  ///
  /// - Parameters:
  ///   - instruction: `b` is the register of its result.
  ///   - operands: what it reads.
  ///   - first: the first of the neighbouring registers that it reads.
  ///   - count: how many these are.
  ///   - range: its place.
  /// - Returns: where the result is: the register, or a constant.
  mutating func compute(
    _ instruction: Instruction,
    reading operands: [UInt32] = [],
    from first: UInt32 = 0,
    count: Int = 0,
    at range: SourceRange
  ) -> UInt32 {
    if let folded = fold(instruction, operands, first..<first + UInt32(count)) { return folded }
    program.code.append(instruction)
    program.places.append(Program.Place(template: Int32(unit.template), range: range))
    return instruction.b
  }

  private mutating func fold(
    _ instruction: Instruction,
    _ operands: [UInt32],
    _ registers: Range<UInt32>
  ) -> UInt32? {
    guard let folder, operands.allSatisfy({ $0 >= Operand.constants }),
      let (values, start) = knownRegisters(registers),
      let value = folder.value(of: instruction, values, in: &program)
    else { return nil }
    removeCode(from: start)
    return constant(value)
  }

  /// The values that the last instructions put into registers, if all of them are constants.
  ///
  /// - Returns: them, and where these instructions begin.
  private func knownRegisters(_ registers: Range<UInt32>) -> (values: [UInt32: Value], start: Int)?
  {
    var values: [UInt32: Value] = [:]
    var start = program.code.count
    while values.count < registers.count, start > barrier {
      let move = program.code[start - 1]
      guard move.operation == .move, registers.contains(move.b), move.c >= Operand.constants else {
        return nil
      }
      start -= 1
      // The last one counts.
      if values[move.b] == nil { values[move.b] = known(move.c) }
    }
    return values.count == registers.count ? (values, start) : nil
  }

  /// The value of a constant operand.
  func known(_ operand: UInt32) -> Value? {
    guard operand >= Operand.constants else { return nil }
    return program.constants[Int(operand & Operand.indexMask)]
  }

  /// Makes constants of the globals that are known and that no template gives another value.
  mutating func takeKnownGlobals() {
    for (index, value) in folder?.globals ?? [:] {
      let global = vocabulary.globals[index]
      guard !linker.contextNames.contains(global.name) else { continue }
      knownGlobals[global.name] = Typed(operand: constant(value), type: global.type)
    }
  }

  mutating func removeCode(from start: Int) {
    program.code.removeSubrange(start...)
    program.places.removeSubrange(start...)
  }
}

// MARK: - Output

extension Compiler {
  /// Writes bytes as they are, together with those in front of them.
  mutating func raw(_ bytes: some Collection<UInt8>, at range: SourceRange) {
    guard !bytes.isEmpty else { return }
    let first = program.literals.count
    program.literals.append(contentsOf: bytes)
    if program.code.count > barrier, let last = program.code.last, last.operation == .raw,
      Int(last.b + last.c) == first
    {
      program.code[program.code.count - 1].c += UInt32(bytes.count)
    } else {
      emit(.raw, b: UInt32(first), c: UInt32(bytes.count), at: range)
    }
  }

  /// Writes a value where the page escapes it in one way.
  mutating func write(_ operand: UInt32, as escaping: Escaping, at range: SourceRange) {
    if let folder, let value = known(operand),
      let text = folder.text(of: value, as: escaping.rawValue, in: &program)
    {
      return raw(text, at: range)
    }
    emit(.emit, flag: escaping.rawValue, b: operand, at: range)
  }
}

// MARK: - Branches

extension Compiler {
  /// Whether a condition is known to hold.
  mutating func truth(of operand: UInt32) -> Bool? {
    guard let folder, let value = known(operand), !value.isUndefined else { return nil }
    let instruction = Instruction(operation: .not, b: 0, c: operand)
    return folder.value(of: instruction, [:], in: &program)?.boolValue.map { !$0 }
  }

  /// Compiles something for its faults alone.
  mutating func checkOnly(_ body: (inout Compiler) -> Void) {
    let (start, literals, outer) = (program.code.count, program.literals.count, barrier)
    // Nothing of it may join what stands in front of it.
    setBarrier()
    body(&self)
    removeCode(from: start)
    program.literals.removeSubrange(literals...)
    for index in unit.loops.indices { unit.loops[index].breaks.removeAll { $0 >= start } }
    barrier = outer
  }

  /// Whether a body may be left out, or written several times: it defines nothing that is called,
  /// imported or overridden.
  static func isFoldable(_ body: [Statement]) -> Bool {
    body.allSatisfy { statement in
      switch statement {
      case .text, .output, .include, .evaluate, .breakLoop, .continueLoop, .set: true
      case .condition(let branches): branches.allSatisfy { isFoldable($0.body) }
      case .loop(let loop):
        !loop.isRecursive && isFoldable(loop.body) && isFoldable(loop.otherwise ?? [])
      case .with(_, let body), .filtered(_, let body, _), .capture(_, _, let body):
        isFoldable(body)
      case .escaping, .macro, .callBlock, .importing, .extends, .block: false
      }
    }
  }

  /// What a condition comes to.
  enum Decision {
    case known(Bool)
    /// It is computed on each page, and turned round if need be.
    case depends(on: UInt32, isNegated: Bool)
  }

  // Computes a condition; `folds` says whether the answer may be known already.
  mutating func decide(_ condition: Expression, folds: Bool) -> Decision {
    if case .not(let inner) = condition.kind {
      switch decide(inner, folds: folds) {
      case .known(let holds): return .known(!holds)
      case .depends(let operand, let isNegated):
        return .depends(on: operand, isNegated: !isNegated)
      }
    }
    let operand = value(condition).operand
    if folds, let holds = truth(of: operand) { return .known(holds) }
    return .depends(on: operand, isNegated: false)
  }

  /// A jump on a condition, still without its target.
  mutating func jump(
    _ operation: Instruction.Operation,
    _ decision: Decision,
    _ range: SourceRange
  ) -> Int {
    switch decision {
    case .known(let holds):
      return emit(operation, c: Operand.constants | (holds ? 3 : 2), at: range)
    case .depends(let operand, let isNegated):
      let other: Instruction.Operation = operation == .jumpIfFalse ? .jumpIfTrue : .jumpIfFalse
      return emit(isNegated ? other : operation, c: operand, at: range)
    }
  }
}

// MARK: - Loops

extension Compiler {
  /// Items of a list that are written out one by one; a longer list stays a loop.
  private static let unrolledItems = 32
  /// Instructions that one loop may become.
  private static let unrolledCode = 2_048
  /// The same for all loops of a compilation, with attempts that come to nothing.
  private static let unrolledInAll = 131_072
  /// Bytes of text that one loop may become.
  private static let unrolledText = 65_536

  /// Writes the body of a loop once for each item of a list that is known.
  ///
  /// - Returns: `false`, and nothing has happened, when the loop has to stay one.
  mutating func unroll(_ loop: Statement.Loop, over list: Typed) -> Bool {
    guard folder != nil, let value = known(list.operand), value.tag == .list, value.count > 0,
      value.count <= Compiler.unrolledItems, loop.condition == nil, case .name = loop.target,
      Compiler.isFoldable(loop.body), unrolled < Compiler.unrolledInAll
    else { return false }
    let start = program.code.count
    let literals = program.literals.count
    let saved = (unit: unit, faults: diagnostics.count, waiting: waiting.count, barrier: barrier)
    let item: ValueType = if case .list(let inner) = list.type { inner } else { .any }
    setBarrier()
    unit.loops.append(LoopState(start: LoopState.unrolled, captureDepth: unit.captureDepth))
    for index in 0..<value.count where !unit.refusesUnrolling {
      let before = program.code.count + program.constants.count
      let operand = constant(program.arena.element(index, of: value))
      scoped { compiler in
        compiler.unit.scopes[compiler.unit.scopes.count - 1].names["loop"] = .unrolledLoop
        compiler.bind(loop.target, operand, item, loop.iterable.range)
        compiler.statements(loop.body)
      }
      unrolled += max(1, program.code.count + program.constants.count - before)
      if program.code.count - start > Compiler.unrolledCode
        || program.literals.count - literals > Compiler.unrolledText
        || unrolled >= Compiler.unrolledInAll
      {
        unit.refusesUnrolling = true
      }
    }
    guard unit.refusesUnrolling else {
      unit.loops.removeLast()
      if let otherwise = loop.otherwise {
        checkOnly { compiler in compiler.scoped { $0.statements(otherwise) } }
      }
      return true
    }
    removeCode(from: start)
    program.literals.removeSubrange(literals...)
    diagnostics.removeSubrange(saved.faults...)
    waiting.removeSubrange(saved.waiting...)
    barrier = saved.barrier
    // An unrolled loop around can't be one either if what refuses it stands in this one.
    let most = unit.most
    unit = saved.unit
    unit.most = max(unit.most, most)
    return false
  }
}
