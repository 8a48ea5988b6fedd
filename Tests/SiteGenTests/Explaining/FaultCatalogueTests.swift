import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing
import YAML

/// Whether every fault that the program can report has a page, and every page a fault.
@Suite struct FaultCatalogueTests {
  @Test func `the program carries the pages as they lie on the disk`() throws {
    #expect(FaultCatalogue.ids.map(\.name) == FaultPageTests.names)
    for id in FaultCatalogue.ids {
      let text = try String(contentsOfFile: "\(FaultPageTests.root)/\(id).md", encoding: .utf8)
      #expect(FaultCatalogue.page(id)?.markdown == text, "run `make embed` and build")
    }
  }

  @Test func `every id belongs to an area with a heading in the index`() throws {
    #expect(FaultCatalogue.areas.flatMap(\.ids).sorted { $0.name < $1.name } == FaultCatalogue.ids)
    try expectGolden(FaultCatalogue.index, at: FaultPageTests.root + "/README.md")
  }

  @Test func `what the sources report has a page, and each page is reported by the sources`() throws
  {
    let sources = try SourceLiterals()
    let known = Set(FaultCatalogue.ids.map(\.name))
    #expect(sources.ids.subtracting(known).sorted() == [])
    // What a schema's reader reports has the area of the file that is read.
    let areas = ["job", "site", "page", "theme"]
    for name in sources.names {
      #expect(areas.contains { known.contains("\($0)/\(name)") }, "\(name) has no page")
    }
    for id in known.subtracting(sources.ids) {
      let parts = id.split(separator: "/").map(String.init)
      let isReported = areas.contains(parts[0]) && sources.words.contains(parts[1])
      #expect(isReported, "nothing reports \(id)")
    }
  }

  @Test func `whatever stands in a field, its fault has a page`() {
    var ids: Set<FaultID> = []
    let junk = [
      "zzz", "[zzz]", "{zzz: zzz}", "\"\"", "\"a\\u0007b\"", "-1", "[[zzz]]", "2026-02-30",
    ]
    for text in junk {
      ids.formUnion(faults(of: Schema.job, "job", filledWith: text))
      ids.formUnion(faults(of: Schema.page, "page", filledWith: text))
      ids.formUnion(faults(of: Schema.site, "site", filledWith: text))
      ids.formUnion(faults(of: Schema.theme, "theme", filledWith: text))
    }
    #expect(ids.count > 50)
    #expect(ids.subtracting(FaultCatalogue.ids).map(\.name).sorted() == [])
  }

  /// The faults when each field in turn is `text`, and when each value of its example is.
  private func faults<Model>(
    of schema: Schema<Model>,
    _ area: String,
    filledWith text: String
  ) -> Set<FaultID> {
    var ids: Set<FaultID> = []
    for field in schema.fields {
      var values = [text]
      let example = SourceFile(path: "x.yml", bytes: Array(field.example.utf8))
      let document = YAMLDocument.parse(example, in: example.wholeRange)
      for range in document.value.map({ scalars(of: $0.root) }) ?? [] {
        var bytes = example.bytes
        bytes.replaceSubrange(range.indices, with: text.utf8)
        values.append(String(decoding: bytes, as: UTF8.self))
      }
      for value in values {
        let file = SourceFile(path: "x.yml", bytes: Array("\(field.name): \(value)\n".utf8))
        let document = YAMLDocument.parse(file, in: file.wholeRange)
        ids.formUnion(document.diagnostics.map(\.id))
        guard let root = document.value?.root else { continue }
        var reader = SchemaReader(area: area, subject: "x", path: "x.yml", codes: CodeTables())
        _ = schema.decode(root, &reader)
        ids.formUnion(reader.diagnostics.map(\.id))
      }
    }
    return ids
  }

  private func scalars(of node: YAMLNode) -> [SourceRange] {
    switch node.kind {
    case .scalar: [node.range]
    case .sequence: node.items.flatMap(scalars)
    case .mapping: node.entries.flatMap { [$0.key.range] + scalars(of: $0.value) }
    }
  }

  @Test func `every fault in a golden text has a page`() throws {
    let known = Set(FaultCatalogue.ids.map(\.name))
    var seen: Set<String> = []
    let tests = repository + "/Tests"
    for file in files(below: tests) where file.hasSuffix("faults.txt") {
      let text = try String(contentsOfFile: tests + "/" + file, encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasSuffix("]") {
        let isFault = line.contains("error: ") || line.contains("warning: ")
        guard isFault, let open = line.lastIndex(of: "[") else { continue }
        seen.insert(String(line[line.index(after: open)...].dropLast()))
      }
    }
    #expect(seen.count > 60)
    #expect(seen.subtracting(known).sorted() == [])
  }

  @Test(arguments: [
    ("job/mising-field", "job/missing-field"),
    ("job/missing_field", "job/missing-field"),
    ("duplicate-key", "yaml/duplicate-key"),
    ("duplicat-key", "yaml/duplicate-key"),
    ("weather", nil),
  ])
  func `an id that doesn't exist names the nearest`(_ name: String, _ nearest: String?) {
    #expect(FaultCatalogue.nearest(to: name) == nearest)
  }

  @Test func `a page is printed for a terminal`() {
    let page = FaultPage(
      id: "job/x",
      markdown: """
        # job/x

        A **bold** word and `code` in a paragraph that
        goes on over the end of a line of eighty characters for a while.

        - one
        - two
          and a half

        ## Wrong

        ```yaml posting
        title:

          x
        ```

        ```html templates/home.html
        <p>
        ```

        """
    )
    #expect(
      page.terminalText == """
        job/x

        A bold word and 'code' in a paragraph that goes on over the end of a line of
        eighty characters for a while.

        - one
        - two and a half

        Wrong

            title:

              x

          templates/home.html:
            <p>

        """
    )
  }
}

/// The ids, and the second parts of ids, that the sources write out.
private struct SourceLiterals {
  private(set) var ids: Set<String> = []
  private(set) var names: Set<String> = []
  /// All literals that could be such a second part.
  private(set) var words: Set<String> = []

  init() throws {
    let areas = FaultCatalogue.areas.map(\.name).joined(separator: "|")
    let whole = try Regex("\"((?:\(areas))/[a-z0-9-]+)\"")
    let made = try Regex("Diagnostic\\(\\s*\"([a-z0-9/-]+)\"")
    let word = try Regex("\"([a-z][a-z0-9-]*)\"")
    let reported = try Regex("report\\(\\s*\"([a-z-]+)\"|\\bfault: \"([a-z-]+)\"")
    let sources = repository + "/Sources"
    for file in files(below: sources) where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      // Examples of the command line and doc comments may name ids too: they have to exist as well.
      for match in text.matches(of: whole) + text.matches(of: made) {
        ids.insert(String(match.output[1].substring ?? ""))
      }
      for match in text.matches(of: word) { words.insert(String(match.output[1].substring ?? "")) }
      for match in text.matches(of: reported) {
        names.insert(String(match.output[1].substring ?? match.output[2].substring ?? ""))
      }
    }
  }
}
