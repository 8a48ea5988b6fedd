import SiteGen
import TestSupport
import Testing

@Suite struct TranslatedNamesTests {
  private static let configuration = """
    language: en
    languages: [en, de, fr]
    departments:
      - name: Engineering
        names: {de: Technik}
        description: {en: What we build., de: Was wir bauen.}
      - name: Sales
        description: What we sell.
    schema: {custom: {shift: {type: text, label: {en: Shift, de: Schicht}}}}

    """

  /// What each page says between two marks.
  private func texts(_ language: String, of path: String, _ mark: String) async throws -> [String] {
    let front = "lang: \(language)\ndepartment: Engineering\ncustom: {shift: nights}\n"
    let site = try smallSite(front, site: TranslatedNamesTests.configuration)
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.outcome == .done, "\(report(result, site.path))")
    let page = try target.read("public/\(path)index.html")
    return page.split(separator: mark).dropFirst().map {
      String($0.prefix { $0 != "<" && $0 != "\"" })
    }
  }

  @Test(arguments: [
    ("", "Engineering", "What we build."), ("de/", "Technik", "Was wir bauen."),
    // A language without a name shows the department's own, and no text of another language.
    ("fr/", "Engineering", nil),
  ])
  func `a department is named and described in the language of the page`(
    _ folder: String,
    _ name: String,
    _ description: String?
  ) async throws {
    let page = folder + "departments/engineering/"
    #expect(try await texts("en", of: page, "<h1>")[0].contains(name))
    let shown = try await texts("en", of: page, "<meta name=\"description\" content=\"").first
    #expect(shown == description)
    let list = try await texts("en", of: folder, "href=\"/\(page)\">")
    #expect(list.contains(name))
  }

  @Test(arguments: [("en", "", "Shift"), ("de", "de/", "Schicht"), ("fr", "fr/", "Shift")])
  func `a field of the site is called what its language calls it`(
    _ language: String,
    _ folder: String,
    _ label: String
  ) async throws {
    // What is not in the page's language says so.
    let mark = language == "fr" ? "<dt lang=\"en\">" : "<dt>"
    #expect(try await texts(language, of: folder + "jobs/welder/", mark).contains(label))
  }

  @Test func `a language with a region takes the words of the language`() async throws {
    let site = try smallSite(
      "department: Engineering\n",
      site: """
        languages: [en, de-CH]
        departments: [{name: Engineering, names: {de: Technik}, description: {de: Was wir bauen.}}]

        """
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.outcome == .done, "\(report(result, site.path))")
    let page = try target.read("public/de-CH/departments/engineering/index.html")
    #expect(page.contains("Technik") && page.contains("Was wir bauen."))
  }

  @Test func `a text that nobody would see is refused`() async throws {
    let site = try smallSite(
      site: "languages: [en, de]\nmenu: [{text: {en: Jobs, ge: Stellen}, url: /jobs/}]\n"
        + "departments: [{name: People, names: {}}]\n"
    )
    let result = await build(site.path, into: try TestFolder()) { $0.isCheck = true }
    #expect(
      report(result, site.path) == """
        site.yml:5:26: error: the site is not in the language 'ge' [site/language-not-on-site]
          5 | menu: [{text: {en: Jobs, ge: Stellen}, url: /jobs/}]
            |                          ^^
          = help: did you mean 'de'?
        site.yml:6:37: error: 'departments.names' has no text in any language [site/missing-field]
          6 | departments: [{name: People, names: {}}]
            |                                     ^^
          = help: write texts by language, such as {en: People, de: Personal}

        """
    )
  }
}
