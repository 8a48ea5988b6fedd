import SourceText
import Testing
import YAML

@Suite struct YAMLDocumentTests {
  static let shapes = [
    Case(
      "text stays text",
      "country: NO\nid: 007\nday: 2026-11-23",
      "{country: NO, id: 007, day: 2026-11-23}"
    ),
    Case("quotes are told apart", "a: 'x'\nb: \"y\\n\"\nc: z", "{a: \"x\", b: \"y\n\", c: z}"),
    Case(
      "null words",
      "[~, null, Null, NULL, nUll, 'null', \"\"]",
      "[~, ~, ~, ~, nUll, \"null\", \"\"]"
    ),
    Case("a missing value", "title:\ncity: Oslo", "{title: ~, city: Oslo}"),
    Case(
      "nested",
      "a:\n  b: [1, {c: d}]\n  e:\n    - f\n    - g: h",
      "{a: {b: [1, {c: d}], e: [f, {g: h}]}}"
    ),
    Case("empty collections", "a: []\nb: {}", "{a: [], b: {}}"),
    Case(
      "folded and literal text",
      "a: |\n  x\n  y\nb: >\n  x\n  y\n",
      "{a: \"x\ny\n\", b: \"x y\n\"}"
    ),
    Case("an empty document", "", "{}"),
    Case("comments only", "# nothing\n\n", "{}"),
    Case("a lone start line", "---\n", "{}"),
    Case("a byte-order mark", "\u{FEFF}a: b", "{a: b}"),
    Case("CRLF", "a: b\r\nc:\r\n  - d\r\n", "{a: b, c: [d]}"),
    Case("an explicit end", "a: b\n...\n", "{a: b}"),
    Case("a scalar document", "hello", "hello"),
    Case("an alias of a scalar", "a: &x Oslo\nb: *x", "{a: Oslo, b: Oslo}"),
    Case(
      "an alias of a tree",
      "a: &x {b: [c, d]}\ne: [*x, f]",
      "{a: {b: [c, d]}, e: [{b: [c, d]}, f]}"
    ),
    Case("an alias as a key", "a: &x Oslo\n*x : b", "{a: Oslo, Oslo: b}"),
    Case("an anchor used again", "a: &x 1\nb: &x 2\nc: *x", "{a: 1, b: 2, c: 2}"),
    Case("an anchor of nothing", "a: &x\nb: *x", "{a: ~, b: ~}"),
    Case("a merge key is a key", "a: &x {b: c}\nd: {<<: *x}", "{a: {b: c}, d: {<<: {b: c}}}"),
    Case("letters beyond ASCII", "stadt: Köln 🚀\nnächste: 東京", "{stadt: Köln 🚀, nächste: 東京}"),
  ]

  @Test(arguments: shapes)
  func `reads the structure`(_ example: Case) throws {
    let result = parsed(example.yaml)
    #expect(result.diagnostics == [])
    #expect(shape(try #require(result.value).root) == example.expected)
  }

  static let ranges = [
    Case("scalars", "a: 'x'\nb: y z # c\n", "a: 'x'\nb: y z|a|'x'|b|y z"),
    Case("missing values", "a:\nb:   \n", "a:\nb:|a||b|"),
    Case(
      "a block ends with its last child",
      "a:\n  - b\n  - c\n\n# x\nd: e\n",
      "a:\n  - b\n  - c\n\n# x\nd: e|a|- b\n  - c|b|c|d|e"
    ),
    Case(
      "brackets belong to it",
      "a: [b, {c: d}] # x",
      "a: [b, {c: d}]|a|[b, {c: d}]|b|{c: d}|c|d"
    ),
    Case(
      "text over several lines",
      "a: |\n  x\n  y\n\nb: >\n  z\n",
      "a: |\n  x\n  y\n\nb: >\n  z|a||\n  x\n  y|b|>\n  z"
    ),
    Case(
      "beyond ASCII",
      "ä: Köln\n東: 京🚀 x\nz: '🚀'",
      "ä: Köln\n東: 京🚀 x\nz: '🚀'|ä|Köln|東|京🚀 x|z|'🚀'"
    ),
    Case("CRLF", "ä: b\r\nc: d\r\n", "ä: b\r\nc: d|ä|b|c|d"),
    Case("an anchor is no part of the value", "a: &x  b\nc: *x", "a: &x  b\nc: *x|a|b|c|*x"),
    Case(
      "an alias ends a block",
      "a: &x b\nc:\n- *x\nd: e",
      "a: &x b\nc:\n- *x\nd: e|a|b|c|- *x|*x|d|e"
    ),
  ]

  @Test(arguments: ranges)
  func `every node knows where it is written`(_ example: Case) throws {
    let root = try #require(parsed(example.yaml).value).root
    #expect(places(root, in: example.yaml).joined(separator: "|") == example.expected)
  }

  @Test func `ranges are offsets of the whole file`() throws {
    let text = "---\nü: ö\n---\nbody"
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    let yaml = try FrontMatter.split(file).yaml
    let root = try #require(YAMLDocument.parse(file, in: yaml).value).root
    #expect(places(root, in: text) == ["ü: ö", "ü", "ö"])
  }

  @Test func `a missing value stands behind its colon`() throws {
    let root = try #require(parsed("ab:\nc: d").value).root
    #expect(root.value(for: "ab")?.range == SourceRange(start: 3, end: 3))
    #expect(root.value(for: "zz") == nil)
  }

  @Test func `lends the bytes of a scalar`() throws {
    let root = try #require(parsed("a: Köln").value).root
    let bytes = root.value(for: "a")?.withTextBytes { Array($0) }
    #expect(bytes == Array("Köln".utf8))
  }

  @Test func `kinds don't mix`() throws {
    let root = try #require(parsed("a: [b]").value).root
    let list = try #require(root.value(for: "a"))
    #expect(Array(root.items).isEmpty)
    #expect(Array(list.entries).isEmpty)
    #expect(list.text == "")
    #expect(!list.isNull)
  }
}
