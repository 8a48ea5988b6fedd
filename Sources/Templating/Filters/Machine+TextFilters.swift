import SourceText

extension Machine {
  mutating func textFilter(
    _ filter: Filter,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    let text = try text(input.value)
    // What a filter makes of JSON need not be JSON.
    let safety: Value.Flags = text.isSafe ? .html : []
    let mark = work.count
    switch filter {
    case .upper: write(text, .upper)
    case .lower: write(text, .lower)
    case .capitalize: write(text, .capitalize)
    case .title:
      write(text, .title)
      return worked(from: mark)
    case .trim: return try trimmed(text, input[0]).adding(safety)
    case .replace: return try replace(text, input)
    case .striptags:
      // References are read, so that the result may hold what was no tag before.
      stripTags(text)
      // Decoded references can be markup, so the result is plain.
      return worked(from: mark)
    case .split: return try split(text, input)
    case .slug:
      work.append(slug(arena.string(text) ?? ""))
      return worked(from: mark)
    case .wordcount: return .int(wordCount(arena.bytes(of: text)))
    case .center: try center(text, input)
    default: return try format(text, input)
    }
    return worked(from: mark, flags: safety)
  }

  /// An argument that has to be a text; ``whole(_:_:isPlain:)`` says what is plain.
  mutating func textArgument(
    _ value: Value,
    named name: String,
    isPlain: Bool = false
  ) throws(TemplateFault) -> Value {
    if value.isText { return value }
    if value.isUndefined {
      throw isPlain ? wrongKind(value, " and not a text") : undefinedFault(value)
    }
    throw TemplateFault("template/type", "'\(name)' has to be a text, not \(describe(value))")
  }

  private mutating func trimmed(_ text: Value, _ characters: Value?) throws(TemplateFault) -> Value
  {
    let bytes = arena.bytes(of: text)
    guard let characters, !characters.isNone else { return part(of: text, bytes.trimmedRange) }
    let dropped = arena.bytes(of: try textArgument(characters, named: "chars", isPlain: true))
    let range = bytes.trimmedRange { scalar in
      var offset = 0
      while offset < dropped.count {
        let (other, length) = dropped.scalar(at: offset)
        if other == scalar { return true }
        offset += length
      }
      return false
    }
    return part(of: text, range)
  }

  private func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = bytes.scalar(at: offset)
      let isPart = scalar.isWordPart
      if isPart, !isInWord { count += 1 }
      isInWord = isPart
      offset += length
    }
    return count
  }

  // MARK: Replacing

  private mutating func replace(
    _ text: Value,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    let old = try self.text(input[0] ?? .undefined)
    var new = try self.text(input[1] ?? .undefined)
    var subject = text
    var safety: Value.Flags = text.isSafe ? .html : []
    if input.escapes, text.isSafe || old.isSafe || new.isSafe {
      subject = try filterEscape(subject)
      new = try filterEscape(new)
      safety = .html
    }
    var remaining = Int.max
    if let count = input[2], !count.isNone { remaining = try whole(count, "count", isPlain: true) }
    if remaining < 0 { remaining = .max }
    let mark = work.count
    var start = 0
    let step = old.count == 0 ? 1 : 0
    while remaining > 0, let found = find(old, in: subject, from: start), found <= subject.count {
      work.append(UnsafeBufferPointer(rebasing: arena.bytes(of: subject)[start..<found]))
      work.append(arena.bytes(of: new))
      try checkWork(from: mark)
      remaining -= 1
      start = found + old.count
      if step == 1 {
        guard start < subject.count else { break }
        let bytes = arena.bytes(of: subject)
        repeat {
          work.append(bytes[start])
          start += 1
        } while start < bytes.count && bytes[start] & 0xC0 == 0x80
      }
    }
    if start < subject.count {
      work.append(UnsafeBufferPointer(rebasing: arena.bytes(of: subject)[start...]))
    }
    return worked(from: mark, flags: safety)
  }

  private mutating func filterEscape(_ text: Value) throws(TemplateFault) -> Value {
    if text.isSafe { return text }
    let mark = work.count
    try writeEscaped(text)
    return worked(from: mark, flags: .html)
  }

  /// Refuses a text that grows beyond what a page may have.
  mutating func checkWork(from mark: Int) throws(TemplateFault) {
    guard work.count - mark <= Machine.maximumOutput else {
      work.truncate(to: mark)
      throw TemplateFault("template/too-large", "the text is larger than 64 MiB")
    }
  }

  // MARK: Splitting

  private mutating func split(
    _ text: Value,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    var most = Int.max
    if let count = input[1], !count.isNone { most = try whole(count, "maxsplit", isPlain: true) }
    if most < 0 { most = .max }
    let start = collecting.count
    if let separator = input[0], !separator.isNone {
      guard try textArgument(separator, named: "sep", isPlain: true).count > 0 else {
        throw TemplateFault("template/value", "'sep' has to be a text that is not empty")
      }
      var from = 0
      while most > 0, let found = find(separator, in: text, from: from) {
        collecting.append(part(of: text, from..<found))
        from = found + separator.count
        most -= 1
      }
      collecting.append(part(of: text, from..<text.count))
      return collected(from: start)
    }
    let bytes = arena.bytes(of: text)
    let range = bytes.trimmedRange
    var wordStart = range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      guard scalar.isWhiteSpace, most > 0 else {
        offset += length
        continue
      }
      collecting.append(part(of: text, wordStart..<offset))
      most -= 1
      while bytes.scalar(at: offset).scalar.isWhiteSpace {
        offset += bytes.scalar(at: offset).length
      }
      wordStart = offset
    }
    if wordStart < range.upperBound {
      // What is left when no more may be split keeps the space at its end.
      collecting.append(part(of: text, wordStart..<(most == 0 ? text.count : range.upperBound)))
    }
    return collected(from: start)
  }
}
