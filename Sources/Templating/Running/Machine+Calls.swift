import SourceText

// MARK: - Templates and blocks

extension Machine {
  func nextFrame(_ kind: Frame.Kind, _ outputCount: Int) -> Frame {
    var next = frame
    next.kind = kind
    next.isCaptured = false
    next.outputStart = outputCount
    next.contextTop = contextTop
    next.importCount = importCount
    next.parent = 0
    return next
  }

  /// The number of a template by a value: a name, or a list of names of which one exists.
  private func template(named value: Value) throws(TemplateFault) -> Int? {
    switch value.tag {
    case .text:
      let bytes = arena.bytes(of: value)
      return program.names.firstIndex { $0.utf8.elementsEqual(bytes) }
    case .list:
      for index in 0..<value.count {
        let name = arena.element(index, of: value)
        if name.isText, let found = try template(named: name) { return found }
      }
      return nil
    case .none: return nil
    case .undefined, .absent: throw undefinedFault(value)
    default:
      throw TemplateFault("template/type", "\(describe(value)) is not the name of a template")
    }
  }

  private func notFound(_ value: Value) -> TemplateFault {
    guard let name = arena.string(value) else {
      return TemplateFault("template/template-not-found", "no template has one of these names")
    }
    let nearest = nearestName(to: name, in: program.names.sorted())
    let message = "there is no template '\(name)'"
    return TemplateFault(
      "template/template-not-found",
      message,
      hint: nearest.map { "did you mean '\($0)'?" }
    )
  }

  mutating func include(_ instruction: Instruction, _ outputCount: Int) throws(TemplateFault) {
    try checkSize(outputCount)
    let site = Int(instruction.b)
    var target = program.includeSites[site].template
    if target < 0 {
      let name = load(instruction.c)
      guard let found = try template(named: name) else {
        if program.includeSites[site].ignoresMissing { return }
        throw notFound(name)
      }
      target = found
      try checkUse(of: found, isContextual: program.includeSites[site].isContextual)
    }
    var next = nextFrame(.include, outputCount)
    next.depth += 1
    next.leaf = target
    if program.includeSites[site].hasContext {
      next.contextBase = makeContext(copying: frame.contextBase)
      show(site, in: next.contextBase)
    } else {
      next.contextBase = makeContext(copying: nil, hidesPage: true)
    }
    try enter(next, unit: program.roots[target])
  }

  /// A template that a value names was compiled for text, and for a page if that is wanted.
  private mutating func checkUse(of template: Int, isContextual: Bool) throws(TemplateFault) {
    if program.roots[template] >= 0, !isContextual || program.isContextual[template] { return }
    throw TemplateFault(
      "template/escape-context",
      "the template '\(program.names[template])' can't be named by a value here",
      hint: program.isContextual[template]
        ? "it is made for a place within a tag" : "only templates whose names end in '.html' can"
    )
  }

  /// Puts local names of the current frame into another context.
  private mutating func show(_ site: Int, in base: Int) {
    for (slot, operand) in program.includeSites[site].visible {
      context[base + slot] = load(operand)
    }
  }

  /// The units of a block, from the page's template up to its root.
  private mutating func chain(_ block: Int) -> [Int] {
    chain(block, of: frame.leaf)
  }

  private mutating func chain(_ block: Int, of leaf: Int) -> [Int] {
    let count = program.roots.count
    guard leaf < count else { return chosenChains[leaf - count][block] }
    return program.blockChains[leaf * program.blockNames.count + block]
  }

  mutating func chooseParent(
    _ instruction: Instruction,
    _ outputCount: Int
  ) throws(TemplateFault) {
    guard frame.parent == 0, instruction.flag & ParentFlag.isSecond == 0 else {
      throw TemplateFault("template/inheritance", "a template can extend only one other")
    }
    if instruction.flag & ParentFlag.isFixed != 0 { return }
    var target = Int(instruction.a)
    if instruction.a == .max {
      let name = load(instruction.c)
      guard let found = try template(named: name) else { throw notFound(name) }
      target = found
      try checkUse(of: found, isContextual: instruction.flag & ParentFlag.isContextual != 0)
    }
    frame.parent = target + 1
    frame.extendsStart = outputCount
  }

  /// Goes on with the chosen template, whose blocks stand behind those known so far.
  mutating func extendChosen(_ output: inout ByteBuffer) throws(TemplateFault) {
    guard frame.parent > 0 else { return }
    let parent = frame.parent - 1
    frame.depth += 1
    guard frame.depth <= Machine.maximumDepth else {
      throw TemplateFault("template/recursion", "templates extend each other without an end")
    }
    chosenChains.append(
      program.blockNames.indices.map { chain($0) + chain($0, of: parent) }
    )
    frame.leaf = program.roots.count + chosenChains.count - 1
    frame.parent = 0
    output.truncate(to: frame.extendsStart)
    extend(parent)
  }

  /// Goes on with another template in the same frame.
  mutating func extend(_ template: Int) {
    frame.unit = program.roots[template]
    let needed = frame.registerBase + program.units[frame.unit].registers
    if needed > registerCapacity { growRegisters(to: needed) }
    pc = program.units[frame.unit].entry - 1
  }

  mutating func block(_ instruction: Instruction, _ outputCount: Int) throws(TemplateFault) {
    try checkSize(outputCount)
    let number = Int(instruction.b)
    // Behind an `extends` that was chosen nothing is written.
    guard frame.parent == 0, let unit = chain(number).first else { return }
    var next = nextFrame(.block, outputCount)
    next.block = number
    next.level = 0
    if instruction.c != .max {
      next.kind = .scopedBlock
      next.contextBase = makeContext(copying: frame.contextBase)
      show(Int(instruction.c), in: next.contextBase)
    }
    try enter(next, unit: unit)
  }

  mutating func requireFilled(_ block: Int) throws(TemplateFault) {
    guard frame.parent == 0, chain(block).count < 2 else { return }
    throw TemplateFault(
      "template/inheritance",
      "the block '\(program.blockNames[block])' has to be filled",
      hint: "write it in the template that extends this one"
    )
  }

  mutating func parentBlock(_ instruction: Instruction, _ outputCount: Int) throws(TemplateFault) {
    let block = Int(instruction.c)
    let chain = chain(block)
    guard frame.level + Int(instruction.a) < chain.count else {
      throw TemplateFault(
        "template/inheritance",
        "no template above has the block '\(program.blockNames[block])'",
        hint: "leave 'super()' out"
      )
    }
    var next = nextFrame(.block, outputCount)
    next.block = block
    next.depth += 1
    next.level += Int(instruction.a)
    next.isCaptured = instruction.flag == 0
    next.destination = instruction.b
    try enter(next, unit: chain[next.level])
  }

  mutating func selfBlock(_ instruction: Instruction, _ outputCount: Int) throws(TemplateFault) {
    guard let unit = chain(Int(instruction.c)).first else {
      let name = program.blockNames[Int(instruction.c)]
      throw TemplateFault("template/undefined", "this page has no block '\(name)'")
    }
    var next = nextFrame(.block, outputCount)
    next.block = Int(instruction.c)
    next.level = 0
    next.depth += 1
    next.isCaptured = true
    next.destination = instruction.b
    try enter(next, unit: unit)
  }

  mutating func importModule(_ instruction: Instruction, _ outputCount: Int) throws(TemplateFault) {
    var target = Int(instruction.a)
    if instruction.a == .max {
      let name = load(instruction.c)
      guard let found = try template(named: name) else { throw notFound(name) }
      target = found
      try checkUse(of: found, isContextual: instruction.flag & 2 != 0)
    }
    let hasContext = instruction.flag & 1 != 0
    let template = program.units[program.roots[target]].template
    if !hasContext, modules[target] == Machine.isLoading {
      throw TemplateFault(
        "template/recursion",
        "the template '\(program.names[template])' imports itself"
      )
    }
    if !hasContext, modules[target] >= 0 {
      let module = Value(.module, extra: UInt16(template), bits: UInt64(modules[target]))
      return store(module, instruction.b)
    }
    importCount += 1
    var next = nextFrame(.module, outputCount)
    next.depth += 1
    next.leaf = target
    next.destination = instruction.b
    next.contextBase = makeContext(
      copying: hasContext ? frame.contextBase : nil,
      hidesPage: true
    )
    // What a module is called by stands where blocks have their number.
    next.block = target
    if hasContext { show(Int(instruction.d), in: next.contextBase) }
    if !hasContext { modules[target] = Machine.isLoading }
    try enter(next, unit: program.roots[target])
  }
}
