package import SourceText

/// All templates of a theme, compiled together; immutable and shared by all workers.
package struct TemplateSet: Sendable {
  private(set) var program: Program

  /// Reads and compiles templates in one step; see ``ParsedTemplates``.
  package static func compile(
    _ sources: [TemplateSource],
    vocabulary: Vocabulary,
    constants: ValueArena = ValueArena(),
    locales: [String: LocaleText] = [:],
    options: TemplateOptions = TemplateOptions(),
    known: KnownValues? = nil
  ) -> Checked<TemplateSet> {
    ParsedTemplates(sources, vocabulary: vocabulary, options: options).compiled(
      constants: constants,
      locales: locales,
      known: known
    )
  }

  /// Takes over what was made in other arenas, behind the constants that the templates know.
  ///
  /// - Parameters:
  ///   - constants: the other arenas.
  ///   - repeats: how many times about as much is going to come, this one counted.
  /// - Returns: for each of them what turns its values into values of the templates' constants.
  package mutating func append(
    _ constants: [ValueArena],
    repeats: Int
  ) -> [ValueArena.Relocation] {
    program.arena.reserve(constants, repeats: repeats)
    return constants.map { program.arena.append($0) }
  }

  /// The numbers of all templates by their names.
  package var numbers: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: program.names.compactMap { name in index(of: name).map { (name, $0) } }
    )
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
  /// Whether pages lose the white space and the comments of their text that nobody sees.
  package var minifies = false
  /// Whether a name that nothing defines is a fault before a template runs.
  package var checksNames = true

  package init() {}
}
