package import SourceText
package import Templating

/// How long one template takes for each of many pages, measured in rounds over all of them.
package struct RenderTimes {
  /// Microseconds of processor time a page, one number for each round.
  package private(set) var rounds: [Double] = []
  /// Bytes of the last round's pages, on average.
  package private(set) var bytes = 0

  /// Renders every page again and again.
  ///
  /// - Parameters:
  ///   - templates: compiled.
  ///   - main: the number of the template.
  ///   - pages: the values of the globals, for each page.
  ///   - seconds: how long the rounds last together.
  ///   - clock: seconds of processor time so far.
  /// - Throws: the first fault of a page.
  package init(
    _ templates: TemplateSet,
    _ main: Int,
    pages: [[Value]],
    seconds: Double,
    clock: () -> Double
  ) throws(Diagnostic) {
    var renderer = TemplateRenderer(templates, host: EmptyHost())
    var output = ByteBuffer(capacity: 1 << 16)
    let end = clock() + seconds
    // The first round makes the memory that the others use again.
    var isFirst = true
    while isFirst || clock() < end {
      let start = clock()
      var total = 0
      for page in pages {
        output.removeAll()
        try renderer.render(main, into: &output) { _, _ in page }
        total += output.count
      }
      if !isFirst { rounds.append((clock() - start) / Double(pages.count) * 1e6) }
      bytes = total / pages.count
      isFirst = false
    }
    rounds.sort()
  }

  package var median: Double { rounds[rounds.count / 2] }
}
