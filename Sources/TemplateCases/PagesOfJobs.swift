package import SourceText
import Templating

/// The pages of one case: its template with each entry of `jobs` as `job`.
package struct PagesOfJobs {
  private let templates: TemplateSet
  private let main: Int
  private let pages: [[Value]]

  /// Compiles the templates of a case.
  ///
  /// - Throws: the first fault.
  package init(_ templateCase: TemplateCase) throws(Diagnostic) {
    let (set, main) = try templateCase.compile(alsoGlobals: ["job"])
    templates = set
    self.main = main
    let values = templateCase.globals.map(\.value)
    let jobs = templateCase.globals.first { $0.key == "jobs" }?.value ?? .none
    pages = templateCase.items(of: jobs).map { values + [$0] }
  }

  package func times(
    seconds: Double,
    clock: () -> Double
  ) throws(Diagnostic) -> RenderTimes {
    try RenderTimes(templates, main, pages: pages, seconds: seconds, clock: clock)
  }

  package func text(of page: Int) throws(Diagnostic) -> String {
    var renderer = TemplateRenderer(templates, host: EmptyHost())
    var output = ByteBuffer()
    try renderer.render(main, into: &output) { _, _ in pages[page] }
    return output.text()
  }
}
