import SourceText

extension Compiler {
  /// Reports each output of a JSON template that isn't JSON for certain.
  mutating func checkJSON(_ template: ParsedTemplate) {
    for output in JSONCheck.outputs(in: template.body) where !JSONCheck.isJSON(output) {
      diagnostics.append(
        Diagnostic(
          "template/escape-context",
          "a value in a JSON template is written without 'tojson'",
          path: template.source.path,
          range: output.range,
          hint: "write '{{ … | tojson }}'"
        )
      )
    }
  }
}

private enum JSONCheck {
  /// Every output of a body, and of the bodies within it.
  static func outputs(in body: [Statement]) -> [Expression] {
    body.flatMap { statement -> [Expression] in
      switch statement {
      case .output(let expression): [expression]
      case .condition(let branches): branches.flatMap { outputs(in: $0.body) }
      case .loop(let loop): outputs(in: loop.body + (loop.otherwise ?? []))
      case .with(_, let body), .capture(_, _, let body), .filtered(_, let body, _),
        .escaping(_, let body, _):
        outputs(in: body)
      case .macro(let macro): outputs(in: macro.body)
      case .callBlock(_, let macro): outputs(in: macro.body)
      case .block(let block): outputs(in: block.body)
      case .text, .set, .include, .importing, .extends, .breakLoop, .continueLoop,
        .evaluate:
        []
      }
    }
  }

  static func isJSON(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .filter(_, let name, _): name.text == "tojson"
    case .conditional(_, let then, let otherwise):
      isJSON(then) && otherwise.map { isJSON($0) } ?? true
    // Text of the template itself.
    case .call(let callee, _): isOwnText(callee)
    case .none, .bool, .integer, .double, .text, .name, .list, .map, .attribute, .item, .slice,
      .test, .minus, .plus, .not, .operation, .comparisons, .and, .or:
      false
    }
  }

  private static func isOwnText(_ callee: Expression) -> Bool {
    switch callee.kind {
    case .name(let name): name == "super" || name == "caller"
    case .attribute(let base, _): if case .name("self") = base.kind { true } else { false }
    default: false
    }
  }
}
