import Foundation
import SourceText
import TemplateCases
import Templating
import TestSupport
import Testing

/// Case files hold JSON data, a line `---` and `main.html`; `--- name` begins a further template.
///
/// Beside each lies the output, or every fault as it is printed.
@Suite struct CaseFileTests {
  static let folder = TestSupport.folder() + "/Cases"

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  @Test(arguments: names)
  func `each case file gives its golden output`(_ name: String) throws {
    let text = try String(contentsOfFile: "\(CaseFileTests.folder)/\(name).txt", encoding: .utf8)
    let answer = try CaseFileTests.answer(of: text)
    try expectGolden(answer.text, at: "\(CaseFileTests.folder)/\(name).golden")
  }

  @Test(arguments: names)
  func `a case file gives the same when its data is known at compile time`(
    _ name: String
  ) throws {
    let text = try String(contentsOfFile: "\(CaseFileTests.folder)/\(name).txt", encoding: .utf8)
    let answer = try CaseFileTests.answer(of: text)
    #expect(try CaseFileTests.answer(of: text, Rules(knowsData: true)).text == answer.text)
  }

  @Test func `there are case files`() { #expect(CaseFileTests.names.count > 70) }

  /// Rules that a case may change.
  struct Rules {
    var undefined = TemplateOptions.Undefined.strict
    var writesLists = false
    /// Whether the data is known when the templates are compiled.
    var knowsData = false
  }

  /// The output, or all faults as they are printed.
  struct Answer {
    let text: String
    let isFault: Bool
  }

  static func answer(of text: String, _ rules: Rules = Rules()) throws -> Answer {
    var data = ""
    var sources: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("---") {
        let name = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
        sources.append((name.isEmpty ? "main.html" : name, ""))
      } else if sources.isEmpty {
        data += line + "\n"
      } else {
        sources[sources.count - 1].text += line + "\n"
      }
    }
    let templates = sources.map {
      // The line feed of the case file itself is not part of the template.
      TemplateSource(name: $0.name, path: $0.name, bytes: Array($0.text.utf8.dropLast()))
    }
    return try rendered(templates, data, rules)
  }

  private static func rendered(
    _ templates: [TemplateSource],
    _ data: String,
    _ rules: Rules
  ) throws -> Answer {
    var options = TemplateOptions()
    options.undefined = rules.undefined
    options.writesLists = rules.writesLists
    let (entries, arena) = try JSONValues.entries(of: data)
    let vocabulary = Vocabulary(
      globals: entries.map { .init($0.key) },
      objectTypes: [],
      functions: []
    )
    var report = TextReport { path in templates.first { $0.path == path }?.bytes }
    let checked = TemplateSet.compile(
      templates,
      vocabulary: vocabulary,
      constants: arena,
      locales: ["de": .german, "fr": .french],
      options: options,
      known: rules.knowsData
        ? KnownValues(
          globals: Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($0, $1.value) }),
          host: EmptyHost()
        ) : nil
    )
    guard let set = checked.value, let main = set.index(of: "main.html") else {
      return Answer(text: report.render(checked.diagnostics), isFault: true)
    }
    var renderer = TemplateRenderer(set, host: EmptyHost())
    var output = ByteBuffer()
    do throws(Diagnostic) {
      try renderer.render(main, into: &output) { _, _ in entries.map(\.value) }
      return Answer(text: output.text(), isFault: false)
    } catch {
      return Answer(text: report.render([error]), isFault: true)
    }
  }
}
