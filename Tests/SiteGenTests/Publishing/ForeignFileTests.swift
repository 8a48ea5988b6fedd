import Glibc
import SourceText
import Testing

@testable import SiteGen

/// Something in the way of an output.
struct Obstacle: Sendable, CustomTestStringConvertible {
  let name: String
  /// Puts it into the folder.
  let make: @Sendable (TemporaryFolder) throws -> Void
  /// What the fault names.
  let path: String
  var testDescription: String { name }
}

@Suite struct ForeignFileTests {
  static let site: Site = ["index.html": "home", "jobs/welder/index.html": "welder"]
  static let obstacles = [
    Obstacle(name: "file", make: { try $0.write("mine", to: "index.html") }, path: "index.html"),
    Obstacle(
      name: "file of the same size",
      make: { try $0.write("HOME", to: "index.html") },
      path: "index.html"
    ),
    Obstacle(
      name: "folder",
      make: { try $0.write("mine", to: "index.html/mine") },
      path: "index.html"
    ),
    Obstacle(name: "file as a folder", make: { try $0.write("mine", to: "jobs") }, path: "jobs"),
    Obstacle(
      name: "file as an inner folder",
      make: { try $0.write("mine", to: "jobs/welder") },
      path: "jobs/welder"
    ),
    Obstacle(
      name: "link to a file",
      make: {
        try $0.write("home", to: "other")
        #expect(symlink("other", $0.path + "/index.html") == 0)
      },
      path: "index.html"
    ),
    Obstacle(
      name: "link to a folder",
      make: {
        try $0.write("mine", to: "other/mine")
        #expect(symlink("other", $0.path + "/jobs") == 0)
      },
      path: "jobs"
    ),
    Obstacle(
      name: "link to nothing",
      make: { #expect(symlink("nothing", $0.path + "/jobs") == 0) },
      path: "jobs"
    ),
    Obstacle(
      name: "pipe",
      make: { #expect(mkfifo($0.path + "/index.html", 0o644) == 0) },
      path: "index.html"
    ),
    Obstacle(
      name: "link in place of the staging folder",
      make: {
        try $0.write("mine", to: "other/mine")
        try $0.write("", to: ".sitegen/lock")
        #expect(symlink("../other", $0.path + "/.sitegen/staging") == 0)
      },
      path: ".sitegen/staging"
    ),
  ]

  @Test(arguments: obstacles)
  func `what is in the way is named, and nothing is changed`(_ obstacle: Obstacle) throws {
    let folder = TemporaryFolder()
    try obstacle.make(folder)
    let before = folder.published
    let failure = failure { try publish(Self.site, to: folder.path) }
    let path = "\(folder.path)/\(obstacle.path)"
    #expect(failure?.diagnostic.id == "publish/foreign-file")
    #expect(failure?.diagnostic.path == path)
    #expect(
      failure?.diagnostic.message == "'\(path)' is in the way, and sitegen did not write it"
    )
    #expect(failure?.isMachineFault == false)
    #expect(folder.published == before)
  }

  @Test func `other files and folders stay`() throws {
    let folder = TemporaryFolder()
    try folder.write("*", to: ".gitignore")
    try folder.write("mine", to: "jobs/welder/notes.txt")
    try folder.write("mine", to: "empty/mine")
    try publish(Self.site, to: folder.path)
    try publish([:], to: folder.path)
    #expect(
      folder.published == [
        ".gitignore": "*", "jobs/": "", "jobs/welder/": "", "jobs/welder/notes.txt": "mine",
        "empty/": "", "empty/mine": "mine",
      ]
    )
  }

  @Test func `a link in place of a published folder is not followed`() throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path + "/public")
    #expect(rename(folder.path + "/public/jobs", folder.path + "/elsewhere") == 0)
    #expect(symlink("../elsewhere", folder.path + "/public/jobs") == 0)
    let failure = failure { try publish(Self.site, to: folder.path + "/public") }
    #expect(failure?.diagnostic.id == "publish/foreign-file")
    try publish(["index.html": "home"], to: folder.path + "/public")
    #expect(folder.text("elsewhere/welder/index.html") == "welder")
  }

  @Test func `the output folder itself may be a link`() throws {
    let folder = TemporaryFolder()
    try folder.write("mine", to: "real/mine")
    #expect(symlink("real", folder.path + "/public") == 0)
    try publish(Self.site, to: folder.path + "/public")
    #expect(folder.text("real/index.html") == "home")
    #expect(folder.text("real/mine") == "mine")
  }

  @Test func `a file in place of the output folder is named`() throws {
    let folder = TemporaryFolder()
    try folder.write("mine", to: "public")
    let failure = failure { try publish(Self.site, to: folder.path + "/public") }
    #expect(failure?.diagnostic.id == "publish/foreign-file")
    #expect(failure?.diagnostic.path == folder.path + "/public")
  }

  @Test func `a folder of ours with a foreign file in it does not become a file`() throws {
    let folder = TemporaryFolder()
    try publish(["terms/index.html": "terms"], to: folder.path)
    try folder.write("mine", to: "terms/inner/mine")
    let before = folder.entries
    let failure = failure { try publish(["terms": "terms"], to: folder.path) }
    #expect(failure?.diagnostic.path == folder.path + "/terms/inner")
    #expect(folder.entries == before)
  }

  @Test func `an edited file in the way of a folder stays`() throws {
    let folder = TemporaryFolder()
    try publish(["terms": "terms"], to: folder.path)
    try folder.write("edited", to: "terms")
    let failure = failure { try publish(["terms/index.html": "terms"], to: folder.path) }
    #expect(failure?.diagnostic.path == folder.path + "/terms")
    #expect(folder.text("terms") == "edited")
  }
}

// MARK: - Files that appear while a build runs

extension ForeignFileTests {
  @Test func `a file that appears after the journal is complete stays, and the build waits for it`()
    throws
  {
    let folder = TemporaryFolder()
    try publish(["jobs/a.html": "a"], to: folder.path)
    let path = folder.path + "/jobs/b.html"
    let options = PublishingOptions { _, name in
      if "\(name)" == "link" { try? FileWriter.writeAtomically(Array("mine".utf8), to: path) }
      return .proceed
    }
    let site: Site = ["jobs/a.html": "2", "jobs/b.html": "b"]
    let found = failure { try publish(site, to: folder.path, options: options) }
    #expect(found?.diagnostic.id == "publish/foreign-file")
    #expect(found?.diagnostic.path == path)
    #expect(
      found?.diagnostic.hint?.hasSuffix("; the next build completes what this one began") == true
    )
    let again = failure { _ = try OutputFolder.open(folder.path) }
    #expect(again == found)
    #expect(folder.text("jobs/b.html") == "mine")
    #expect(rename(path, folder.path + "/mine") == 0)
    do { _ = try OutputFolder.open(folder.path) }
    #expect(folder.published == withFolders(site).merging(["mine": "mine"]) { first, _ in first })
  }

  @Test func `a file that is edited after the journal is complete is not deleted`() throws {
    let folder = TemporaryFolder()
    try publish(["a.html": "a"], to: folder.path)
    let path = folder.path + "/a.html"
    let options = PublishingOptions { _, name in
      if "\(name)" == "link" { try? FileWriter.writeAtomically(Array("mine".utf8), to: path) }
      return .proceed
    }
    let summary = try publish(["b.html": "b"], to: folder.path, options: options)
    #expect(summary.warnings == [.editedFile(path)])
    #expect(folder.published == ["a.html": "mine", "b.html": "b"])
  }
}

// MARK: - Edited files

extension ForeignFileTests {
  @Test func `an edited file is written again while it is planned`() throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    try folder.write("HOME", to: "index.html")
    let summary = try publish(Self.site, to: folder.path)
    #expect(summary.written == 1)
    #expect(summary.warnings.isEmpty)
    #expect(folder.published == withFolders(Self.site))
  }

  @Test func `an edited file that is planned no more stays, with a warning`() throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    try folder.write("edited", to: "jobs/welder/index.html")
    let summary = try publish(["index.html": "home"], to: folder.path)
    let path = folder.path + "/jobs/welder/index.html"
    #expect(
      summary.warnings == [
        Diagnostic(
          "publish/edited-file",
          severity: .warning,
          "'\(path)' belongs to the site no more, but was changed by hand and is left as it is",
          path: path,
          hint: "delete it yourself if it is not needed"
        )
      ]
    )
    #expect(folder.text("jobs/welder/index.html") == "edited")
    #expect(try publish(["index.html": "home"], to: folder.path).warnings.isEmpty)
  }

  @Test func `a file that was copied back unchanged is still ours`() throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    try folder.remove("index.html")
    try folder.write("home", to: "index.html")
    try folder.remove("jobs/welder/index.html")
    try folder.write("welder", to: "jobs/welder/index.html")
    let summary = try publish(["index.html": "home"], to: folder.path)
    #expect(summary.written == 0)
    #expect(summary.deleted == 1)
    #expect(summary.warnings.isEmpty)
    #expect(folder.published == ["index.html": "home"])
  }

  @Test func `a file that was deleted by hand comes back`() throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    try folder.remove("jobs")
    #expect(try publish(Self.site, to: folder.path).written == 1)
    #expect(folder.published == withFolders(Self.site))
  }

  @Test func `without a manifest, files that are right are taken over`() throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    let before = folder.identities
    try folder.remove(".sitegen")
    let summary = try publish(Self.site, to: folder.path)
    #expect(summary.unchanged == 2)
    #expect(folder.identities["index.html"] == before["index.html"])
    #expect(try publish([:], to: folder.path).deleted == 2)
    #expect(folder.published.isEmpty)
  }
}
