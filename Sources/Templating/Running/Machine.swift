import SourceText

/// The memory and the state of one running template program.
///
/// It is made once per worker; nothing is allocated per page once its memory has grown to what
/// the pages need. What runs for every value is `mutating` even where it changes nothing: a machine that
/// is only borrowed is copied for the call, all 700 bytes.
struct Machine: ~Copyable {
  static let maximumDepth = 100
  static let maximumOutput = 64 << 20
  static let maximumText = 1 << 20
  static let maximumItems = 100_000
  /// Turns of loops of one page: a second's work, and a hundred times a page of 64 MiB in lines.
  static let maximumSteps = 10_000_000
  /// Bytes and values of one page beside its output.
  static let maximumScratch = 256 << 20

  static let isLoading = -2

  var program: Program
  var arena: ValueArena
  /// Where texts are put together before they go to the arena.
  var work = ByteBuffer(capacity: 4_096)

  let code: UnsafeMutablePointer<Instruction>
  let literals: UnsafeMutablePointer<UInt8>
  /// The four spaces of operands.
  let spaces: UnsafeMutablePointer<UnsafeMutablePointer<Value>>
  let constants: UnsafeMutablePointer<Value>
  let globals: UnsafeMutablePointer<Value>
  var registers: UnsafeMutablePointer<Value>
  var registerCapacity = 1_024
  var context: UnsafeMutablePointer<Value>
  var contextCapacity = 1_024
  var contextTop = 0

  var pc = 0
  var frame = Frame()
  var frames: [Frame] = []
  /// Values on their way into a list, and where each such list begins.
  var collecting: [Value] = []
  var collectMarks: [Int] = []
  /// Numbers of items in the order of their keys, or the slots of a hash table.
  var places: [Int32] = []
  var mergedPlaces: [Int32] = []
  /// Where kept back output begins.
  var captures: [Int] = []
  /// The context of each template that was imported without one, or -1, or ``isLoading``.
  var modules: [Int]
  var importCount = 0
  var arguments = TemplateArguments()
  /// Values of this page that were not written as they are.
  var warnings: [Diagnostic] = []
  /// The blocks of pages that extend what only they know, in front of each the page's template.
  var chosenChains: [[[Int]]] = []
  /// Turns of loops and items that filters looked at.
  var steps = 0

  init(_ program: Program) {
    self.program = program
    arena = ValueArena(readingConstantsOf: program.arena)
    code = .allocate(capacity: program.code.count + 1)
    for (index, instruction) in program.code.enumerated() {
      (code + index).initialize(to: instruction)
    }
    literals = .allocate(capacity: program.literals.count + 1)
    for (index, byte) in program.literals.enumerated() { (literals + index).initialize(to: byte) }
    constants = .allocate(capacity: program.constants.count + 1)
    for (index, value) in program.constants.enumerated() {
      (constants + index).initialize(to: value)
    }
    let globalCount = program.vocabulary.globals.count + 1
    globals = .allocate(capacity: globalCount)
    globals.initialize(repeating: .undefined, count: globalCount)
    registers = .allocate(capacity: registerCapacity)
    registers.initialize(repeating: .undefined, count: registerCapacity)
    context = .allocate(capacity: contextCapacity)
    context.initialize(repeating: .undefined, count: contextCapacity)
    spaces = .allocate(capacity: 4)
    spaces.initialize(to: registers)
    (spaces + 1).initialize(to: context)
    (spaces + 2).initialize(to: globals)
    (spaces + 3).initialize(to: constants)
    modules = Array(repeating: -1, count: program.roots.count)
    frames.reserveCapacity(64)
    collecting.reserveCapacity(256)
  }

  deinit {
    code.deallocate()
    literals.deallocate()
    constants.deallocate()
    globals.deallocate()
    registers.deallocate()
    context.deallocate()
    spaces.deallocate()
  }
}

// MARK: - Frames

extension Machine {
  /// One unit that runs.
  struct Frame: BitwiseCopyable {
    enum Kind: UInt8 { case page, include, block, scopedBlock, macro, module }

    var kind = Kind.page
    /// Whether the output becomes a value of the caller.
    var isCaptured = false
    var unit = 0
    var registerBase = 0
    var contextBase = 0
    /// The template whose blocks are shown.
    var leaf = 0
    var block = 0
    /// How many templates above the page's own the block stands.
    var level = 0
    /// Includes, macros and imports around.
    var depth = 0
    // What the caller gets back.
    var returnPC = 0
    var destination: UInt32 = 0
    var outputStart = 0
    var contextTop = 0
    var importCount = 0
    var captureCount = 0
    /// The template to go on with at the end, one more than its number.
    var parent = 0
    /// Where the output behind `extends` begins, which is dropped.
    var extendsStart = 0
  }

  @inline(__always)
  func load(_ operand: UInt32) -> Value {
    spaces[Int(operand >> 30)][Int(operand & Operand.indexMask)]
  }

  @inline(__always)
  func store(_ value: Value, _ operand: UInt32) {
    spaces[Int(operand >> 30)][Int(operand & Operand.indexMask)] = value
  }

  /// Lets operands mean the registers and the context of the current frame.
  mutating func aimSpaces() {
    spaces[0] = registers + frame.registerBase
    spaces[1] = context + frame.contextBase
  }

  /// Enters a unit; the caller's frame waits until it ends.
  mutating func enter(_ next: Frame, unit: Int) throws(TemplateFault) {
    var next = next
    next.unit = unit
    next.returnPC = pc
    next.registerBase = frame.registerBase + program.units[frame.unit].registers
    guard next.depth <= Machine.maximumDepth else {
      throw TemplateFault(
        "template/recursion",
        "templates and macros are nested more than \(Machine.maximumDepth) deep",
        hint: "something includes or calls itself without an end"
      )
    }
    let needed = next.registerBase + program.units[unit].registers
    if needed > registerCapacity { growRegisters(to: needed) }
    frames.append(frame)
    frame = next
    aimSpaces()
    pc = program.units[unit].entry - 1
  }

  mutating func growRegisters(to needed: Int) {
    let capacity = max(needed, registerCapacity * 2)
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    larger.initialize(repeating: .undefined, count: capacity)
    larger.update(from: registers, count: registerCapacity)
    registers.deallocate()
    registers = larger
    registerCapacity = capacity
    aimSpaces()
  }

  /// A context of its own: a copy of the one at `base`, or a fresh one with the globals, of which
  /// those of the page are left out if they are hidden.
  mutating func makeContext(copying base: Int?, hidesPage: Bool = false) -> Int {
    let count = program.contextCount
    let first = contextTop
    if first + count > contextCapacity {
      let capacity = max(first + count, contextCapacity * 2)
      let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
      larger.initialize(repeating: .undefined, count: capacity)
      larger.update(from: context, count: contextCapacity)
      context.deallocate()
      context = larger
      contextCapacity = capacity
      aimSpaces()
    }
    contextTop += count
    if let base {
      (context + first).update(from: context + base, count: count)
    } else {
      (context + first).update(repeating: .undefined, count: count)
      for (slot, global) in program.contextGlobals
      where !hidesPage || !program.vocabulary.globals[global].isOfPage {
        context[first + slot] = globals[global]
      }
    }
    return first
  }

  /// Leaves the current unit.
  ///
  /// - Returns: whether the page goes on.
  mutating func leave(_ output: inout ByteBuffer) -> Bool {
    guard let caller = frames.popLast() else { return false }
    let ended = frame
    frame = caller
    aimSpaces()
    pc = ended.returnPC
    if ended.kind == .module {
      output.truncate(to: ended.outputStart)
      let module = Value(
        .module,
        extra: UInt16(program.units[program.roots[ended.block]].template),
        bits: UInt64(ended.contextBase)
      )
      if modules[ended.block] == Machine.isLoading { modules[ended.block] = ended.contextBase }
      store(module, ended.destination)
    } else if ended.isCaptured {
      let isHTML = program.units[ended.unit].escaping == .html
      store(takeOutput(from: ended.outputStart, &output, isHTML: isHTML), ended.destination)
    }
    let ownsContext = ended.kind == .include || ended.kind == .scopedBlock
    if ownsContext, importCount == ended.importCount { contextTop = ended.contextTop }
    return true
  }

  mutating func takeOutput(
    from start: Int,
    _ output: inout ByteBuffer,
    isHTML: Bool
  ) -> Value {
    let value = output.withBytes { bytes in
      arena.text(UnsafeBufferPointer(rebasing: bytes[start...]), flags: isHTML ? .html : [])
    }
    output.truncate(to: start)
    return value
  }
}
