import Foundation
import SourceText
import Synchronization
import TemplateCases
import Templating
import Testing

/// Templates made to exhaust the stack, the memory or the patience of whoever compiles them.
@Suite struct HostileTemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let kind: String?
    var testDescription: String { name }

    /// A template that repeats parts of itself; `kind` is that of the fault, if there is to be one.
    init(_ name: String, kind: String?, _ parts: (String, times: Int)...) {
      self.name = name
      self.kind = kind
      template = parts.map { String(repeating: $0.0, count: $0.times) }.joined()
    }
  }

  static let nesting = [
    Case("parentheses", kind: "syntax", ("{{ ", 1), ("(", 100_000), ("1", 1)),
    Case(
      "closed parentheses",
      kind: "syntax",
      ("{{ ", 1),
      ("(", 200),
      ("1", 1),
      (")", 200),
      ("}}", 1)
    ),
    Case("lists", kind: "syntax", ("{{ ", 1), ("[", 100_000)),
    Case("maps", kind: "syntax", ("{{ ", 1), ("{1:", 100_000)),
    Case("subscripts in subscripts", kind: "syntax", ("{{ ", 1), ("a[", 100_000)),
    Case("calls in calls", kind: "syntax", ("{{ ", 1), ("a(", 100_000)),
    Case("filters in filters", kind: "syntax", ("{{ ", 1), ("a|d(", 100_000)),
    Case("signs", kind: "syntax", ("{{ ", 1), ("-", 100_000), ("1 }}", 1)),
    Case("negations", kind: "syntax", ("{{ ", 1), ("not ", 100_000), ("1 }}", 1)),
    Case("conditions", kind: "syntax", ("{{ ", 1), ("1 if 1 else ", 100_000), ("1 }}", 1)),
    Case("sums", kind: "syntax", ("{{ 1", 1), (" + 1", 100_000), (" }}", 1)),
    Case("powers", kind: "syntax", ("{{ 1", 1), (" ** 1", 100_000), (" }}", 1)),
    Case("alternatives", kind: "syntax", ("{{ 1", 1), (" or 1", 100_000), (" }}", 1)),
    Case("comparisons", kind: nil, ("{{ 1", 1), (" < 2", 1_000), (" }}", 1)),
    Case("filters", kind: "syntax", ("{{ 1", 1), ("|string", 100_000), (" }}", 1)),
    Case("tests", kind: "syntax", ("{{ 1", 1), (" is odd", 100_000), (" }}", 1)),
    Case("attributes", kind: "syntax", ("{{ a", 1), (".b", 100_000), (" }}", 1)),
    Case("subscripts", kind: "syntax", ("{{ a", 1), ("[0]", 100_000), (" }}", 1)),
    Case("calls", kind: "syntax", ("{{ a", 1), ("()", 100_000), (" }}", 1)),
    Case("conditions in tags", kind: "syntax", ("{% if 1 %}", 100_000)),
    Case("loops", kind: "syntax", ("{% for i in a %}", 100_000)),
    Case(
      "alternatives in tags",
      kind: nil,
      ("{% if 0 %}", 1),
      ("{% elif 0 %}", 20_000),
      ("{% endif %}", 1)
    ),
    Case("blocks", kind: "syntax", ("{% block a %}", 100_000)),
    Case("texts", kind: "syntax", ("{% set a %}", 100_000)),
    Case("filter tags", kind: "syntax", ("{% filter upper %}", 100_000)),
    Case("macros", kind: "syntax", ("{% macro m() %}", 100_000)),
    Case("targets", kind: "syntax", ("{% for ", 1), ("(", 100_000)),
    Case("brackets that close nothing", kind: "syntax", ("{{ ", 1), (")", 100_000), (" }}", 1)),
    Case(
      "as deep as it may be",
      kind: nil,
      ("{{ ", 1),
      ("(", 149),
      ("1", 1),
      (")", 149),
      (" }}", 1)
    ),
    Case(
      "tags as deep as they may be",
      kind: nil,
      ("{% if 1 %}", 150),
      ("x", 1),
      ("{% endif %}", 150)
    ),
    Case("as long as it may be", kind: nil, ("{{ 1", 1), ("|string", 290), (" }}", 1)),
    Case(
      "as long as it may be in tags",
      kind: nil,
      ("{% if 1 %}", 148),
      ("{{ 1", 1),
      ("|string", 149),
      (" }}", 1),
      ("{% endif %}", 148)
    ),
    Case(
      "longer than it may be in tags",
      kind: "syntax",
      ("{% if 1 %}", 148),
      ("{{ 1", 1),
      ("|string", 160),
      (" }}", 1),
      ("{% endif %}", 148)
    ),
    Case(
      "lists as deep as they may be",
      kind: nil,
      ("{% set a = ", 1),
      ("[", 149),
      ("]", 149),
      (" %}", 1)
    ),
    Case("openings", kind: "syntax", ("{{", 50_000)),
    Case("comments", kind: "syntax", ("{#", 50_000)),
    Case("quotes", kind: "syntax", ("{{ '", 20_000)),
  ]

  static let size = [
    Case("range", kind: "value", ("{{ range(100001) }}", 1)),
    Case("range without an end", kind: "value", ("{{ range(0, 9223372036854775807) }}", 1)),
    Case("text times a number", kind: "value", ("{{ 'ab' * 1000000 }}", 1)),
    Case("text times the largest number", kind: "value", ("{{ 'ab' * 9223372036854775807 }}", 1)),
    Case("list times a number", kind: "value", ("{{ [1] * 1000000 }}", 1)),
    Case(
      "doubling",
      kind: "value",
      (
        "{% set ns = namespace(t='x') %}{% for i in range(100) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
        1
      )
    ),
    Case("replacing", kind: "value", ("{% set t = 'x' * 100000 %}{{ t|replace('x', t) }}", 1)),
    Case(
      "loops in loops",
      kind: "value",
      ("{% for i in range(100000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}", 1)
    ),
    Case(
      "filters in loops",
      kind: "value",
      ("{% set r = range(100000) %}{% for i in r %}{% if r|length %}{% endif %}{% endfor %}", 1)
    ),
    Case(
      "output",
      kind: "value",
      ("{% set t = 'x' * 1000000 %}{% for i in range(100) %}{{ t }}{% endfor %}", 1)
    ),
    Case("indent", kind: "value", ("{{ 'x'|indent(100000000) }}", 1)),
    Case("center", kind: "value", ("{{ 'x'|center(100000000) }}", 1)),
    Case("format", kind: "type", ("{{ '%99999999d'|format(1) }}", 1)),
    Case("batch", kind: "value", ("{{ [1]|batch(100000000, 0) }}", 1)),
    Case("slice", kind: "value", ("{{ [1]|slice(100000000) }}", 1)),
    Case("rounding", kind: "value", ("{{ 1.5|round(100000) }}", 1)),
    Case("power", kind: "value", ("{{ 10 ** 100000 }}", 1)),
    Case("macros", kind: "recursion", ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1)),
    Case("includes", kind: "recursion", ("{% include 'main' %}", 1)),
    Case("imports", kind: "recursion", ("{% import 'main' as m %}", 1)),
    Case("blocks", kind: "recursion", ("{% block b %}{{ self.b() }}{% endblock %}", 1)),
    Case(
      "recursive loops",
      kind: "recursion",
      ("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}", 1)
    ),
    Case("unique", kind: nil, ("{{ range(100000)|unique|length }}", 1)),
    Case("sorting", kind: nil, ("{{ range(100000)|sort(reverse=true)|first }}", 1)),
    Case("grouping", kind: nil, ("{{ ('a,b,' * 5000)|list|batch(2)|groupby(0)|length }}", 1)),
  ]

  @Test(arguments: nesting + size)
  func `a small stack and bounded work are enough`(_ wanted: Case) {
    let answer = Answer()
    let thread = Thread {
      let json = ByteBuffer.line(of: wanted.template)
      switch CaseAnswer(to: json) {
      case .output: answer.finish(nil)
      case .fault(let fault, in: _): answer.finish(CaseAnswer.kind(of: fault.id))
      }
    }
    #if DEBUG
      // Without optimisation each call takes several times the stack.
      thread.stackSize = 4 << 20
    #else
      thread.stackSize = 512 << 10
    #endif
    thread.start()
    #expect(answer.wait() == wanted.kind)
  }
}

/// What a thread found, for the one that waits for it.
private final class Answer: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let kind = Mutex<String?>(nil)

  func finish(_ kind: String?) {
    self.kind.withLock { $0 = kind }
    semaphore.signal()
  }

  func wait() -> String? {
    semaphore.wait()
    return kind.withLock { $0 }
  }
}

extension ByteBuffer {
  /// A line of the conformance protocol for one template.
  fileprivate static func line(of template: String) -> String {
    var line = ByteBuffer()
    line.append("{\"templates\": {\"main\": \"" as StaticString)
    line.append(escapingJSON: template)
    line.append("\"}, \"main\": \"main\", \"context\": {}, \"options\": {}}" as StaticString)
    return line.text()
  }
}
