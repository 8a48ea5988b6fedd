import Glibc
import SourceText
import Testing

@testable import SiteGen

@Suite struct InterruptionTests {
  @Test(arguments: InterruptedBuild.all)
  func `when the machine stops at any step, the site is the old or becomes the new one`(
    _ build: InterruptedBuild
  ) throws {
    let steps = try build.countSteps()
    #expect(steps > 10)
    for step in 0..<steps {
      let folder = try build.makeFolder()
      let options = build.options(StepLog.failing(from: step))
      let failure = failure { try publish(build.new, to: folder.path, options: options) }
      expectWords(of: failure, "Input/output error", step: step)
      try build.expectWhole(folder, step: step)
    }
  }

  @Test(arguments: InterruptedBuild.all)
  func `a full disk at any step leaves the old site or one that is completed`(
    _ build: InterruptedBuild
  ) throws {
    for step in 0..<(try build.countSteps()) {
      let folder = try build.makeFolder()
      let options = build.options(StepLog.failing(at: step, with: ENOSPC))
      let failure = failure { try publish(build.new, to: folder.path, options: options) }
      expectWords(of: failure, "No space left on device", step: step)
      try build.expectWhole(folder, step: step)
    }
  }

  @Test func `an interruption of the completion is completed too`() throws {
    let build = InterruptedBuild.all[0]
    let steps = try build.countSteps()
    for step in 0..<steps {
      let folder = try build.makeFolder()
      let options = StepLog.failing(from: step)
      _ = failure { try publish(build.new, to: folder.path, options: options) }
      guard folder.entries.keys.contains(".sitegen/journal")
      else { continue }
      for second in 0..<steps {
        let options = StepLog.failing(from: second)
        guard (try? OutputFolder.open(folder.path, options: options)) == nil else { break }
      }
      #expect(folder.published == build.expected(build.new), "step \(step)")
    }
  }

  @Test func `a killed process leaves the old site or one that is completed`() async throws {
    let build = InterruptedBuild.all[0]
    for step in 0..<(try build.countSteps()) {
      let folder = try build.makeFolder()
      let path = folder.path
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, step = step as Int] in
        try publish(PublishingTests.second, to: path, options: StepLog.killing(at: step))
      }
      try build.expectWhole(folder, step: step)
    }
  }

  @Test func `a copy of an interrupted output is completed too`() throws {
    let build = InterruptedBuild.all[0]
    for step in 0..<(try build.countSteps()) {
      let folder = try build.makeFolder()
      _ = failure {
        try publish(build.new, to: folder.path, options: StepLog.failing(from: step))
      }
      let copy = TemporaryFolder()
      try copy.replace(withCopyOf: folder)
      try build.expectWhole(copy, step: step)
    }
  }

  private func expectWords(of failure: PublishingFailure?, _ words: String, step: Int) {
    #expect(failure?.diagnostic.id == "publish/cannot-write", "step \(step)")
    #expect(failure?.diagnostic.message.hasSuffix(": \(words)") == true, "step \(step)")
    #expect(failure?.isMachineFault == true, "step \(step)")
  }
}
