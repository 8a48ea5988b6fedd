import SourceText

/// Finds out where in a page each value of one unit stands.
///
/// A unit is the text of a template, a block, or the body of a macro, a call, a `set` or a
/// `filter`. It ends where it began, so that whatever uses it goes on from there: no unit has to
/// know the inside of another.
struct EscapeAnalysis {
  private(set) var plan = EscapePlan()
  var diagnostics: [Diagnostic] = []

  private let source: TemplateSource
  var machine: ContextMachine
  private let start: EscapeContext
  /// Where the block around begins.
  private let blockStart: EscapeContext?
  /// Text outside of blocks in a template that extends another is not written.
  var discards: Bool
  /// Text of this unit can't be followed; one fault was reported.
  var isLost = false
  /// The way ends before here, by `break` or `continue`.
  var isDead = false
  var loops: [LoopEnds] = []
  /// Shortens the text; nothing does where that isn't wanted.
  var minifier: TextMinifier?
  /// Whether values made of text may be shown where white space is seen.
  private let keepsSpaceOfValues: Bool
  /// Where text was left last.
  private var lastOpening = SourceRange(start: 0, end: 0)

  struct LoopEnds {
    var breaks: [EscapeContext] = []
    var continues: [EscapeContext] = []
  }

  private init(
    _ source: TemplateSource,
    _ start: EscapeContext,
    isBlock: Bool,
    _ minifying: Minifying
  ) {
    var place = start
    place.isPreformatted = false
    self.source = source
    machine = ContextMachine(place)
    self.start = place
    blockStart = isBlock ? place : nil
    discards = false
    keepsSpaceOfValues = minifying == .allButValues
    guard minifying != .off else { return }
    minifier = TextMinifier()
    minifier?.place.preformatted = start.isPreformatted ? 1 : 0
  }

  /// How much of the text is shortened.
  enum Minifying {
    case off
    /// Not the text of macros and their like, because some template has a `pre`.
    case allButValues
    case all
  }

  /// Analyses the text of a template outside of its blocks, from where it is included.
  static func root(
    _ template: ParsedTemplate,
    from start: EscapeContext,
    _ minifying: Minifying
  ) -> EscapeAnalysis {
    var analysis = EscapeAnalysis(template.source, start, isBlock: false, minifying)
    let whole = SourceRange(start: 0, end: UInt32(min(1, template.source.bytes.count)))
    analysis.unit(template.body, "the template", whole)
    return analysis
  }

  /// Analyses a block where its parent has it.
  static func block(
    _ block: Statement.Block,
    of template: ParsedTemplate,
    from start: EscapeContext,
    _ minifying: Minifying
  ) -> EscapeAnalysis {
    var analysis = EscapeAnalysis(template.source, start, isBlock: true, minifying)
    analysis.unit(block.body, "the block '\(block.name.text)'", block.name.range)
    return analysis
  }
}

// MARK: - Units

extension EscapeAnalysis {
  private mutating func unit(_ body: [Statement], _ title: String, _ range: SourceRange) {
    let start = machine.context
    statements(body)
    machine.endText()
    guard !isLost, !isDead, start.joined(machine.context) == nil else { return }
    let isPage = start == .text && title == "the template"
    let end = machine.context.shown
    report(
      EscapeFault(
        isPage ? "the template ends \(end)" : "\(title) begins \(start.shown) and ends \(end)",
        hint: "close in it what it opens, and nothing else"
      ),
      lastOpening.end > 0 ? lastOpening : range
    )
  }

  /// A body whose text becomes a value: it begins and ends in text.
  private mutating func valueBody(_ body: [Statement], _ title: String, _ range: SourceRange) {
    let outer = (machine, discards, isLost, isDead, loops, lastOpening)
    let outerMinifier = minifier
    minifier = minifier == nil || keepsSpaceOfValues ? nil : TextMinifier()
    machine = ContextMachine(.text)
    discards = false
    isLost = false
    isDead = false
    loops = []
    lastOpening = SourceRange(start: 0, end: 0)
    unit(body, title, range)
    (machine, discards, isLost, isDead, loops, lastOpening) = outer
    minifier = outerMinifier
  }

  mutating func report(_ fault: EscapeFault, _ range: SourceRange) {
    guard !isLost else { return }
    diagnostics.append(
      Diagnostic(
        "template/escape-context",
        fault.message,
        path: source.path,
        range: range,
        hint: fault.hint
      )
    )
  }
}

// MARK: - Statements

extension EscapeAnalysis {
  mutating func statements(_ statements: [Statement]) {
    for statement in statements {
      if case .text(let range) = statement {
        text(range)
      } else {
        if !discards { machine.endText() }
        self.statement(statement)
      }
    }
  }

  private mutating func statement(_ statement: Statement) {
    switch statement {
    case .text, .set, .importing, .evaluate: break
    case .extends(let parent, let isFixed): extends(parent, isFixed)
    case .output(let expression):
      if isSuper(expression), machine.context == blockStart, !discards {
        plan.inPlace.insert(expression.range.start)
        machine.context = machine.context.afterUnit
        minifier?.place.isAtLineStart = false
      } else {
        output(expression.range)
      }
    case .condition(let branches): condition(branches)
    case .loop(let loop): self.loop(loop)
    case .capture(let target, _, let body):
      valueBody(body, "the text of 'set'", target.range)
    case .with(_, let body): statements(body)
    case .filtered(_, let body, let range):
      valueBody(body, "the text of 'filter'", range)
      output(range)
    case .escaping(let isOn, let body, let range):
      if !isOn { report(.escapingOff, range) }
      statements(body)
    case .macro(let macro):
      valueBody(macro.body, "the macro '\(macro.name.text)'", macro.name.range)
    case .callBlock(let call, let macro):
      valueBody(macro.body, "the text of 'call'", macro.name.range)
      output(call.range)
    case .include(let include): self.include(include)
    case .block(let block): placed(block.name.range)
    case .breakLoop, .continueLoop: leaveLoop(statement)
    }
  }

  private mutating func text(_ range: SourceRange) {
    guard !discards, !isLost else { return }
    minifier?.begin()
    for offset in range.indices {
      var byte = source.bytes[offset]
      // Line ends are written as line feeds.
      if byte == 0x0D {
        if offset + 1 < range.indices.upperBound, source.bytes[offset + 1] == 0x0A { continue }
        byte = 0x0A
      }
      let before = machine.context.state
      if before == .text {
        if byte != UInt8(ascii: "<") {
          minifier?.read(byte, from: .text, of: [], to: .text)
          continue
        }
        lastOpening = SourceRange(start: UInt32(offset), end: UInt32(offset + 1))
      }
      let element = minifier == nil ? [] : machine.context.elementName
      do throws(EscapeFault) {
        try machine.read(byte)
      } catch {
        report(error, SourceRange(start: UInt32(offset), end: UInt32(offset + 1)))
        isLost = true
        return
      }
      minifier?.read(byte, from: before, of: element, to: machine.context.state)
    }
    minifier?.end()
    if let minifier { plan.texts[range.start] = minifier.output }
  }

  private mutating func output(_ range: SourceRange) {
    guard !discards, !isLost else { return }
    minifier?.place.isAtLineStart = false
    do throws(EscapeFault) {
      plan.outputs[range.start] = try machine.readOutput()
    } catch {
      report(error, range)
    }
  }

  /// The other template goes on where this one has come to.
  private mutating func extends(_ parent: Expression, _ isFixed: Bool) {
    guard !discards else { return }
    if machine.context != start {
      report(.extendsLate(machine.context), parent.range)
    } else if parent.literal == nil, start != .text {
      report(.includeByValue(start), parent.range)
    }
    if isFixed { discards = true }
  }

  private func isSuper(_ expression: Expression) -> Bool {
    if case .call(let callee, _) = expression.kind { callee.superLevels != nil } else { false }
  }

  private mutating func include(_ include: Statement.Include) {
    let isKnown = include.candidates.allSatisfy { $0.literal != nil }
    if !isKnown, !discards, machine.context != .text {
      return report(.includeByValue(machine.context), include.range)
    }
    placed(include.range)
  }

  /// An include or a block, whose text begins and ends here.
  private mutating func placed(_ range: SourceRange) {
    guard !discards, !isLost else { return }
    // Each turn of a template that includes itself here would be a place of its own.
    guard machine.context.braces.isEmpty else { return report(.scriptTemplate, range) }
    plan.contexts[range.start] = machine.context
    plan.contexts[range.start]?.parentheses = []
    plan.contexts[range.start]?.isPreformatted = (minifier?.place.preformatted ?? 0) > 0
    minifier?.place.isAtLineStart = false
    machine.context = machine.context.afterUnit
  }
}

extension EscapeFault {
  fileprivate static let escapingOff = EscapeFault(
    "escaping can't be turned off in a page",
    hint: "mark what is HTML already with '|safe'"
  )

  fileprivate static func extendsLate(_ context: EscapeContext) -> EscapeFault {
    EscapeFault(
      "'extends' stands \(context.shown)",
      hint: "write it at the beginning of the template"
    )
  }

  fileprivate static func includeByValue(_ context: EscapeContext) -> EscapeFault {
    EscapeFault(
      "a template named by a value can't be included \(context.shown)",
      hint: "write its name in quotes, and choose with 'if'"
    )
  }
}
