import SourceText

/// What templates know of each other before any is compiled.
struct Linker: Sendable {
  let templates: [ParsedTemplate]
  let indices: [String: Int]
  var parents: [Int?]
  /// For each template, the names that it may get from others or from its own top level.
  var sharedNames: [Set<String>] = []
  /// Every name that gets a value in some template.
  let boundNames: Set<String>
  /// Every name with a slot in the context, in a fixed order.
  var contextNames: [String] = []
  /// Where the values of each stand, once for all editions.
  let plans = EscapePlans()
  /// Whether some template has a `pre`, in which white space is seen.
  let hasPreformatted: Bool
  var diagnostics: [Diagnostic] = []

  init(_ templates: [ParsedTemplate]) {
    self.templates = templates
    hasPreformatted = templates.contains { template in
      template.source.bytes.hasPreformatted
    }
    indices = Dictionary(
      templates.enumerated().map { ($1.source.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    parents = Array(repeating: nil, count: templates.count)
    let bound = templates.reduce(into: Set<String>()) { $0.formUnion($1.boundNames) }
    boundNames = bound
    for index in templates.indices { link(index) }
    breakCycles()
    checkRequiredParents()
    shareNames()
    let read = templates.reduce(into: Set<String>()) { $0.formUnion($1.readNames) }
    let topLevel = templates.reduce(into: Set<String>()) { $0.formUnion($1.topLevelNames) }
    contextNames = bound.intersection(read).union(topLevel).sorted()
  }
}

// MARK: - Inheritance

extension Linker {
  private mutating func link(_ index: Int) {
    guard let parent = templates[index].parent, let name = parent.literal else { return }
    let path = templates[index].source.path
    parents[index] = indices[name]
    if indices[name] == nil {
      diagnostics.append(.templateNotFound(name, at: parent.range, in: path, among: indices.keys))
    }
  }

  private mutating func breakCycles() {
    for start in templates.indices {
      var seen = [start]
      var current = start
      while let parent = parents[current] {
        if parent == start, let expression = templates[current].parent {
          let chain = (seen + [start]).map { "'\(templates[$0].source.name)'" }
          diagnostics.append(
            Diagnostic(
              "template/recursion",
              "templates extend each other in a circle: " + chain.joined(separator: " → "),
              path: templates[current].source.path,
              range: expression.range
            )
          )
          parents[current] = nil
          break
        }
        if seen.contains(parent) { break }
        seen.append(parent)
        current = parent
      }
    }
  }

  /// A template and all that it extends, the root last.
  func chain(of index: Int) -> [Int] {
    var chain = [index]
    while let parent = parents[chain[chain.count - 1]] { chain.append(parent) }
    return chain
  }

  /// A block that no template above has is never shown.
  private mutating func checkRequiredParents() {
    for index in templates.indices where parents[index] != nil {
      let above = chain(of: index).dropFirst()
      let known = Set(above.flatMap { templates[$0].blocks.map(\.name.text) })
      var nested: Set<String> = []
      for block in templates[index].blocks where known.contains(block.name.text) {
        nested.formUnion(Linker.blockNames(in: block.body))
      }
      for block in templates[index].blocks
      where !known.contains(block.name.text) && !nested.contains(block.name.text) {
        let nearest = nearestName(to: block.name.text, in: known.sorted())
        diagnostics.append(
          Diagnostic(
            "template/inheritance",
            severity: .warning,
            "no template that this one extends has a block '\(block.name.text)'",
            path: templates[index].source.path,
            range: block.name.range,
            hint: nearest.map { "did you mean '\($0)'?" } ?? "the block is never shown"
          )
        )
      }
    }
  }

  private static func blockNames(in body: [Statement]) -> Set<String> {
    var names: Set<String> = []
    for statement in body {
      switch statement {
      case .block(let block):
        names.insert(block.name.text)
        names.formUnion(blockNames(in: block.body))
      case .condition(let branches):
        for branch in branches { names.formUnion(blockNames(in: branch.body)) }
      case .loop(let loop): names.formUnion(blockNames(in: loop.body + (loop.otherwise ?? [])))
      case .with(_, let body), .filtered(_, let body, _), .escaping(_, let body, _),
        .capture(_, _, let body):
        names.formUnion(blockNames(in: body))
      default: break
      }
    }
    return names
  }
}

// MARK: - Names

extension Linker {
  /// Whether a template is shown or imported that doesn't see the page.
  var isolates: Bool {
    templates.contains { template in
      template.includes.contains { !$0.hasContext } || template.imports.contains { !$0.hasContext }
    }
  }

  /// Follows names along `include`, `import … with context` and `extends` until nothing changes.
  private mutating func shareNames() {
    sharedNames = templates.map(\.topLevelNames)
    var edges: [(from: Int, to: Int)] = []
    for (index, template) in templates.enumerated() {
      if let parent = parents[index] { edges += [(index, parent), (parent, index)] }
      for parent in targets(of: template.possibleParents) {
        edges += [(index, parent), (parent, index)]
      }
      // A scoped block passes the names around it on.
      if template.blocks.contains(where: \.isScoped) {
        for other in templates.indices where chain(of: other).contains(index) {
          sharedNames[other].formUnion(template.boundNames)
        }
      }
      for include in template.includes where include.hasContext {
        for target in targets(of: include.candidates) {
          sharedNames[target].formUnion(template.boundNames)
          edges.append((index, target))
        }
      }
      for found in template.imports where found.hasContext {
        for target in targets(of: [found.template]) {
          sharedNames[target].formUnion(template.boundNames)
          edges.append((index, target))
        }
      }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (from, to) in edges where !sharedNames[from].isSubset(of: sharedNames[to]) {
        sharedNames[to].formUnion(sharedNames[from])
        isChanged = true
      }
    }
  }

  private func targets(of candidates: [Expression]) -> [Int] {
    let names = candidates.compactMap(\.literal)
    if names.count < candidates.count { return Array(templates.indices) }
    return names.compactMap { indices[$0] }
  }
}

extension Expression {
  /// The text of a literal.
  var literal: String? {
    if case .text(let bytes) = kind { String(decoding: bytes, as: UTF8.self) } else { nil }
  }
}

extension Diagnostic {
  static func templateNotFound(
    _ name: String,
    at range: SourceRange,
    in path: String,
    among names: some Sequence<String>
  ) -> Diagnostic {
    Diagnostic(
      "template/template-not-found",
      "there is no template '\(name)'",
      path: path,
      range: range,
      hint: nearestName(to: name, in: names.sorted()).map { "did you mean '\($0)'?" }
    )
  }
}

extension [UInt8] {
  /// Whether `<pre` is in it, in letters of any case.
  fileprivate var hasPreformatted: Bool {
    let name: [UInt8] = [UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "e")]
    return withUnsafeBufferPointer { bytes in
      var index = 0
      while index + name.count < bytes.count {
        if bytes[index] == UInt8(ascii: "<"),
          name.indices.allSatisfy({ bytes[index + 1 + $0] | 0x20 == name[$0] })
        {
          return true
        }
        index += 1
      }
      return false
    }
  }
}
