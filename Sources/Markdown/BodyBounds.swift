import SourceText

/// Refuses texts that cmark-gfm 0.29.0.gfm.6 would take very long for, before it sees them.
///
/// Its known weak places, among them CVE-2023-22483 to 22486, 24824, 26485 and 37463, need long
/// runs that nobody writes by hand. One pass over the bytes counts them; what is left costs time
/// in proportion to its size.
struct BodyBounds {
  static let sizeLimit = 1_048_576
  /// Quotes and lists in each other.
  static let depthLimit = 100
  /// The same in nodes of cmark's tree, where a list and its item are two.
  static let treeDepthLimit = 200
  /// `[` in lines without an empty one between them.
  static let bracketLimit = 1_000
  /// `)` or `@` between two spaces; longer runs of either make cmark look back again and again.
  static let tokenLimit = 100
  /// The same sign in a row; letters and digits of embedded pictures don't count.
  static let runLimit = 10_000
  /// `|` in one line.
  static let columnLimit = 128
  /// Cells that tables may have in all; short rows are filled up to the widest.
  static let cellLimit = 100_000

  private let file: SourceFile
  private let range: Range<Int>

  // Since the last empty line.
  private var brackets = 0
  private var widest = 0
  private var lines = 0
  // Since the last white space.
  private var closings = 0
  private var ats = 0
  // In all.
  private var cells = 0

  private init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }
}

// MARK: - Looking

extension BodyBounds {
  /// The first bound that the text breaks.
  ///
  /// - Returns: `body/too-large`, `body/not-utf8`, `body/control-character`, `body/too-deep` or
  ///   `body/too-complex`, or nothing.
  static func fault(in file: SourceFile, _ range: Range<Int>) -> Diagnostic? {
    guard range.count <= sizeLimit else { return tooLarge(file, range) }
    if let bad = firstBytesOutsideUTF8(file.bytes, range) { return notUTF8(file, bad) }
    var bounds = BodyBounds(file: file, range: range)
    return unsafe file.bytes.withUnsafeBufferPointer {
      unsafe bounds.isHarmless($0) ? nil : bounds.scan($0)
    }
  }

  /// Whether the text is too short, and has too few of the signs, to break any bound.
  ///
  /// Nearly every posting is. Eight bytes are looked at together, which takes a third of the
  /// instructions of ``scan(_:)``; a sign may be counted too often, never too seldom.
  private func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count <= Self.runLimit, let base = unsafe UnsafeRawPointer(bytes.baseAddress) else {
      return false
    }
    var (brackets, tokens, others) = (0, 0, 0)
    var offset = range.lowerBound
    while offset < range.upperBound {
      var word: UInt64 = 0x2020_2020_2020_2020
      if offset + 8 <= range.upperBound {
        word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      } else {
        for rest in offset..<range.upperBound { unsafe word = word << 8 | UInt64(bytes[rest]) }
      }
      brackets += Self.count(UInt8(ascii: "["), in: word)
      tokens += Self.count(UInt8(ascii: ")"), in: word) + Self.count(UInt8(ascii: "@"), in: word)
      others += Self.count(UInt8(ascii: "|"), in: word) + Self.count(0, in: word)
      offset += 8
    }
    guard brackets <= Self.bracketLimit, tokens <= Self.tokenLimit, others == 0 else {
      return false
    }
    return BodyLines(file.bytes, in: range).starts.allSatisfy {
      unsafe depth(of: $0, in: bytes) <= Self.depthLimit
    }
  }

  @inline(__always)
  private static func count(_ byte: UInt8, in word: UInt64) -> Int {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    let found = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    return found.nonzeroBitCount
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic? {
    var line = range.lowerBound
    while line < range.upperBound {
      if unsafe depth(of: line, in: bytes) > Self.depthLimit { return tooDeep(line) }
      var pipes = 0
      var isEmpty = true
      var run = 0
      var offset = line
      scanning: while offset < range.upperBound {
        let byte = unsafe bytes[offset]
        offset += 1
        // Most bytes are letters, of which nothing is counted.
        if byte >= 0x61 && byte <= 0x7A || !Self.isSign(byte) {
          isEmpty = false
          continue
        }
        switch byte {
        case 0x0A: break scanning
        case 0: return control(offset - 1)
        case 0x09, 0x0D, 0x20:
          closings = 0
          ats = 0
          continue
        case UInt8(ascii: "["):
          brackets += 1
          if brackets > Self.bracketLimit { return tooComplex(offset - 1, "'['") }
        case UInt8(ascii: ")"):
          closings += 1
          if closings > Self.tokenLimit { return tooComplex(offset - 1, "')'") }
        case UInt8(ascii: "@"):
          ats += 1
          if ats > Self.tokenLimit { return tooComplex(offset - 1, "'@'") }
        case UInt8(ascii: "|"):
          pipes += 1
          if pipes > Self.columnLimit { return tooComplex(offset - 1, "'|'") }
        default: break
        }
        isEmpty = false
        run = unsafe offset - 1 > line && bytes[offset - 2] == byte ? run + 1 : 0
        if run > Self.runLimit {
          return tooComplex(offset - 1, "'\(UnicodeScalar(byte))'")
        }
      }
      closings = 0
      ats = 0
      if isEmpty {
        endRun()
      } else {
        widest = max(widest, pipes)
        lines += 1
        if widest > 0, cells + (widest + 1) * lines > Self.cellLimit {
          return tooComplex(line, "'|'")
        }
      }
      line = offset
    }
    return nil
  }

  /// Whether a byte is white space or a sign of ASCII: neither letter nor digit.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x30 || byte > 0x39 && byte < 0x41 || byte > 0x5A && byte < 0x61
      || byte > 0x7A && byte < 0x80
  }

  private mutating func endRun() {
    if widest > 0 { cells += (widest + 1) * lines }
    brackets = 0
    widest = 0
    lines = 0
  }

  /// How many marks of quotes and list items a line starts with.
  private func depth(of line: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var depth = 0
    var offset = line
    while offset < range.upperBound {
      switch unsafe bytes[offset] {
      case 0x20, 0x09, UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        guard offset + 1 < range.upperBound, unsafe bytes[offset + 1] <= 0x20 else { return depth }
        depth += 1
      default: return depth
      }
      offset += 1
    }
    return depth
  }
}

// MARK: - Faults

extension BodyBounds {
  private static func tooLarge(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "body/too-large",
      "the text has \(range.count) bytes, and 1 MiB is the most",
      path: file.path,
      range: SourceRange(range.lowerBound..<range.lowerBound),
      hint: "put pictures into files of their own, and split what is left"
    )
  }

  private static func notUTF8(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    let byte = String(file.bytes[range.lowerBound], radix: 16, uppercase: true)
    return Diagnostic(
      "body/not-utf8",
      "the character here can't be read (byte \(byte))",
      path: file.path,
      range: SourceRange(range),
      hint: "save the file in your editor with the encoding UTF-8, then look at the text here"
    )
  }

  private func control(_ offset: Int) -> Diagnostic {
    Diagnostic(
      "body/control-character",
      "an invisible character, U+0000, stands here",
      path: file.path,
      range: SourceRange(offset..<(offset + 1)),
      hint: "delete it and type the text around it anew"
    )
  }

  private func tooDeep(_ line: Int) -> Diagnostic {
    Diagnostic.tooDeep(file, SourceRange(line..<(line + 1)))
  }

  private func tooComplex(_ offset: Int, _ sign: String) -> Diagnostic {
    Diagnostic(
      "body/too-complex",
      "there are more \(sign) here than a text can need",
      path: file.path,
      range: SourceRange(offset..<min(offset + 1, range.upperBound)),
      hint: "an empty line between paragraphs helps; generated tables belong into a file"
    )
  }
}

extension Diagnostic {
  static func tooDeep(_ file: SourceFile, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "body/too-deep",
      "quotes, lists and emphasis stand more than \(BodyBounds.depthLimit) deep in each other here",
      path: file.path,
      range: range,
      hint: "start a new list or paragraph behind an empty line"
    )
  }
}
