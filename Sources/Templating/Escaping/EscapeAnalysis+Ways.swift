import SourceText

extension EscapeAnalysis {
  mutating func condition(_ branches: [Statement.Branch]) {
    let start = machine.context
    let wasDead = isDead
    let place = minifier?.place ?? .init()
    var places = branches.allSatisfy { $0.condition != nil } ? [place] : []
    var ends: [EscapeContext] = []
    for branch in branches {
      machine.context = start
      isDead = wasDead
      minifier?.place = place
      statements(branch.body)
      if !discards { machine.endText() }
      if !isDead {
        ends.append(machine.context)
        places.append(minifier?.place ?? place)
      }
    }
    if let first = places.first {
      minifier?.place = places.dropFirst().reduce(first) { $0.joined($1) }
    }
    if !wasDead, branches.allSatisfy({ $0.condition != nil }) { ends.append(start) }
    isDead = ends.isEmpty
    guard var joined = ends.first, !discards else { return }
    for end in ends.dropFirst() {
      guard let both = joined.joined(end) else {
        lose(
          EscapeFault(
            "the ways through 'if' end in different places: \(joined.shown), and \(end.shown)",
            hint: "close in each way what it opens"
          ),
          branches[0].condition?.range
        )
        break
      }
      joined = both
    }
    machine.context = joined
  }

  private mutating func lose(_ fault: EscapeFault, _ range: SourceRange?) {
    if let range { report(fault, range) }
    isLost = true
  }

  /// A body may begin where it ends the turn before, so it is followed until nothing changes.
  mutating func loop(_ loop: Statement.Loop) {
    let start = machine.context
    let wasDead = isDead
    if loop.isRecursive, start != .text, !discards {
      let fault = EscapeFault(
        "a recursive loop can't stand \(start.shown)",
        hint: "write a macro that calls itself"
      )
      return lose(fault, loop.range)
    }
    var entry = start
    var place = minifier?.place ?? .init()
    var ends = LoopEnds()
    let known = diagnostics
    while true {
      diagnostics = known
      machine.context = entry
      isDead = wasDead
      minifier?.place = place
      loops.append(LoopEnds())
      statements(loop.body)
      if !discards { machine.endText() }
      ends = loops.removeLast()
      if !isDead { ends.continues.append(machine.context) }
      let next = EscapeAnalysis.join(entry, ends.continues)
      guard let next, !isLost else {
        let end = ends.continues.last?.shown ?? machine.context.shown
        lose(
          EscapeFault(
            "the body of 'for' begins \(start.shown) and ends \(end)",
            hint: "close in it what it opens, and nothing else"
          ),
          loop.range
        )
        break
      }
      // The next turn begins where this one ends; 'continue' may end it anywhere.
      var joined = place.joined(minifier?.place ?? place)
      if ends.continues.count > 1 { joined.isAtLineStart = false }
      if next == entry, joined.isAtLineStart == place.isAtLineStart { break }
      place = joined
      entry = next
    }
    isDead = wasDead
    machine.context = start
    minifier?.place = place
    statements(loop.otherwise ?? [])
    if !discards { machine.endText() }
    let all = [machine.context] + ends.breaks
    guard let joined = EscapeAnalysis.join(entry, all) else {
      return lose(
        EscapeFault(
          "the ways through 'for' end in different places",
          hint: "close in each way what it opens"
        ),
        loop.range
      )
    }
    machine.context = joined
    if let end = minifier?.place {
      minifier?.place = place.joined(end)
      if !ends.breaks.isEmpty { minifier?.place.isAtLineStart = false }
    }
  }

  private static func join(_ first: EscapeContext, _ others: [EscapeContext]) -> EscapeContext? {
    var joined: EscapeContext? = first
    for other in others { joined = joined?.joined(other) }
    return joined
  }

  mutating func leaveLoop(_ statement: Statement) {
    guard !loops.isEmpty, !isDead else { return }
    if case .breakLoop = statement {
      loops[loops.count - 1].breaks.append(machine.context)
    } else {
      loops[loops.count - 1].continues.append(machine.context)
    }
    isDead = true
  }
}
