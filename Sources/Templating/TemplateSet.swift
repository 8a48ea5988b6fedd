package import SourceText

/// All templates of a theme, compiled together; immutable and shared by all workers.
package struct TemplateSet: Sendable {
  let program: Program

  /// Compiles templates and finds every fault that can be found before they run.
  ///
  /// - Parameters:
  ///   - sources: every template of the theme, each name once.
  ///   - vocabulary: the data that the templates may use.
  ///   - constants: values that globals may point at for as long as the result is used.
  ///   - locales: words for filters by language tag; `en` is always there.
  ///   - options: rules that differ between kinds of use.
  ///   - known: what is the same on all pages, and becomes part of the program.
  /// - Returns: no value if there is an error.
  package static func compile(
    _ sources: [TemplateSource],
    vocabulary: Vocabulary,
    constants: ValueArena = ValueArena(),
    locales: [String: LocaleText] = [:],
    options: TemplateOptions = TemplateOptions(),
    known: KnownValues? = nil
  ) -> Checked<TemplateSet> {
    var diagnostics: [Diagnostic] = []
    var templates: [ParsedTemplate] = []
    for source in sources {
      let isPage = [".html", ".htm"].contains { source.name.hasSuffix($0) }
      let rules = Lexer.Rules(
        trimsBlocks: options.trimBlocks ?? isPage,
        stripsBlocks: options.lstripBlocks ?? isPage,
        keepsTrailingNewline: options.keepsTrailingNewline
      )
      let parsed = Parser.parse(source, rules: rules)
      templates.append(parsed.template)
      diagnostics += parsed.diagnostics
    }
    let linker = Linker(templates)
    let (program, found) = Compiler.compile(
      linker,
      vocabulary: vocabulary,
      constants: constants,
      locales: locales.merging(["en": .english]) { own, _ in own },
      options: options,
      known: known
    )
    diagnostics = (diagnostics + found).sorted()
    if !diagnostics.isEmpty { diagnostics = diagnostics.map(IncludeChains(linker).completing) }
    return Checked(diagnostics.containsError ? nil : TemplateSet(program: program), diagnostics)
  }

  /// The number of a template by its name.
  package func index(of name: String) -> Int? {
    program.names.indices.first { program.names[$0] == name && program.roots[$0] >= 0 }
  }
}

/// Rules of the language that differ between kinds of use.
package struct TemplateOptions: Sendable {
  package enum Undefined: Sendable {
    /// It writes nothing and counts as false; looking into it is a fault.
    case lenient
    case strict
    /// As lenient, and what is looked up in it is undefined too.
    case chainable
  }

  package enum Escaping: Sendable {
    /// By where a value stands in `.html` and `.htm`, as HTML in `.xml` and its like, in `.json` only
    /// what is JSON already, else not at all.
    case byName
    case none
    case html
    /// By where in an HTML page a value stands.
    case contextual
  }

  /// What using an undefined value does; a fault by default.
  package var undefined = Undefined.strict
  /// Whether a line feed behind a tag is dropped; by default in `.html` templates only.
  package var trimBlocks: Bool?
  /// Whether space before a tag that starts its line is dropped; by default in `.html` only.
  package var lstripBlocks: Bool?
  /// Whether the last line feed of a template is written.
  package var keepsTrailingNewline = false
  /// How output is escaped where the template doesn't say.
  package var escaping = Escaping.byName

  /// Whether lists and maps can be written, as Python shows them.
  package var writesLists = false
  /// Whether a name that nothing defines is a fault before a template runs.
  package var checksNames = true

  package init() {}
}
