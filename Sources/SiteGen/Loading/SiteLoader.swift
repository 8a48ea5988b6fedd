package import SourceText
import YAML

extension SourceTree {
  /// The path of the site's configuration.
  package static let configurationPath = "site.yml"

  /// Reads `site.yml`.
  ///
  /// Faults: `io/cannot-read`, those of YAML and of the schema with the area `site`.
  package func loadConfiguration(_ codes: CodeTables) -> Checked<SiteConfiguration> {
    do throws(Diagnostic) {
      let file = try read(SourceTree.configurationPath)
      let document = YAMLDocument.parse(file, in: file.wholeRange)
      guard let root = document.value?.root else { return Checked(nil, document.diagnostics) }
      var reader = SchemaReader(
        area: "site",
        subject: SourceTree.configurationPath,
        path: file.path,
        codes: codes
      )
      var site = Schema.site.decode(
        root,
        &reader,
        missingAt: SourceRange(0..<min(1, file.bytes.count))
      )
      site?.nameOffices()
      site?.check(root, &reader)
      return Checked(site, document.diagnostics + reader.diagnostics)
    } catch {
      return Checked(nil, [error])
    }
  }
}

extension SiteConfiguration {
  /// Offices know the key they are declared under.
  fileprivate mutating func nameOffices() {
    for index in locations.indices { locations[index].value.key = locations[index].key }
  }

  /// Rules that need more than one key of `site.yml`.
  fileprivate func check(_ root: YAMLNode, _ reader: inout SchemaReader) {
    let fields = Schema.job.fields.map(\.name)
    for required in jobRules.required where !fields.contains(required.value) {
      let nearest = nearestName(to: required.value, in: fields)
      reader.report(
        "unknown-job-field",
        "postings have no field '\(required.value)'",
        at: required.range,
        hint: nearest.map { "did you mean '\($0)'?" } ?? "docs/posting.md lists the fields"
      )
    }
    for feed in apply?.track ?? [] where !FeedRegistry.trackingNames.contains(feed.key) {
      let nearest = nearestName(to: feed.key, in: FeedRegistry.trackingNames)
      reader.report(
        "unknown-feed",
        "there is no feed '\(feed.key)' from which people apply",
        at: feed.keyRange,
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "write one of " + FeedRegistry.trackingNames.joined(separator: ", ")
      )
    }
    checkLanguages(&reader)
    let names = departments.map(\.name)
    for (index, department) in departments.enumerated() {
      guard let parent = department.parent, !names.contains(parent) else { continue }
      let nodes = root.value(for: "departments").map { Array($0.items) } ?? []
      let place = index < nodes.count ? nodes[index].value(for: "parent")?.range : nil
      reader.report(
        "unknown-department",
        "there is no department '\(parent)'",
        at: place ?? root.range,
        hint: nearestName(to: parent, in: names).map { "did you mean '\($0)'?" }
          ?? "add it to 'departments'"
      )
    }
  }

  /// Texts in a language that no page is in are never shown.
  private func checkLanguages(_ reader: inout SchemaReader) {
    var texts = departments.flatMap { $0.names + $0.descriptions }
    texts += locations.flatMap(\.value.descriptions)
    texts += jobRules.custom.flatMap(\.value.labels)
    texts += (menu + footer).flatMap(\.texts)
    for text in texts where !text.key.isEmpty {
      guard !allLanguages.contains(where: { $0 == text.key || $0.hasPrefix(text.key + "-") })
      else { continue }
      let nearest = nearestName(to: text.key, in: allLanguages)
      reader.report(
        "language-not-on-site",
        "the site is not in the language '\(text.key)'",
        at: text.keyRange,
        hint: nearest.map { "did you mean '\($0)'?" } ?? "add it to 'languages', or delete the text"
      )
    }
  }
}
