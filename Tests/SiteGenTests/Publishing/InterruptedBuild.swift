import Testing

@testable import SiteGen

/// Two builds, the second of which is interrupted.
struct InterruptedBuild: Sendable, CustomTestStringConvertible {
  let name: String
  let old: Site
  let new: Site
  var isDurable = false
  var testDescription: String { name }

  static let all = [
    InterruptedBuild(
      name: "adds, changes and deletes",
      old: PublishingTests.first,
      new: PublishingTests.second
    ),
    InterruptedBuild(name: "first build", old: [:], new: PublishingTests.first),
    InterruptedBuild(
      name: "files and folders change places",
      old: ["about": "page", "terms/de/index.html": "terms", "x/y/z/index.html": "z"],
      new: ["about/index.html": "page", "terms": "terms", "x/y/index.html": "y"]
    ),
    InterruptedBuild(
      name: "whole folders are new",
      old: ["index.html": "home", "jobs/welder/index.html": "welder"],
      new: [
        "index.html": "home", "jobs/baker/index.html": "baker",
        "jobs/welder/index.html": "welder, too", "de/feed.json": "{}", "de/index.html": "Start",
        "de/jobs/baker/index.html": "Bäcker", "assets/a/b.css": "b",
      ]
    ),
    InterruptedBuild(
      name: "durable",
      old: PublishingTests.first,
      new: PublishingTests.second,
      isDurable: true
    ),
    InterruptedBuild(name: "everything goes", old: PublishingTests.first, new: [:]),
  ]
}

// MARK: - Making

extension InterruptedBuild {
  /// A folder with the old site and a foreign file.
  func makeFolder() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write("*\n", to: ".gitignore")
    if !old.isEmpty { try publish(old, to: folder.path) }
    return folder
  }

  func options(_ base: PublishingOptions) -> PublishingOptions {
    var options = base
    options.isDurable = isDurable
    return options
  }

  /// How many steps the second build has.
  func countSteps() throws -> Int {
    let folder = try makeFolder()
    let log = StepLog()
    try publish(new, to: folder.path, options: options(log.options))
    #expect(folder.published == expected(new))
    return log.names.count
  }
}

// MARK: - Checking

extension InterruptedBuild {
  /// What the output holds when `site` is published.
  func expected(_ site: Site) -> Site {
    withFolders(site).merging([".gitignore": "*\n"]) { first, _ in first }
  }

  /// Checks the site just after the interruption, and after the next opening.
  func expectWhole(
    _ folder: TemporaryFolder,
    step: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let now = folder.published
    for (path, text) in now where !path.hasSuffix("/") && path != ".gitignore" {
      #expect(
        text == old[path] || text == new[path],
        "\(path) at step \(step)",
        sourceLocation: sourceLocation
      )
    }
    let hasJournal = folder.entries.keys.contains(".sitegen/journal")
    if !hasJournal {
      #expect(
        now == expected(old) || now == expected(new),
        "step \(step)",
        sourceLocation: sourceLocation
      )
    }
    do { _ = try OutputFolder.open(folder.path) }
    #expect(
      folder.published == (hasJournal ? expected(new) : now),
      "step \(step)",
      sourceLocation: sourceLocation
    )
    #expect(
      folder.entries.keys.allSatisfy {
        !$0.hasPrefix(".sitegen/staging") && $0 != ".sitegen/journal"
      },
      "step \(step)",
      sourceLocation: sourceLocation
    )
    // The site is whole for the next build, too: nothing of it counts as foreign.
    let next: Site = ["next.html": "next"]
    try publish(next, to: folder.path)
    #expect(folder.published == expected(next), "step \(step)", sourceLocation: sourceLocation)
  }
}
