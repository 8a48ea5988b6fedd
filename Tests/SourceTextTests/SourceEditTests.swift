import SourceText
import Testing

@Suite struct SourceEditTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let edits: [SourceEdit]
    let result: String
    let made: Int
  }

  static func edit(_ range: Range<Int>, _ text: String) -> SourceEdit {
    SourceEdit(SourceRange(range), to: text)
  }

  /// All of them change the text `0123456789`.
  static let cases = [
    Case(testDescription: "nothing", edits: [], result: "0123456789", made: 0),
    Case(testDescription: "one", edits: [edit(2..<4, "ab")], result: "01ab456789", made: 1),
    Case(
      testDescription: "longer, shorter and away, in any order",
      edits: [edit(8..<10, ""), edit(0..<1, "zero"), edit(4..<7, "-")],
      result: "zero123-7",
      made: 3
    ),
    Case(
      testDescription: "side by side",
      edits: [edit(2..<4, "a"), edit(4..<6, "b")],
      result: "01ab6789",
      made: 2
    ),
    Case(
      testDescription: "of two that overlap only the first",
      edits: [edit(3..<6, "b"), edit(2..<4, "a")],
      result: "01a456789",
      made: 1
    ),
    Case(
      testDescription: "the same twice",
      edits: [edit(2..<4, "a"), edit(2..<4, "a")],
      result: "01a456789",
      made: 1
    ),
    Case(
      testDescription: "two insertions at one place",
      edits: [edit(3..<3, "a"), edit(3..<3, "b")],
      result: "012a3456789",
      made: 1
    ),
    Case(
      testDescription: "an insertion at the end",
      edits: [edit(10..<10, "!")],
      result: "0123456789!",
      made: 1
    ),
    Case(
      testDescription: "what is so already",
      edits: [edit(1..<3, "12")],
      result: "0123456789",
      made: 0
    ),
    Case(
      testDescription: "behind the end",
      edits: [edit(9..<11, "x")],
      result: "0123456789",
      made: 0
    ),
  ]

  @Test(arguments: cases)
  func `a change replaces its bytes and no others`(_ test: Case) {
    let (bytes, made) = SourceEdit.apply(test.edits, to: Array("0123456789".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == test.result)
    #expect(made.count == test.made)
  }

  @Test func `bytes that are no UTF-8 stay`() {
    let (bytes, _) = SourceEdit.apply([SourceEditTests.edit(1..<2, "ü")], to: [0xFF, 0x61, 0xFE])
    #expect(bytes == [0xFF, 0xC3, 0xBC, 0xFE])
  }
}
