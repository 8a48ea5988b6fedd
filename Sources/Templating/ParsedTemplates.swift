package import SourceText

/// All templates of a theme as trees, ready to be compiled for each edition of a site.
package struct ParsedTemplates: Sendable {
  private let linker: Linker
  private let vocabulary: Vocabulary
  private let sharedTypes: [String: ValueType]
  private let options: TemplateOptions
  private let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - sources: every template of the theme, each name once.
  ///   - vocabulary: the data that the templates may use.
  ///   - options: rules that differ between kinds of use.
  package init(
    _ sources: [TemplateSource],
    vocabulary: Vocabulary,
    options: TemplateOptions = TemplateOptions()
  ) {
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
    linker = Linker(templates)
    sharedTypes = Compiler.sharedTypes(linker, vocabulary, options)
    self.vocabulary = vocabulary
    self.options = options
    self.diagnostics = diagnostics
  }

  /// Compiles the templates and finds every fault that can be found before they run.
  ///
  /// - Parameters:
  ///   - constants: values that globals may point at for as long as the result is used.
  ///   - locales: words for filters by language tag; `en` is always there.
  ///   - known: what is the same on all pages, and becomes part of the program.
  /// - Returns: no value if there is an error.
  package func compiled(
    constants: ValueArena = ValueArena(),
    locales: [String: LocaleText] = [:],
    known: KnownValues? = nil
  ) -> Checked<TemplateSet> {
    let (program, found) = Compiler.compile(
      linker,
      sharedTypes: sharedTypes,
      vocabulary: vocabulary,
      constants: constants,
      locales: locales.merging(["en": .english]) { own, _ in own },
      options: options,
      known: known
    )
    var diagnostics = (diagnostics + found).sorted()
    if !diagnostics.isEmpty { diagnostics = diagnostics.map(IncludeChains(linker).completing) }
    return Checked(diagnostics.containsError ? nil : TemplateSet(program: program), diagnostics)
  }
}
