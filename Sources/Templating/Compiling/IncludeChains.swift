import SourceText

/// How pages reach templates that others include or import by a fixed name.
struct IncludeChains {
  private struct Link {
    let caller: Int
    let note: Diagnostic.Note
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
      func note(_ words: String, _ range: SourceRange) -> Link {
        Link(caller: caller, note: .init(words, path: template.source.path, range: range))
      }
      let included = template.includes.map { ($0.candidates, note("included from here", $0.range)) }
      let imported = template.imports.map { ([$0.template], note("imported from here", $0.range)) }
      for (names, link) in included + imported {
        for target in Set(names.compactMap(\.literal).compactMap { linker.indices[$0] })
        where target != caller {
          links[target].append(link)
        }
      }
    }
    for target in links.indices { links[target].sort { IncludeChains.precedes($0.note, $1.note) } }
  }

  private static func precedes(_ left: Diagnostic.Note, _ right: Diagnostic.Note) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return (left.range?.start ?? 0) < (right.range?.start ?? 0)
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
    var waiting: [(template: Int, notes: [Diagnostic.Note])] = [(template, [])]
    var next = 0
    while next < waiting.count {
      let (current, notes) = waiting[next]
      next += 1
      if links[current].isEmpty { return notes }
      for link in links[current] where seen.insert(link.caller).inserted {
        waiting.append((link.caller, notes + [link.note]))
      }
    }
    // Templates that only include each other.
    return []
  }
}
