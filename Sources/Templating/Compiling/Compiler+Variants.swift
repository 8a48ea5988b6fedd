import SourceText

/// Templates and blocks by where in a page they begin, and which of them still have to be made.
///
/// Most begin in one place only. One that stands in two, such as the block of a title that is
/// also a heading, is compiled twice: its values are written differently.
struct VariantTable {
  /// A template at a place; no place for one that isn't a page.
  struct Variant: Hashable {
    let template: Int
    let context: EscapeContext?
  }

  /// A block's name at a place.
  struct Slot: Hashable {
    let name: String
    let context: EscapeContext?
  }

  /// A block of one template at a place.
  struct BlockUnit: Hashable {
    let template: Int
    let slot: Int
  }

  var all: [Variant] = []
  var numbers: [Variant: Int] = [:]
  var wanted: Set<Int> = []
  var waiting: [Int] = []

  var slots: [Slot: Int] = [:]
  var units: [BlockUnit: Int] = [:]
  var waitingBlocks: [(block: Statement.Block, template: Int, slot: Int)] = []
}

// MARK: - Modes

extension Compiler {
  /// The mode of a template without regard to places.
  private func escaping(of template: Int) -> Escaping {
    switch options.escaping {
    case .none: return .none
    case .html, .contextual: return .html
    case .byName:
      let name = templates[template].source.name
      return Compiler.escapedExtensions.contains { name.hasSuffix($0) } ? .html : .none
    }
  }

  private static let escapedExtensions = [".html", ".htm", ".xml", ".rss", ".atom", ".svg"]

  private func isContextual(_ template: Int) -> Bool {
    switch options.escaping {
    case .none, .html: false
    case .contextual: true
    case .byName:
      [".html", ".htm"].contains { templates[template].source.name.hasSuffix($0) }
    }
  }

  private var choosesParents: Bool { templates.contains { !$0.possibleParents.isEmpty } }

  private func isJSON(_ template: Int) -> Bool {
    options.escaping == .byName && templates[template].source.name.hasSuffix(".json")
  }
}

// MARK: - Numbers

extension Compiler {
  /// The number of a template that begins at a place; it will be compiled.
  ///
  /// A page takes whatever it uses into its own rules. Elsewhere each template has its own.
  mutating func variant(of template: Int, in context: EscapeContext?) -> Int {
    let number = variantNumber(template, context ?? (isContextual(template) ? .text : nil))
    if variants.wanted.insert(number).inserted { variants.waiting.append(number) }
    return number
  }

  private mutating func variantNumber(_ template: Int, _ context: EscapeContext?) -> Int {
    let variant = VariantTable.Variant(template: template, context: context)
    if let known = variants.numbers[variant] { return known }
    let number = variants.all.count
    variants.all.append(variant)
    variants.numbers[variant] = number
    program.roots.append(-1)
    return number
  }

  /// The number of a block at a place; all templates of the family have it compiled there.
  mutating func slot(_ name: String, in context: EscapeContext?) -> UInt32 {
    let slot = VariantTable.Slot(name: name, context: context)
    let number = variants.slots[slot] ?? program.blockNames.count
    if number == program.blockNames.count {
      variants.slots[slot] = number
      program.blockNames.append(name)
    }
    let root = linker.chain(of: unit.template).last
    for index in templates.indices {
      // A page that chooses what it extends may belong to any family.
      let isFamily =
        linker.chain(of: index).last == root
        || choosesParents && isContextual(index) == (context != nil)
      guard isFamily else { continue }
      let unit = VariantTable.BlockUnit(template: index, slot: number)
      guard variants.units[unit] == nil else { continue }
      for block in templates[index].blocks where block.name.text == name {
        variants.units[unit] = -1
        variants.waitingBlocks.append((block, index, number))
      }
    }
    return UInt32(number)
  }
}

// MARK: - Compiling

extension Compiler {
  mutating func compileVariants() {
    for index in templates.indices {
      program.isContextual.append(isContextual(index))
      _ = variantNumber(index, isContextual(index) ? .text : nil)
    }
    let included = Set(
      templates.flatMap(\.includes).flatMap(\.candidates).compactMap(\.literal).compactMap {
        linker.indices[$0]
      }
    )
    for index in templates.indices where !included.contains(index) {
      _ = variant(of: index, in: nil)
    }
    compileWaiting()
    // What nothing uses is checked as a page of its own.
    for index in templates.indices where !variants.wanted.contains(where: { isOf($0, index) }) {
      _ = variant(of: index, in: nil)
      compileWaiting()
    }
    for (index, template) in templates.enumerated() {
      for block in template.blocks.reversed() where !isCompiled(block, index) {
        unit = UnitState(template: index, escaping: escaping(of: index))
        _ = slot(block.name.text, in: isContextual(index) ? .text : nil)
        compileWaiting()
      }
    }
    for variant in variants.all {
      let chain = linker.chain(of: variant.template)
      for number in program.blockNames.indices {
        program.blockChains.append(
          chain.compactMap { variants.units[.init(template: $0, slot: number)] }
        )
      }
    }
  }

  private func isOf(_ variant: Int, _ template: Int) -> Bool {
    variants.all[variant].template == template
  }

  private func isCompiled(_ block: Statement.Block, _ template: Int) -> Bool {
    program.blockNames.indices.contains { number in
      program.blockNames[number] == block.name.text
        && variants.units[.init(template: template, slot: number)] != nil
    }
  }

  private mutating func compileWaiting() {
    while true {
      if let macro = waiting.popLast() {
        compile(macro)
      } else if let number = variants.waiting.popLast() {
        program.roots[number] = root(variants.all[number])
      } else if let (block, template, slot) = variants.waitingBlocks.popLast() {
        let unit = VariantTable.BlockUnit(template: template, slot: slot)
        variants.units[unit] = self.block(block, slot: slot, in: template)
      } else {
        return
      }
    }
  }

  private mutating func root(_ variant: VariantTable.Variant) -> Int {
    let index = variant.template
    var state = state(index, variant.context)
    if let context = variant.context {
      let (template, minifying) = (templates[index], minifying)
      state.plan = plan(of: .init(template: index, block: nil, context: context)) {
        .root(template, from: context, minifying)
      }
    } else if isJSON(index) {
      checkJSON(templates[index])
    }
    state.scopes = [Scope(isTopLevel: true)]
    return makeUnit(state, title: "") { compiler in
      compiler.statements(compiler.templates[index].body)
      if !compiler.templates[index].possibleParents.isEmpty {
        compiler.emit(.extendChosen, at: SourceRange(start: 0, end: 0))
      }
      if let parent = compiler.linker.parents[index], let name = compiler.templates[index].parent {
        let variant = compiler.variant(of: parent, in: compiler.unit.context)
        compiler.emit(.extends, a: UInt16(truncatingIfNeeded: variant), at: name.range)
      }
    }
  }

  private mutating func block(_ block: Statement.Block, slot: Int, in template: Int) -> Int {
    let context = variants.slots.first { $0.value == slot }?.key.context
    var state = state(template, context)
    if let context {
      let (start, parsed, minifying) = (block.name.range.start, templates[template], minifying)
      state.plan = plan(of: .init(template: template, block: start, context: context)) {
        .block(block, of: parsed, from: context, minifying)
      }
    }
    state.scopes = [Scope(isTopLevel: false)]
    state.block = slot
    return makeUnit(state, title: "block '\(block.name.text)'") { compiler in
      compiler.statements(block.body)
    }
  }

  private func state(_ template: Int, _ context: EscapeContext?) -> UnitState {
    let escaping = context == nil ? escaping(of: template) : .html
    return UnitState(template: template, escaping: escaping, context: context)
  }

  /// Whether text loses what nobody sees; that of values does where none of them can be in a `pre`.
  private var minifying: EscapeAnalysis.Minifying {
    guard options.minifies else { return .off }
    return linker.hasPreformatted ? .allButValues : .all
  }

  private mutating func plan(
    of unit: EscapePlans.Unit,
    _ analyze: () -> EscapeAnalysis
  ) -> EscapePlan {
    let found = linker.plans.plan(of: unit, analyze)
    diagnostics += found.diagnostics
    return found.plan
  }
}

// MARK: - Places

extension Compiler {
  /// How the output that begins here is written; not at all where no place was found for it.
  func escaping(at start: UInt32) -> Escaping {
    guard let plan = unit.plan else { return unit.escaping }
    return plan.outputs[start] ?? .nothing
  }

  /// Where the include or the block that begins here stands; nothing outside of pages.
  func context(at start: UInt32) -> EscapeContext? {
    unit.plan.map { $0.contexts[start] ?? .text }
  }

  /// Where a value is made of the text of a block: in text, as that of a macro.
  var valueContext: EscapeContext? { unit.plan == nil ? nil : .text }
}
