import SourceText
import Testing

struct EscapingCase: Sendable, CustomTestStringConvertible {
  let text: String
  let html: String
  let xml: String
  let json: String
  let script: String
  var testDescription: String { text.debugDescription }
}

@Suite struct EscapingTests {
  static let cases = [
    EscapingCase(text: "", html: "", xml: "", json: "", script: ""),
    EscapingCase(
      text: "Welder #2",
      html: "Welder #2",
      xml: "Welder #2",
      json: "Welder #2",
      script: "Welder #2"
    ),
    EscapingCase(
      text: "<b> & \"c\" 'd'",
      html: "&lt;b&gt; &amp; &#34;c&#34; &#39;d&#39;",
      xml: "&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;",
      json: "<b> & \\\"c\\\" 'd'",
      script: "\\u003cb\\u003e \\u0026 \\\"c\\\" \\u0027d\\u0027"
    ),
    EscapingCase(
      text: "a\tb\nc\u{1}d\\e\u{8}f\u{c}g\u{1f}",
      html: "a\tb\nc\u{1}d\\e\u{8}f\u{c}g\u{1f}",
      xml: "a\tb\ncd\\efg",
      json: "a\\tb\\nc\\u0001d\\\\e\\bf\\fg\\u001f",
      script: "a\\tb\\nc\\u0001d\\\\e\\bf\\fg\\u001f"
    ),
    EscapingCase(
      text: "€\u{2028}–\u{2029}\u{2027}é",
      html: "€\u{2028}–\u{2029}\u{2027}é",
      xml: "€\u{2028}–\u{2029}\u{2027}é",
      json: "€\u{2028}–\u{2029}\u{2027}é",
      script: "€\\u2028–\\u2029\u{2027}é"
    ),
    EscapingCase(
      text: "a\u{FFFE}b\u{FFFF}\u{FFFD}\u{FB01}",
      html: "a\u{FFFE}b\u{FFFF}\u{FFFD}\u{FB01}",
      xml: "ab\u{FFFD}\u{FB01}",
      json: "a\u{FFFE}b\u{FFFF}\u{FFFD}\u{FB01}",
      script: "a\u{FFFE}b\u{FFFF}\u{FFFD}\u{FB01}"
    ),
  ]

  private static func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer(capacity: 1)
    write(&buffer)
    return buffer.text()
  }

  @Test(arguments: cases)
  func `each kind of text has its own signs`(_ escaping: EscapingCase) {
    let text = escaping.text
    #expect(EscapingTests.written { $0.append(escapingHTML: text) } == escaping.html)
    #expect(EscapingTests.written { $0.append(escapingXML: text) } == escaping.xml)
    #expect(EscapingTests.written { $0.append(escapingJSON: text) } == escaping.json)
    #expect(EscapingTests.written { $0.append(escapingScriptJSON: text) } == escaping.script)
  }

  /// Eight bytes are looked at together, and eight thousand before room is made for more.
  @Test(arguments: [0, 1, 6, 7, 8, 9, 31, 32, 33, 8_180, 8_188, 8_190, 8_191, 8_192, 16_383])
  func `a sign is found wherever it stands`(_ count: Int) {
    let before = String(repeating: "a", count: count)
    for (sign, text) in [("<", "\\u003c"), ("\u{2028}", "\\u2028"), ("\u{2027}", "\u{2027}")] {
      for after in ["", "b", String(repeating: "é", count: 20)] {
        let written = EscapingTests.written { $0.append(escapingScriptJSON: before + sign + after) }
        #expect(written == before + text + after)
      }
    }
    let signs = String(repeating: "'", count: count)
    let written = EscapingTests.written { $0.append(escapingHTML: signs) }
    #expect(written == String(repeating: "&#39;", count: count))
  }
}
