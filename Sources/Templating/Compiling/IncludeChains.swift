import SourceText

/// How pages reach templates that others include or import by a fixed name.
struct IncludeChains {
  private struct Link {
    let caller: Int
    let note: Diagnostic.Note
    let isImport: Bool
  }

  /// For each template, the places that use it.
  private var links: [[Link]]
  private let numbers: [String: Int]

  /// The links of a chain that are shown, those next to the fault.
  private static let shown = 3

  init(_ linker: Linker) {
    let templates = linker.templates
    links = Array(repeating: [], count: templates.count)
    numbers = Dictionary(
      templates.enumerated().map { ($1.source.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for (caller, template) in templates.enumerated() {
      func link(_ words: String, _ range: SourceRange, isImport: Bool = false) -> Link {
        let note = Diagnostic.Note(words, path: template.source.path, range: range)
        return Link(caller: caller, note: note, isImport: isImport)
      }
      let included = template.includes.map { ($0.candidates, link("included from here", $0.range)) }
      let imported = template.imports.map {
        ([$0.template], link("imported from here", $0.range, isImport: true))
      }
      for (names, link) in included + imported {
        for target in Set(names.compactMap(\.literal).compactMap { linker.indices[$0] })
        where target != caller {
          links[target].append(link)
        }
      }
    }
    for target in links.indices { links[target].sort(by: IncludeChains.precedes) }
  }

  /// Of ways of one length that through `include` comes first, then that of the first file.
  private static func precedes(_ left: Link, _ right: Link) -> Bool {
    if left.isImport != right.isImport { return right.isImport }
    let (one, other) = (left.note, right.note)
    if one.path != other.path { return one.path.utf8.lexicographicallyPrecedes(other.path.utf8) }
    return (one.range?.start ?? 0) < (other.range?.start ?? 0)
  }

  /// The fault with the shortest way to it from a template that nothing includes.
  func completing(_ fault: Diagnostic) -> Diagnostic {
    guard let number = numbers[fault.path] else { return fault }
    var fault = fault
    fault.notes += chain(to: number).prefix(IncludeChains.shown)
    return fault
  }

  /// The notes of the shortest chain, that next to the template first.
  private func chain(to template: Int) -> [Diagnostic.Note] {
    var seen: Set<Int> = [template]
    var steps: [(template: Int, note: Diagnostic.Note?, from: Int)] = [(template, nil, 0)]
    var next = 0
    while next < steps.count {
      let current = steps[next].template
      if links[current].isEmpty { return notes(of: next, in: steps) }
      for link in links[current] where seen.insert(link.caller).inserted {
        steps.append((link.caller, link.note, next))
      }
      next += 1
    }
    // Templates that only include each other.
    return []
  }

  private func notes(
    of last: Int,
    in steps: [(template: Int, note: Diagnostic.Note?, from: Int)]
  ) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var step = last
    while let note = steps[step].note {
      notes.append(note)
      step = steps[step].from
    }
    return notes.reversed()
  }
}
