package import SourceText

extension FileFailure {
  /// Puts the failure into words for people.
  ///
  /// - Parameter path: as users know the file.
  /// - Returns: `io/not-found`, `io/too-large` or `io/cannot-read`.
  package func diagnostic(path: String) -> Diagnostic {
    if isMissing {
      return Diagnostic(
        "io/not-found",
        "there is no '\(path)'",
        path: path,
        hint: "run the command in the folder of site.yml, or name it with --source"
      )
    }
    if case .tooLarge(let limit) = reason {
      return Diagnostic(
        "io/too-large",
        "the file has more than \(limit / 1024) KiB",
        path: path,
        hint: "split it, or take out what doesn't belong there"
      )
    }
    return Diagnostic("io/cannot-read", "the file can't be read or written: \(text)", path: path)
  }
}
