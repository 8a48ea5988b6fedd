import SourceText
import TemplateCases
import Templating
import Testing

@Suite struct EscapingModeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let result: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a.html",
      template: #"<a href="{{ 'x:y' }}">{{ site.title }}</a>"#,
      result: ##"<a href="#blocked">A &amp; B</a>"##
    ),
    Case(name: "a.htm", template: #"<a href="{{ 'x:y' }}">"#, result: ##"<a href="#blocked">"##),
    Case(
      name: "a.xml",
      template: "<a b={{ 'x:y' }}>{{ site.title }}",
      result: "<a b=x:y>A &amp; B"
    ),
    Case(name: "a.svg", template: "<a {{ site.title }}>", result: "<a A &amp; B>"),
    Case(name: "a.rss", template: "{{ '<' }}", result: "&lt;"),
    Case(name: "a.atom", template: "{{ '<' }}", result: "&lt;"),
    Case(
      name: "b.xml",
      template: "{% autoescape false %}{{ '<' }}{% endautoescape %}",
      result: "<"
    ),
    Case(
      name: "a.json",
      template: #"{"title": {{ site.title|tojson }}}"#,
      result: #"{"title": "A \u0026 B"}"#
    ),
    Case(name: "a.txt", template: "<a {{ '<' }}", result: "<a <"),
    Case(name: "a.md", template: "{{ '<' }}", result: "<"),
    Case(name: "a.csv", template: "{{ '<' }};", result: "<;"),
    Case(name: "no-ending", template: "{{ '<' }}", result: "<"),
  ]

  @Test(arguments: cases)
  func `the ending of a template's name decides about escaping`(_ wanted: Case) {
    #expect(VocabularyTests.render(wanted.template, name: wanted.name) == wanted.result)
  }

  /// The output of a template in a set made with an option, and the warnings.
  static func render(
    _ template: String,
    as escaping: TemplateOptions.Escaping
  ) -> (output: String, warnings: String) {
    let source = TemplateSource(name: "a.html", path: "a.html", bytes: Array(template.utf8))
    var options = TemplateOptions()
    options.escaping = escaping
    let vocabulary = Vocabulary(globals: [], objectTypes: [], functions: [])
    let checked = TemplateSet.compile([source], vocabulary: vocabulary, options: options)
    var report = TextReport { _ in source.bytes }
    guard let set = checked.value else { return (report.render(checked.diagnostics), "") }
    var renderer = TemplateRenderer(set, host: EmptyHost())
    var output = ByteBuffer()
    do throws(Diagnostic) {
      try renderer.render(0, into: &output) { _, _ in [] }
      return (output.text(), report.render(renderer.warnings))
    } catch {
      return (report.render([error]), "")
    }
  }

  @Test func `a choice of escaping overrides the name`() {
    let template = #"<a href="{{ 'x:<y>' }}">"#
    #expect(EscapingModeTests.render(template, as: .none).output == #"<a href="x:<y>">"#)
    #expect(EscapingModeTests.render(template, as: .html).output == #"<a href="x:&lt;y&gt;">"#)
    #expect(
      EscapingModeTests.render(template, as: .contextual).output == ##"<a href="#blocked">"##
    )
  }

  @Test func `filters keep the mark of HTML as in Jinja only where nothing else escapes`() {
    let template = """
      {% set v|striptags %}<b>&lt;i&gt;</b>{% endset %}{{ v }}{{ '<b>,<i>'|safe|replace(',', '\\n')|indent('> ') }}
      """
    #expect(EscapingModeTests.render(template, as: .html).output == "<i><b>\n> <i>")
    for escaping in [TemplateOptions.Escaping.byName, .contextual] {
      #expect(
        EscapingModeTests.render(template, as: escaping).output
          == "&lt;i&gt;&lt;b&gt;\n&gt; &lt;i&gt;"
      )
    }
  }

  @Test func `a text of a script goes on behind a backslash and a line end of Windows`() {
    let template = "<script>a = \"b \\\r\n{{ 'c' }}\";</script>"
    #expect(
      EscapingModeTests.render(template, as: .byName).output.hasPrefix(
        "a.html:2:4: error: a value can't stand within a text of a script"
      )
    )
  }

  @Test func `a value that is not shown as it is gives a warning`() {
    let template = """
      {% for x in ['/jobs', 'javascript:alert(1)'] %}<a href="{{ x }}">{% endfor %}
      <p style="color: {{ 'red; x' * 12 }}">
      """
    let warnings = """
      a.html:1:60: warning: 'javascript:alert(1)' is no address that a page may open, so \
      '#blocked' is written [template/blocked-value]
        1 | {% for x in ['/jobs', 'javascript:alert(1)'] %}<a href="{{ x }}">{% endfor %}
          |                                                            ^
        = help: http, https, mailto, tel and sms can be opened, and addresses without a scheme
      a.html:2:21: warning: 'red; xred; xred; xred; xred; xred; xred; xred; xred; xred; x…' \
      can't stand in a style, so 'blocked' is written [template/blocked-value]
        2 | <p style="color: {{ 'red; x' * 12 }}">
          |                     ^^^^^^^^^^^^^
        = help: letters, digits, spaces and # . % - + , _ can

      """
    #expect(EscapingModeTests.render(template, as: .byName).warnings == warnings)
  }
}
