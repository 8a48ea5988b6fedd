import Hashing
import SourceText
import Testing

@testable import SiteGen

@Suite struct PublishingTests {
  static let first: Site = [
    "index.html": "home 1", "jobs/index.html": "list", "jobs/welder/index.html": "welder",
    "jobs/old/index.html": "old", "assets/site.css": "a{}", "feeds/jobs.xml": "<jobs/>",
  ]
  static let second: Site = [
    "index.html": "home 2", "jobs/index.html": "list", "jobs/welder/index.html": "welder 2",
    "jobs/new/index.html": "new", "assets/site.css": "a{}", "feeds/jobs.xml": "<jobs>2</jobs>",
  ]

  @Test func `a first build makes the whole site`() throws {
    let folder = TemporaryFolder()
    let summary = try publish(Self.first, to: folder.path + "/deep/public")
    #expect(summary.written == 6)
    #expect(summary.deleted == 0)
    #expect(summary.unchanged == 0)
    #expect(folder.text("deep/public/jobs/welder/index.html") == "welder")
    #expect(folder.text("deep/public/.sitegen/journal") == nil)
  }

  @Test func `a second build adds, changes and deletes`() throws {
    let folder = TemporaryFolder()
    try publish(Self.first, to: folder.path)
    let before = folder.identities
    let summary = try publish(Self.second, to: folder.path)
    #expect(summary.written == 4)
    #expect(summary.deleted == 1)
    #expect(summary.unchanged == 2)
    #expect(summary.deletedPaths == ["jobs/old/index.html"])
    #expect(summary.warnings.isEmpty)
    #expect(folder.published == withFolders(Self.second))
    #expect(folder.identities["jobs/index.html"] == before["jobs/index.html"])
    let own = folder.entries.keys.filter { $0.hasPrefix(".sitegen/") }.sorted()
    #expect(own == [".sitegen/", ".sitegen/lock", ".sitegen/manifest"])
  }

  @Test func `a build that changes nothing writes nothing`() throws {
    let folder = TemporaryFolder()
    try publish(Self.first, to: folder.path)
    var before = folder.identities
    let steps = StepLog()
    let summary = try publish(Self.first, to: folder.path, options: steps.options)
    var after = folder.identities
    // The lock says who held it last.
    before[".sitegen/lock"] = nil
    after[".sitegen/lock"] = nil
    #expect(summary.written == 0)
    #expect(summary.unchanged == 6)
    #expect(before == after)
    #expect(steps.names == ["open-lock", "sign-lock", "sign-lock"])
  }

  @Test func `what was staged goes when a build stops before the commit`() throws {
    let folder = TemporaryFolder()
    try publish(Self.first, to: folder.path)
    let before = folder.entries
    do {
      let output = try OutputFolder.open(folder.path)
      _ = try stage(Self.second, in: output)
      #expect(folder.entries.keys.contains(".sitegen/staging/0"))
    }
    #expect(folder.entries == before)
  }

  @Test func `assets come first, then pages, then feeds, and deletions last`() throws {
    let site: Site = ["a.xml": "feed", "b.html": "page", "c.css": "asset"]
    var seen: [[String]] = []
    for step in 0..<100 {
      let copy = TemporaryFolder()
      try publish(["old.html": "old"], to: copy.path)
      let finished =
        (try? publish(site, to: copy.path, options: StepLog.failing(from: step))) != nil
      let names = copy.published.keys.sorted()
      if names != seen.last { seen.append(names) }
      if finished { break }
    }
    #expect(
      seen == [
        ["old.html"], ["c.css", "old.html"], ["b.html", "c.css", "old.html"],
        ["a.xml", "b.html", "c.css", "old.html"], ["a.xml", "b.html", "c.css"],
      ]
    )
  }

  @Test func `an output that streams is the same as one from memory`() throws {
    let folder = TemporaryFolder()
    let text = String(repeating: "0123456789", count: 500)
    try publish(["feed.xml": text], to: folder.path)
    let output = try OutputFolder.open(folder.path)
    var stager = output.makeStager()
    try stager.begin("feed.xml", order: .feed)
    for start in stride(from: 0, to: text.utf8.count, by: 700) {
      var piece = ByteBuffer()
      piece.append(Array(text.utf8.dropFirst(start).prefix(700)))
      try stager.append(piece)
    }
    let same = try stager.finish()
    #expect(!same.isChanged)
    #expect(same.size == 5_000)
    #expect(same.digest == SHA256.digest(of: Array(text.utf8)))
    try stager.begin("gone.xml", order: .feed)
    var piece = ByteBuffer()
    piece.append("half")
    try stager.append(piece)
    stager.cancel()
    let other = try stager.stage("half.xml", order: .feed, piece)
    #expect(other.digest == SHA256.digest(of: Array("half".utf8)))
    _ = try output.commit([same, other])
    #expect(folder.published == ["feed.xml": text, "half.xml": "half"])
  }

  @Test func `a file becomes a folder and a folder a file`() throws {
    let folder = TemporaryFolder()
    let first: Site = ["about": "page", "terms/de/index.html": "terms", "terms/index.html": "t"]
    let second: Site = ["about/index.html": "page", "terms": "terms"]
    try publish(first, to: folder.path)
    try publish(second, to: folder.path)
    #expect(folder.published == withFolders(second))
    try publish(first, to: folder.path)
    #expect(folder.published == withFolders(first))
  }

  @Test func `workers stage at the same time`() async throws {
    let folder = TemporaryFolder()
    let output = try OutputFolder.open(folder.path)
    let records = await withTaskGroup(of: [OutputRecord].self) { group in
      for worker in 0..<4 {
        group.addTask {
          let paths = (0..<50).map { "jobs/\(worker)-\($0)/index.html" }
          let site = Site(uniqueKeysWithValues: paths.map { ($0, "page \($0)") })
          return (try? stage(site, in: output)) ?? []
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let summary = try output.commit(records)
    #expect(summary.written == 200)
    #expect(folder.text("jobs/3-49/index.html") == "page jobs/3-49/index.html")
  }

  @Test func `a durable build does the same`() throws {
    let folder = TemporaryFolder()
    try publish(Self.first, to: folder.path, options: PublishingOptions(isDurable: true))
    try publish(Self.second, to: folder.path, options: PublishingOptions(isDurable: true))
    #expect(folder.published == withFolders(Self.second))
  }
}
