import SourceText
import TemplateCases
import Testing

// How large a program became is no part of the package's interface.
@testable import Templating

/// What is known when templates are compiled makes pages faster, never programs without bound.
@Suite struct FoldingTests {
  private static func compile(_ template: String) -> Checked<TemplateSet> {
    TemplateSet.compile(
      [TemplateSource(name: "a.html", path: "a.html", bytes: Array(template.utf8))],
      vocabulary: Vocabulary(globals: [], objectTypes: [], functions: []),
      known: KnownValues(globals: [:], host: EmptyHost())
    )
  }

  private static func nested(_ depth: Int, _ body: String) -> String {
    let items = (1...32).map(String.init).joined(separator: ",")
    return String(repeating: "{% for q in [\(items)] %}", count: depth) + body
      + String(repeating: "{% endfor %}", count: depth)
  }

  @Test func `loops in loops are not written out without bound`() throws {
    let body = String(repeating: "{{ q }}", count: 70)
    for depth in 1...6 {
      let set = try #require(FoldingTests.compile(FoldingTests.nested(depth, body)).value)
      #expect(set.program.code.count < 4_096)
      #expect(set.program.constants.count < 200_000)
      #expect(set.program.literals.count < 262_144)
    }
  }

  @Test func `long texts in loops are written once`() throws {
    let text = String(repeating: "a careers site ", count: 3_000)
    let set = try #require(FoldingTests.compile(FoldingTests.nested(3, text)).value)
    #expect(set.program.literals.count < 4 * text.utf8.count)
  }

  @Test func `texts that no page shows don't fill memory`() throws {
    let texts = String(repeating: "{{ 'x' * 1000000 }}", count: 300)
    let set = try #require(FoldingTests.compile("{% if false %}\(texts){% endif %}").value)
    #expect(set.program.arena.size + set.program.literals.count < 8 << 20)
  }

  @Test(arguments: [
    (1...66_000).map { "{{ {}.a\($0) }}" }.joined(),
    String(repeating: "{% macro m() %}{% endmacro %}", count: 66_000),
    "{% with " + (1...66_000).map { "a\($0)=1" }.joined(separator: ", ")
      + " %}{% for x in [1] %}{{ loop.cycle(1, 2) }}{% endfor %}{% endwith %}",
  ])
  func `more names than can be numbered are a fault`(_ template: String) {
    let faults = FoldingTests.compile(template).diagnostics.filter {
      $0.id.name == "template/too-large"
    }
    #expect(faults.count == 1)
    var report = TextReport { _ in [] }
    #expect(
      faults.first.map { report.render([$0]) } == """
        a.html:1:1: error: the templates hold more names, macros or values than can be numbered \
        [template/too-large]
          1 | 
            | ^
          = help: at most 65534 of each; make fewer of them

        """
    )
  }
}
