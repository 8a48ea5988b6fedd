import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SiteGen

/// Changes one field of a posting after the other and looks where the output changes: there, and
/// nowhere else, its row says that it appears.
@Suite struct AppearanceTests {
  /// Fields that decide whether a posting is in lists and feeds at all, or in which edition; and the
  /// one that is for those who review postings.
  static let others: Set = ["lang", "translation_of", "status", "allow"]

  @Test(arguments: Schema.job.fields.map(\.name).filter { !others.contains($0) })
  func `a field appears where its row says`(_ name: String) async throws {
    let row = try #require(Schema.job.row(named: name))
    var fields = Fixture.fields
    switch row.name {
    case "remote":
      fields["workplace"] = "remote"
      fields["locations"] = nil
    case "workplace": fields["workplace"] = "remote"
    case "date_closed": fields["status"] = "closed"
    default: break
    }
    var changed = fields
    fields[row.name] = fields[row.name] ?? row.example
    changed[row.name] = Fixture.others[row.name]
    var seen = try await places(that: fields, differsFrom: changed)
    // A remote job is in the list of no place, which says nothing about the workplace.
    if name == "workplace" { seen.remove("groups") }
    #expect(seen.sorted() == row.places.sorted(), "\(name)")
  }

  static let parts = JobTable(site: nil, codes: CodeTables()).parts

  @Test(arguments: parts.map(\.name).filter { $0 != "Allowance" })
  func `a field of a map appears where its row says`(_ name: String) async throws {
    let part = try #require(AppearanceTests.parts.first { $0.name == name })
    let field = try #require(Fixture.homes[name])
    // The description is that of an office; templates alone can ask for the others.
    for row in part.rows where row.name != "description" && !row.appearances.contains(.templates) {
      let path = "\(part.name).\(row.name)"
      var values = Dictionary(uniqueKeysWithValues: part.rows.map { ($0.name, $0.example) })
      for name in Fixture.without[path] ?? Fixture.without[part.name] ?? [] { values[name] = nil }
      var changed = values
      changed[row.name] = Fixture.others[path]
      let seen = try await places(
        that: Fixture.posting(field, values),
        differsFrom: Fixture.posting(field, changed)
      )
      #expect(seen.sorted() == row.places.sorted(), "\(path)")
    }
  }

  /// Where two postings of the same name differ in what is published of them.
  private func places(
    that first: [String: String],
    differsFrom second: [String: String]
  ) async throws -> Set<String> {
    let (old, new) = (try await Fixture.publish(first), try await Fixture.publish(second))
    var places: Set<String> = []
    if old.page != new.page { places.insert("page") }
    if old.lists != new.lists { places.insert("lists") }
    if old.groups != new.groups { places.insert("groups") }
    if old.address != new.address { places.insert("address") }
    if old.redirects != new.redirects { places.insert("redirects") }
    for (name, values) in [
      ("structured", (old.structured, new.structured)), ("feed", (old.feed, new.feed)),
      ("rss", (old.rss, new.rss)),
    ] {
      for key in Set(values.0.keys).union(values.1.keys) where values.0[key] != values.1[key] {
        places.insert("\(name) \(key)")
      }
    }
    return places
  }
}

extension FieldRow {
  /// The places that the row names, of the structured data the properties at the top.
  fileprivate var places: Set<String> {
    Set(
      appearances.compactMap { appearance in
        switch appearance {
        case .page: "page"
        case .lists: "lists"
        case .groups: "groups"
        case .address: "address"
        case .redirects: "redirects"
        case .structured(let path): "structured " + path.prefix { $0 != "." }
        case .feed(let key): "feed " + key
        case .rss(let element): "rss " + element
        case .templates, .report: nil
        }
      }
    )
  }
}

// MARK: - The posting

private enum Fixture {
  /// What every field of the posting says, save those that exclude others.
  static let fields: [String: String] = {
    var fields = Dictionary(uniqueKeysWithValues: Schema.job.fields.map { ($0.name, $0.example) })
    for name in ["remote", "date_closed", "status", "lang", "translation_of", "allow"] {
      fields[name] = nil
    }
    fields["workplace"] = "hybrid"
    fields["tech_stack"] = "[Swift]"
    // Older than the other posting, so that being featured moves it.
    fields["date_posted"] = "2026-10-23"
    return fields
  }()

  /// Another value for a field that can't be left out, or whose absence would say more.
  static let others = [
    "title": "Data Engineer", "employment_type": "part-time", "workplace": "hybrid",
    "locations": "[\"Faro, PT\"]", "date_posted": "2026-10-22", "remote": "{countries: [FR]}",
    "apply": "{form: \"https://example.com/c\"}", "visa_sponsorship": "false",
    "start_date": "immediately", "custom": "{shift: day}",
    "Place.country": "ES", "Salary.min": "50000", "Salary.max": "66000", "Salary.value": "18",
    "Salary.currency": "USD", "Salary.per": "month", "ApplyTarget.url": "https://example.com/b",
    "ApplyTarget.email": "people@example.com", "ApplyTarget.form": "https://example.com/c",
    "SpokenLanguage.code": "en", "InterviewStep.name": "Walk", "Image.src": "/images/b.jpg",
    "Image.alt": "Nobody", "RemoteArea.countries": "[FR]",
  ]

  /// Rows of a map that exclude others, or hide them.
  static let without = [
    "Place": ["description"], "Place.region": ["description", "city"], "Salary": ["value"],
    "Salary.value": ["min", "max"],
    "ApplyTarget.form": ["url"], "ApplyTarget.email": ["url", "form"],
  ]

  /// The fields in which the maps stand.
  static let homes = [
    "Place": "locations", "RemoteArea": "remote", "Salary": "salary", "ApplyTarget": "apply",
    "Experience": "experience", "SpokenLanguage": "languages", "InterviewStep": "interview",
    "Keywords": "keywords", "Image": "image",
  ]

  /// The posting with a map in one of its fields.
  static func posting(_ field: String, _ values: [String: String]) -> [String: String] {
    let pairs = values.sorted { $0.key < $1.key }.map { "\($0): \($1)" }
    let map = "{\(pairs.joined(separator: ", "))}"
    var fields = fields
    fields[field] = ["locations", "languages", "interview"].contains(field) ? "[\(map)]" : map
    if field == "remote" {
      fields["workplace"] = "remote"
      fields["locations"] = nil
    }
    if field == "salary", values["locations"] != nil { fields["locations"] = "[porto]" }
    return fields
  }

  // MARK: What is published of it

  struct Published: Sendable {
    var page = ""
    var lists = ""
    var groups: [String] = []
    var address: [String] = []
    var redirects: [String] = []
    var structured: [String: String] = [:]
    var feed: [String: String] = [:]
    var rss: [String: String] = [:]
  }

  /// What was published already, by the posting's fields: most tests begin with the same ones.
  private static let known = Mutex<[[String: String]: Published]>([:])

  static func publish(_ fields: [String: String]) async throws -> Published {
    if let published = known.withLock({ $0[fields] }) { return published }
    let published = try await build(fields)
    known.withLock { $0[fields] = published }
    return published
  }

  private static func build(_ fields: [String: String]) async throws -> Published {
    let site = try smallSite(
      site: """
        organizations: {acme: {name: Buoys and Sons}}
        benefits: {pension: Pension}
        locations: {porto: {city: Porto, country: PT}}
        schema: {custom: {shift: {type: text}}}
        checks: {severity: {job: off, body: off}}

        """
    )
    let lines = fields.sorted { $0.key < $1.key }.map { "\($0): \($1)\n" }
    try site.write("---\n\(lines.joined())---\n\nFirst words.\n", to: "content/jobs/coder.md")
    let target = try TestFolder()
    let result = await SiteGenTests.build(site.path, into: target, now: "2026-12-14")
    try #require(report(result, site.path) == "")
    let files = try TestFolder.files(below: target.path + "/public")
      .mapValues { String(decoding: $0, as: UTF8.self) }
    return try published(files)
  }

  private static func published(_ files: [String: String]) throws -> Published {
    let id = files["jobs/coder/index.html"] == nil ? "backend-engineer" : "coder"
    let page = try #require(files["jobs/\(id)/index.html"])
    func anonymous(_ text: String) -> String { text.replacingOccurrences(of: id, with: "ID") }
    var published = Published()
    // Of the two scripts the first is about the job; the other is a part of the page.
    let parts = page.components(
      separatedBy: "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org/\","
        + "\"@type\":\"JobPosting\","
    )
    let tail = parts.count == 2 ? parts[1].components(separatedBy: "</script>") : ["{}", ""]
    published.page = anonymous(parts[0] + tail[1...].joined(separator: "</script>"))
    published.lists = anonymous(cards(files["index.html"]) + cards(files["jobs/index.html"]))
    let folders = ["departments/", "locations/", "levels/", "types/", "tags/"]
    published.groups = files.keys.filter { name in folders.contains { name.hasPrefix($0) } }
      .sorted()
    published.address = [id]
    published.redirects = files.filter { $1.contains("http-equiv=\"refresh\"") }.keys.sorted()
    published.structured = try members(of: parts.count == 2 ? "{" + tail[0] : "{}")
    let feed = try JSONSerialization.jsonObject(with: Data((files["feed.json"] ?? "{}").utf8))
    let items = (feed as? [String: NSObject])?["items"] as? [[String: NSObject]] ?? []
    for (key, value) in items.first(where: { $0["id"] == id as NSString }) ?? [:]
    where key != "_jobposting" {
      published.feed[key] = text(value)
    }
    let rss = (files["rss.xml"] ?? "").components(separatedBy: "<item>").dropFirst()
    for line in rss.first(where: { $0.contains(">\(id)</guid>") })?.split(separator: "\n") ?? [] {
      let name = line.dropFirst().prefix { $0.isLetter || $0 == ":" }
      if line.hasPrefix("<"), !name.isEmpty, name != "description" {
        published.rss[String(name)] = String(line)
      }
    }
    return published
  }

  /// What lists show of postings, in their order.
  private static func cards(_ page: String?) -> String {
    let cards = (page ?? "").components(separatedBy: "<li class=\"card\">").dropFirst()
    return cards.map { $0.components(separatedBy: "</article>")[0] }.joined()
  }

  private static func members(of json: String) throws -> [String: String] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    return (object as? [String: NSObject] ?? [:]).mapValues(text)
  }

  /// A value of JSON as text that is the same for the same value.
  private static func text(_ value: NSObject) -> String {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
    let data = try? JSONSerialization.data(withJSONObject: value, options: options)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
