package import SourceText
package import Templating

/// Templates with their data, as one line of the conformance protocol has them.
package struct TemplateCase {
  package let sources: [TemplateSource]
  package let main: String
  package let globals: [(key: String, value: Value)]
  package let options: TemplateOptions
  private let arena: ValueArena
  /// Whether all of the context is known when the templates are compiled, beyond the protocol.
  private let hasKnownContext: Bool

  /// Reads a JSON object with `templates`, `main`, `context` and `options`.
  ///
  /// - Throws: ``JSONValues/Fault`` if the line is not a JSON object.
  package init(_ line: String) throws(JSONValues.Fault) {
    let (entries, arena) = try JSONValues.entries(of: line)
    func part(_ name: String) -> Value { entries.last { $0.key == name }?.value ?? .none }
    self.arena = arena
    sources = arena.entries(part("templates")).map { name, text in
      TemplateSource(name: name, path: name, bytes: Array((arena.string(text) ?? "").utf8))
    }
    main = arena.string(part("main")) ?? ""
    globals = arena.entries(part("context"))
    hasKnownContext = arena.entries(part("options")).contains {
      $0.key == "known_context" && $0.value.boolValue == true
    }
    options = TemplateCase.options(arena.entries(part("options")), arena)
  }

  private static func options(
    _ entries: [(key: String, value: Value)],
    _ arena: ValueArena
  ) -> TemplateOptions {
    var options = TemplateOptions()
    options.undefined = .lenient
    options.escaping = .none
    options.trimBlocks = false
    options.lstripBlocks = false
    options.checksNames = false
    options.writesLists = true
    for (name, value) in entries {
      let isOn = value.boolValue ?? false
      switch name {
      case "autoescape":
        options.escaping = arena.string(value) != nil ? .contextual : isOn ? .html : .none
      case "trim_blocks": options.trimBlocks = isOn
      case "lstrip_blocks": options.lstripBlocks = isOn
      case "keep_trailing_newline": options.keepsTrailingNewline = isOn
      case "undefined":
        let mode = arena.string(value)
        options.undefined = mode == "strict" ? .strict : mode == "chainable" ? .chainable : .lenient
      default: continue
      }
    }
    return options
  }
}

extension TemplateSource {
  fileprivate func names(_ name: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(name)
  }
}

// MARK: - Running

extension TemplateCase {
  /// The output of the main template.
  ///
  /// - Throws: the first fault.
  package func render() throws(Diagnostic) -> String {
    let (set, number) = try compile()
    var renderer = TemplateRenderer(set, host: EmptyHost())
    var output = ByteBuffer()
    try renderer.render(number, into: &output) { _, _ in globals.map(\.value) }
    return output.text()
  }

  /// The compiled templates and the number of the main one.
  ///
  /// - Throws: the first fault.
  func compile(alsoGlobals: [String] = []) throws(Diagnostic) -> (set: TemplateSet, main: Int) {
    let vocabulary = Vocabulary(
      globals: (globals.map(\.key) + alsoGlobals).map { .init($0, isOfPage: true) },
      objectTypes: [],
      functions: []
    )
    var sources = sources
    while true {
      let checked = TemplateSet.compile(
        sources,
        vocabulary: vocabulary,
        constants: arena,
        locales: ["de": .german, "fr": .french],
        options: options,
        known: hasKnownContext ? known : nil
      )
      if let fault = checked.diagnostics.first(where: { $0.severity == .error }) {
        // Jinja never reads a template that no other names.
        guard fault.path != main, let place = sources.firstIndex(where: { $0.path == fault.path }),
          !sources.contains(where: { $0.path != fault.path && $0.names(fault.path) })
        else { throw fault }
        sources.remove(at: place)
        continue
      }
      guard let set = checked.value, let number = set.index(of: main) else {
        throw Diagnostic("template/template-not-found", "there is no template '\(main)'", path: "")
      }
      return (set, number)
    }
  }

  private var known: KnownValues {
    let values = globals.enumerated().map { ($0.offset, $0.element.value) }
    return KnownValues(globals: Dictionary(uniqueKeysWithValues: values), host: EmptyHost())
  }

  /// The entries of a list of the context.
  func items(of list: Value) -> [Value] { arena.elements(list) }
}

/// A host without things and functions.
package struct EmptyHost: TemplateHost {
  package init() {}

  package mutating func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value { .none }

  package mutating func call(
    _ function: Int,
    _ arguments: TemplateArguments,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value { .none }
}
