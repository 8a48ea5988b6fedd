import SourceText
import TemplateCases
import TestSupport
import Testing

@testable import Templating

/// What pages look like when the white space goes that nobody sees.
@Suite struct MinifyingTests {
  private func page(_ templates: [String], minifies: Bool = true) throws -> String {
    var options = TemplateOptions()
    options.minifies = minifies
    let names = ["page.html", "part.html", "base.html"]
    let set = TemplateSet.compile(
      zip(names, templates).map { name, text in
        TemplateSource(name: name, path: name, bytes: Array(text.utf8))
      },
      vocabulary: Vocabulary(globals: [], objectTypes: [], functions: []),
      options: options
    )
    let compiled = try #require(set.value, "\(set.diagnostics.map(\.message))")
    var renderer = TemplateRenderer(compiled, host: EmptyHost())
    var output = ByteBuffer()
    try renderer.render(0, into: &output) { _, _ in [] }
    return output.text()
  }

  static let cases: [(template: String, page: String)] = [
    ("<p>\n  a  b\n</p>\n", "<p>a b</p>"),
    ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<b>a</b> <i>b</i>\n<u>c</u>", "<b>a</b> <i>b</i>\n<u>c</u>"),
    ("a <span>\n b </span> c", "a <span>\nb </span> c"),
    ("a <img src=\"x\" alt=\"\"> b", "a <img src=\"x\" alt=\"\"> b"),
    ("a <br> b", "a <br> b"),
    (
      "<!DOCTYPE html>\n<html>\n<head>\n<title> a  b </title>\n</head>",
      "<!DOCTYPE html><html><head><title> a  b </title></head>"
    ),
    ("a <!-- b --> c", "a c"),
    ("a<!-- b -->c", "ac"),
    ("<p>a</p> <!-- > --> <p>b</p>", "<p>a</p><p>b</p>"),
    ("a <!--#include x --> b", "a <!--#include x --> b"),
    ("<pre>\n a\n   b </pre>  <p> c", "<pre>\n a\n   b </pre><p>c"),
    ("<pre>\n<b>  a </b>\n\n</pre>", "<pre>\n<b>  a </b>\n\n</pre>"),
    ("<textarea>\n a  b </textarea>  c", "<textarea>\n a  b </textarea> c"),
    ("<script> a  b </script>\n<p> c", "<script> a  b </script><p>c"),
    ("<style> a  {} </style >\n<p> c", "<style> a  {} </style><p>c"),
    ("<a  href = \"a  b\"\n  title='c  d'  >e</a>", "<a href = \"a  b\" title='c  d'>e</a>"),
    ("<a href=b >c</a >", "<a href=b >c</a>"),
    ("<input disabled />", "<input disabled />"),
    ("a <script>b</script> c", "a <script>b</script>c"),
    ("a<script>b</script> c", "a<script>b</script> c"),
    (
      "<head>\n<meta a>\n<title>b</title>\n<link c>\n</head>",
      "<head><meta a><title>b</title><link c></head>"
    ),
    ("a < b  <3 c", "a < b <3 c"),
    ("a\u{A0} \u{A0}b", "a\u{A0} \u{A0}b"),
    ("{{ 'a  b\n' }}  c", "a  b\n c"),
    ("<p>\n{{ 'a' }}\n</p>", "<p>a</p>"),
    ("<p title=\"{{ 'a  b' }}  c\">\n{{ 'a' }} {{ 'b' }}</p>", "<p title=\"a  b  c\">a b</p>"),
    (
      "<ul>\n{% for x in [1, 2] %}\n  <li>\n  {{ x }}\n</li>\n{% endfor %}\n</ul>",
      "<ul><li>1</li><li>2</li></ul>"
    ),
    ("{% for x in [1, 2] %}\n {{ x }}\n{% endfor %}", " 1\n 2\n"),
    ("<p>{% if true %}\n a {% else %}\n b\n{% endif %}\n c</p>", "<p>a c</p>"),
    ("<p>a</p>{% if true %}<p>b</p>{% endif %}\n c", "<p>a</p><p>b</p>c"),
    ("<p>a</p>{% if true %}b{% endif %}\n c", "<p>a</p>b c"),
    ("<p{% if true %} class=\"x\"{% endif %}>\n a", "<p class=\"x\">a"),
    ("<b{% if true %} class=\"x\"{% endif %}>\n a", "<b class=\"x\">\na"),
    ("{% macro m() %}<b>\n  a  </b>\n{% endmacro %}<p>{{ m() }}</p>", "<p><b>\na </b>\n</p>"),
    ("{% macro m() %}a\n  b{% endmacro %}<pre>{{ m() }}</pre>", "<pre>a\n  b</pre>"),
    ("<!-- {{ 'a' }}  b -->", "<!--   b -->"),
  ]

  @Test(arguments: cases)
  func `a page loses white space that nobody sees`(_ template: String, _ page: String) throws {
    #expect(try self.page([template]) == page)
  }

  @Test func `a part of a page knows whether it stands in preformatted text`() throws {
    let part = "<b>a</b>\n\n  <i>b</i>"
    #expect(
      try page(["<pre>{% include 'part.html' %}</pre> <p>{% include 'part.html' %}</p>", part])
        == "<pre>\(part)</pre><p><b>a</b>\n<i>b</i></p>"
    )
  }

  @Test func `a block begins where its page leaves it`() throws {
    let base = "<main>\n{% block a %}\n{% endblock %}\n</main>"
    let page = "{% extends 'base.html' %}\n{% block a %}\n  <p>\n a\n{% endblock %}"
    #expect(try self.page([page, "", base]) == "<main><p>a\n</main>")
  }

  @Test(arguments: cases.map(\.template))
  func `nothing changes where nobody asks for it`(_ template: String) throws {
    let page = try page([template], minifies: false)
    let shortened = try self.page([template])
    #expect(page.count >= shortened.count)
    // The same words in the same order.
    func words(_ text: String) -> [Substring] {
      text.split { $0.isWhitespace || $0 == "<" || $0 == ">" }
    }
    if !template.contains("<!--"), !template.contains(" >") {
      #expect(words(page) == words(shortened))
    }
  }
}
