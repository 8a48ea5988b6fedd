import Markdown
import SourceText
import Testing

@Suite struct PlaceTests {
  static let links = [
    Case("a line", "x [a](b) y", "[a](b)"),
    Case("later lines", "x\ny *z* [a](b)\n`[c](d)` [e](f) z\n[g](h)", "[a](b)|[e](f)|[g](h)"),
    Case("the same text in code", "`[a](b)` [a](b)\n``[a](b)` `` [a](b)", "@9:[a](b)|@29:[a](b)"),
    Case("brackets that are no link", "[x] \\[a](b) [a](b) [y", "@12:[a](b)"),
    Case(
      "a list",
      "- a\n- b\n  c [d](e)\n  1. [f](g)\n\n     h\n     [i](j)",
      "[d](e)|[f](g)|[i](j)"
    ),
    Case(
      "a quote",
      "> a\n> b [c](d)\n> > e\n> > **f [g](h)**\nlazy [i](j)",
      "[c](d)|[g](h)|[i](j)"
    ),
    Case("CRLF", "> ä\r\n> [c](d)\r\n\r\n- x\r\n  [e](f)\r\n", "[c](d)|[e](f)"),
    Case("beyond ASCII", "Ä 東京\nñ 🚀 [ß](ü) x\n[é](e)", "[ß](ü)|[é](e)"),
    Case(
      "a table",
      "| ä | b |\n|--|--|\n| x | [a](b) |\n|[c](d)|`\\|` e [f](g)|\n||[h](i)|\n",
      "[a](b)|[c](d)|[f](g)|[h](i)"
    ),
    Case("a table in a list", "- | [a](b) | c |\n  |--|--|\n  | x | [d](e) |\n", "[a](b)|[d](e)"),
    Case(
      "a table behind lines of text",
      "x [a](b)\ny [c](d)\n| [e](f) | g |\n|--|--|\n| [h](i) | j |",
      "[a](b)|[c](d)|[e](f)|[h](i)"
    ),
    Case("no outer pipes", "a | b\n--|--\n[c](d) | [e](f)", "[c](d)|[e](f)"),
    Case("references", "[a][b] [b] [c][]\n[d][x]\n\n[b]: /b\n[c]: /c", "[a][b]|[b]|[c][]"),
    Case("definitions first", "[b]: /b\n[c]: /c 'x'\n[b] y [c]", "@20:[b]|@26:[c]"),
    Case(
      "titles",
      "a\n[b](c \"d)\") [e](<f g> 'h')\n[i](j\n(k))",
      "[b](c \"d)\")|[e](<f g> 'h')|[i](j\n(k))"
    ),
    Case("round brackets in the address", "a\n[b](c(d)e) x", "[b](c(d)e)"),
    Case(
      "bare addresses",
      "a\nsee https://a.de/b?c=d&e. Or <https://f.de>\nwww.g.de, h@i.de!",
      "https://a.de/b?c=d&e|<https://f.de>|www.g.de|h@i.de"
    ),
    Case(
      "references of characters",
      "a &amp; b &auml; &#228; &x; & &lt;\n&amp;amp; [c](d&amp;e)",
      "[c](d&amp;e)"
    ),
    Case(
      "signs in bare addresses",
      "a\nwww.b.de/c&amp;d\\*e [f](g)",
      "www.b.de/c&amp;d\\*e|[f](g)"
    ),
    Case("a mail address behind a definition", "[b]: /b\nx@y.de [b]", "x@y.de|[b]"),
    Case("escapes", "a \\* \\\\ \\[ \\a\n\\!\\[b](c) [d\\]](e\\)f)", "[d\\]](e\\)f)"),
    Case(
      "delimiters",
      "***a** b* _c_ * d_e ~~f~~\n*[g](h)* **[i](j)** ~~[k](l)~~ * m",
      "[g](h)|[i](j)|[k](l)"
    ),
    Case("hard line ends", "a  \nb\\\n[c](d)", "[c](d)"),
    Case("headings", "## a [b](c) ##\n\nd\n[e](f)\n===\n", "[b](c)|[e](f)"),
    Case("a task", "- [ ] a [b](c)\n- [x] [d](e)", "[b](c)|[d](e)"),
    Case("tags of a comment", "a <!-- [b](c) -->\n[d](e)", "[d](e)"),
    Case("indented lines", "a\n      b\n   [c](d)", "[c](d)"),
    Case("an image in a link", "a\n[![b](c)](d)", "[![b](c)](d)"),
  ]

  @Test(arguments: links)
  func `a link's range is exact`(_ example: Case) {
    let front = "---\nü: ü\n---\n"
    let rendered = Rendered(example.markdown, front: front)
    let found = rendered.body.links.map(\.range)
    let wanted = example.expected.split(separator: "|").map(String.init)
    #expect(found.count == wanted.count)
    for (range, wanted) in zip(found, wanted) {
      var text = rendered.file.text(range)
      if wanted.hasPrefix("@") { text = "@\(Int(range.start) - front.utf8.count):" + text }
      #expect(text == wanted)
    }
  }

  static let images = [
    Case("two", "a\n![b *c*](d \"e\")\n> x\n> ![f][g]\n\n[g]: /h", "![b *c*](d \"e\")|![f][g]"),
    Case("inside a link", "a\n[![b](c)](d)", "![b](c)"),
    Case("an exclamation mark in front", "a\n!![b](c)!", "![b](c)"),
  ]

  @Test(arguments: images)
  func `an image's range is exact`(_ example: Case) {
    let rendered = Rendered(example.markdown)
    let found = rendered.body.images.map { rendered.file.text($0.range) }
    #expect(found.joined(separator: "|") == example.expected)
  }

  static let tags = [
    Case("a line", "x <b>y</b>", "@2:<b>"),
    Case("the same text in code", "`<b>` x\n`` <b> ` `` <b>", "@20:<b>"),
    Case("several lines", "> ä <a\n> href=\"x\">y", "@5:<a\n> href=\"x\">"),
    Case("a list", "- x\n- y\n  z <u>a</u> <i>", "@12:<u>|@21:<i>"),
    Case("a table", "|a|b|\n|-|-|\n|x|y<br>z|\n", "@16:<br>"),
    Case("a block", "a\n\n<div class=\"x\">\n<p>b</p>\n</div>", "@3:<div class=\"x\">"),
    Case("a block in a list", "- a\n\n  <table>\n  x", "@7:<table>"),
    Case("a block in a quote, CRLF", "> ä\r\n>\r\n> <hr>\r\n", "@11:<hr>"),
    Case("an instruction", "<?php\nx ?>", "@0:<?php"),
    Case("behind a comment", "<!-- a --> <b>x</b>", "@11:<b>"),
    Case("text behind a comment", "x\n\n<!-- a\n--> b c", "@14:b c"),
  ]

  @Test(arguments: tags)
  func `a tag's range is exact`(_ example: Case) {
    let rendered = Rendered(example.markdown)
    let found = rendered.body.diagnostics.compactMap { fault in
      fault.range.map { "@\($0.start):" + rendered.file.text($0) }
    }
    #expect(rendered.body.diagnostics.allSatisfy { $0.id == "body/raw-html" })
    #expect(found.joined(separator: "|") == example.expected)
  }
}
