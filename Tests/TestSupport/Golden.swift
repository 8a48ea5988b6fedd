import Foundation
public import Testing

/// Whether golden files are to be written instead of compared: `UPDATE_GOLDEN=1`.
public var updatesGoldenFiles: Bool {
  ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
}

/// Compares `actual` with a golden file beside the test.
///
/// With `UPDATE_GOLDEN=1` the file is written and the test fails, so that a rewrite can't pass
/// unnoticed. A missing file is a failure, not a first recording.
public func expectGolden(
  _ actual: String,
  at path: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if updatesGoldenFiles {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let existing = try? String(contentsOfFile: path, encoding: .utf8)
    guard existing != actual else { return }
    try actual.write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("rewrote \(path), review the diff", sourceLocation: sourceLocation)
    return
  }
  guard let expected = try? String(contentsOfFile: path, encoding: .utf8) else {
    Issue.record("\(path) is missing: run `make golden`", sourceLocation: sourceLocation)
    return
  }
  #expect(actual == expected, "differs from \(path)", sourceLocation: sourceLocation)
}

/// The folder of the test file that calls.
public func folder(of file: String = #filePath) -> String {
  URL(fileURLWithPath: file).deletingLastPathComponent().path
}
