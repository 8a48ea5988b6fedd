import SourceText

// Calls whose macro or value is known beforehand are checked even where no page comes by.

extension Compiler {
  /// Reports arguments that the macro of a name doesn't take, if it can only be one macro.
  mutating func checkMacroCall(_ name: String, _ arguments: Arguments, _ range: SourceRange) {
    let template = templates[unit.template]
    guard template.bindings[name] == 1, isShared(name) else { return }
    if let macro = template.macros[name] { return check(arguments, of: macro, range) }
    for found in template.imports {
      guard let source = found.template.literal.flatMap({ linker.indices[$0] }),
        let taken = found.names.first(where: { $0.alias.text == name }),
        templates[source].bindings[taken.name.text] == 1,
        let macro = templates[source].macros[taken.name.text]
      else { continue }
      check(arguments, of: macro, range)
    }
  }

  /// Reports a method that the value in front of it can't have.
  ///
  /// - Returns: whether there may be such a method.
  mutating func checkMethod(
    _ base: Expression,
    _ type: ValueType,
    _ name: Name,
    _ arguments: Arguments
  ) -> Bool {
    if case .name(let word) = base.kind, let module = module(word) {
      let source = templates[module]
      guard source.exportedNames.contains(name.text) else {
        report(
          "template/unknown-function",
          "'\(source.source.name)' has no '\(name.text)()'",
          name.range,
          hint: nearest(name.text, source.exportedNames)
        )
        return false
      }
      if source.bindings[name.text] == 1, let macro = source.macros[name.text] {
        check(arguments, of: macro, name.range)
      }
      return true
    }
    var isThing = false
    if case .object = type { isThing = true }
    guard isThing || isData(base) && !Signatures.methods.contains(name.text) else { return true }
    var hint = Signatures.filters[name.text].map { _ in
      "'\(name.text)' is a filter: write '|\(name.text)'"
    }
    hint = hint ?? nearest(name.text, Signatures.methods)
    report("template/unknown-method", "there is no '\(name.text)()' here", name.range, hint: hint)
    return false
  }

  private mutating func check(
    _ arguments: Arguments,
    of macro: Statement.Macro,
    _ range: SourceRange
  ) {
    let names = macro.parameters.map(\.name.text)
    let hint = names.isEmpty ? nil : "it takes: " + names.joined(separator: ", ")
    let title = "the macro '\(macro.name.text)'"
    if arguments.positional.count > names.count, !macro.uses.contains(.varargs) {
      let amount = names.count == 1 ? "one argument" : "\(names.count) arguments"
      report(
        "template/arguments",
        names.isEmpty ? "\(title) takes no arguments" : "\(title) takes at most \(amount)",
        arguments.positional[names.count].range,
        hint: hint
      )
    }
    for (name, _) in arguments.named {
      if let place = names.firstIndex(of: name.text) {
        guard place < arguments.positional.count else { continue }
        report("template/arguments", "\(title) is given '\(name.text)' twice", name.range)
      } else if !macro.uses.contains(.kwargs), name.text != "caller" {
        let nearest = nearest(name.text, names)
        report(
          "template/arguments",
          "\(title) has no '\(name.text)'",
          name.range,
          hint: nearest ?? hint
        )
      }
    }
  }

  /// Whether a name means a shared one here, not one of this unit.
  private mutating func isShared(_ name: String) -> Bool {
    guard let operand = lookup(name)?.operand else { return false }
    return operand & ~Operand.indexMask == Operand.context
  }

  /// The template that a name stands for, if it is imported under it and nothing else is.
  private mutating func module(_ name: String) -> Int? {
    let template = templates[unit.template]
    guard template.bindings[name] == 1, isShared(name) else { return nil }
    let found = template.imports.first { $0.module?.text == name }
    return found?.template.literal.flatMap { linker.indices[$0] }
  }

  /// Whether an expression can only be data, which holds no macros.
  private func isData(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .none, .bool, .integer, .double, .text, .list, .map: true
    case .name(let name):
      globals[name] != nil && !linker.boundNames.contains(name)
    case .attribute(let base, _), .item(let base, _), .slice(let base, _, _, _): isData(base)
    case .call, .filter, .test, .minus, .plus, .not, .operation, .comparisons, .and, .or,
      .conditional:
      false
    }
  }
}
