import SourceText
import Templating

/// Things, functions and hostile texts that every fuzzed template can use.
struct FuzzHost: TemplateHost {
  /// What each hostile text tries to make a tag, an attribute or a call of.
  static let marker = "zqxj"

  static let texts = [
    "<zqxj>&\"zqxj='", "</script><zqxj a=\"b\">", "</title></textarea></style></xmp><zqxj>",
    "--><zqxj>", "\" zqxj=\"1", "' zqxj='1", "x zqxj=1", "]]><zqxj>", "\\\"+zqxj+\\\"", "`${zqxj}",
    "*/zqxj()//", "javascript:zqxj()", " jAva\tscript:zqxj()", "data:text/html,<zqxj>",
    "script:zqxj()",
    "https://acme.example/?a=<zqxj>&b=\"zqxj", "/jobs/a b", "", "x", "Köln 'Süd' 👩‍💻 e\u{301}",
    "\u{0}\u{1}\u{7F}\u{2028}\u{FEFF}\u{FFFD}", "2026-11-03T10:30:00+01:00", "-12.5", "url(zqxj)",
    "expression(zqxj)", "&lt;zqxj&gt;", "&#60;zqxj", "javascript&colon;zqxj()", "<!--<script>zqxj",
  ]

  static func vocabulary(adding names: [String]) -> Vocabulary {
    let job: [Vocabulary.Field] = [
      .init("title"), .init("company", .object(1)), .init("tags"), .init("body"), .init("posted"),
      .init("pay"), .init("related", .list(.object(0))), .init("nothing"),
    ]
    let company: [Vocabulary.Field] = [
      .init("name", isConstant: true), .init("url", isConstant: true),
      .init("jobs", .list(.object(0))),
    ]
    return Vocabulary(
      globals: [
        .init("job", .object(0), isOfPage: true), .init("jobs", .list(.object(0))),
        .init("hostile"),
        .init("site"), .init("body"), .init("numbers"),
      ] + names.map { .init($0, isOfPage: $0.utf8.count % 2 == 1) },
      objectTypes: [.init(name: "job", fields: job), .init(name: "company", fields: company)],
      functions: [
        .init(name: "t", parameters: ["key"], required: 1, acceptsKeywords: true, isConstant: true),
        .init(name: "asset", parameters: ["path", "kind"], required: 1, acceptsKeywords: false),
      ]
    )
  }

  static let globalNames = vocabulary(adding: []).globals.map(\.name)

  static func globals(in arena: inout ValueArena) -> [Value] {
    let hostile = arena.list(texts.map { arena.text($0) })
    var entries: [(key: String, value: Value)] = []
    for text in texts { entries.append((text, arena.text(text))) }
    entries += [("title", arena.text("A & B <zqxj>")), ("open", .bool(true)), ("count", .int(3))]
    let site = arena.map(entries)
    let numbers = arena.list([
      .int(0), .int(-1), .int(.max), .int(.min), .double(0.1), .double(-0.0), .double(1e308),
      .double(5e-324), .double(.infinity), .double(.nan), .bool(false), .none, .undefined,
    ])
    let jobs = arena.list((0..<3).map { .object(type: 0, id: $0) })
    return [.object(type: 0, id: 0), jobs, hostile, site, arena.text(html, as: .html), numbers]
  }

  private static let html = "<p title=\"a &amp; b\">Ärzte &lt; <em>alle</em></p>"

  mutating func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch (type, field) {
    case (0, 0): arena.text(FuzzHost.texts[id % FuzzHost.texts.count])
    case (0, 1): .object(type: 1, id: id)
    case (0, 2): arena.list(FuzzHost.texts.prefix(id + 2).map { arena.text($0) })
    case (0, 3): arena.text(FuzzHost.html, as: .html)
    case (0, 4): arena.text("2026-11-0\(id + 1)")
    case (0, 5): .double(Double(id) * 1_234.5)
    case (0, 6), (1, 2): arena.list((0..<2).map { .object(type: 0, id: $0) })
    case (1, 0): arena.text("Welder & <zqxj>")
    case (1, 1): arena.text(id == 0 ? "javascript:zqxj()" : "https://acme.example/")
    default: .none
    }
  }

  mutating func call(
    _ function: Int,
    _ arguments: TemplateArguments,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    let text = arena.string(arguments[0]) ?? ""
    if function == 1 {
      guard text != "none" else {
        throw TemplateFault("theme/asset-not-found", "the theme has no file '\(text)'")
      }
      return arena.text("{\"a\": \"\\u003czqxj\"}", as: .json)
    }
    let named = arguments.keywords.map { "\($0.name)=\(arena.string($0.value) ?? "")" }
    return arena.text(([text] + named).joined(separator: " "))
  }
}
