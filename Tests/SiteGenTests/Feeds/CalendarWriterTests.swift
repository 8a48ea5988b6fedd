import SourceText
import Testing

@testable import SiteGen

@Suite struct CalendarWriterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: String
    var testDescription: String { name }
  }

  static let texts = [
    Case(name: "plain", text: "Welder", line: "Welder"),
    Case(name: "separators", text: "a, b; c: d", line: #"a\, b\; c: d"#),
    Case(name: "backslashes", text: #"C:\n\"#, line: #"C:\\n\\"#),
    Case(name: "quotes stay", text: #"the "night" shift's"#, line: #"the "night" shift's"#),
    Case(name: "line breaks", text: "a\nb\u{2028}c\u{2029}d", line: #"a\nb\nc\nd"#),
    Case(name: "control characters", text: "a\u{0}\u{7}\r\u{7F}\u{85}b\tc", line: "ab c"),
    Case(name: "no characters", text: "a\u{FFFE}b\u{FFFF}", line: "a\u{FFFE}b\u{FFFF}"),
    Case(name: "beyond the first plane", text: "👩🏽‍🚒 神戸", line: "👩🏽‍🚒 神戸"),
    Case(name: "the end of a calendar", text: "END:VCALENDAR", line: "END:VCALENDAR"),
  ]

  @Test(arguments: texts)
  func `texts are escaped`(_ text: Case) {
    var calendar = CalendarWriter()
    calendar.property("SUMMARY", text: text.text)
    #expect(calendar.buffer.text() == "SUMMARY:\(text.line)\r\n")
  }

  static let long = [
    Case(
      name: "75 bytes",
      text: String(repeating: "x", count: 73),
      line: "X:" + String(repeating: "x", count: 73) + "\r\n"
    ),
    Case(
      name: "76 bytes",
      text: String(repeating: "x", count: 74),
      line: "X:" + String(repeating: "x", count: 73) + "\r\n x\r\n"
    ),
    Case(
      name: "three lines",
      text: String(repeating: "x", count: 73 + 74 + 1),
      line: "X:" + String(repeating: "x", count: 73) + "\r\n "
        + String(repeating: "x", count: 74) + "\r\n x\r\n"
    ),
    Case(
      name: "a character across the end",
      text: String(repeating: "x", count: 72) + "é!",
      line: "X:" + String(repeating: "x", count: 72) + "\r\n é!\r\n"
    ),
    Case(
      name: "four bytes across the end",
      text: String(repeating: "x", count: 70) + "🚒🚒",
      line: "X:" + String(repeating: "x", count: 70) + "\r\n 🚒🚒\r\n"
    ),
    Case(
      name: "an escape across the end",
      text: String(repeating: "x", count: 72) + ",",
      line: "X:" + String(repeating: "x", count: 72) + "\\\r\n ,\r\n"
    ),
  ]

  @Test(arguments: long)
  func `lines are folded between characters`(_ long: Case) {
    var calendar = CalendarWriter()
    calendar.property("X", text: long.text)
    #expect(calendar.buffer.text() == long.line)
    let lengths = calendar.buffer.text().utf8.split(separator: UInt8(ascii: "\n")).map(\.count)
    #expect(lengths.allSatisfy { $0 <= 76 }, "with the CR")
  }
}
