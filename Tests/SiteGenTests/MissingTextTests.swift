import SiteGen
import TestSupport
import Testing

/// A reader never meets half a page in another language.
@Suite struct MissingTextTests {
  private func faults(_ site: String, _ texts: [String: String]) async throws -> String {
    let folder = try smallSite(site: site)
    for (language, text) in texts { try folder.write(text, to: "text/\(language).yml") }
    let result = await build(folder.path, into: folder) { $0.isCheck = true }
    return report(result, folder.path)
  }

  @Test func `the default theme is complete`() async throws {
    #expect(try await faults("languages: [en, de, pt]\n", [:]) == "")
  }

  @Test func `a language with a region takes the texts of the language`() async throws {
    #expect(try await faults("languages: [en, pt-BR]\n", [:]) == "")
  }

  @Test func `each missing text is a fault with its key`() async throws {
    #expect(
      try await faults(
        "languages: [en, de]\n",
        ["en": "pier: {gangway: Gangway, crew: {one: One, other: Many}}"]
      ) == """
        <sitegen>/themes/default/text/de.yml: error: 'pier.crew' has no text in the language 'de' \
        [theme/missing-text]
          = help: add it to text/de.yml, beside site.yml or in the theme
        <sitegen>/themes/default/text/de.yml: error: 'pier.gangway' has no text in the language 'de' \
        [theme/missing-text]
          = help: add it to text/de.yml, beside site.yml or in the theme

        """
    )
  }

  @Test func `English lacks what another language has alone`() async throws {
    #expect(
      try await faults("languages: [en, de]\n", ["de": "pier: {gangway: Landgang}"]) == """
        <sitegen>/themes/default/text/en.yml: error: 'pier.gangway' has no text in the language 'en' \
        [theme/missing-text]
          = help: add it to text/en.yml, beside site.yml or in the theme

        """
    )
  }

  @Test func `each plural form that the language counts with is needed`() async throws {
    #expect(
      try await faults("", ["en": "pier: {crew: {few: Some, other: Many}}"]) == """
        text/en.yml: error: 'pier.crew' has no form 'one' in the language 'en' [theme/missing-text]
          = help: add it in text/en.yml: the language counts with it

        """
    )
  }

  @Test func `a language without texts is one fault`() async throws {
    #expect(
      try await faults("languages: [en, cy]\n", [:]) == """
        site.yml: error: the theme has no texts in the language 'cy' [theme/missing-text]
          = help: put a translation of its text/en.yml into text/cy.yml, beside site.yml or in the theme

        """
    )
  }
}
