import Glibc
import SourceText
import Synchronization
import Testing

@testable import SiteGen

/// A file of ours that was spoilt.
struct Damage: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (inout [UInt8]) -> Void
  var testDescription: String { name }
}

@Suite struct DamageTests {
  static let site: Site = ["index.html": "home", "jobs/index.html": "jobs"]
  static let damages = [
    Damage(name: "empty", change: { $0 = [] }),
    Damage(name: "one byte", change: { $0 = [0] }),
    Damage(name: "cut", change: { $0.removeLast() }),
    Damage(name: "longer", change: { $0.append(0) }),
    Damage(name: "another version", change: { $0[17] = UInt8(ascii: "9") }),
    Damage(name: "a byte of an entry", change: { $0[40] ^= 1 }),
    Damage(name: "the checksum", change: { $0[$0.count - 1] ^= 1 }),
  ]

  private func damage(_ file: String, _ damage: Damage) throws {
    var bytes = try FileReader.read(file)
    damage.change(&bytes)
    try FileWriter.writeAtomically(bytes, to: file)
  }

  @Test(arguments: damages)
  func `a damaged manifest is named, and nothing is deleted`(_ damage: Damage) throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    let file = folder.path + "/.sitegen/manifest"
    try self.damage(file, damage)
    let failure = failure { try publish([:], to: folder.path) }
    #expect(failure?.diagnostic.id == "publish/damaged-manifest")
    #expect(
      failure?.diagnostic.message
        == "'\(file)', the list of the files that sitegen has published, is damaged"
    )
    #expect(
      failure?.diagnostic.hint
        == "delete it and build again: files that are still right are taken over, "
        + "and others that are in the way are named"
    )
    #expect(folder.published == withFolders(Self.site))
    try folder.remove(".sitegen/manifest")
    #expect(try publish(Self.site, to: folder.path).unchanged == 2)
  }

  @Test(arguments: damages)
  func `a damaged journal is named, and nothing is changed`(_ damage: Damage) throws {
    let folder = TemporaryFolder()
    try publish(Self.site, to: folder.path)
    let isDecided = Atomic<Bool>(false)
    let options = PublishingOptions { _, name in
      guard "\(name)" == "rename" else { return .proceed }
      return isDecided.exchange(true, ordering: .relaxed) ? .fail(EIO) : .proceed
    }
    let interrupted = failure {
      try publish(["jobs/index.html": "2"], to: folder.path, options: options)
    }
    #expect(interrupted?.diagnostic.hint == "the next build completes what this one began")
    let file = folder.path + "/.sitegen/journal"
    let whole = try FileReader.read(file)
    try self.damage(file, damage)
    let before = folder.entries
    func withoutLock(_ entries: Site) -> Site { entries.filter { $0.key != ".sitegen/lock" } }
    let failure = failure { try publish([:], to: folder.path) }
    #expect(failure?.diagnostic.id == "publish/damaged-journal")
    #expect(failure?.diagnostic.path == file)
    #expect(withoutLock(folder.entries) == withoutLock(before))
    try FileWriter.writeAtomically(whole, to: file)
    do { _ = try OutputFolder.open(folder.path) }
    #expect(folder.published == withFolders(["jobs/index.html": "2"]))
  }

  @Test func `a manifest finds its entries again`() throws {
    let paths = ["a", "a-b/x", "a/b", "a/b/c", "jobs/ärzt/index.html", "jobs/b", "z"]
    let sorted = paths.sorted { $0.precedesByBytes($1) }
    let records = sorted.enumerated().map { index, path in
      OutputRecord.made(path, number: index)
    }
    let manifest = try #require(Manifest(Manifest.bytes(of: records)))
    #expect(manifest.count == paths.count)
    for record in records {
      #expect(manifest.entry(of: record.path)?.identity == record.identity)
      #expect(manifest.entry(of: record.path)?.digest == record.digest)
    }
    for missing in ["", "0", "a/", "a/b/", "jobs", "zz"] {
      #expect(manifest.entry(of: missing) == nil, "'\(missing)'")
    }
    #expect(manifest.hasFiles(in: "a/b"))
    #expect(manifest.hasFiles(in: "jobs"))
    #expect(!manifest.hasFiles(in: "job"))
    #expect(!manifest.hasFiles(in: "z"))
  }

  @Test(arguments: ["../x", "a/../x", "/etc/x", "", ".sitegen/x", "a//b"])
  func `a manifest with a path that leaves the output is not believed`(_ path: String) {
    #expect(Manifest(Manifest.bytes(of: [OutputRecord.made(path, number: 1)])) == nil)
  }
}
