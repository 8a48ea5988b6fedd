import SourceText

extension Compiler {
  /// Local names that have a shared slot, for a template or block that sees this scope.
  private func visibleNames() -> [(slot: Int, operand: UInt32)] {
    localNames().compactMap { name, typed in
      contextSlots[name].map { ($0, typed.operand) }
    }
  }

  /// What stands in a template behind its `extends` is not written.
  mutating func extends(_ parent: Expression, _ isFixed: Bool) {
    if isFixed {
      unit.discards = true
      guard !templates[unit.template].possibleParents.isEmpty else { return }
      // One that was chosen before is one too many.
      emit(.chooseParent, flag: ParentFlag.isFixed, at: parent.range)
      return
    }
    if unit.discards { emit(.chooseParent, flag: ParentFlag.isSecond, at: parent.range) }
    var number = UInt16.max
    var operand: UInt32 = 0
    if let name = parent.literal {
      guard let index = linker.indices[name] else {
        let path = templates[unit.template].source.path
        let known = linker.indices.keys
        diagnostics.append(.templateNotFound(name, at: parent.range, in: path, among: known))
        return
      }
      number = UInt16(truncatingIfNeeded: variant(of: index, in: unit.context))
    } else {
      operand = value(parent).operand
    }
    let flag = unit.plan == nil ? 0 : ParentFlag.isContextual
    emit(.chooseParent, flag: flag, a: number, c: operand, at: parent.range)
  }

  mutating func include(_ include: Statement.Include) {
    let names = include.candidates.compactMap(\.literal)
    var target = -1
    var operand: UInt32 = 0
    if names.count == include.candidates.count {
      guard let found = names.compactMap({ linker.indices[$0] }).first else {
        if names.isEmpty, !include.ignoresMissing {
          report("template/template-not-found", "the list names no template", include.range)
        }
        if !include.ignoresMissing {
          let path = templates[unit.template].source.path
          let known = linker.indices.keys
          for candidate in include.candidates {
            guard let name = candidate.literal else { continue }
            diagnostics.append(
              .templateNotFound(name, at: candidate.range, in: path, among: known)
            )
          }
        }
        return
      }
      target = found
      if !unit.discards {
        target = variant(of: found, in: context(at: include.range.start))
      }
    } else if include.candidates.count == 1 {
      operand = value(include.candidates[0]).operand
    } else {
      let list = Expression(.list(include.candidates), include.range)
      operand = value(list).operand
    }
    guard !unit.discards else { return }
    for scope in unit.scopes {
      for case (let name, .value(let typed)) in scope.names { record(name, typed.type) }
    }
    program.includeSites.append(
      Program.IncludeSite(
        template: target,
        isContextual: unit.plan != nil,
        ignoresMissing: include.ignoresMissing,
        hasContext: include.hasContext,
        visible: include.hasContext ? visibleNames() : []
      )
    )
    let site = UInt32(program.includeSites.count - 1)
    emit(.include, b: site, c: operand, at: include.range)
  }

  mutating func importing(_ found: Statement.Import) {
    let module = temporary()
    var number = UInt16.max
    var operand: UInt32 = 0
    if let name = found.template.literal {
      guard let index = linker.indices[name] else {
        let path = templates[unit.template].source.path
        let known = linker.indices.keys
        diagnostics.append(
          .templateNotFound(name, at: found.template.range, in: path, among: known)
        )
        let names = found.module.map { [$0] } ?? found.names.map(\.alias)
        for name in names { assign(name, Typed(operand: Compiler.undefined)) }
        return
      }
      number = UInt16(truncatingIfNeeded: variant(of: index, in: valueContext))
    } else {
      operand = value(found.template).operand
    }
    var site: UInt32 = 0
    if found.hasContext {
      program.includeSites.append(
        Program.IncludeSite(
          template: -1,
          ignoresMissing: false,
          hasContext: true,
          visible: visibleNames()
        )
      )
      site = UInt32(program.includeSites.count - 1)
    }
    let flag: UInt8 = (found.hasContext ? 1 : 0) | (unit.plan == nil ? 0 : 2)
    emit(.importModule, flag: flag, a: number, b: module, c: operand, d: site, at: found.range)
    if let name = found.module { assign(name, Typed(operand: module)) }
    for (name, alias) in found.names {
      let part = temporary()
      emit(.attribute, a: intern(name.text), b: part, c: module, at: name.range)
      assign(alias, Typed(operand: part))
    }
  }

  mutating func blockCall(_ block: Statement.Block) {
    guard !unit.discards else { return }
    let number = slot(block.name.text, in: context(at: block.name.range.start))
    var site = UInt32.max
    if block.isScoped {
      var visible = visibleNames()
      if let slot = contextSlots["loop"], let loop = loopValue(block.name.range) {
        visible.append((slot, loop.operand))
      }
      program.includeSites.append(
        Program.IncludeSite(
          template: unit.template,
          ignoresMissing: false,
          hasContext: true,
          visible: visible
        )
      )
      site = UInt32(program.includeSites.count - 1)
    }
    if block.isRequired { emit(.requiredBlock, b: number, at: block.name.range) }
    emit(.block, b: number, c: site, at: block.name.range)
  }
}
