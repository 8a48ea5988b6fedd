import SourceText
import Templating
import Testing

/// Two jobs with a department each.
struct JobHost: TemplateHost {
  static let vocabulary = Vocabulary(
    globals: [
      .init("job", .object(0)), .init("jobs", .list(.object(0))), .init("site"),
    ],
    objectTypes: [
      .init(
        name: "job",
        fields: [.init("title"), .init("department", .object(1)), .init("body"), .init("days")]
      ),
      .init(name: "department", fields: [.init("name")]),
    ],
    functions: [
      .init(name: "t", parameters: ["key"], required: 1, acceptsKeywords: true),
      .init(name: "asset", parameters: ["path"], required: 1, acceptsKeywords: false),
    ]
  )

  mutating func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch (type, field) {
    case (0, 0): arena.text(id == 0 ? "Welder <m/f>" : "Baker")
    case (0, 1): .object(type: 1, id: id)
    case (0, 2): arena.text("<p>Body</p>", as: .html)
    case (0, 3): .int(id + 1)
    default: arena.text(id == 0 ? "Metal" : "Bread")
    }
  }

  mutating func call(
    _ function: Int,
    _ arguments: TemplateArguments,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    let text = arena.string(arguments[0]) ?? ""
    if function == 1 {
      guard text == "style.css" else {
        throw TemplateFault("theme/asset-not-found", "the theme has no file '\(text)'")
      }
      return arena.text("/style.1a2b.css")
    }
    let named = arguments.keywords.map { "\($0.name)=\($0.value.intValue ?? 0)" }
    return arena.text(([text] + named).joined(separator: " "))
  }
}

@Suite struct VocabularyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let result: String
    var testDescription: String { name }
  }

  /// The job, the jobs and the site.
  private static func globals(in arena: inout ValueArena) -> [Value] {
    let jobs = arena.list([.object(type: 0, id: 0), .object(type: 0, id: 1)])
    let site = arena.map([("title", arena.text("A & B")), ("menu", arena.list([.int(1)]))])
    return [.object(type: 0, id: 0), jobs, site]
  }

  static func render(
    _ template: String,
    name: String = "main.html",
    others: [(name: String, template: String)] = [("part.html", "{{ job.titel }}")],
    knowsData: Bool = false
  ) -> String {
    let used = others.filter { template.contains($0.name) }
    let sources = ([(name, template)] + used).map { name, template in
      TemplateSource(name: name, path: name, bytes: Array(template.utf8))
    }
    var report = TextReport { path in sources.first { $0.path == path }?.bytes }
    var constants = ValueArena()
    let values = globals(in: &constants).enumerated().map { ($0, $1) }
    let checked = TemplateSet.compile(
      sources,
      vocabulary: JobHost.vocabulary,
      constants: constants,
      known: knowsData
        ? KnownValues(globals: Dictionary(uniqueKeysWithValues: values), host: JobHost()) : nil
    )
    guard let set = checked.value else { return report.render(checked.diagnostics) }
    var renderer = TemplateRenderer(set, host: JobHost())
    var output = ByteBuffer()
    do throws(Diagnostic) {
      for _ in 0..<2 {
        output.removeAll()
        try renderer.render(0, into: &output) { _, arena in globals(in: &arena) }
      }
      return output.text()
    } catch {
      return report.render([error])
    }
  }

  static let cases = [
    Case(name: "field", template: "{{ job.title }}", result: "Welder &lt;m/f&gt;"),
    Case(name: "field of a field", template: "{{ job.department.name }}", result: "Metal"),
    Case(name: "HTML of the host", template: "{{ job.body }}", result: "<p>Body</p>"),
    Case(
      name: "loop",
      template: "{% for j in jobs %}{{ j.title }},{% endfor %}",
      result: "Welder &lt;m/f&gt;,Baker,"
    ),
    Case(
      name: "filters over fields",
      template: "{{ jobs|sort(attribute='title')|map(attribute='department.name')|join('+') }}",
      result: "Bread+Metal"
    ),
    Case(
      name: "groups",
      template:
        "{% for g in jobs|groupby('department.name') %}{{ g.grouper }}{{ g.list|length }}{% endfor %}",
      result: "Bread1Metal1"
    ),
    Case(
      name: "same thing",
      template: "{{ jobs[0] == job }}{{ jobs[1] == job }}",
      result: "TrueFalse"
    ),
    Case(name: "mapping", template: "{{ job is mapping }}{{ job is string }}", result: "TrueFalse"),
    Case(
      name: "one of two things",
      template:
        "{% set x = job if 1 == 2 else job.department %}{{ x.title if 1 == 2 }}{{ x.name }}",
      result: "Metal"
    ),
    Case(name: "function", template: "{{ t('key', count=3) }}", result: "key count=3"),
    Case(name: "no escaping in text", template: "{{ site.title }}", result: "A &amp; B"),
    Case(
      name: "unknown field",
      template: "{{ job.titel }}",
      result: """
        main.html:1:8: error: a job has no 'titel' [template/unknown-field]
          1 | {{ job.titel }}
            |        ^^^^^
          = help: did you mean 'title'?

        """
    ),
    Case(
      name: "unknown field in an included template",
      template: "{% for job in jobs %}{% include 'part.html' %}{% endfor %}",
      result: """
        part.html:1:8: error: a job has no 'titel' [template/unknown-field]
          1 | {{ job.titel }}
            |        ^^^^^
          = help: did you mean 'title'?
          = note: included from here (main.html:1:33)

        """
    ),
    Case(
      name: "unknown field in a path",
      template: "{{ jobs|map(attribute='department.nam')|join }}",
      result: """
        main.html:1:23: error: a department has no 'nam' [template/unknown-field]
          1 | {{ jobs|map(attribute='department.nam')|join }}
            |                       ^^^^^^^^^^^^^^^^
          = help: did you mean 'name'?

        """
    ),
    Case(
      name: "unknown function",
      template: "{{ aset('x') }}",
      result: """
        main.html:1:4: error: there is no function 'aset' [template/unknown-function]
          1 | {{ aset('x') }}
            |    ^^^^
          = help: did you mean 'asset'?

        """
    ),
    Case(
      name: "fault of the host",
      template: "{{ asset('a.css') }}",
      result: """
        main.html:1:4: error: the theme has no file 'a.css' [theme/asset-not-found]
          1 | {{ asset('a.css') }}
            |    ^^^^^^^^^^^^^^

        """
    ),
  ]

  @Test(arguments: cases)
  func `a case gives the same when its data is known at compile time`(_ wanted: Case) {
    #expect(VocabularyTests.render(wanted.template, knowsData: true) == wanted.result)
  }

  @Test(arguments: cases)
  func `things of the host are read and checked`(_ wanted: Case) {
    #expect(VocabularyTests.render(wanted.template) == wanted.result)
  }

  @Test func `a name that stands for two things is read as either`() {
    let page = "{% for x in jobs %}{% include 'part.html' %}{% endfor %}{# other.html #}"
    let part = "{{ x.title if x.title is defined else x.name }},"
    for value in ["{'name': 1}", "job.department"] {
      let other = "{% set x = \(value) %}{% include 'part.html' %}"
      let result = VocabularyTests.render(
        page,
        others: [("part.html", part), ("other.html", other)]
      )
      #expect(result == "Welder &lt;m/f&gt;,Baker,")
    }
  }

  @Test func `a text template is not escaped`() {
    #expect(VocabularyTests.render("{{ site.title }}", name: "a.txt") == "A & B")
  }
}
