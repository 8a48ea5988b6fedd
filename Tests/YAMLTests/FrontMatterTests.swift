import SourceText
import Testing
import YAML

@Suite struct FrontMatterTests {
  static let files = [
    Case("usual", "---\na: b\n---\nText\n", "a: b\n|Text\n"),
    Case("CRLF", "---\r\na: b\r\n---\r\nText\r\n", "a: b\r\n|Text\r\n"),
    Case("a byte-order mark", "\u{FEFF}---\na: b\n---\nText", "a: b\n|Text"),
    Case("spaces behind the fences", "--- \t\na: b\n---  \nText", "a: b\n|Text"),
    Case("nothing between", "---\n---\n", "|"),
    Case("no line end at the end", "---\na: b\n---", "a: b\n|"),
    Case("fences in the text", "---\na: b\n---\nx\n---\ny", "a: b\n|x\n---\ny"),
    Case("hyphens that are no fence", "---\na: |\n  ---\n----\n---\nx", "a: |\n  ---\n----\n|x"),
  ]

  @Test(arguments: files)
  func `splits a file at its fences`(_ example: Case) throws {
    let file = SourceFile(path: "a.md", bytes: Array(example.yaml.utf8))
    let parts = try FrontMatter.split(file)
    #expect(file.text(parts.yaml) + "|" + file.text(parts.body) == example.expected)
  }

  static let large = "---\n" + String(repeating: "a: b # c\n", count: 7_300) + "---\n"

  static let faults = [
    Case(
      "an empty file",
      "",
      "a.md:1:1: error: the file doesn't start with a line '---' [front-matter/missing]\n  1 | \n    | ^\n  = help: write '---' on the first line, below it the fields such as 'title: Welder', and '---' again above the text\n"
    ),
    Case(
      "text first",
      "Hello\n---\n",
      "a.md:1:1: error: the file doesn't start with a line '---' [front-matter/missing]\n  1 | Hello\n    | ^^^^^\n  = help: write '---' on the first line, below it the fields such as 'title: Welder', and '---' again above the text\n"
    ),
    Case(
      "an empty line first",
      "\n \n---\na: b\n---\n",
      "a.md:1:1: error: there are empty lines above '---' [front-matter/missing]\n  1 | \n    | ^\n  = help: delete them\n"
    ),
    Case(
      "a dash",
      "—\na: b\n---\n",
      "a.md:1:1: error: '—' is one long dash [front-matter/missing]\n  1 | —\n    | ^\n  = help: type three hyphens: ---\n"
    ),
    Case(
      "two hyphens",
      "\n-- \na: b\n--\n",
      "a.md:2:1: error: '--' has 2 hyphens instead of three [front-matter/missing]\n  2 | -- \n    | ^^^\n  = help: type three hyphens: ---\n"
    ),
    Case(
      "four hyphens",
      "---\na: b\n----\nText\n",
      "a.md:3:1: error: '----' has 4 hyphens instead of three [front-matter/unclosed]\n  3 | ----\n    | ^^^^\n  = help: type three hyphens: ---\n"
    ),
    Case(
      "dashes",
      "---\na: b\n–-\nText\n",
      "a.md:3:1: error: '–-' has dashes instead of hyphens [front-matter/unclosed]\n  3 | –-\n    | ^^\n  = help: type three hyphens: ---\n"
    ),
    Case(
      "never closed",
      "---\na: b\n",
      "a.md:1:1: error: no second line '---' ends the fields that start here [front-matter/unclosed]\n  1 | ---\n    | ^^^\n  = help: write '---' alone on a line between the last field and the text\n"
    ),
    Case(
      "too many fields",
      large,
      "a.md:1:1: error: the fields that start here take more than 64 KiB [front-matter/too-large]\n  1 | ---\n    | ^^^\n  = help: long text belongs below the second line '---'\n"
    ),
  ]

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `UTF-16 is named`(_ mark: [UInt8]) {
    let file = SourceFile(path: "a.md", bytes: mark + [0x2D, 0, 0x2D, 0, 0x2D, 0, 0x0A, 0])
    do throws(Diagnostic) {
      _ = try FrontMatter.split(file)
      Issue.record("no fault")
    } catch {
      #expect(error.message == "the file is saved as UTF-16")
      #expect(error.hint == "save it as UTF-8")
    }
  }

  @Test(arguments: faults)
  func `says which fence is missing`(_ example: Case) {
    let file = SourceFile(path: "a.md", bytes: Array(example.yaml.utf8))
    do throws(Diagnostic) {
      _ = try FrontMatter.split(file)
      Issue.record("no fault")
    } catch {
      #expect(report(file.bytes, [error]) == example.expected)
    }
  }
}
