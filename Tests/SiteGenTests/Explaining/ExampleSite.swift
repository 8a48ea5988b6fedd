import Foundation
import SiteGen
import TestSupport

/// A site made of the blocks of one section of a page of the catalogue.
///
/// There are a good posting and a good `site.yml`. Fields and keys of a block replace those of the
/// same names, a body replaces the body, and every other block is a file.
struct ExampleSite {
  private static let posting = """
    title: Welder
    employment_type: full-time
    workplace: on-site
    locations: ["Porto, PT"]
    date_posted: 2026-11-02
    valid_through: 2026-12-18
    apply: jobs@lodemar.example

    """
  private static let configuration = """
    title: Jobs at Lodemar
    base_url: https://jobs.lodemar.example
    organization: {name: Lodemar}

    """

  private var fields = ExampleSite.posting
  private var keys = ExampleSite.configuration
  private var body = "Weld the frames of buoys that stay at sea for nine years.\n"
  private var files: [(path: String, text: String)] = []

  init(_ examples: [FaultPage.Example]) {
    for example in examples {
      switch example.info {
      case "yaml posting": fields = merged(fields, with: example.text)
      case "yaml site.yml": keys = merged(keys, with: example.text)
      case "markdown posting": body = example.text
      default: files.append((example.target, example.text))
      }
    }
  }

  /// Writes the site into a folder of its own.
  func write() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write(keys, to: "site.yml")
    try folder.write("---\n\(fields)---\n\n\(body)", to: "content/jobs/welder.md")
    for file in files { try folder.write(file.text, to: file.path) }
    return folder
  }
}

/// The lines of `base` without the fields that `part` has too, and then `part`.
private func merged(_ base: String, with part: String) -> String {
  let names = part.split(separator: "\n").compactMap(fieldName)
  var isKept = true
  var kept = ""
  for line in base.split(separator: "\n") {
    if let name = fieldName(line) { isKept = !names.contains(name) }
    if isKept { kept += line + "\n" }
  }
  return kept + part
}

/// The name in front of the colon, on a line that isn't indented.
private func fieldName(_ line: Substring) -> Substring? {
  guard let first = line.first, first != " ", first != "-", first != "#" else { return nil }
  return line.firstIndex(of: ":").map { line[..<$0] }
}
