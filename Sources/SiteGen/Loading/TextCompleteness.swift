import SourceText

/// Whether each language of a site has all texts of the interface, in all forms that it needs.
///
/// A reader never meets half a page in another language: what is missing is a fault.
struct TextCompleteness {
  /// Those of the site's languages: of the whole tag, else of its first part.
  private(set) var texts: [String: InterfaceTexts] = [:]
  private let all: [String: InterfaceTexts]
  private let languages: [String]
  /// The file of each language that is looked at first.
  private let files: [String: String]

  /// Faults of one language that are shown; who translates sees the others in the file beside.
  private static let mostFaults = 20

  /// - Parameters:
  ///   - all: what was read, by language.
  ///   - site: whose languages are looked at.
  ///   - files: for each language the file that is looked at first.
  init(_ all: [String: InterfaceTexts], _ site: SiteConfiguration, files: [String: String]) {
    self.all = all
    self.files = files
    languages = site.allLanguages
    for language in languages {
      let plain = all[String(language.prefix { $0 != "-" })] ?? InterfaceTexts()
      texts[language] = all[language]?.fallingBack(to: plain) ?? plain
    }
  }

  /// - Returns: `theme/missing-text`, for each key that another language of the site or English has and
  ///   one lacks, and for each text without a form that its language counts with; one fault alone
  ///   for a language without any text.
  func faults() -> [Diagnostic] {
    var wanted = Set(InterfaceTexts.needed)
    for language in languages + ["en"] {
      wanted.formUnion((texts[language] ?? all[language])?.keys ?? [])
    }
    let keys = wanted.sorted()
    return languages.flatMap { faults(in: $0, keys) }
  }

  private func faults(in language: String, _ keys: [String]) -> [Diagnostic] {
    guard let own = texts[language] else { return [] }
    let file = "text/\(language).yml"
    if own.keys.isEmpty {
      return [
        fault(
          "the theme has no texts in the language '\(language)'",
          language,
          hint: "put a translation of its text/en.yml into \(file), beside site.yml or in the theme"
        )
      ]
    }
    let missing = keys.filter { !own.contains($0) }.map { key in
      fault(
        "'\(key)' has no text in the language '\(language)'",
        language,
        hint: "add it to \(file), beside site.yml or in the theme"
      )
    }
    let forms = own.missingForms(of: PluralRules(language: language).categories).map { text in
      let names = text.forms.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      return fault(
        "'\(text.key)' has no form \(names) in the language '\(language)'",
        language,
        hint: "add it in \(file): the language counts with it"
      )
    }
    return Array((missing + forms).prefix(TextCompleteness.mostFaults))
  }

  private func fault(_ message: String, _ language: String, hint: String) -> Diagnostic {
    let file = files[language] ?? files[String(language.prefix { $0 != "-" })]
    return Diagnostic(
      "theme/missing-text",
      message,
      path: file ?? SourceTree.configurationPath,
      hint: hint
    )
  }
}
