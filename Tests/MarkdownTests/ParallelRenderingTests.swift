import Markdown
import SourceText
import Testing

/// Holds what `CShims` promises: cmark-gfm may be used from many threads.
@Suite struct ParallelRenderingTests {
  static let text = """
    # Über ~~uns~~

    We ~~hate~~ *love* https://example.com/a?b=c and www.example.com, mail a.b@example.com.

    | a ~~b~~ | c |
    |---|---|
    | ~~d~~ | www.example.org |

    - [x] ~~done~~ at http://example.net
    - [ ] next: c@example.org
    """

  @Test func `renders of several threads are those of one`() async {
    #expect(await Self.wrongRenders(threads: 8, each: 1_000) == 0)
  }

  @Test func `the lock alone is enough`() async {
    await #expect(processExitsWith: .success) {
      MarkdownRenderer.forceLock()
      #expect(MarkdownRenderer.usesLock)
      #expect(await ParallelRenderingTests.wrongRenders(threads: 8, each: 1_000) == 0)
    }
  }

  #if os(Linux)
    @Test func `no lock is needed where the library calls back into the process`() {
      #expect(!MarkdownRenderer.usesLock)
    }
  #endif

  static func wrongRenders(threads: Int, each: Int) async -> Int {
    let expected = Rendered(text).html
    return await withTaskGroup(of: Int.self) { group in
      for _ in 0..<threads {
        group.addTask {
          let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
          var renderer = MarkdownRenderer()
          var output = ByteBuffer()
          var wrong = 0
          for _ in 0..<each {
            output.removeAll()
            _ = renderer.render(file, in: SourceRange(0..<file.bytes.count), into: &output)
            if output.text() != expected { wrong += 1 }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
  }
}
