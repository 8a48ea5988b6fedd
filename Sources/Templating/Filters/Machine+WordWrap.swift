import SourceText

// Lines are broken as Python's textwrap does, which Jinja uses.

extension Machine {
  mutating func wordwrap(_ input: FilterInput) throws(TemplateFault) -> Value {
    guard input.value.isText else {
      if input.value.isUndefined { throw undefinedFault(input.value) }
      let kind = describe(input.value)
      throw TemplateFault("template/type", "'wordwrap' needs a text, not \(kind)")
    }
    var rules = WrapRules()
    if let argument = input[0] { rules.width = try whole(argument, "width") }
    guard rules.width > 0 else {
      throw TemplateFault("template/value", "'width' has to be at least 1")
    }
    if let argument = input[1] { rules.breaksWords = try isTrue(argument) }
    if let argument = input[2], !argument.isNone {
      rules.lineEnd = try textArgument(argument, named: "wrapstring")
    }
    if let argument = input[3] { rules.breaksAtHyphens = try isTrue(argument) }
    let mark = work.count
    var start = 0
    while let line = nextLine(of: input.value, from: start) {
      if start > 0 { breakLine(rules) }
      wrap(part(of: input.value, line.range), rules)
      start = line.next
    }
    return worked(from: mark)
  }

  private struct WrapRules {
    var width = 79
    var breaksWords = true
    var breaksAtHyphens = true
    var lineEnd: Value?
  }

  private mutating func breakLine(_ rules: WrapRules) {
    if let lineEnd = rules.lineEnd {
      work.append(arena.bytes(of: lineEnd))
    } else {
      work.append(0x0A)
    }
  }

  /// Writes one line of a text as several.
  private mutating func wrap(_ line: Value, _ rules: WrapRules) {
    let bytes = arena.bytes(of: line)
    var start = 0
    var isFirst = true
    while start < bytes.count {
      let piece = pieceEnd(bytes, start, rules)
      // Space at a break is dropped, at the very beginning it is kept.
      if !isFirst, bytes[start].isSpace {
        start = piece
        continue
      }
      let (end, keepsSpace) = lineEnd(bytes, start, rules)
      var shown = end
      if !keepsSpace, shown > start, bytes[shown - 1].isSpace {
        while shown > start, bytes[shown - 1].isSpace { shown -= 1 }
      }
      if shown > start {
        if !isFirst { breakLine(rules) }
        work.append(UnsafeBufferPointer(rebasing: bytes[start..<shown]))
        isFirst = false
      }
      start = end
    }
  }

  /// Where the line ends that begins at a byte, and whether space at its end is kept, which it is
  /// in front of a word that is cut.
  private func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ rules: WrapRules
  ) -> (end: Int, keepsSpace: Bool) {
    func length(_ range: Range<Int>) -> Int {
      UnsafeBufferPointer(rebasing: bytes[range]).scalarCount
    }
    var end = start
    var used = 0
    while end < bytes.count {
      let next = pieceEnd(bytes, end, rules)
      let size = length(end..<next)
      if used + size <= rules.width {
        end = next
        used += size
        continue
      }
      guard size > rules.width else { return (end, false) }
      // A piece longer than a line is cut, or has a line of its own.
      guard rules.breaksWords else { return (end > start ? end : next, false) }
      let rest = UnsafeBufferPointer(rebasing: bytes[end..<next])
      var cut = end + rest.offset(ofScalar: rules.width - used)
      if rules.breaksAtHyphens,
        let hyphen = bytes[end..<cut].lastIndex(of: UInt8(ascii: "-")), hyphen > end,
        bytes[end..<hyphen].contains(where: { $0 != UInt8(ascii: "-") })
      {
        cut = hyphen + 1
      }
      return (cut, true)
    }
    return (end, false)
  }

  /// Where the run of space, the word or the part of a word with hyphens ends.
  private func pieceEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ rules: WrapRules
  ) -> Int {
    var offset = start
    if bytes[offset].isSpace {
      while offset < bytes.count, bytes[offset].isSpace { offset += 1 }
      return offset
    }
    while offset < bytes.count, !bytes[offset].isSpace {
      let isHyphen = bytes[offset] == UInt8(ascii: "-")
      offset += 1
      if isHyphen, rules.breaksAtHyphens, isBreak(bytes, offset) { return offset }
    }
    return offset
  }

  /// Whether a word may break behind its hyphen: between letters.
  private func isBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      place >= 0 && place < bytes.count && (bytes[place].isLetter || bytes[place] >= 0x80)
    }
    let follows =
      isLetter(offset - 2)
      && (isLetter(offset - 3)
        || offset >= 3 && bytes[offset - 3] == UInt8(ascii: "-") && isLetter(offset - 4))
    guard follows, isLetter(offset) else { return false }
    return isLetter(offset + 1)
      || offset + 2 < bytes.count && bytes[offset + 1] == UInt8(ascii: "-") && isLetter(offset + 2)
  }
}
