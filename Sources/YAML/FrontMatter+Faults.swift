import SourceText

// What may be wrong with the fences of a file.

extension FrontMatter {
  /// The first line is no fence.
  static func missing(_ file: SourceFile, _ firstLine: Range<Int>) -> Diagnostic {
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      return missing("the file is saved as UTF-16", hint: "save it as UTF-8", file, 0..<2)
    }
    var line = (content: firstLine, end: firstLine.lowerBound)
    while isEmpty(file.bytes[line.content]), line.end < file.bytes.count {
      line = self.line(of: file.bytes, from: line.end)
    }
    if line.content != firstLine, isFence(file.bytes[line.content]) {
      return missing("there are empty lines above '---'", hint: "delete them", file, firstLine)
    }
    if let wrong = wrongFence(file, line.content) {
      return missing(wrong, hint: "type three hyphens: ---", file, line.content)
    }
    return missing(
      "the file doesn't start with a line '---'",
      hint: """
        write '---' on the first line, below it the fields such as 'title: Welder', \
        and '---' again above the text
        """,
      file,
      firstLine
    )
  }

  private static func missing(
    _ message: String,
    hint: String,
    _ file: SourceFile,
    _ range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      "front-matter/missing",
      message,
      path: file.path,
      range: SourceRange(range),
      hint: hint
    )
  }

  private static func isEmpty(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// What is wrong with a line of nothing but hyphens or dashes.
  private static func wrongFence(_ file: SourceFile, _ line: Range<Int>) -> String? {
    let text = file.text(SourceRange(line)).filter { $0 != " " && $0 != "\t" }
    guard 1...40 ~= text.count, text.allSatisfy({ "-–—".contains($0) }) else { return nil }
    if text == "—" { return "'—' is one long dash" }
    let isHyphens = text.allSatisfy { $0 == "-" }
    guard !isHyphens || text.count > 1 else { return nil }
    return isHyphens
      ? "'\(text)' has \(text.count) hyphens instead of three"
      : "'\(text)' has dashes instead of hyphens"
  }

  /// No line below the first, which ends at `start`, is a fence.
  static func unclosed(
    _ file: SourceFile,
    _ opening: SourceRange,
    from start: Int
  ) -> Diagnostic {
    var next = start
    while next < file.bytes.count {
      let line = line(of: file.bytes, from: next)
      if let first = file.bytes[line.content].first, first == 0x2D || first == 0xE2,
        let wrong = wrongFence(file, line.content)
      {
        return Diagnostic(
          "front-matter/unclosed",
          wrong,
          path: file.path,
          range: SourceRange(line.content),
          hint: "type three hyphens: ---"
        )
      }
      next = line.end
    }
    return Diagnostic(
      "front-matter/unclosed",
      "no second line '---' ends the fields that start here",
      path: file.path,
      range: opening,
      hint: "write '---' alone on a line between the last field and the text"
    )
  }

  static func tooLarge(_ file: SourceFile, _ opening: SourceRange) -> Diagnostic {
    Diagnostic(
      "front-matter/too-large",
      "the fields that start here take more than 64 KiB",
      path: file.path,
      range: opening,
      hint: "long text belongs below the second line '---'"
    )
  }
}
