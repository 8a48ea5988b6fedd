package import SourceText

/// The explanation of one fault: a file `docs/faults/<area>/<what-is-wrong>.md`.
///
/// Its Markdown is plain: a heading with the id, paragraphs, headings of sections, list items, and
/// fenced blocks whose info strings say which file of a site they show.
package struct FaultPage: Sendable {
  package enum Block: Hashable, Sendable {
    case heading(String)
    /// The lines joined by spaces.
    case paragraph(String)
    case item(String)
    case example(Example)
  }

  /// A fenced block.
  package struct Example: Hashable, Sendable {
    /// `yaml posting` are fields of a posting, `yaml site.yml` keys of the configuration,
    /// `markdown posting` is a posting's text; anything else is a file by its path.
    package var info: String
    package var text: String

    /// The second word of the info string: `posting`, or a path.
    package var target: String {
      info.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    }

    /// Whether it shows some lines of its file, and not the whole.
    package var isPart: Bool { target == "posting" || info == "yaml site.yml" }
  }

  package let id: FaultID
  package let markdown: String
  package let blocks: [Block]

  /// - Parameters:
  ///   - id: what the page's place says that it explains.
  ///   - markdown: the whole file.
  package init(id: FaultID, markdown: String) {
    self.id = id
    self.markdown = markdown
    var reader = FaultPageReader()
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(line)
    }
    blocks = reader.finish()
  }
}

// MARK: - Parts

extension FaultPage {
  /// The page's first heading.
  package var title: String? {
    guard case .heading(let text) = blocks.first else { return nil }
    return text
  }

  /// What stands above the first section.
  package var introduction: [String] {
    blocks.dropFirst().prefix { if case .heading = $0 { false } else { true } }.compactMap {
      if case .paragraph(let text) = $0 { text } else { nil }
    }
  }

  /// The sentence that says what the fault is, for lists.
  package var firstSentence: String {
    let text = introduction.first ?? ""
    guard let end = text.firstRange(of: ". ") else { return text }
    return text[..<end.lowerBound] + "."
  }

  /// The blocks of the section with this heading.
  package func section(_ name: String) -> [Block] {
    guard let start = blocks.firstIndex(of: .heading(name)) else { return [] }
    return Array(
      blocks[(start + 1)...].prefix { if case .heading = $0 { false } else { true } }
    )
  }

  /// The fenced blocks of the section with this heading.
  package func examples(_ name: String) -> [Example] {
    section(name).compactMap { if case .example(let example) = $0 { example } else { nil } }
  }
}

extension FaultPage {
  /// What code-scanning tools show beside a fault.
  package var rule: SARIFReport.Rule {
    SARIFReport.Rule(
      summary: plain(firstSentence),
      description: plain(introduction.joined(separator: "\n\n")),
      help: terminalText,
      markdown: markdown
    )
  }
}

// MARK: - Reading

private struct FaultPageReader {
  private var blocks: [FaultPage.Block] = []
  private var lines: [String] = []
  private var isItem = false
  /// The fence that ends the open block, and its info string.
  private var fence: (end: String, info: String)?

  mutating func read(_ line: Substring) {
    if let fence {
      if line == fence.end {
        let text = lines.map { $0 + "\n" }.joined()
        blocks.append(.example(FaultPage.Example(info: fence.info, text: text)))
        lines = []
        self.fence = nil
      } else {
        lines.append(String(line))
      }
      return
    }
    if line.hasPrefix("```") {
      endParagraph()
      let ticks = line.prefix { $0 == "`" }
      fence = (String(ticks), trimmed(line[ticks.endIndex...]))
    } else if line.hasPrefix("#") {
      endParagraph()
      blocks.append(.heading(trimmed(line.drop { $0 == "#" })))
    } else if line.isEmpty {
      endParagraph()
    } else {
      if line.hasPrefix("- ") {
        endParagraph()
        isItem = true
      }
      lines.append(trimmed(line.dropFirst(line.hasPrefix("- ") ? 2 : 0)))
    }
  }

  private mutating func endParagraph() {
    defer { (lines, isItem) = ([], false) }
    guard !lines.isEmpty else { return }
    let text = lines.joined(separator: " ")
    blocks.append(isItem ? .item(text) : .paragraph(text))
  }

  mutating func finish() -> [FaultPage.Block] {
    endParagraph()
    return blocks
  }
}
