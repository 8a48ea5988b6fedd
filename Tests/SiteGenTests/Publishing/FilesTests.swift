import Glibc
import Testing

@testable import SiteGen

@Suite struct FilesTests {
  @Test func `a file is read whole`() throws {
    let folder = TemporaryFolder()
    for text in ["", "x", String(repeating: "0123456789", count: 100_000)] {
      try folder.write(text, to: "file")
      #expect(try FileReader.read(folder.path + "/file") == Array(text.utf8))
    }
  }

  @Test func `a file whose size the system doesn't know is read whole`() throws {
    #expect(try FileReader.read("/proc/self/stat").starts(with: "\(getpid())".utf8))
  }

  @Test func `what can't be read is said`() throws {
    let folder = TemporaryFolder()
    try folder.write("12345", to: "five")
    #expect(mkfifo(folder.path + "/pipe", 0o644) == 0)
    func reason(_ name: String, limit: Int = 100) -> String? {
      do throws(FileFailure) {
        _ = try FileReader.read("\(folder.path)/\(name)", limit: limit)
        return nil
      } catch {
        return error.text
      }
    }
    #expect(reason("five", limit: 5) == nil)
    #expect(reason("five", limit: 4) == "larger than 4 bytes")
    #expect(reason("none") == "No such file or directory")
    #expect(reason("five/none") == "Not a directory")
    #expect(reason("") == "not a file")
    #expect(reason("pipe") == "not a file")
    #expect(throws: FileFailure.self) { try FileReader.read("") }
  }

  @Test func `a file is written with its folders, and replaced only if that is wanted`() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/a/b/state"
    try FileWriter.writeAtomically(Array("1".utf8), to: path)
    try FileWriter.writeAtomically(Array("2".utf8), to: path)
    #expect(folder.entries == ["a/": "", "a/b/": "", "a/b/state": "2"])
    do throws(FileFailure) {
      try FileWriter.writeAtomically(Array("3".utf8), to: path, replaces: false)
      Issue.record("it was replaced")
    } catch {
      #expect(error.isTaken)
      #expect(error.text == "File exists")
    }
    try FileWriter.writeAtomically(Array("3".utf8), to: path + "2", replaces: false)
    #expect(
      folder.entries == ["a/": "", "a/b/": "", "a/b/state": "2", "a/b/state2": "3"]
    )
    #expect(throws: FileFailure.self) {
      try FileWriter.writeAtomically([], to: folder.path + "/none/state", makesFolders: false)
    }
  }
}

// MARK: - Listings

extension FilesTests {
  @Test func `a listing is sorted by bytes and leaves dot names out`() throws {
    let folder = TemporaryFolder()
    for name in ["b.md", "a/z.md", "a-b.md", "a/y/x.md", ".git/x", "B.md", "a/.x", "é.md"] {
      try folder.write("", to: name)
    }
    let listing = try DirectoryListing(of: folder.path)
    #expect(listing.files == ["B.md", "a-b.md", "a/y/x.md", "a/z.md", "b.md", "é.md"])
    #expect(listing.skippedLinks.isEmpty)
  }

  @Test func `links are followed inside the folder only, and never in a circle`() throws {
    let folder = TemporaryFolder()
    try folder.write("", to: "root/jobs/a.md")
    try folder.write("", to: "root/real/b.md")
    try folder.write("", to: "rootless/c.md")
    let links = [
      "root/jobs/same.md": "a.md", "root/jobs/inner": "../real", "root/out": "../rootless",
      "root/file.md": "/etc/passwd", "root/none": "nothing", "root/real/up": "..",
      "root/jobs/self": ".",
    ]
    for (link, target) in links { #expect(symlink(target, "\(folder.path)/\(link)") == 0) }
    let listing = try DirectoryListing(of: folder.path + "/root")
    #expect(listing.files == ["jobs/a.md", "jobs/inner/b.md", "jobs/same.md", "real/b.md"])
    #expect(
      listing.skippedLinks
        == ["file.md", "jobs/inner/up", "jobs/self", "none", "out", "real/up"]
    )
  }

  @Test func `a folder that is not there is said`() {
    do throws(FileFailure) {
      _ = try DirectoryListing(of: "/nowhere/at/all")
      Issue.record("it was listed")
    } catch {
      #expect(error.isMissing)
      #expect(error.path == "/nowhere/at/all")
    }
  }
}
