import SourceText

typealias ValueType = Vocabulary.ValueType

/// Makes instructions of parsed templates and checks every name on the way.
///
/// Of which type a shared name is, a pass of its own finds out: it takes a name for what was found of it so far, and
/// where that turns out to be wrong runs again and takes all of them for anything.
struct Compiler {
  let linker: Linker
  let options: TemplateOptions
  var program: Program
  var diagnostics: [Diagnostic]
  var unit = UnitState(template: 0, escaping: .none)

  /// Of which type each shared name is; nothing while that is looked for.
  let sharedTypes: [String: ValueType]?
  var foundTypes: [String: ValueType] = [:]
  var assumedTypes: [String: ValueType] = [:]
  var assumesWrongly = false

  var interned: [String: UInt16] = [:]
  /// Instructions and constants that loops written out have become, with attempts that came to nothing.
  var unrolled = 0
  var texts: [[UInt8]: UInt32] = [:]
  var numbers: [Int: UInt32] = [:]
  var contextSlots: [String: Int] = [:]
  var globals: [String: Int] = [:]
  var functions: [String: Int] = [:]
  var blockNames: Set<String> = []
  var variants = VariantTable()
  var waiting: [WaitingMacro] = []
  /// Computes what is known already; nothing is when it is missing.
  let folder: ConstantFolder?
  var knownGlobals: [String: Typed] = [:]
  /// Instructions in front of this one are not changed any more.
  var barrier = 0

  var templates: [ParsedTemplate] { linker.templates }
  var vocabulary: Vocabulary { program.vocabulary }

  /// A value's place with what is known about it.
  struct Typed {
    var operand: UInt32
    var type = ValueType.any
  }

  enum Binding {
    case value(Typed)
    case loop(UInt32, Recursion?)
    /// A loop that is written out item by item has no registers.
    case unrolledLoop
  }

  /// What a recursive loop is run again by: itself as a macro, and how deep it is in itself.
  struct Recursion {
    let macro: UInt32
    let depth: UInt32
  }

  struct Scope {
    var names: [String: Binding] = [:]
    let isTopLevel: Bool
  }

  struct LoopState {
    /// The start of a loop that is written out item by item.
    static let unrolled = -1

    let start: Int
    var breaks: [Int] = []
    let captureDepth: Int
  }

  /// The unit that is being compiled.
  struct UnitState {
    let template: Int
    var escaping: Escaping
    /// Where the text of the template or the block begins; nothing in one that isn't a page.
    var context: EscapeContext?
    /// How values are written, in a page.
    var plan: EscapePlan?
    var scopes: [Scope] = []
    var next: UInt32 = 0
    var most: UInt32 = 0
    /// Text outside of blocks in a template that extends another is not written.
    var discards = false
    var block: Int?
    var loops: [LoopState] = []
    var captureDepth = 0
    var localMacros: [LocalMacro] = []
    /// Whether something needs the loop around it as a loop.
    var refusesUnrolling = false
  }

  /// A macro that copies names of its scope, which may still get other values.
  struct LocalMacro {
    let name: String
    let number: Int
    let operand: UInt32
    /// The index of its scope.
    let scope: Int
    /// Names that had no value in the scope when the macro was made, nor have one yet.
    var missing: Set<String>
  }

  struct WaitingMacro {
    enum Body {
      case macro(Statement.Macro)
      case loop(Statement.Loop)
    }

    let number: Int
    let body: Body
    var captured: [(name: String, type: ValueType)]
    let template: Int
    let escaping: Escaping
    let plan: EscapePlan?
    /// Where the block around begins.
    let context: EscapeContext?
    /// The block around, for `super()`.
    let block: Int?
    /// Whether its own name is not a shared one.
    let isLocal: Bool
    let isCallBody: Bool
  }
}

// MARK: - All templates

extension Compiler {
  /// Of which type each shared name is.
  ///
  /// What it finds rests on no value of a site: one answer does for all its editions.
  static func sharedTypes(
    _ linker: Linker,
    _ vocabulary: Vocabulary,
    _ options: TemplateOptions
  ) -> [String: ValueType] {
    func pass(_ types: [String: ValueType]?) -> Compiler {
      var compiler = Compiler(linker, vocabulary, ValueArena(), options, types, nil)
      compiler.compileAll()
      return compiler
    }
    let first = pass(nil)
    // Where one use took a name for the wrong thing, what was found may rest on that.
    return (first.isConsistent ? first : pass([:])).foundTypes
  }

  static func compile(
    _ linker: Linker,
    sharedTypes: [String: ValueType],
    vocabulary: Vocabulary,
    constants: ValueArena,
    locales: [String: LocaleText],
    options: TemplateOptions,
    known: KnownValues?
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    let folder = known.map { ConstantFolder($0, vocabulary) }
    var compiler = Compiler(linker, vocabulary, constants, options, sharedTypes, folder)
    compiler.program.locales = locales
    compiler.compileAll()
    // A unit that stands at two places is compiled twice, with the same faults.
    return (compiler.program, Set(compiler.diagnostics).sorted())
  }

  private init(
    _ linker: Linker,
    _ vocabulary: Vocabulary,
    _ constants: ValueArena,
    _ options: TemplateOptions,
    _ types: [String: ValueType]?,
    _ folder: ConstantFolder?
  ) {
    self.folder = folder
    self.linker = linker
    self.options = options
    sharedTypes = types
    diagnostics = linker.diagnostics
    program = Program(vocabulary: vocabulary)
    program.arena = constants
    program.comma = program.arena.text(", ")
    program.formats = (
      program.arena.text("%Y-%m-%d"), program.arena.text("%Y-%m-%dT%H:%M:%S%:z"),
      program.arena.text("%a, %d %b %Y %H:%M:%S %z")
    )
    program.isLenient = options.undefined != .strict
    program.isChainable = options.undefined == .chainable
    program.writesLists = options.writesLists
    program.escapesAsJinja = options.escaping == .html || options.escaping == .none
    program.constants = [.undefined, .none, .bool(false), .bool(true), .absent]
    program.names = linker.templates.map(\.source.name)
    program.paths = linker.templates.map(\.source.path)
    program.sources = linker.templates.map(\.source.bytes)
    for (index, global) in vocabulary.globals.enumerated() { globals[global.name] = index }
    for (index, function) in vocabulary.functions.enumerated() { functions[function.name] = index }
    var contextNames = linker.contextNames
    if linker.isolates {
      // What only the page knows is hidden by leaving its slot empty.
      let hidden = vocabulary.globals.filter(\.isOfPage).map(\.name)
      contextNames += hidden.filter { !linker.contextNames.contains($0) }
    }
    for (slot, name) in contextNames.enumerated() {
      contextSlots[name] = slot
      if let global = globals[name] {
        program.contextGlobals.append((slot, global))
        foundTypes[name] = vocabulary.globals[global].type
      }
    }
    program.contextCount = contextNames.count
    program.exports = linker.templates.map { template in
      contextNames.map { template.exportedNames.contains($0) }
    }
    takeKnownGlobals()
    for template in linker.templates {
      for block in template.blocks { blockNames.insert(block.name.text) }
    }
  }

  private mutating func compileAll() {
    compileVariants()
    checkSize()
    finishTables()
  }

  /// Instructions number names, macros, variants and the registers of loops with 16 bits, which are cut
  /// off on the way: beyond that the program is of no use.
  private mutating func checkSize() {
    let most = [
      program.attributeNames.count, program.macros.count, program.roots.count,
      program.blockNames.count, program.units.map(\.registers).max() ?? 0,
    ].max()
    guard let most, most >= Int(UInt16.max) else { return }
    diagnostics.append(
      Diagnostic(
        "template/too-large",
        "the templates hold more names, macros or values than can be numbered",
        path: program.paths[0],
        range: SourceRange(start: 0, end: 0),
        hint: "at most 65534 of each; make fewer of them"
      )
    )
  }

  private mutating func finishTables() {
    let names = interned
    program.arena.intern { names[String(decoding: $0, as: UTF8.self)].map { $0 &+ 1 } ?? 0 }
    let count = program.attributeNames.count
    program.contextSlots = program.attributeNames.map { UInt16((contextSlots[$0] ?? -1) + 1) }
    program.fieldTable = Array(repeating: 0, count: count * vocabulary.objectTypes.count)
    for (type, object) in vocabulary.objectTypes.enumerated() {
      for (field, name) in object.fields.enumerated() {
        if let id = interned[name.name] {
          program.fieldTable[type * count + Int(id)] = UInt16(field + 1)
        }
      }
    }
  }

  /// Compiles one unit and gives it its number.
  mutating func makeUnit(
    _ state: UnitState,
    title: String,
    _ body: (inout Compiler) -> Void
  ) -> Int {
    let number = program.units.count
    program.units.append(
      Program.Unit(template: state.template, escaping: state.escaping, title: title)
    )
    let outer = unit
    unit = state
    program.units[number].entry = program.code.count
    setBarrier()
    body(&self)
    forgetMacros(from: 0)
    emit(.end, at: SourceRange(start: 0, end: 0))
    program.units[number].registers = Int(unit.most)
    unit = outer
    return number
  }

  mutating func parameter(_ name: String, _ type: ValueType = .any) {
    let register = temporary()
    unit.scopes[0].names[name] = .value(Typed(operand: register, type: type))
  }
}

// MARK: - Code, constants and registers

extension Compiler {
  static let undefined = Operand.constants
  static let absent = Operand.constants | 4

  @discardableResult
  mutating func emit(
    _ operation: Instruction.Operation,
    flag: UInt8 = 0,
    a: UInt16 = 0,
    b: UInt32 = 0,
    c: UInt32 = 0,
    d: UInt32 = 0,
    at range: SourceRange
  ) -> Int {
    program.code.append(Instruction(operation: operation, flag: flag, a: a, b: b, c: c, d: d))
    program.places.append(Program.Place(template: Int32(unit.template), range: range))
    return program.code.count - 1
  }

  /// Lets the jump at `index` go to the next instruction.
  mutating func land(_ index: Int) {
    program.code[index].b = UInt32(program.code.count)
    setBarrier()
  }

  /// The next instruction may be jumped to: it stays apart from those in front of it.
  mutating func setBarrier() { barrier = program.code.count }

  mutating func temporary() -> UInt32 {
    let register = unit.next
    unit.next += 1
    unit.most = max(unit.most, unit.next)
    return register
  }

  /// Neighbouring registers for arguments.
  mutating func temporaries(_ count: Int) -> UInt32 {
    let first = unit.next
    unit.next += UInt32(count)
    unit.most = max(unit.most, unit.next)
    return first
  }

  mutating func intern(_ name: String) -> UInt16 {
    if let id = interned[name] { return id }
    let id = UInt16(truncatingIfNeeded: program.attributeNames.count)
    interned[name] = id
    program.attributeNames.append(name)
    var text = program.arena.text(name)
    text.extra = id &+ 1
    program.attributeTexts.append(text)
    return id
  }

  mutating func constant(_ value: Value) -> UInt32 {
    program.constants.append(value)
    return Operand.constants | UInt32(program.constants.count - 1)
  }

  mutating func constant(_ number: Int) -> UInt32 {
    if let known = numbers[number] { return known }
    let operand = constant(.int(number))
    numbers[number] = operand
    return operand
  }

  mutating func constant(text: [UInt8]) -> UInt32 {
    if let known = texts[text] { return known }
    let value = text.withUnsafeBufferPointer { program.arena.text($0, flags: []) }
    let operand = constant(value)
    texts[text] = operand
    return operand
  }

  mutating func report(
    _ id: FaultID,
    _ message: String,
    _ range: SourceRange,
    hint: String? = nil
  ) {
    let path = templates[unit.template].source.path
    diagnostics.append(Diagnostic(id, message, path: path, range: range, hint: hint))
  }

  func nearest(_ name: String, _ names: some Sequence<String>) -> String? {
    nearestName(to: name, in: names.sorted()).map { "did you mean '\($0)'?" }
  }
}
