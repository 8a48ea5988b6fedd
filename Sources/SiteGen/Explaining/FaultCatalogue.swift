package import SourceText

/// Every fault that the program can report.
///
/// The pages of `docs/faults`, which the program carries, are the registry: an id is one because it
/// has a page. Tests hold that every id in the sources has one.
package enum FaultCatalogue {
  private static let folder = EmbeddedFiles.root + "docs/faults/"

  /// All ids, sorted.
  package static let ids: [FaultID] = EmbeddedFiles.paths(below: folder).map { path in
    FaultID(named: String(path.dropFirst(folder.count).dropLast(3)))
  }

  /// The explanation of a fault; `nil` for an id that doesn't exist.
  package static func page(_ id: FaultID) -> FaultPage? {
    guard let bytes = EmbeddedFiles.bytes(folder + id.name + ".md") else { return nil }
    return FaultPage(id: id, markdown: String(decoding: bytes, as: UTF8.self))
  }

  /// The id that somebody most likely meant: a misspelt one, or one without its area.
  package static func nearest(to name: String) -> String? {
    let names = ids.map(\.name)
    return nearestName(to: name, in: names) ?? names.first { $0.hasSuffix("/" + name) }
      ?? nearestName(to: name, in: names.map { String($0.drop { $0 != "/" }.dropFirst()) })
      .flatMap { meant in names.first { $0.hasSuffix("/" + meant) } }
  }
}

// MARK: - Areas

extension FaultCatalogue {
  /// A group of faults: the first part of their ids.
  package struct Area: Sendable {
    /// As it stands in front of the slash.
    package let name: String
    /// What its faults are about, in a few words.
    package let summary: String

    /// The ids of the area, sorted.
    package var ids: [FaultID] { FaultCatalogue.ids.filter { $0.name.hasPrefix(name + "/") } }
  }

  /// In the order in which people meet them.
  package static let areas = [
    Area(name: "job", summary: "the fields of a posting"),
    Area(name: "front-matter", summary: "the lines --- around the fields"),
    Area(name: "yaml", summary: "how fields are written"),
    Area(name: "body", summary: "the text of a posting or page"),
    Area(name: "google", summary: "what Google asks of a posting"),
    Area(name: "page", summary: "the fields of a page"),
    Area(name: "site", summary: "site.yml, and files that don't go together"),
    Area(name: "theme", summary: "themes"),
    Area(name: "template", summary: "templates"),
    Area(name: "new", summary: "files that are begun"),
    Area(name: "state", summary: "the memory between builds"),
    Area(name: "publish", summary: "the output folder"),
    Area(name: "io", summary: "files and disks"),
  ]

  /// The index of the pages, as Markdown for `docs/faults/README.md`.
  package static var index: String {
    var text = """
      # Faults

      Every fault has an id, which stands behind its sentence in square brackets. `sitegen explain ID` prints
      its page; `sitegen explain` lists them all. A test builds the examples of every page.

      """
    for area in areas {
      text += "\n## \(area.name): \(area.summary)\n\n"
      for id in area.ids {
        guard let page = page(id) else { continue }
        text += "- [\(id.name)](\(id.name).md): \(page.firstSentence)\n"
      }
    }
    return text
  }

  /// All ids with their first sentences, one a line.
  ///
  /// - Parameter area: only this one's; all when left out.
  /// - Returns: the lines, each ending in a line feed.
  package static func list(of area: String? = nil) -> String {
    let ids = areas.filter { area == nil || $0.name == area }.flatMap(\.ids)
    let width = ids.map(\.name.utf8.count).max() ?? 0
    return ids.map { id in
      let gap = String(repeating: " ", count: width - id.name.utf8.count + 2)
      return id.name + gap + (page(id).map { plain($0.firstSentence) } ?? "") + "\n"
    }.joined()
  }
}
