import SourceText
import Templating

/// Compiles and renders what libFuzzer made up, and stops where a promise of the language is broken.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  TemplateRun(FuzzInput(Array(UnsafeBufferPointer(start: data, count: count)))).run()
  return 0
}

/// One input and everything that has to hold for it.
struct TemplateRun {
  let input: FuzzInput

  init(_ input: FuzzInput) { self.input = input }

  func run() {
    let checked = compile(input.arena, knowing: nil)
    checkPlaces(checked.diagnostics)
    guard let set = checked.value else {
      require(checked.diagnostics.containsError, "nothing is compiled, and no fault says why")
      return
    }
    require(!checked.diagnostics.containsError, "a set with an error can be used")
    guard let main = set.index(of: input.sources[0].name) else { return }
    var renderer = TemplateRenderer(set, host: FuzzHost())
    let page = render(main, &renderer)
    require(page == render(main, &renderer), "the second page differs from the first")
    var other = TemplateRenderer(set, host: FuzzHost())
    require(page == render(main, &other), "another renderer makes another page")
    checkPlaces(page.faults)
    checkPage(page.bytes)
    checkFolding(main, page, checked.diagnostics)
  }

  private func compile(_ constants: ValueArena, knowing known: KnownValues?) -> Checked<TemplateSet>
  {
    TemplateSet.compile(
      input.sources,
      vocabulary: vocabulary,
      constants: constants,
      options: input.options,
      known: known
    )
  }

  private var vocabulary: Vocabulary {
    FuzzHost.vocabulary(adding: input.globals.map(\.key))
  }

  /// A page, or the fault that stopped it, and the warnings.
  struct Page: Equatable {
    var bytes: [UInt8] = []
    var faults: [Diagnostic] = []
  }

  private func render(_ main: Int, _ renderer: inout TemplateRenderer<FuzzHost>) -> Page {
    var page = Page()
    var output = ByteBuffer()
    output.append("before" as StaticString)
    do throws(Diagnostic) {
      try renderer.render(main, into: &output) { _, arena in
        FuzzHost.globals(in: &arena) + input.globals.map(\.value)
      }
    } catch {
      page.faults.append(error)
      require(output.count == 6, "a page with a fault leaves something in the output")
    }
    page.faults += renderer.warnings
    page.bytes = output.bytes(from: 6)
    return page
  }
}

// MARK: - Promises

extension TemplateRun {
  /// What is known when templates are compiled changes no byte and no fault.
  private func checkFolding(_ main: Int, _ page: Page, _ diagnostics: [Diagnostic]) {
    var constants = input.arena
    let values = FuzzHost.globals(in: &constants) + input.globals.map(\.value)
    let known = zip(vocabulary.globals, values).enumerated().filter { !$1.0.isOfPage }
    let checked = compile(
      constants,
      knowing: KnownValues(
        globals: Dictionary(uniqueKeysWithValues: known.map { ($0, $1.1) }),
        host: FuzzHost()
      )
    )
    require(checked.diagnostics == diagnostics, "other faults when the data is known")
    guard let set = checked.value else { stop("no templates when the data is known") }
    var renderer = TemplateRenderer(set, host: FuzzHost())
    let folded = render(main, &renderer)
    // A page with less to do may stay below a bound.
    guard !page.faults.contains(where: { $0.id.name == "template/too-large" }) else { return }
    require(folded == page, "another page when the data is known")
  }

  /// Every fault is about a place in the template it names, and can be printed.
  private func checkPlaces(_ faults: [Diagnostic]) {
    for fault in faults {
      let places = [(fault.path, fault.range)] + fault.notes.map { ($0.path, $0.range) }
      for (path, range) in places {
        guard let range else { continue }
        guard let source = input.sources.first(where: { $0.path == path }) else {
          stop("a fault stands in '\(path)', which is no template: \(fault.message)")
        }
        require(
          range.start <= range.end && Int(range.end) <= source.bytes.count,
          "the place of a fault lies outside its template: \(fault.message)"
        )
      }
    }
    var report = TextReport { path in input.sources.first { $0.path == path }?.bytes }
    _ = report.render(faults)
  }

  /// No value becomes a tag, an attribute, a script or half a character.
  private func checkPage(_ page: [UInt8]) {
    if input.isUTF8 {
      require(String(validating: page, as: UTF8.self) != nil, "a page isn't UTF-8")
    }
    guard input.escapes else { return }
    let tag = Array("<\(FuzzHost.marker)".utf8)
    let hasTag = page.indices.contains { start in
      page[start] == tag[0]
        && page[start...].prefix(tag.count).elementsEqual(tag) { $0 | 0x20 == $1 | 0x20 }
    }
    require(!hasTag, "a value's '<' is written as it is")
    guard input.isPage else { return }
    var reader = PageReader(page, marker: FuzzHost.marker)
    if let finding = reader.finding() { stop(finding) }
  }

  private func require(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { stop(message()) }
  }

  private func stop(_ message: String) -> Never { fatalError("broken promise: " + message) }
}
