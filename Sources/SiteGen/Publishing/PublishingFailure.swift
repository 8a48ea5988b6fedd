import Glibc
package import SourceText

/// Why publishing stopped.
///
/// Until the journal is complete the published site is as it was; after that the next build
/// completes what this one began, and the hint says so.
package struct PublishingFailure: Error, Hashable, Sendable {
  package var diagnostic: Diagnostic
  /// Whether the machine, and not the site, is the reason: exit status 3.
  package var isMachineFault: Bool

  init(_ diagnostic: Diagnostic, isMachineFault: Bool = false) {
    self.diagnostic = diagnostic
    self.isMachineFault = isMachineFault
  }

  /// The same fault, met when the new site was already being put into place.
  func afterJournal() -> PublishingFailure {
    var failure = self
    let promise = "the next build completes what this one began"
    failure.diagnostic.hint = diagnostic.hint.map { "\($0); \(promise)" } ?? promise
    return failure
  }
}

// MARK: - The machine

extension PublishingFailure {
  /// `publish/cannot-write`: the system refused to change `path`.
  static func cannotWrite(_ path: String, _ error: SystemError) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/cannot-write",
        "'\(path)' can't be written: \(error.text)",
        path: path,
        hint: hint(for: error)
      ),
      isMachineFault: true
    )
  }

  /// `publish/cannot-read`: the system refused to look at `path`.
  static func cannotRead(_ path: String, _ error: SystemError) -> PublishingFailure {
    PublishingFailure(
      Diagnostic("publish/cannot-read", "'\(path)' can't be read: \(error.text)", path: path),
      isMachineFault: true
    )
  }

  private static func hint(for error: SystemError) -> String? {
    switch error.code {
    case ENOSPC, EDQUOT: "make room on the disk and build again"
    case EACCES, EPERM: "allow this account to write there, or choose another output folder"
    case EROFS: "the disk is read-only: choose another output folder"
    default: nil
    }
  }

  /// `publish/locked`: another build holds the output folder.
  static func locked(_ path: String, by holder: String) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/locked",
        "another build is writing to '\(path)': \(holder)",
        path: path,
        hint: "build again when it has ended"
      ),
      isMachineFault: true
    )
  }
}

// MARK: - What stands in the output

extension PublishingFailure {
  /// `publish/foreign-file`: something that is not ours stands where `path` is to be written.
  static func foreignFile(_ path: String) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/foreign-file",
        "'\(path)' is in the way, and sitegen did not write it",
        path: path,
        hint: "move it out of the output folder, or delete it; sitegen never changes such files"
      )
    )
  }

  /// `publish/damaged-manifest`: the list of what was published can't be trusted.
  static func damagedManifest(_ path: String) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/damaged-manifest",
        "'\(path)', the list of the files that sitegen has published, is damaged",
        path: path,
        hint: """
          delete it and build again: files that are still right are taken over, \
          and others that are in the way are named
          """
      ),
      isMachineFault: true
    )
  }

  /// `publish/damaged-journal`: an interrupted build left a plan that can't be followed.
  static func damagedJournal(_ path: String) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/damaged-journal",
        "'\(path)', the plan of a build that was interrupted, is damaged",
        path: path,
        hint: """
          delete it and build again: files that are still right are taken over, \
          and others that are in the way are named
          """
      ),
      isMachineFault: true
    )
  }
}

// MARK: - What is planned

extension PublishingFailure {
  /// `publish/path-not-allowed`: an output's path leaves the folder or fits no file system.
  static func pathNotAllowed(_ path: String) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/path-not-allowed",
        "'\(path)' can't be the path of a file in the output",
        path: path,
        hint: """
          each part of a path has 1 to 255 bytes and is not '.' or '..'; \
          the folder '.sitegen' belongs to sitegen
          """
      )
    )
  }

  /// `publish/path-collision`: two outputs want one path, or one is a folder of the other.
  static func pathCollision(_ path: String, with other: String) -> PublishingFailure {
    PublishingFailure(
      Diagnostic(
        "publish/path-collision",
        path == other
          ? "two outputs have the path '\(path)'"
          : "'\(other)' can't stand in '\(path)', which is a file itself",
        path: path,
        hint: "give one of them another address"
      )
    )
  }
}

extension Diagnostic {
  /// `publish/edited-file`: a file that is planned no more was changed since we wrote it.
  static func editedFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "publish/edited-file",
      severity: .warning,
      "'\(path)' belongs to the site no more, but was changed by hand and is left as it is",
      path: path,
      hint: "delete it yourself if it is not needed"
    )
  }
}
