import Markdown
import SourceText
import Testing

@Suite struct MarkdownRendererTests {
  static let pages = [
    Case(
      "paragraphs",
      "Hello *you*\n\nand **you**",
      "<p>Hello <em>you</em></p>\n<p>and <strong>you</strong></p>\n"
    ),
    Case("nothing", "", ""),
    Case(
      "a table",
      "| a | b |\n|---|--:|\n| 1 | 2 |\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th class=\"align-right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-right\">2</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    Case("struck out", "~~a~~", "<p><del>a</del></p>\n"),
    Case(
      "bare addresses",
      "www.a.de b@c.de",
      "<p><a href=\"http://www.a.de\">www.a.de</a> <a href=\"mailto:b@c.de\">b@c.de</a></p>\n"
    ),
    Case(
      "a task list",
      "- [x] a\n- [ ] b",
      "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>\n<li><input type=\"checkbox\" disabled=\"\" /> b</li>\n</ul>\n"
    ),
    Case("a heading of level 1", "# A & B", "<h2 id=\"a-and-b\">A &amp; B</h2>\n"),
    Case(
      "levels keep their distance",
      "# A\n## B\n### C\n> # D",
      "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h4 id=\"c\">C</h4>\n<blockquote>\n<h2>D</h2>\n</blockquote>\n"
    ),
    Case("no level beyond 6", "# A\n###### B", "<h2 id=\"a\">A</h2>\n<h6 id=\"b\">B</h6>\n"),
    Case("low levels stay", "## A\n### B", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"),
    Case(
      "one title thrice",
      "## A\n## A\n## A-2\n## A",
      "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-2-2\">A-2</h2>\n<h2 id=\"a-3\">A</h2>\n"
    ),
    Case(
      "ids of other scripts",
      "## Über uns!\n## 東京 2026\n## ***",
      "<h2 id=\"uber-uns\">Über uns!</h2>\n<h2 id=\"東京-2026\">東京 2026</h2>\n<h2 id=\"section\">***</h2>\n"
    ),
    Case("a comment", "a\n\n<!-- b\n\nc -->\n\nd <!-- e --> f", "<p>a</p>\n<p>d  f</p>\n"),
    Case("comments in a row", "<!-- a --> <!-- b -->\nc", "<p>c</p>\n"),
    Case("CRLF", "a\r\n\r\n- b\r\n- c\r\n", "<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n"),
  ]

  @Test(arguments: pages)
  func `renders the text`(_ example: Case) {
    let rendered = Rendered(example.markdown, front: "---\nä: b\n---\n")
    #expect(rendered.report == "")
    #expect(rendered.html == example.expected)
  }

  @Test func `sections cover the whole text`() throws {
    let text = "Intro\n\n# Täsks #\n\na\n\n### Daily\n\nb\n\nMore\n----\n\nc\n"
    let rendered = Rendered(text)
    let sections = rendered.body.sections
    #expect(sections.map(\.title) == [nil, "Täsks", "More"])
    #expect(sections.map(\.id) == ["", "tasks", "more"])
    #expect(sections.map(\.level) == [0, 2, 3])
    #expect(sections.map { rendered.file.text($0.range) } == ["", "# Täsks #", "More\n----"])
    #expect(
      sections.map { rendered.html($0.heading) }
        == ["", "<h2 id=\"tasks\">Täsks</h2>\n", "<h3 id=\"more\">More</h3>\n"]
    )
    #expect(
      sections.map { rendered.html($0.html) }
        == ["<p>Intro</p>\n", "<p>a</p>\n<h4 id=\"daily\">Daily</h4>\n<p>b</p>\n", "<p>c</p>\n"]
    )
  }

  @Test func `section ranges count from the text's own first byte`() {
    let file = SourceFile(path: "a.md", bytes: Array("## A\n\nb".utf8))
    var renderer = MarkdownRenderer()
    var output = ByteBuffer()
    output.append("before" as StaticString)
    let body = renderer.render(file, in: SourceRange(0..<file.bytes.count), into: &output)
    #expect(body.sections.map(\.heading) == [0..<18])
    #expect(body.sections.map(\.html) == [18..<27])
    let again = renderer.render(file, in: SourceRange(0..<file.bytes.count), into: &output)
    #expect(again.sections == body.sections)
    let html = "<h2 id=\"a\">A</h2>\n<p>b</p>\n"
    #expect(output.text() == "before" + html + html)
  }

  static let summaries = [
    Case(
      "markup goes",
      "## T\n\n- x\n\nWe *build* `it`\n**well**. [a](b) &amp;",
      "We build it well. a &"
    ),
    Case("none", "- a\n- b", ""),
    Case("300 letters", String(repeating: "ä", count: 300), String(repeating: "ä", count: 300)),
    Case(
      "one word too long",
      String(repeating: "ä", count: 301),
      String(repeating: "ä", count: 299) + "…"
    ),
    Case(
      "cut behind a word",
      String(repeating: "abcd, ", count: 60),
      String(repeating: "abcd, ", count: 49) + "abcd…"
    ),
  ]

  @Test(arguments: summaries)
  func `the first paragraph is the summary`(_ example: Case) {
    #expect(Rendered(example.markdown).body.summary == example.expected)
  }

  @Test func `links and images are listed in order`() {
    let body = Rendered("[a](/b?c&amp;d) ![e *f*](g.png \"t\")\n\n<mailto:x@y.de> www.z.de").body
    #expect(body.links.map(\.target) == ["/b?c&d", "mailto:x@y.de", "http://www.z.de"])
    #expect(body.images.map(\.source) == ["g.png"])
    #expect(body.images.map(\.alt) == ["e f"])
  }
}
