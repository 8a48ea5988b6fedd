import SourceText
import Testing

@Suite struct UnifiedDiffTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var path = "a.md"
    let old: String
    let new: String
    let diff: String
  }

  static let cases = [
    Case(testDescription: "nothing changed", old: "a\n", new: "a\n", diff: ""),
    Case(
      testDescription: "one line between others",
      old: "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      new: "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
      diff: "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
    ),
    Case(
      testDescription: "changes that stand close share a part, others don't",
      old: "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n",
      new: "one\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n",
      diff: "--- a/a.md\n+++ b/a.md\n@@ -1,8 +1,8 @@\n-1\n+one\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        + "@@ -15,4 +15,3 @@\n 15\n 16\n 17\n-18\n"
    ),
    Case(
      testDescription: "no line feed at the end",
      old: "a\nb",
      new: "a\nc",
      diff: "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
        + "\\ No newline at end of file\n"
    ),
    Case(
      testDescription: "lines that end with CRLF",
      old: "a\r\nb\r\n",
      new: "a\r\nc\r\n",
      diff: "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"
    ),
    Case(
      testDescription: "an empty file that gets a line",
      old: "",
      new: "a\n",
      diff: "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+a\n"
    ),
    Case(
      testDescription: "a name with spaces",
      path: "my job.md",
      old: "a\n",
      new: "b\n",
      diff: "--- a/my job.md\t\n+++ b/my job.md\t\n@@ -1,1 +1,1 @@\n-a\n+b\n"
    ),
    Case(
      testDescription: "a name with quotes and a line feed",
      path: "\"x\\\n",
      old: "a\n",
      new: "b\n",
      diff: "--- \"a/\\\"x\\\\\\012\"\n+++ \"b/\\\"x\\\\\\012\"\n@@ -1,1 +1,1 @@\n-a\n+b\n"
    ),
  ]

  @Test(arguments: cases)
  func `a diff shows what changed with the lines around it`(_ test: Case) {
    let diff = UnifiedDiff.text(
      path: test.path,
      from: Array(test.old.utf8),
      to: Array(test.new.utf8)
    )
    #expect(String(decoding: diff, as: UTF8.self) == test.diff)
  }

  @Test func `a file that is another one in all its lines takes no time`() {
    let old = (0..<60_000).map { "old \($0)\n" }.joined()
    let new = (0..<60_000).map { "new \($0)\n" }.joined()
    let time = ContinuousClock().measure {
      let diff = UnifiedDiff.text(path: "a", from: Array(old.utf8), to: Array(new.utf8))
      #expect(diff.count > old.utf8.count)
    }
    #expect(time < .seconds(5))
  }
}
