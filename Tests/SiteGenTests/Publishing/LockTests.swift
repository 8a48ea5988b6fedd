import Glibc
import SourceText
import Synchronization
import Testing

@testable import SiteGen

@Suite struct LockTests {
  @Test func `a build that may not wait says who holds the folder`() throws {
    let folder = TemporaryFolder()
    let first = try OutputFolder.open(
      folder.path,
      options: PublishingOptions(startedAt: "2026-11-23T09:00:00Z")
    )
    let failure = failure {
      _ = try OutputFolder.open(folder.path, options: PublishingOptions(waitsForLock: false))
    }
    let holder = "process \(getpid()), started 2026-11-23T09:00:00Z"
    #expect(
      failure
        == PublishingFailure(
          Diagnostic(
            "publish/locked",
            "another build is writing to '\(folder.path)': \(holder)",
            path: folder.path,
            hint: "build again when it has ended"
          ),
          isMachineFault: true
        )
    )
    _ = try first.commit(try stage(["a.html": "a"], in: first))
    #expect(folder.text("a.html") == "a")
    // The lock is free as soon as the site is published.
    _ = try OutputFolder.open(folder.path, options: PublishingOptions(waitsForLock: false))
  }

  @Test func `a build waits for another process`() async throws {
    let folder = TemporaryFolder()
    let path = folder.path
    try publish(["a.html": "a"], to: path)
    async let child = #expect(processExitsWith: .success) { [path = path as String] in
      let output = try OutputFolder.open(path, options: PublishingOptions(startedAt: "first"))
      let records = try stage(["a.html": "from the child"], in: output)
      try FileWriter.writeAtomically([], to: path + "/ready")
      // Holds the lock until somebody is seen to wait for it.
      for _ in 0..<600_000 where !FileReader.exists(path + "/waiting") { usleep(1_000) }
      _ = try output.commit(records)
    }
    while folder.text("ready") == nil { try await Task.sleep(for: .milliseconds(5)) }
    var holder = ""
    let output = try OutputFolder.open(path) {
      holder = $0
      try? FileWriter.writeAtomically([], to: path + "/waiting")
    }
    #expect(holder.hasPrefix("process "))
    #expect(holder.hasSuffix(", started first"))
    #expect(!holder.contains(" \(getpid()),"))
    #expect(folder.text("a.html") == "from the child")
    _ = try output.commit(try stage(["a.html": "a"], in: output))
    #expect(folder.text("a.html") == "a")
    _ = await child
  }

  @Test(arguments: [(EACCES, "Permission denied"), (EROFS, "Read-only file system")])
  func `a folder that can't be written is named`(_ code: Int32, _ words: String) throws {
    let folder = TemporaryFolder()
    let failure = failure {
      try publish(["a": "a"], to: folder.path, options: StepLog.failing(from: 0, with: code))
    }
    let path = folder.path + "/.sitegen"
    #expect(failure?.diagnostic.id == "publish/cannot-write")
    #expect(failure?.diagnostic.message == "'\(path)' can't be written: \(words)")
    #expect(failure?.diagnostic.hint?.hasSuffix("choose another output folder") == true)
    #expect(failure?.isMachineFault == true)
    #expect(folder.entries.isEmpty)
  }
}

// MARK: - Paths

extension LockTests {
  static let badPaths = [
    "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.", ".sitegen/lock", "a\0b",
    String(repeating: "x", count: 256), String(repeating: "x/", count: 2_000) + "x",
  ]

  @Test(arguments: badPaths)
  func `a path that leaves the output or fits no disk is refused`(_ path: String) throws {
    let folder = TemporaryFolder()
    let failure = failure { try publish([path: "x"], to: folder.path) }
    #expect(failure?.diagnostic.id == "publish/path-not-allowed")
    #expect(folder.published.isEmpty)
  }

  @Test(arguments: ["a..b", ".well-known/x", "a/.sitegen/x", "ä/ß.html", "a b", "..."])
  func `other paths are fine`(_ path: String) throws {
    let folder = TemporaryFolder()
    try publish([path: "x"], to: folder.path)
    #expect(folder.text(path) == "x")
  }

  @Test func `two outputs for one path are a fault`() throws {
    let folder = TemporaryFolder()
    let output = try OutputFolder.open(folder.path)
    let records = try stage(["a.html": "1"], in: output) + stage(["a.html": "2"], in: output)
    let failure = failure { _ = try output.commit(records) }
    #expect(failure?.diagnostic.id == "publish/path-collision")
    #expect(failure?.diagnostic.message == "two outputs have the path 'a.html'")
    #expect(folder.published.isEmpty)
  }

  @Test func `a file and a folder of one name are a fault`() throws {
    let folder = TemporaryFolder()
    let site: Site = ["a": "1", "a-b/c": "2", "a/b/c": "3"]
    let failure = failure { try publish(site, to: folder.path) }
    #expect(failure?.diagnostic.message == "'a/b/c' can't stand in 'a', which is a file itself")
    #expect(folder.published.isEmpty)
  }
}
