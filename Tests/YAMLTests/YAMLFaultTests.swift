import SourceText
import TestSupport
import Testing
import YAML

@Suite struct YAMLFaultTests {
  static let cases = [
    Case("a tab indents", "a:\n\t- b\n", "tab"),
    Case("a tab in front of a name", "a: b\n\tc: d\n", "tab-name"),
    Case("a colon in the value", "title: Engineer: iOS\n", "second-colon"),
    Case("a colon in an item", "tags:\n  - a: b: \"c\"\n", "second-colon-item"),
    Case("an indented name under a value", "title: x\n  city: y\n", "indented-name"),
    Case("no colon", "title: x\nlocation\nsalary: 3\n", "no-colon"),
    Case("no colon on the first line", "location\nsalary: 3\n", "no-colon-first"),
    Case("no space behind the colon", "a: b\ntitle:Foo\nc: d\n", "no-space"),
    Case("no space behind the first colon", "title:Foo\nc: d\n", "no-space-first"),
    Case("an equals sign", "a: b\ntitle = Foo\nc: d\n", "equals"),
    Case("a special blank", "a: b\ntitle:\u{A0}Foo\nc: d\n", "special-blank"),
    Case("a hyphen without a space", "a:\n-Gym\n-Lunch\nc: d\n", "unspaced-item"),
    Case("a bullet", "a:\n• Free lunch\n• Gym\nc: d\n", "bullet"),
    Case("a line in quotes", "a: b\n'title: Foo'\nc: d\n", "quoted-line"),
    Case("the first line in quotes", "\"title: Foo\"\nc: d\n", "quoted-line-first"),
    Case("the last line in quotes", "c: d\n\"title: Foo\"\n", "quoted-line-last"),
    Case("a comma in a number", "a: {b: 50,000, c: 60,000}\nb: c\nb: d\n", "comma-in-number"),
    Case("text behind an item in quotes", "a:\n- \"We\" hire\n", "text-behind-item"),
    Case("an open double quote", "title: \"Engineer\ncity: Köln\n", "open-quote"),
    Case("a quote that a later line closes", "a: \"b\nc: \"d\"\n", "quote-closed-below"),
    Case("an open single quote", "title: 'Engineer\n", "open-single-quote"),
    Case("an open quote before a second document", "a: 'b\n---\n", "open-quote-document"),
    Case("an apostrophe in single quotes", "title: 'Bob's job'\n", "apostrophe"),
    Case("an apostrophe that ends nothing", "title: 'Bob's' job\n", "apostrophe-before-text"),
    Case("text behind double quotes", "title: \"Senior\" engineer\n", "text-behind-quotes"),
    Case("text behind a list", "title: [iOS] engineer\n", "text-behind-list"),
    Case("an open bracket", "tags: [a, b\ncity: x\n", "open-bracket"),
    Case("an open brace at the end", "salary: {min: 3\n", "open-brace"),
    Case("no comma", "tags: [a, 'b' c]\n", "no-comma"),
    Case("a sign at the start", "handle: @acme\n", "at-sign"),
    Case("a star at the start", "title: **Senior** dev\n", "star"),
    Case("a percent sign", "a: b\nc: %5\n", "percent"),
    Case("a closing bracket", "a: ]\n", "closing-bracket"),
    Case("an exclamation mark", "a: !<x\n", "exclamation"),
    Case("a list beside its name", "tags: - a\n", "list-beside-name"),
    Case("a list ends wrongly", "tags:\n  - a\n  b\n  c: d\n", "list-ends"),
    Case("a name in a list", "tags:\n- a\nb: c\n- d\n", "item-in-mapping"),
    Case("a name in an indented list", "tags:\n  - a\n  b: c\n", "name-in-list"),
    Case("an unknown indentation", "a:\n    b: c\n  d: e\n", "indentation"),
    Case("a wrong escape", "path: \"C:\\Users\"\n", "escape"),
    Case("half an escape", "path: \"\\u12\"\n", "half-escape"),
    Case("text behind a block sign", "level: > 5 years\n", "block-sign"),
    Case("a key twice", "title: a\nstadt: ö\ntitle: b\n", "duplicate"),
    Case("a key three times, in quotes too", "a: {b: 1, 'b': 2, \"b\": 3}\n", "duplicates"),
    Case("two documents", "a: b\n---\nc: d\n", "several-documents"),
    Case("a list as a key", "[a, b]: c\n", "complex-key"),
    Case("braces for a template", "title: {{ name }}\n", "template-braces"),
    Case("a question mark", "? - a\n: b\n", "question-mark"),
    Case("a tag", "a: !!str 5\nb: !x [c]\n", "tag"),
    Case("an unknown alias", "a: &berlin x\nb: *berln\n", "unknown-alias"),
    Case("an alias of itself", "a: &x [b, *x]\n", "alias-inside"),
    Case("a control character", "ä: b\u{0}c\n", "control-character"),
    Case("a C1 control character", "a: b\u{93}c\n", "c1-control"),
    Case("a byte-order mark inside", "a: b\u{FEFF}c\n", "mark-inside"),
  ]

  @Test(arguments: cases)
  func `says in plain words what can't be read`(_ example: Case) throws {
    let result = parsed(example.yaml)
    let text = example.yaml + "=====\n" + report(Array(example.yaml.utf8), result.diagnostics)
    #expect(!result.diagnostics.isEmpty)
    try expectGolden(text, at: "\(folder())/Cases/\(example.expected).txt")
  }

  @Test func `bytes that are no UTF-8 have a place`() {
    let bytes = Array("a: ö\nb: ".utf8) + [0xE4, 0x20]
    #expect(
      report(bytes, parsed(bytes: bytes).diagnostics)
        == "a.md:2:4: error: the character here can't be read (byte E4) [yaml/not-utf8]\n"
        + "  2 | b: \u{FFFD} \n    |    ^\n  = help: save the file in your editor with the encoding UTF-8, then look at the text here\n"
    )
  }

  @Test func `a hundred keys are compared too`() {
    let yaml = (0..<100).map { "k\($0): v\n" }.joined() + "k7: w\n"
    let faults = parsed(yaml).diagnostics
    #expect(faults.map(\.id) == ["yaml/duplicate-key"])
    #expect(faults.first?.range == SourceRange(start: 690, end: 692))
    #expect(faults.first?.notes.first?.range == SourceRange(start: 42, end: 44))
  }

  @Test func `a duplicate leaves the document readable`() {
    #expect(parsed("a: b\na: c").value != nil)
    #expect(parsed("a: !x b").value != nil)
  }

  @Test func `anchors that explode are refused`() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let faults = parsed(yaml).diagnostics
    #expect(faults.map(\.id) == ["yaml/alias-limit"])
    #expect(faults.first?.message == "with '*a2', aliases repeat more than 10,000 values")
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `depth is bounded`(_ opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    let faults = parsed(deep).diagnostics
    #expect(faults.map(\.id) == ["yaml/too-deep"])
    let start = UInt32(64 * opening.utf8.count)
    #expect(faults.first?.range == SourceRange(start: start, end: start + 1))
    #expect(
      faults.first?.message == "lists and maps stand more than 64 deep in each other"
    )
  }

  @Test func `aliases can't get round the depth`() {
    let half = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let nested = String(repeating: "[", count: 40) + "*a" + String(repeating: "]", count: 40)
    #expect(parsed("a: &a \(half)\nb: \(nested)").diagnostics.map(\.id) == ["yaml/too-deep"])
  }
}
