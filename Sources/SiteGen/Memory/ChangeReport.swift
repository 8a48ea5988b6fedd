import SourceText

/// What `--report` writes: what changed, for people and for programs of a pipeline.
package struct ChangeReport: Sendable {
  private let changes: Changes
  private let site: SiteConfiguration
  private let today: CivilDate

  package init(_ changes: Changes, of site: SiteConfiguration, on today: CivilDate) {
    self.changes = changes
    self.site = site
    self.today = today
  }

  /// The names of all files, with what they hold.
  package var files: [(name: String, text: String)] {
    var files = [
      (name: "changes.json", text: json), (name: "changes.md", text: markdown),
      (name: "indexing-api.jsonl", text: indexingNotifications),
    ]
    if let key = site.publication.indexNowKey {
      files.append((name: "indexnow.jsonl", text: indexNowRequests(key)))
    }
    return files
  }

  private func url(_ address: String) -> String { percentEncoded(site.baseURL + address) }
}

// MARK: - changes.json

extension ChangeReport {
  /// Shape: docs/schemas/changes.schema.json.
  private var json: String {
    var json = JSONWriter()
    json.beginObject()
    json.member("version", 1)
    json.member("date", today.iso)
    list("opened", changes.opened, &json)
    json.name("changed")
    json.beginArray()
    for change in changes.changed {
      json.beginObject()
      write(change.item, &json)
      json.name("fields")
      json.beginArray()
      for field in change.fields { json.value(field) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    list("closed", changes.closed, &json)
    list("gone", changes.gone, &json)
    list("removed", changes.removed, &json)
    json.name("renamed")
    json.beginArray()
    for rename in changes.renamed {
      json.beginObject()
      json.member("from", rename.from)
      json.member("from_url", url(rename.formerAddress))
      write(rename.item, &json)
      json.endObject()
    }
    json.endArray()
    json.name("allowed")
    json.beginArray()
    for fault in changes.allowed {
      json.beginObject()
      json.member("id", fault.posting)
      json.member("fault", fault.fault)
      json.member("reason", fault.reason)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.buffer.append("\n")
    return json.buffer.text()
  }

  private func list(_ name: StaticString, _ items: [Changes.Item], _ json: inout JSONWriter) {
    json.name(name)
    json.beginArray()
    for item in items {
      json.beginObject()
      write(item, &json)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ item: Changes.Item, _ json: inout JSONWriter) {
    json.member("id", item.id)
    json.member("title", item.title)
    json.member("url", url(item.address))
  }
}

// MARK: - changes.md

extension ChangeReport {
  /// A summary for a pull request.
  private var markdown: String {
    var lines = changes.isEmpty ? ["No posting opened, changed or closed.", ""] : []
    func section(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += ["### \(title) (\(items.count))", ""] + items.map { "- \($0)" } + [""]
    }
    section("Opened", changes.opened.map(link))
    section(
      "Changed",
      changes.changed.map { change in
        let fields = change.fields.map { "`\($0)`" }.joined(separator: ", ")
        return link(change.item) + (fields.isEmpty ? "" : ": " + fields)
      }
    )
    section("Closed", changes.closed.map(link))
    section("Gone", changes.gone.map { "`\($0.address)`" })
    section("Renamed", changes.renamed.map { "`\($0.from)` is now " + link($0.item) })
    section("Removed", changes.removed.map { "`\($0.address)`" })
    section(
      "Allowed",
      changes.allowed.map { "`\($0.posting)`: `\($0.fault)`, because: \(plain($0.reason))" }
    )
    return lines.joined(separator: "\n")
  }

  private func link(_ item: Changes.Item) -> String {
    "[\(plain(item.title ?? item.id))](\(url(item.address))) `\(item.id)`"
  }

  /// A text in which nothing is Markdown, HTML, a mention of somebody or the number of an issue.
  private func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "<", ">", "#", "+", "!", "|", "~",
        "&":
        plain += "\\"
        plain.unicodeScalars.append(scalar)
        if scalar == "#" { plain += "\u{2060}" }
      case "@": plain += "@\u{2060}"
      case "\n", "\r": plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

// MARK: - Search engines

extension ChangeReport {
  /// Addresses of one request at most.
  ///
  /// Source: indexnow.org, "Submitting a set of URLs".
  private static let addressLimit = 10_000

  /// A line for each request's body; none without a change.
  private func indexNowRequests(_ key: String) -> String {
    var addresses = changes.renamed.map(\.formerAddress)
    for items in [changes.opened, changes.changed.map(\.item), changes.closed, changes.gone] {
      addresses += items.map(\.address)
    }
    addresses += changes.renamed.map(\.item.address) + changes.removed.map(\.address)
    let urls = Set(addresses.map(url)).sorted()
    let host = site.baseURL.utf8.split(separator: UInt8(ascii: "/")).dropFirst().first
    var json = JSONWriter()
    for start in stride(from: 0, to: urls.count, by: ChangeReport.addressLimit) {
      json.beginObject()
      json.member("host", host.map { String(Substring($0)) } ?? "")
      json.member("key", key)
      json.member("keyLocation", url("/\(key).txt"))
      json.name("urlList")
      json.beginArray()
      for url in urls[start...].prefix(ChangeReport.addressLimit) { json.value(url) }
      json.endArray()
      json.endObject()
      json.endLine()
    }
    return json.buffer.text()
  }

  /// A line for each request's body: an open posting's page is there or has changed, or it is not
  /// to be found any more.
  ///
  /// Source: Google Search Central, Indexing API v3, `urlNotifications:publish`.
  private var indexingNotifications: String {
    var updated = Set((changes.opened + changes.changed.map(\.item)).map(\.address))
    var deleted = Set((changes.closed + changes.gone + changes.removed).map(\.address))
    for rename in changes.renamed {
      deleted.insert(rename.formerAddress)
      if !deleted.contains(rename.item.address) { updated.insert(rename.item.address) }
    }
    var json = JSONWriter()
    for (addresses, type) in [(updated, "URL_UPDATED"), (deleted, "URL_DELETED")] {
      for address in addresses.sorted() {
        json.beginObject()
        json.member("url", url(address))
        json.member("type", type)
        json.endObject()
        json.endLine()
      }
    }
    return json.buffer.text()
  }
}
