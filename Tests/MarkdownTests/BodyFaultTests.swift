import Markdown
import SourceText
import TestSupport
import Testing

@Suite struct BodyFaultTests {
  static let cases = [
    Case("bold as a tag", "We are\na <b>great</b> team", "tag-bold"),
    Case("italics and code", "a <em>b</em>\n\n<code>c d</code> e", "tag-marks"),
    Case("pasted formatting", "a <u>b</u>\n\n<p class=\"x\">c\n\nd <b>e", "tag-pasted"),
    Case("a break", "a<br>b", "tag-break"),
    Case("a block", "<div>\nx\n</div>", "tag-block"),
    Case("a script", "<script>alert(1)</script>", "tag-script"),
    Case("no tag at all", "for the <Platform Team> only", "tag-unknown"),
    Case("a closing tag alone", "a </span> b", "tag-closing"),
    Case("text behind a comment", "<!-- a --> b", "comment-text"),
    Case("a tag behind a comment", "<!-- a -->\n<!-- b --> <i>c</i>", "comment-tag"),
    Case("an open comment", "a\n\n<!-- b\n\nc", "comment-open"),
    Case("a script as a link", "a\n[b](javascript:alert(1)) c", "link-script"),
    Case("a script behind references", "[b](&#106;ava&Tab;script&colon;x)", "link-references"),
    Case("a script in capitals", "[b](<Java\tScript:x>)", "link-capitals"),
    Case("an unknown scheme", "<slack://channel?id=1>", "link-unknown"),
    Case("a file", "[b](file:///etc/passwd)", "link-file"),
    Case("data as a link", "[b](data:text/html,x)", "link-data"),
    Case("a definition", "[b]\n\n[b]: vbscript:x", "link-definition"),
    Case("a drawing as an image", "![a](data:image/svg+xml;base64,AA==)", "image-svg"),
    Case("mail as an image", "![a](mailto:b@c.de)", "image-mail"),
    Case("a title", "[a](b \"javascript:x\") ![c](d 'data:x')", "title"),
    Case("NUL", "a\nb\u{0}c", "nul"),
    Case("several in order", "[a](x:y)\n\n<p>b\n\n[c](z:y)", "several"),
  ]

  @Test(arguments: cases)
  func `says in plain words what may not stand in a text`(_ example: Case) throws {
    let rendered = Rendered(example.markdown)
    #expect(!rendered.body.diagnostics.isEmpty)
    let text = example.markdown + "\n=====\n" + rendered.report
    try expectGolden(text, at: "\(folder())/Cases/\(example.expected).txt")
  }

  static let fine = [
    "/jobs/", "#a", "?x=y:z", "a/b:c", "//host/a", "http://a", "HTTPS://a", "mailto:a@b.de",
    "tel:+49", "sms:+49", "./a:b", "",
  ]

  @Test(arguments: fine)
  func `these links are fine`(_ target: String) {
    #expect(Rendered("[a](\(target))").report == "")
  }

  @Test(arguments: ["png", "jpeg", "gif", "webp"])
  func `small pictures may be data`(_ type: String) {
    let rendered = Rendered("![a](data:image/\(type);base64,AAAA)")
    #expect(rendered.report == "")
    #expect(rendered.html.contains("src=\"data:image/\(type);base64,AAAA\""))
  }

  @Test func `bytes that are no UTF-8 have a place`() {
    let file = SourceFile(path: "a.md", bytes: Array("ö\nb ".utf8) + [0xE4, 0x20])
    var renderer = MarkdownRenderer()
    var output = ByteBuffer()
    let body = renderer.render(file, in: SourceRange(0..<7), into: &output)
    let faults = body.diagnostics
    #expect(faults.map(\.id) == ["body/not-utf8"])
    #expect(faults.map(\.message) == ["the character here can't be read (byte E4)"])
    #expect(faults.map(\.range) == [SourceRange(start: 5, end: 6)])
    #expect(output.text() == "")
  }

  @Test func `a text has at most 1 MiB`() {
    let line = "Lorem ipsum dolor sit.\n\n"
    let text = String(repeating: line, count: 1_048_576 / line.utf8.count)
    #expect(Rendered(text).report == "")
    let faults = Rendered(text + line).body.diagnostics
    #expect(faults.map(\.id) == ["body/too-large"])
    #expect(
      faults.map(\.message) == ["the text has 1048584 bytes, and 1 MiB is the most"]
    )
  }

  static let deep = [
    Case("quotes", String(repeating: "> ", count: 200) + "a", "0"),
    Case("quotes without spaces", "x\n\n" + String(repeating: ">", count: 200) + "a", "3"),
    Case("lists", String(repeating: "- ", count: 200) + "a", "0"),
    Case("numbered lists", String(repeating: "1. ", count: 200) + "a", "0"),
    Case(
      "indented lists",
      (0..<200).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
      "10296"
    ),
    Case(
      "emphasis",
      String(repeating: "*a **b ", count: 200) + String(repeating: "c** d*", count: 200),
      "0"
    ),
  ]

  @Test(arguments: deep)
  func `depth is bounded`(_ example: Case) {
    let faults = Rendered(example.markdown).body.diagnostics
    #expect(faults.map(\.id) == ["body/too-deep"])
    #expect(faults.first.flatMap(\.range).map { "\($0.start)" } == example.expected)
    #expect(
      faults.map(\.message)
        == ["quotes, lists and emphasis stand more than 100 deep in each other here"]
    )
  }

  @Test(arguments: ["----", "****", "....", "- a\n", "> a\n\n", "* * *\n"])
  func `many signs alone are not deep`(_ signs: String) {
    #expect(Rendered(String(repeating: signs, count: 200)).report == "")
  }
}
