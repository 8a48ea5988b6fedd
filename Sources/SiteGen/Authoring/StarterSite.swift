package import SourceText

/// The site that `sitegen new site` writes: it builds at once.
package enum StarterSite {
  private static let folder = EmbeddedFiles.root + "starter/"

  /// - Returns: how many files were written.
  /// - Throws: `new/exists` before anything is written, if one of the files is there already.
  package static func write(to target: String) throws(Diagnostic) -> Int {
    let files = EmbeddedFiles.paths(below: folder)
    for file in files {
      let path = place(of: file, in: target)
      if FileReader.exists(path) {
        throw Diagnostic(
          "new/exists",
          "a file of the new site is there already",
          path: path,
          hint: "name a folder that is new or empty"
        )
      }
    }
    for file in files {
      let path = place(of: file, in: target)
      do throws(FileFailure) {
        try FileWriter.writeAtomically(
          EmbeddedFiles.bytes(file) ?? [],
          to: path,
          replaces: false
        )
      } catch {
        throw error.diagnostic(path: path)
      }
    }
    return files.count
  }

  private static func place(of file: String, in target: String) -> String {
    let name = file.dropFirst(folder.count)
    return target + "/" + (name == "gitignore" ? ".gitignore" : name)
  }
}
