import Foundation
import Hashing
import SourceText
import Testing

@testable import SiteGen

/// A folder of its own for one test, removed at its end.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = "\(NSTemporaryDirectory())/sitegen-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Takes over everything of `other`; times and inodes become new ones.
  func replace(withCopyOf other: TemporaryFolder) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  /// Every file that is not in our own folder, with its text; folders end in `/`.
  var published: [String: String] {
    entries.filter { !$0.key.hasPrefix(".sitegen") }
  }

  /// Every file with its text; folders end in `/`, links show what they lead to.
  var entries: [String: String] {
    var entries: [String: String] = [:]
    let manager = FileManager.default
    for name in (try? manager.subpathsOfDirectory(atPath: path)) ?? [] {
      let full = "\(path)/\(name)"
      switch try? manager.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
      case .typeDirectory: entries[name + "/"] = ""
      case .typeSymbolicLink:
        entries[name] = "-> \((try? manager.destinationOfSymbolicLink(atPath: full)) ?? "")"
      default: entries[name] = text(name)
      }
    }
    return entries
  }

  /// The times in nanoseconds and inodes of all files and folders.
  var identities: [String: FileIdentity] {
    var identities: [String: FileIdentity] = [:]
    for name in [".sitegen/"] + entries.keys {
      identities[name] = try? FileStatus(of: "\(path)/\(name)", in: -100).identity
    }
    return identities
  }
}

/// What one build makes: text by path.
typealias Site = [String: String]

/// Publishes a site as a build does, with one worker.
@discardableResult
func publish(
  _ site: Site,
  to path: String,
  options: PublishingOptions = PublishingOptions()
) throws -> PublishingSummary {
  let folder = try OutputFolder.open(path, options: options)
  return try folder.commit(try stage(site, in: folder))
}

/// Stages a site; feeds are what ends in `.xml`, pages what ends in `.html`.
func stage(_ site: Site, in folder: OutputFolder) throws -> [OutputRecord] {
  var stager = folder.makeStager()
  var records: [OutputRecord] = []
  for (path, text) in site.sorted(by: { $0.key < $1.key }) {
    var bytes = ByteBuffer()
    bytes.append(text)
    let order: PublishingOrder =
      path.hasSuffix(".xml") ? .feed : path.hasSuffix(".html") ? .page : .asset
    records.append(try stager.stage(path, order: order, bytes))
  }
  return records
}

/// The fault with which publishing stops.
func failure(
  _ body: () throws -> Void,
  sourceLocation: SourceLocation = #_sourceLocation
) -> PublishingFailure? {
  do {
    try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch let failure as PublishingFailure {
    return failure
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
  return nil
}

/// The folders that a site needs, as ``TemporaryFolder/published`` shows them.
func withFolders(_ site: Site) -> Site {
  var all = site
  for path in site.keys { for folder in OutputPath.folders(of: path) { all[folder + "/"] = "" } }
  return all
}

extension OutputRecord {
  /// A record of a file that is nowhere.
  static func made(_ path: String, number: Int, order: PublishingOrder = .page) -> OutputRecord {
    OutputRecord(
      path: path,
      digest: SHA256.digest(of: Array("\(number)".utf8)),
      size: number,
      order: order,
      isChanged: false,
      identity: FileIdentity(size: UInt64(number), modified: Int64(number) << 40, inode: 7),
      staged: nil,
      replaces: false,
      needsFolderCleared: false
    )
  }
}
