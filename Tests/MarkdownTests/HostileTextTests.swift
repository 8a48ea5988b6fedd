import Markdown
import SourceText
import Testing

/// A text that grows with its size.
struct Hostile: Sendable, CustomStringConvertible {
  let description: String
  let start: String
  let part: String
  let end: String

  init(_ part: String, from start: String = "", to end: String = "") {
    description = "\(start)\(part)…".replacing("\n", with: "⏎")
    self.start = start
    self.part = part
    self.end = end
  }

  func text(bytes: Int) -> String {
    start + String(repeating: part, count: bytes / part.utf8.count) + end
  }
}

@Suite(.serialized) struct HostileTextTests {
  static let texts = [
    Hostile("["), Hostile("]"), Hostile("<a@"), Hostile("<"), Hostile("_", to: "a"),
    Hostile("*", to: "a"), Hostile("*a_ "), Hostile("a**b"), Hostile("a_"), Hostile("- "),
    Hostile(">"), Hostile("> "), Hostile("1. "), Hostile(">- "), Hostile("![[]()"),
    Hostile("![l"), Hostile("[]()"), Hostile(":"), Hostile("a:"), Hostile("www."),
    Hostile("http://"), Hostile("a@b."), Hostile("a@"), Hostile("a@b.cc "), Hostile("@"),
    Hostile("<?"), Hostile("<!A "), Hostile("<!--"), Hostile("<a "), Hostile("<![CDATA["),
    Hostile("`"), Hostile("a`"), Hostile("\\"), Hostile("~"), Hostile("~a"), Hostile("~~a "),
    Hostile("[a](<b"), Hostile("[a](b \""), Hostile("(", from: "www."), Hostile(")", from: "www.a"),
    Hostile(")!", from: "www.a"), Hostile("&a;", from: "www.a"), Hostile("|"),
    Hostile("|", from: "|a|b|\n|-|-|\n"), Hostile("|\n", from: "|a|b|\n|-|-|\n"),
    Hostile("x\n", from: "|a|b|\n|-|-|\n"), Hostile("- a\n"), Hostile("[a]: b\n"),
    Hostile("[^a]:\n"), Hostile("[^a"), Hostile("a\n"), Hostile("# a\n"), Hostile("<b>"),
    Hostile("*~~a~~* "), Hostile("x*~"), Hostile("\n"), Hostile("[a](b) "), Hostile("<!-- a -->"),
    Hostile("a <!-- b --> "), Hostile("[a](x:y)\n\n"), Hostile("\\|", from: "|a|b|\n|-|-|\n|"),
  ]

  /// Twice the text takes at most about three times as long, or it is refused.
  @Test(arguments: texts)
  func `time grows with the size`(_ hostile: Hostile) {
    var (half, whole) = (milliseconds(hostile, 40_000), milliseconds(hostile, 80_000))
    // Others use this machine too; the best of several runs counts.
    for _ in 0..<12 where whole > 3 * half + 20 {
      half = max(half, milliseconds(hostile, 40_000))
      whole = min(whole, milliseconds(hostile, 80_000))
    }
    #expect(whole <= 3 * half + 20, "\(half) ms and \(whole) ms")
  }

  @Test(arguments: [100, 300, 1_000, 10_000])
  func `wide tables are refused or quick`(_ columns: Int) {
    let row = String(repeating: "|a", count: columns) + "\n"
    let rule = String(repeating: "|-", count: columns) + "\n"
    let table = row + rule + String(repeating: "|x\n", count: 20_000)
    let faults = Rendered(table).body.diagnostics
    #expect(faults.map(\.id) == ["body/too-complex"])
    #expect(faults.map(\.message) == ["there are more '|' here than a text can need"])
  }

  private func milliseconds(_ hostile: Hostile, _ bytes: Int) -> Double {
    let text = hostile.text(bytes: bytes)
    let elapsed = ContinuousClock().measure { _ = Rendered(text) }
    return elapsed / .milliseconds(1)
  }
}
