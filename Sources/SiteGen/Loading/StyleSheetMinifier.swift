/// Takes out of a style sheet what no browser sees: comments, and white space between its parts.
///
/// Strings, `url(…)`, `calc(…)`, whatever else stands between parentheses or brackets, and the values
/// of custom properties stay byte for byte. Source: CSS Syntax Level 3.
struct StyleSheetMinifier {
  private let source: [UInt8]
  private var position = 0
  private var result: [UInt8] = []

  private init(_ source: [UInt8]) {
    self.source = source
    result.reserveCapacity(source.count)
  }

  static func minified(_ source: [UInt8]) -> [UInt8] {
    var minifier = StyleSheetMinifier(source)
    minifier.run()
    return minifier.result
  }
}

extension StyleSheet {
  mutating func minify() { bytes = StyleSheetMinifier.minified(bytes) }
}

// MARK: - Statements

extension StyleSheetMinifier {
  private mutating func run() {
    while true {
      skipSpace()
      guard position < source.count else { return endBlock() }
      switch source[position] {
      case UInt8(ascii: "}"):
        endBlock()
        result.append(source[position])
        position += 1
      case UInt8(ascii: ";"): position += 1
      default: statement()
      }
    }
  }

  /// Steps over white space and comments; those that begin with `/*!` are kept.
  private mutating func skipSpace() {
    while position < source.count {
      if source[position].isStyleSpace {
        position += 1
      } else if startsComment(position) {
        let end = endOfComment(position)
        if position + 2 < end, source[position + 2] == UInt8(ascii: "!") {
          result += source[position..<end]
        }
        position = end
      } else {
        return
      }
    }
  }

  /// The last declaration of a block needs no semicolon.
  private mutating func endBlock() {
    if result.last == UInt8(ascii: ";") { result.removeLast() }
  }

  private mutating func statement() {
    let start = position
    let isCustom = source[start...].starts(with: "--".utf8)
    let end = endOfStatement(start, isCustom: isCustom)
    position = end
    var text = start..<end
    while let last = text.last, source[last].isStyleSpace,
      last == start || source[last - 1] != UInt8(ascii: "\\")
    {
      text = text.dropLast()
    }
    let isRule = end < source.count && source[end] == UInt8(ascii: "{")
    let isAtRule = source[start] == UInt8(ascii: "@")
    if isRule {
      write(text, trimsCombinators: !isAtRule)
      result.append(UInt8(ascii: "{"))
      position += 1
      return
    }
    if !isAtRule, let colon = text.first(where: { source[$0] == UInt8(ascii: ":") }) {
      declaration(text, colon, isCustom: isCustom)
    } else {
      write(text, trimsCombinators: false)
    }
    // What is cut off stays cut off.
    if end < source.count { result.append(UInt8(ascii: ";")) }
    if end < source.count, source[end] == UInt8(ascii: ";") { position += 1 }
  }

  private mutating func declaration(_ text: Range<Int>, _ colon: Int, isCustom: Bool) {
    var name = text.lowerBound..<colon
    while let last = name.last, source[last].isStyleSpace { name = name.dropLast() }
    var value = colon + 1..<text.upperBound
    while let first = value.first, source[first].isStyleSpace { value = value.dropFirst() }
    result += source[name]
    result.append(UInt8(ascii: ":"))
    if !isCustom {
      write(value, trimsCombinators: false)
    } else if value.isEmpty {
      result.append(UInt8(ascii: " "))
    } else {
      result += source[value]
    }
  }

  /// Writes a selector or a value with single spaces; with a comment in it, as it is.
  private mutating func write(_ text: Range<Int>, trimsCombinators: Bool) {
    var hasSpace = false
    var index = text.lowerBound
    let start = result.count
    while index < text.upperBound {
      let byte = source[index]
      if startsComment(index) {
        result.removeSubrange(start...)
        result += source[text]
        return
      }
      if byte.isStyleSpace {
        hasSpace = true
        index += 1
        continue
      }
      let isTight = byte == UInt8(ascii: ",") || trimsCombinators && byte == UInt8(ascii: ">")
      if hasSpace, !isTight, result.count > start, !endsTightly(start, trimsCombinators) {
        result.append(UInt8(ascii: " "))
      }
      hasSpace = false
      let end = min(endOfPiece(index), text.upperBound)
      result += source[index..<end]
      index = end
    }
  }

  private func endsTightly(_ start: Int, _ trimsCombinators: Bool) -> Bool {
    let last = result[result.count - 1]
    // A sign behind a backslash is a part of a name.
    if result.count - start > 1, result[result.count - 2] == UInt8(ascii: "\\") { return false }
    return last == UInt8(ascii: ",") || trimsCombinators && last == UInt8(ascii: ">")
  }
}

// MARK: - Looking ahead

extension StyleSheetMinifier {
  private func startsComment(_ index: Int) -> Bool {
    index + 1 < source.count && source[index] == UInt8(ascii: "/")
      && source[index + 1] == UInt8(ascii: "*")
  }

  private func endOfComment(_ start: Int) -> Int {
    var index = start + 2
    while index + 1 < source.count {
      if source[index] == UInt8(ascii: "*"), source[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return source.count
  }

  /// Where a statement ends: at its `{`, its `;`, or the `}` around it.
  private func endOfStatement(_ start: Int, isCustom: Bool) -> Int {
    var index = start
    var depth = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "{") where isCustom: depth += 1
      case UInt8(ascii: "}") where depth > 0: depth -= 1
      case UInt8(ascii: "{"), UInt8(ascii: "}"): return index
      case UInt8(ascii: ";") where depth == 0: return index
      default: break
      }
      index = startsComment(index) ? endOfComment(index) : endOfPiece(index)
    }
    return source.count
  }

  /// Behind a string, a pair of parentheses or brackets, an escaped byte, or one byte.
  private func endOfPiece(_ start: Int) -> Int {
    switch source[start] {
    case UInt8(ascii: "\\"): return min(start + 2, source.count)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return endOfString(start)
    case UInt8(ascii: "("): return endOfPair(start, UInt8(ascii: ")"), isAddress(start))
    case UInt8(ascii: "["): return endOfPair(start, UInt8(ascii: "]"), false)
    default: return start + 1
    }
  }

  private func endOfString(_ start: Int) -> Int {
    var index = start + 1
    while index < source.count, source[index] != source[start] {
      // A line that ends within a string ends the string.
      if source[index] == 0x0A { return index }
      index += source[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, source.count)
  }

  /// Whether the parenthesis is that of `url(` with an address that has no quotes.
  private func isAddress(_ open: Int) -> Bool {
    let name = source[max(0, open - 3)..<open].map { $0 | 0x20 }
    guard name.elementsEqual("url".utf8) else { return false }
    let first = source[(open + 1)...].first { !$0.isStyleSpace }
    return first.map { !"\"'".utf8.contains($0) } ?? true
  }

  private func endOfPair(_ start: Int, _ close: UInt8, _ isAddress: Bool) -> Int {
    var index = start + 1
    while index < source.count, source[index] != close {
      if isAddress {
        index += source[index] == UInt8(ascii: "\\") ? 2 : 1
      } else {
        index = startsComment(index) ? endOfComment(index) : endOfPiece(index)
      }
    }
    return min(index + 1, source.count)
  }
}

extension UInt8 {
  fileprivate var isStyleSpace: Bool { self == 0x20 || 0x09...0x0D ~= self && self != 0x0B }
}
