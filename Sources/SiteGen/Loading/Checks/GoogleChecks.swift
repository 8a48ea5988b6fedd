import SourceText
import YAML

// What Google asks of the structured data of a job.
//
// Source: developers.google.com/search/docs/appearance/structured-data/job-posting, "Structured data
// type definitions": what is required is required by the schema of postings; `title`, `description`
// and the recommended properties are here.

extension PostingCheck {
  /// One fault that lists what Google recommends and the posting leaves out.
  func checkRecommended(_ reader: inout SchemaReader) {
    guard reader.site?.checks.isOn(.missingRecommended) == true else { return }
    var missing: [String] = []
    for field in ["valid_through", "salary", "experience", "education"]
    where !isWritten(field, reader) {
      missing.append(field)
    }
    guard !missing.isEmpty else { return }
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    reader.report(
      .missingRecommended,
      "Google recommends \(names), which the posting leaves out",
      at: fence,
      hint: "add what is true; what isn't known stays away"
    )
  }
}
