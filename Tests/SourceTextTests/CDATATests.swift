import SourceText
import Testing

struct CDATACase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let written: String
  var testDescription: String { name }
}

@Suite struct CDATATests {
  static let cases = [
    CDATACase(name: "nothing", text: "", written: "<![CDATA[]]>"),
    CDATACase(name: "markup", text: "<p>a &amp; b</p>", written: "<![CDATA[<p>a &amp; b</p>]]>"),
    CDATACase(name: "an end", text: "a]]>b", written: "<![CDATA[a]]]]><![CDATA[>b]]>"),
    CDATACase(
      name: "two ends",
      text: "]]>]]>",
      written: "<![CDATA[]]]]><![CDATA[>]]]]><![CDATA[>]]>"
    ),
    CDATACase(name: "a third bracket", text: "]]]>", written: "<![CDATA[]]]]]><![CDATA[>]]>"),
    CDATACase(name: "brackets at the end", text: "a]]", written: "<![CDATA[a]]]]>"),
    CDATACase(name: "half an end", text: "]>", written: "<![CDATA[]>]]>"),
    CDATACase(
      name: "an end around what XML can't hold",
      text: "]\u{1}]\u{FFFE}>",
      written: "<![CDATA[]]]]><![CDATA[>]]>"
    ),
    CDATACase(name: "a beginning", text: "<![CDATA[", written: "<![CDATA[<![CDATA[]]>"),
    CDATACase(
      name: "characters of all lengths, a tab and a line end",
      text: "é神👩🏽‍🚒\t\r\n\u{0}\u{7}\u{1B}\u{FFFF}\u{FFFD}",
      written: "<![CDATA[é神👩🏽‍🚒\t\r\n\u{FFFD}]]>"
    ),
  ]

  @Test(arguments: cases)
  func `a text stays itself in a CDATA section`(_ row: CDATACase) {
    var output = ByteBuffer()
    output.append(cdata: row.text)
    #expect(output.text() == row.written)
  }

  @Test func `an end may come in pieces, and at any distance`() {
    for distance in 0..<40 {
      let text = String(repeating: "x", count: distance) + "]]>"
      var output = ByteBuffer(capacity: 64)
      output.append("<a>")
      output.appendCDATA { output in
        for byte in text.utf8 {
          withUnsafeBytes(of: byte) { bytes in
            output.append(characterData: bytes.bindMemory(to: UInt8.self))
          }
        }
      }
      let run = String(repeating: "x", count: distance)
      #expect(output.text() == "<a><![CDATA[\(run)]]]]><![CDATA[>]]>")
    }
  }
}
