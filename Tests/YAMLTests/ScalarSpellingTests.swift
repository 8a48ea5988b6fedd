import SourceText
import Testing
import YAML

@Suite struct ScalarSpellingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let before: String
    let text: String
    let after: String?

    var testDescription: String { "\(before) says \(text)" }
  }

  /// Each changes the value `a` of the document's first key.
  static let cases = [
    Case(before: "k: a # why", text: "full-time", after: "k: full-time # why"),
    Case(before: "k: 'a'", text: "b", after: "k: 'b'"),
    Case(before: "k: 'a'", text: "it's", after: "k: 'it''s'"),
    Case(before: "k: \"a\"", text: "say \"b\\c\"", after: "k: \"say \\\"b\\\\c\\\"\""),
    Case(before: "k: a", text: "https://x.example/y#z", after: "k: https://x.example/y#z"),
    Case(before: "k: a", text: "b: c", after: "k: \"b: c\""),
    Case(before: "k: a", text: "b #c", after: "k: \"b #c\""),
    Case(before: "k: a", text: "- b", after: "k: \"- b\""),
    Case(before: "k: a", text: "null", after: "k: \"null\""),
    Case(before: "k: a", text: "", after: "k: \"\""),
    Case(before: "k: a", text: "Porto, PT", after: "k: \"Porto, PT\""),
    Case(before: "k: a, b", text: "Porto, PT", after: "k: Porto, PT"),
    Case(before: "{k: a, l: c}", text: "b, c", after: "{k: \"b, c\", l: c}"),
    Case(before: "{k: a, l: c}", text: "https://x.example", after: "{k: https://x.example, l: c}"),
    Case(before: "{\"k\": 'a'}", text: "b]", after: "{\"k\": 'b]'}"),
    Case(before: "k: a", text: "tab\there", after: "k: \"tab\\u0009here\""),
    Case(before: "k: 'a'", text: "tab\there", after: "k: \"tab\\u0009here\""),
    Case(before: "k: |\n  a\n", text: "b", after: nil),
    Case(before: "k: &x a\nl: *x", text: "b", after: nil),
    Case(before: "k:", text: "b", after: nil),
    Case(before: "k: [a]", text: "b", after: nil),
  ]

  @Test(arguments: cases)
  func `a value changes in the quotes that it has`(_ test: Case) throws {
    let file = SourceFile(path: "a.yml", bytes: Array(test.before.utf8))
    let root = try #require(
      YAMLDocument.parse(file, in: SourceRange(0..<file.bytes.count)).value?.root
    )
    let value = try #require(root.value(for: "k"))
    guard let edit = value.edit(to: test.text) else {
      #expect(test.after == nil)
      return
    }
    let (bytes, _) = SourceEdit.apply([edit], to: file.bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == test.after)
    let changed = SourceFile(path: "a.yml", bytes: bytes)
    let document = YAMLDocument.parse(changed, in: SourceRange(0..<bytes.count))
    #expect(document.value?.root.value(for: "k")?.text == test.text)
    #expect(document.value?.root.value(for: "k")?.isNull == false)
  }

  @Test func `a copy that an alias makes is not changed`() throws {
    let text = "k: &x a\nl: *x"
    let file = SourceFile(path: "a.yml", bytes: Array(text.utf8))
    let root = try #require(
      YAMLDocument.parse(file, in: SourceRange(0..<text.utf8.count)).value?.root
    )
    #expect(root.value(for: "l")?.edit(to: "b") == nil)
  }

  @Test(arguments: [
    ("Backend Engineer", "Backend Engineer"), ("Porto, PT", "\"Porto, PT\""),
    ("C++: night", "\"C++: night\""), ("#1", "\"#1\""), ("a #1", "\"a #1\""), ("", "\"\""),
    ("Über", "Über"), ("jobs@x.example", "jobs@x.example"), ("~", "\"~\""),
  ])
  func `a text becomes a scalar for any place`(_ text: String, _ scalar: String) {
    #expect(yamlScalar(text) == scalar)
  }
}
