import SourceText

/// The compiled form of all templates.
struct Program: Sendable {
  var names: [String] = []
  var paths: [String] = []
  var sources: [[UInt8]] = []
  var code: [Instruction] = []
  /// The place of each instruction.
  var places: [Place] = []
  var literals: [UInt8] = []
  var constants: [Value] = []
  var arena = ValueArena()
  var units: [Unit] = []
  /// The unit of each variant's own text, -1 for one that nothing uses.
  ///
  /// A variant is a template that begins at a certain place of a page. The first are the templates
  /// in their order, as pages of their own.
  var roots: [Int] = []
  /// Templates whose values are escaped by where they stand.
  var isContextual: [Bool] = []
  var macros: [Macro] = []
  var callSites: [CallSite] = []
  var includeSites: [IncludeSite] = []

  /// All names of attributes and keywords, by interned number.
  var attributeNames: [String] = []
  var attributeTexts: [Value] = []
  /// The field of a type, one more than its index, at `type * attributeNames.count + name`.
  var fieldTable: [UInt16] = []
  /// The shared name with an interned number, one more than its slot.
  var contextSlots: [UInt16] = []
  var contextCount = 0
  /// Shared names that begin as a global.
  var contextGlobals: [(slot: Int, global: Int)] = []
  /// For each template, whether a shared name is given to those who import it.
  var exports: [[Bool]] = []

  /// Formats of dates that have a name.
  var formats = (day: Value(.text), rfc3339: Value(.text), rfc822: Value(.text))
  /// What a joiner writes by default.
  var comma = Value(.text)

  /// The name of each block at each place where templates have it.
  var blockNames: [String] = []
  /// For each variant and such block: the units from the page's template up to its root.
  var blockChains: [[Int]] = []

  var vocabulary: Vocabulary
  var locales: [String: LocaleText] = [:]
  var isLenient = false
  var isChainable = false
  var writesLists = false
  /// Whether nothing but `safe` decides what is escaped, as in Jinja; never in a theme.
  var escapesAsJinja = false

  /// The field of a type with an interned name, one more than its index; 0 for none.
  @inline(__always)
  func field(_ name: UInt16, ofType type: Int) -> UInt16 {
    // While templates are compiled there is no table yet.
    guard !fieldTable.isEmpty else { return searchedField(name, ofType: type) }
    return fieldTable[type * attributeNames.count + Int(name)]
  }

  private func searchedField(_ name: UInt16, ofType type: Int) -> UInt16 {
    let fields = vocabulary.objectTypes[type].fields
    let index = fields.firstIndex { $0.name == attributeNames[Int(name)] }
    return UInt16((index ?? -1) + 1)
  }

  struct Place: BitwiseCopyable, Sendable {
    let template: Int32
    private let start: UInt32
    private let end: UInt32

    init(template: Int32, range: SourceRange) {
      self.template = template
      start = range.start
      end = range.end
    }

    var range: SourceRange { SourceRange(start: start, end: end) }
  }

  /// A run of instructions with registers of its own.
  struct Unit: Sendable {
    var entry = 0
    var registers = 0
    let template: Int
    let escaping: Escaping
    /// Shown in the notes of a fault, such as "block 'main'".
    let title: String
  }

  struct Macro: Sendable {
    let name: String
    let unit: Int
    /// Interned names; arguments stand in the first registers.
    let parameters: [UInt16]
    let uses: Statement.Macro.Uses
  }

  /// The arguments of a call in registers: positional ones first, then those with names.
  struct CallSite: Sendable {
    let first: Int
    let positional: Int
    let keywords: [UInt16]
    /// Whether a list with further arguments stands behind them, and then a map.
    var hasList = false
    var hasMap = false
  }

  struct IncludeSite: Sendable {
    /// The variant, -1 when the template is named by a value.
    var template: Int
    /// Whether values are escaped by where they stand.
    var isContextual = false
    let ignoresMissing: Bool
    let hasContext: Bool
    /// Local names that the other template sees: its shared slot and the operand.
    let visible: [(slot: Int, operand: UInt32)]
  }
}
