import SourceText

/// What a set of templates may take as fixed while it is compiled.
///
/// It folds into the program: an address of the configuration becomes bytes beside the markup around
/// it, a menu becomes its entries, a branch that depends on a setting is taken or left out.
package struct KnownValues {
  /// Values by the index of their global; texts, lists and maps lie in the constants.
  package var globals: [Int: Value]
  /// Answers fields and functions that are declared as constant.
  package var host: any TemplateHost

  package init(globals: [Int: Value], host: any TemplateHost) {
    self.globals = globals
    self.host = host
  }
}

/// Computes constants by running the instruction that would compute them on every page.
final class ConstantFolder {
  let globals: [Int: Value]
  private var machine: Machine
  private var host: ConstantHost
  /// Bytes of texts, lists and maps that were computed so far.
  private var made = 0
  /// With more of them a page computes the rest itself.
  private static let mostMade = 4 << 20

  init(_ known: KnownValues, _ vocabulary: Vocabulary) {
    globals = known.globals
    machine = Machine(Program(vocabulary: vocabulary))
    host = ConstantHost(base: known.host, vocabulary: vocabulary)
  }

  /// The result of one instruction.
  ///
  /// - Parameters:
  ///   - instruction: its result goes to the register `b`.
  ///   - registers: what the registers hold that it reads.
  ///   - program: the program so far; what is made goes to its constants.
  /// - Returns: `nil` when it is a fault or undefined, which the page has to show in its own words.
  func value(
    of instruction: Instruction,
    _ registers: [UInt32: Value],
    in program: inout Program
  ) -> Value? {
    let before = program.arena.size
    guard made < ConstantFolder.mostMade else { return nil }
    let value = machine.fold(instruction, registers, &host, &program)
    made += program.arena.size - before
    return value
  }

  /// What a page writes of a value; `nil` when that is a fault or a warning.
  func text(of value: Value, as escaping: UInt8, in program: inout Program) -> [UInt8]? {
    guard made < ConstantFolder.mostMade else { return nil }
    let text = machine.foldOutput(of: value, escaping, &host, &program)
    made += text?.count ?? 0
    return text
  }
}

/// A host that knows no page: whatever depends on one is refused.
private struct ConstantHost: TemplateHost {
  var base: any TemplateHost
  let vocabulary: Vocabulary

  private static var notConstant: TemplateFault {
    TemplateFault("template/value", "this depends on the page")
  }

  mutating func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    guard vocabulary.objectTypes[type].fields[field].isConstant else { throw Self.notConstant }
    return try base.field(field, ofType: type, id: id, in: &arena)
  }

  mutating func call(
    _ function: Int,
    _ arguments: TemplateArguments,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    guard vocabulary.functions[function].isConstant else { throw Self.notConstant }
    return try base.call(function, arguments, in: &arena)
  }
}

// MARK: - One instruction

extension Machine {
  /// Lends the program and its constants to `body`, so that nothing of them is copied.
  private mutating func borrowing<Result>(
    _ program: inout Program,
    _ body: (inout Machine) throws(TemplateFault) -> Result
  ) -> Result? {
    // A fault of the instruction shows its place, the first one of the program.
    guard !program.places.isEmpty else { return nil }
    swap(&self.program, &program)
    swap(&arena, &self.program.arena)
    defer {
      swap(&arena, &self.program.arena)
      swap(&self.program, &program)
      spaces[3] = constants
      warnings.removeAll()
      collecting.removeAll()
      collectMarks.removeAll()
      work.removeAll()
    }
    frame = Frame()
    steps = 0
    aimSpaces()
    pc = 0
    var known: [Value] = []
    swap(&known, &self.program.constants)
    defer { swap(&known, &self.program.constants) }
    return known.withUnsafeMutableBufferPointer { known -> Result? in
      guard let base = known.baseAddress else { return nil }
      spaces[3] = base
      do throws(TemplateFault) {
        let result = try body(&self)
        return warnings.isEmpty ? result : nil
      } catch {
        return nil
      }
    }
  }

  fileprivate mutating func fold<Host: TemplateHost>(
    _ instruction: Instruction,
    _ inputs: [UInt32: Value],
    _ host: inout Host,
    _ program: inout Program
  ) -> Value? {
    let highest = Int(max(instruction.b, inputs.keys.max() ?? 0))
    if highest >= registerCapacity { growRegisters(to: highest + 1) }
    let result = borrowing(&program) { (machine) throws(TemplateFault) -> Value in
      for (register, value) in inputs { machine.registers[Int(register)] = value }
      machine.code[0] = instruction
      var nothing = ByteBuffer(capacity: 64)
      _ = try machine.step(&host, &nothing)
      return machine.registers[Int(instruction.b)]
    }
    guard let result else { return nil }
    switch result.tag {
    case .list where hasUndefined(result, in: program.arena): return nil
    case .none, .bool, .int, .double, .text, .list, .map, .object: return result
    case .undefined, .macro, .module, .namespace, .loop, .cycler, .joiner, .absent: return nil
    }
  }

  /// Whether a list has an entry that would be a fault where it is used; the page has to say where.
  private func hasUndefined(_ list: Value, in arena: ValueArena) -> Bool {
    (0..<list.count).contains { index in
      let item = arena.element(index, of: list)
      return item.isUndefined || item.tag == .list && hasUndefined(item, in: arena)
    }
  }

  fileprivate mutating func foldOutput<Host: TemplateHost>(
    of value: Value,
    _ escaping: UInt8,
    _ host: inout Host,
    _ program: inout Program
  ) -> [UInt8]? {
    borrowing(&program) { (machine) throws(TemplateFault) -> [UInt8] in
      var output = ByteBuffer(capacity: 256)
      try machine.write(value, flag: escaping, &output)
      return output.bytes()
    }
  }
}
