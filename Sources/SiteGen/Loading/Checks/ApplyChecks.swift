import SourceText
import YAML

// What the site requires of every posting.

extension PostingCheck {
  func checkApply(_ reader: inout SchemaReader) {
    let base = reader.site?.apply?.target
    let target = posting.apply?.fillingIn(from: base) ?? base
    guard target?.url == nil, target?.email == nil, target?.form == nil else { return }
    // A misspelt or refused 'apply' has its own fault.
    let isRefused = root.value(for: "apply").map { reader.hasFault(within: $0.range) } ?? false
    guard !isRefused, !reader.misspelt.contains("apply") else { return }
    reader.report(
      "missing-field",
      "\(reader.subject) has no 'apply'",
      at: range(of: "apply"),
      hint: "add a line such as 'apply: jobs@example.com', or set 'apply' in site.yml"
    )
  }

  func checkCustom(_ reader: inout SchemaReader) {
    // A misspelt or refused one has its own fault.
    if let node = root.value(for: "custom"), reader.hasFault(within: node.range) { return }
    for entry in reader.site?.jobRules.custom ?? []
    where entry.value.isRequired && !posting.custom.contains(where: { $0.key == entry.key }) {
      reader.report(
        "missing-field",
        "\(reader.subject) has no 'custom.\(entry.key)'",
        at: range(of: "custom"),
        hint: "site.yml requires it of every posting"
      )
    }
  }
}
