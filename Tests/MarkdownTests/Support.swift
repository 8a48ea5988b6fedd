import Markdown
import SourceText

/// A case with a name for the report.
struct Case: Sendable, CustomStringConvertible {
  let description: String
  let markdown: String
  let expected: String

  init(_ name: String, _ markdown: String, _ expected: String) {
    description = name
    self.markdown = markdown
    self.expected = expected
  }
}

struct Rendered {
  let file: SourceFile
  let body: MarkdownBody
  let html: String

  init(_ markdown: String, front: String = "") {
    file = SourceFile(path: "a.md", bytes: Array((front + markdown).utf8))
    var renderer = MarkdownRenderer()
    var output = ByteBuffer()
    let range = SourceRange(front.utf8.count..<file.bytes.count)
    body = renderer.render(file, in: range, into: &output)
    html = output.text()
  }

  /// The faults as people see them.
  var report: String {
    let bytes = file.bytes
    var report = TextReport { _ in bytes }
    return report.render(body.diagnostics)
  }

  func html(_ range: Range<Int>) -> String {
    String(decoding: Array(html.utf8)[range], as: UTF8.self)
  }
}
