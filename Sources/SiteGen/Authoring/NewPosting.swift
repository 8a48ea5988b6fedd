package import SourceText
import YAML

/// A posting that `sitegen new job` begins.
///
/// Values come one by one and are checked as `check` does; what is required and has none gets a
/// default or an example, so that the file passes.
package struct NewPosting: Sendable {
  let site: SiteConfiguration
  private let moment: BuildMoment
  private let options: BuildOptions
  private let codes = CodeTables()
  /// The posting's id.
  let name: String
  private let path: String
  /// Whether the site's folder holds the schema that editors use.
  let hasSchema: Bool
  var today: CivilDate { moment.today }
  /// Values by field, as they stand in front matter; fields of the site's own begin with `custom.`.
  private(set) var answers: [String: String] = [:]
  /// Fields whose values nobody said anything about.
  var examples: Set<String> = []

  /// Reads `site.yml`.
  ///
  /// - Throws: `new/no-name` for a title without letters, `new/exists` when a posting has that name,
  ///   or the first fault of `site.yml`.
  ///
  /// - Parameters:
  ///   - title: what people search for; it gives the file its name.
  ///   - id: the name of the file where the title gives none, or not the wanted one.
  ///   - options: where the site is, and the day.
  package init(title: String, id: String?, in options: BuildOptions) throws(Diagnostic) {
    self.options = options
    let name = id ?? slug(title)
    guard isSlug(name) else {
      throw Diagnostic(
        "new/no-name",
        "'\(title)' gives no file name",
        path: "",
        hint: "name the file yourself, such as '--set id=night-baker'"
      )
    }
    let build = Build(options)
    let checked = build.configuration(codes)
    guard let site = checked.value, !checked.diagnostics.containsError else {
      throw checked.diagnostics.sorted().first
        ?? Diagnostic("io/not-found", "there is no site.yml", path: options.source)
    }
    self.site = site
    self.name = name
    moment = build.moment(site)
    path = "content/jobs/\(name).md"
    hasSchema = FileReader.exists(options.source + "/posting.schema.json")
    let taken = try build.tree.files(below: "content/jobs").first {
      $0 == path || $0.hasSuffix("/\(name).md")
    }
    if let taken { throw NewPosting.exists(options.source + "/" + taken) }
    let faults = set("title", to: title)
    if let fault = faults.first { throw fault }
  }

  private static func exists(_ path: String) -> Diagnostic {
    Diagnostic(
      "new/exists",
      "a posting with this name is there already",
      path: path,
      hint: "use another title"
    )
  }
}

// MARK: - Values

extension NewPosting {
  /// Whether postings of this site have a field of this name.
  package func knows(_ field: String) -> Bool {
    guard field.hasPrefix("custom.") else { return Schema.job.row(of: field) != nil }
    return site.jobRules.custom.contains { "custom." + $0.key == field }
  }

  /// The names that ``knows(_:)`` accepts.
  package var fields: [String] {
    Schema.job.fields.map(\.name) + site.jobRules.custom.map { "custom." + $0.key }
  }

  /// Takes what the author wrote for a field: a text, entries with commas between them, or a list or
  /// map in brackets.
  ///
  /// - Returns: the faults of a value that the schema refuses, which is not kept then.
  package mutating func set(_ field: String, to text: String) -> [Diagnostic] {
    // Of a text that no spelling makes right, the faults of the likeliest spelling are told.
    var least: [Diagnostic]?
    let text = withoutQuotes(text)
    let isInBrackets = text.hasPrefix("[") || text.hasPrefix("{")
    let before = answers[field]
    for value in spellings(of: text, for: field) {
      answers[field] = value
      let faults = faults(of: field)
      if faults.isEmpty { return [] }
      let isBetter = least.map {
        $0.first?.isSyntax == true || !isInBrackets && faults.count < $0.count
      }
      if isBetter ?? true { least = faults }
    }
    answers[field] = before
    return least ?? []
  }

  /// What the author can have meant, as it would stand in the file.
  private func spellings(of text: String, for field: String) -> [String] {
    let scalar = yamlScalar(text)
    let entries = text.split(separator: ",").map { entry in
      yamlScalar(trimmed(entry))
    }
    let list = "[\(entries.joined(separator: ", "))]"
    if text.hasPrefix("[") || text.hasPrefix("{") { return [text, scalar] }
    switch field {
    case "locations": return ["[\(scalar)]", list]
    case "remote": return ["{countries: \(list)}"]
    default:
      if case .list = Schema.job.fields.first(where: { $0.name == field })?.shape { return [list] }
      return [scalar, list]
    }
  }

  /// The faults that `check` finds in a field of the file as it would be now.
  private func faults(of field: String) -> [Diagnostic] {
    let text = text
    let isOwn = field.hasPrefix("custom.")
    let name = isOwn ? "  " + yamlScalar(String(field.dropFirst(7))) : field
    guard let start = text.utf8Offset(ofLine: name + ":") else { return [] }
    let end = start + text.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "\n") }.count
    return allFaults(in: text).filter { fault in
      guard fault.severity == .error, let range = fault.range else { return false }
      // Other fields of the site's own that are missing have their fault at the same place.
      if isOwn, fault.id == "job/missing-field" { return false }
      return start <= range.start && range.start <= end || fault.isSyntax
    }
  }

  private func allFaults(in text: String) -> [Diagnostic] {
    let store = BodyStoreWriter(store: 0, budget: 1 << 20, scratchFolder: options.scratch)
    var loader = PostingLoader(
      tree: tree(with: text),
      site: site,
      codes: codes,
      moment: moment,
      store: store
    )
    // The marks that say so are those of the program itself.
    return loader.posting(path).diagnostics.filter { $0.id != "job/unfilled" }.sorted()
  }

  /// The site's files with the new one among them, which isn't on disk yet.
  private func tree(with text: String) -> SourceTree {
    let snapshot = SourceSnapshot()
    _ = snapshot.keep(Array(text.utf8), of: path)
    return SourceTree(root: options.source, snapshot: snapshot)
  }
}

/// An answer that was typed with the quotes that it would have in the file.
private func withoutQuotes(_ text: String) -> String {
  guard let sign = text.first, sign == "\"" || sign == "'", text.last == sign, text.count > 2,
    !text.dropFirst().dropLast().contains(sign)
  else { return text }
  return String(text.dropFirst().dropLast())
}

// MARK: - The file

extension NewPosting {
  /// The site's files with the new one as it would be, for the places of faults.
  package var tree: SourceTree { tree(with: text) }

  /// The faults of the whole file as it would be.
  package var faults: [Diagnostic] { allFaults(in: text) }

  /// Writes `content/jobs/<slug>.md`; a file that is there already is never touched.
  ///
  /// - Returns: the path, relative to the current folder.
  /// - Throws: `new/exists`, or a fault of the disk.
  package func write() throws(Diagnostic) -> String {
    let target = options.source + "/" + path
    do throws(FileFailure) {
      try FileWriter.writeAtomically(Array(text.utf8), to: target, replaces: false)
    } catch {
      throw error.isTaken ? NewPosting.exists(target) : error.diagnostic(path: target)
    }
    return target
  }
}

extension Diagnostic {
  /// Whether the file's structure can't be read.
  fileprivate var isSyntax: Bool { id.name.hasPrefix("yaml/") }
}

extension String {
  /// Where the first line that begins with `start` begins, in bytes.
  fileprivate func utf8Offset(ofLine start: String) -> Int? {
    var offset = 0
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(start) { return offset }
      offset += line.utf8.count + 1
    }
    return nil
  }
}
