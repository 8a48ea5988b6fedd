import SourceText

extension Machine {
  mutating func setGlobals(_ values: [Value]) {
    precondition(values.count == program.vocabulary.globals.count)
    for (index, value) in values.enumerated() { globals[index] = value }
  }

  /// A fault at the current instruction, with the way from the page to it.
  func diagnostic(_ fault: TemplateFault) -> Diagnostic {
    let place = program.places[min(pc, program.places.count - 1)]
    var notes: [Diagnostic.Note] = []
    var inner = frame
    for caller in frames.reversed() {
      let called = program.places[inner.returnPC]
      let unit = program.units[inner.unit]
      let message =
        switch inner.kind {
        case .page: "shown from here"
        case .include: "included from here"
        case .block, .scopedBlock: "in the \(unit.title) shown from here"
        case .macro: "in the \(unit.title) called from here"
        case .module: "imported from here"
        }
      let path = program.paths[Int(called.template)]
      notes.append(.init(message, path: path, range: called.range))
      inner = caller
    }
    // Of a long chain the beginning and the end say enough.
    if notes.count > 8 { notes.removeSubrange(4..<notes.count - 4) }
    return Diagnostic(
      fault.id,
      fault.message,
      path: program.paths[Int(place.template)],
      range: place.range,
      hint: fault.hint,
      notes: notes
    )
  }
}
