import Templating

/// Templates, data and options made of the bytes of one input.
///
/// The form is that of the case files of `Tests/TemplatingTests/Cases`: data in JSON, a line `---`, the
/// main template, then `--- name` and a further one. A first line that is no JSON has a letter for
/// each option.
struct FuzzInput {
  private(set) var sources: [TemplateSource] = []
  private(set) var options = TemplateOptions()
  private(set) var globals: [(key: String, value: Value)] = []
  private(set) var arena = ValueArena()

  init(_ bytes: [UInt8]) {
    var data: [UInt8] = []
    var parts: [(name: String, bytes: [UInt8])] = []
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    if let first = lines.first, first.first != UInt8(ascii: "{") {
      read(options: first)
      lines = lines.dropFirst()
    }
    for line in lines {
      if line.starts(with: "---".utf8) {
        let name = String(decoding: line.dropFirst(3).drop { $0 == 0x20 }, as: UTF8.self)
        parts.append((name.isEmpty ? "main.html" : name, []))
      } else if parts.isEmpty {
        data += line + [0x0A]
      } else {
        parts[parts.count - 1].bytes += line + [0x0A]
      }
    }
    if parts.isEmpty { parts = [("main.html", data)] }
    for (name, bytes) in parts where !sources.contains(where: { $0.name == name }) {
      // The line feed before the next part is not part of the template.
      sources.append(TemplateSource(name: name, path: name, bytes: bytes.dropLast()))
    }
    read(data: data)
  }

  private mutating func read(options letters: ArraySlice<UInt8>) {
    for letter in letters {
      switch letter {
      case UInt8(ascii: "c"): options.escaping = .contextual
      case UInt8(ascii: "h"): options.escaping = .html
      case UInt8(ascii: "n"): options.escaping = .none
      case UInt8(ascii: "l"): options.undefined = .lenient
      case UInt8(ascii: "k"): options.undefined = .chainable
      case UInt8(ascii: "t"): options.trimBlocks = true
      case UInt8(ascii: "T"): options.trimBlocks = false
      case UInt8(ascii: "b"): options.lstripBlocks = true
      case UInt8(ascii: "B"): options.lstripBlocks = false
      case UInt8(ascii: "e"): options.keepsTrailingNewline = true
      case UInt8(ascii: "w"): options.writesLists = true
      case UInt8(ascii: "u"): options.checksNames = false
      default: break
      }
    }
  }

  private mutating func read(data: [UInt8]) {
    guard let read = try? JSONValues.entries(of: String(decoding: data, as: UTF8.self)) else {
      return
    }
    arena = read.arena
    for entry in read.entries {
      let isTaken =
        FuzzHost.globalNames.contains(entry.key) || globals.contains { $0.key == entry.key }
      if !isTaken { globals.append(entry) }
    }
  }
}

// MARK: - What has to hold

extension FuzzInput {
  var isUTF8: Bool { sources.allSatisfy { String(validating: $0.bytes, as: UTF8.self) != nil } }

  /// Whether the main template is read as a page in HTML.
  var isPage: Bool {
    options.escaping == .contextual || options.escaping == .byName && hasEnding(".html", ".htm")
  }

  /// Whether everything is escaped: nothing is said to be safe, nothing has the marker in its text.
  var escapes: Bool {
    let isEscaped =
      isPage || options.escaping == .html
      || options.escaping == .byName && hasEnding(".xml", ".svg", ".rss", ".atom")
    return isEscaped
      && !sources.contains { source in
        let text = String(decoding: source.bytes, as: UTF8.self).lowercased()
        return ["safe", "autoescape", FuzzHost.marker].contains { text.contains($0) }
      }
  }

  private func hasEnding(_ endings: String...) -> Bool {
    endings.contains { sources[0].name.hasSuffix($0) }
  }
}
