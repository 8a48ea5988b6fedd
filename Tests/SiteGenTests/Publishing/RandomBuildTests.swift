import Testing

@testable import SiteGen

/// A small generator of numbers, the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

@Suite struct RandomBuildTests {
  static let paths = [
    "a", "a/b", "a/b/c", "a/index.html", "b.xml", "c/d/e.html", "c/d/f.html", "c/d", "g.css",
  ]

  private func site(_ random: inout SeededGenerator) -> Site {
    var site: Site = [:]
    for path in Self.paths.shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random)) {
      let isFolder = site.keys.contains { $0.hasPrefix(path + "/") }
      if isFolder || OutputPath.folders(of: path).contains(where: { site[$0] != nil }) { continue }
      site[path] = ["1", "2", "three"].randomElement(using: &random)
    }
    return site
  }

  @Test(arguments: 1...6)
  func `builds that are interrupted anywhere leave whole sites and foreign files`(
    _ seed: Int
  ) throws {
    var random = SeededGenerator(state: UInt64(seed))
    let folder = TemporaryFolder()
    try folder.write("mine", to: "c/mine")
    func expected(_ site: Site) -> Site {
      withFolders(site.merging(["c/mine": "mine"]) { first, _ in first })
    }
    var current: Site = [:]
    for round in 0..<120 {
      var next = site(&random)
      // A folder with a foreign file in it can't become a file.
      next["c"] = nil
      let step = Int.random(in: 0...60, using: &random)
      let options =
        Bool.random(using: &random)
        ? StepLog.failing(from: step) : StepLog.failing(at: step, with: 28)
      let isPublished = (try? publish(next, to: folder.path, options: options)) != nil
      if isPublished {
        current = next
      } else {
        do { _ = try OutputFolder.open(folder.path) }
        if folder.published == expected(next) { current = next }
      }
      #expect(folder.published == expected(current), "round \(round)")
    }
  }
}
