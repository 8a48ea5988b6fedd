/// What the addresses of a kind of file have in common, such as `/departments/*/feed.json`.
package struct FilePattern: Hashable, Sendable {
  package enum Segment: Hashable, Sendable {
    case name(String)
    /// Any name that begins and ends so.
    case wild(prefix: String, suffix: String)
  }

  /// The parts of the address below the site's base path.
  package var segments: [Segment]
  package var mediaType: String
}

extension FilePattern {
  /// Of one file of a feed: names that come from a posting or a group, languages other than the
  /// site's own, and numbers of pages become wild.
  ///
  /// - Returns: `nil` for a file that no host should serve.
  package init?(_ file: FeedFile, in plan: SitePlan) {
    guard let mediaType = file.mediaType else { return nil }
    self.mediaType = mediaType
    let names = file.route.file.split(separator: "/").map(String.init)
    segments = names.map { .name($0) }
    if !file.route.language.isEmpty { segments[0] = .wild(prefix: "", suffix: "") }
    switch file.scope {
    case .edition(_, let page):
      if page > 1 { loosenNumber() }
    case .part(let part):
      if part > 0 { loosenNumber() }
    case .group(let edition, let group):
      let key = plan.editions[edition].groups.all[group].key
      if let index = names.lastIndex(of: key) { segments[index] = .wild(prefix: "", suffix: "") }
    case .posting(let job):
      loosen(names, id: plan.postings[job].value.id.value)
    }
  }

  /// The last name without the number in it: `feed-2.json`.
  private mutating func loosenNumber() {
    guard case .name(let name)? = segments.last, let hyphen = name.lastIndex(of: "-") else {
      return
    }
    let prefix = name[...hyphen]
    let digits = name[prefix.endIndex...].prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits.endIndex == name.endIndex || name[digits.endIndex] == "." else {
      return
    }
    segments[segments.count - 1] = .wild(
      prefix: String(prefix),
      suffix: String(name[digits.endIndex...])
    )
  }

  /// The name that is the posting's id, with or without an ending; else the one that is most likely
  /// a number made of it.
  private mutating func loosen(_ names: [String], id: String) {
    let last = names.count - 1
    if let folder = names.lastIndex(of: id) {
      segments[folder] = .wild(prefix: "", suffix: "")
    } else if names[last].hasPrefix("index."), last > 0 {
      segments[last - 1] = .wild(prefix: "", suffix: "")
    } else {
      let ending = names[last].firstIndex(of: ".").map { String(names[last][$0...]) }
      segments[last] = .wild(prefix: "", suffix: ending ?? "")
    }
  }
}

extension FilePattern {
  /// The pattern of the folder for which a file `index.json` or `index.xml` stands; `nil` for
  /// others.
  package var folder: FilePattern? {
    guard case .name(let name)? = segments.last, name.hasPrefix("index."), segments.count > 1
    else { return nil }
    return FilePattern(segments: segments.dropLast(), mediaType: mediaType)
  }

  /// As a regular expression of PCRE and RE2, without anchors.
  package func expression(below basePath: String) -> String {
    segments.reduce(FilePattern.quoted(basePath)) { expression, segment in
      switch segment {
      case .name(let name): expression + "/" + FilePattern.quoted(name)
      case .wild(let prefix, let suffix):
        expression + "/" + FilePattern.quoted(prefix) + "[^/]+" + FilePattern.quoted(suffix)
      }
    }
  }

  /// In the words of `_headers` and `_redirects`: `:name` is one part, and `*` all that follows.
  ///
  /// - Returns: `nil` where they have no words for it.
  package func placeholders(below basePath: String) -> String? {
    var text = hostPath(basePath)
    for (index, segment) in segments.enumerated() {
      switch segment {
      case .name(let name): text += "/" + hostPath(name)
      case .wild("", ""): text += "/:part\(index)"
      case .wild(let prefix, _):
        // Without a beginning of its own it would be every file of the folder.
        guard !prefix.isEmpty, index == segments.count - 1 else { return nil }
        text += "/" + hostPath(prefix) + "*"
      }
    }
    return text
  }

  /// A text that matches itself alone.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "/", "-", "_": quoted.unicodeScalars.append(scalar)
      case ".": quoted += "[.]"
      case _ where scalar.isASCII:
        quoted += (scalar.value < 16 ? "\\x0" : "\\x") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}

/// The patterns of many files, each once.
struct FilePatterns: Sendable {
  private var patterns: Set<FilePattern> = []

  mutating func add(_ files: [FeedFile], in plan: SitePlan) {
    for file in files {
      if let pattern = FilePattern(file, in: plan) { patterns.insert(pattern) }
    }
  }

  /// In the same order in every run.
  var sorted: [FilePattern] {
    patterns.map { (key: $0.expression(below: ""), pattern: $0) }
      .sorted { ($0.key, $0.pattern.mediaType) < ($1.key, $1.pattern.mediaType) }.map(\.pattern)
  }
}
