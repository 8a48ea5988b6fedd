import SourceText

/// Makes the records of one document from libyaml's events.
struct YAMLBuilder {
  /// How many collections may stand in each other.
  static let depthLimit = 64
  /// How many nodes aliases may copy in all.
  static let copyLimit = 10_000
  /// How many faults that leave the structure readable are kept; nobody mends more at once.
  static let faultLimit = 100

  let file: SourceFile
  /// The faults that leave the structure readable.
  private(set) var faults: [Diagnostic] = []

  private var records: [YAMLRecord] = []
  private var text: [UInt8] = []
  private var open: [OpenCollection] = []
  private var anchors: [String: Int] = [:]
  private var copied = 0

  init(file: SourceFile) { self.file = file }

  private struct OpenCollection {
    var index: Int
    var isBlock: Bool
    var isMapping: Bool
    var expectsKey: Bool
    var anchor: String?
  }
}

// MARK: - Events

extension YAMLBuilder {
  /// Reads the only document in `text`.
  mutating func build(_ text: CheckedText) throws(Diagnostic) {
    var cursor = MarkCursor(file.bytes, in: text.range, isASCII: text.isASCII)
    self.text.reserveCapacity(text.range.count)
    records.reserveCapacity(text.range.count / 12 + 4)
    open.reserveCapacity(8)
    if !text.range.isEmpty {
      var failure: Diagnostic?
      unsafe file.bytes.withUnsafeBufferPointer { bytes in
        let input = unsafe UnsafeBufferPointer(rebasing: bytes[text.range])
        var reader = unsafe YAMLEventReader(input)
        do throws(Diagnostic) {
          try read(&reader, &cursor)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }
    let isEmpty = records.isEmpty || records[0].kind == .scalar && records[0].range.isEmpty
    if isEmpty {
      let place = SourceRange(text.range.lowerBound..<text.range.lowerBound)
      records = []
      append(.mapping, range: place)
    }
  }

  /// The finished document, which the builder then no longer has.
  mutating func takeStorage() -> YAMLStorage {
    let storage = YAMLStorage(records: records, text: text)
    records = []
    text = []
    return storage
  }

  private mutating func read(
    _ reader: inout YAMLEventReader,
    _ cursor: inout MarkCursor
  ) throws(Diagnostic) {
    var documents = 0
    while true {
      let kind: YAMLEventReader.Kind
      do throws(YAMLProblem) {
        kind = try reader.advance()
      } catch {
        throw syntaxFault(
          error,
          in: file,
          at: cursor.offset(of: error.place),
          since: cursor.offset(of: error.contextPlace)
        )
      }
      switch kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd: return
      case .documentStart:
        documents += 1
        if documents > 1 { throw severalDocuments(at: cursor.offset(of: reader.start)) }
      case .scalar: try addScalar(reader, &cursor)
      case .alias: try addAlias(reader, &cursor)
      case .sequenceStart, .mappingStart:
        try openCollection(kind == .mappingStart ? .mapping : .sequence, reader, &cursor)
      case .sequenceEnd, .mappingEnd:
        closeCollection(flowEnd: cursor.offset(of: reader.end))
      }
    }
  }
}

// MARK: - Nodes

extension YAMLBuilder {
  private mutating func addScalar(
    _ reader: borrowing YAMLEventReader,
    _ cursor: inout MarkCursor
  ) throws(Diagnostic) {
    var start = cursor.offset(of: reader.start)
    var end = cursor.offset(of: reader.end)
    let anchor = reader.anchor
    if reader.hasTag { keep(tag(at: start)) }
    if anchor != nil || reader.hasTag { start = startBehindProperties(start..<end) }
    let style = reader.style
    // A block of lines ends in front of the next token.
    if style != .plain { while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 } }
    let textStart = text.count
    reader.appendScalar(to: &text)
    if let anchor { anchors[anchor] = records.count }
    append(
      .scalar,
      style: style,
      range: SourceRange(start..<end),
      text: SourceRange(textStart..<text.count)
    )
    records[records.count - 1].isShared = anchor != nil
    finishNode(isScalar: true)
  }

  private mutating func addAlias(
    _ reader: borrowing YAMLEventReader,
    _ cursor: inout MarkCursor
  ) throws(Diagnostic) {
    let start = cursor.offset(of: reader.start)
    let range = SourceRange(start..<cursor.offset(of: reader.end))
    let name = reader.anchor ?? ""
    guard let source = anchors[name] else { throw unknownAlias(name, at: range) }
    try checkKey(isScalar: records[source].kind == .scalar, at: range)
    guard open.count + Int(records[source].height) <= Self.depthLimit else {
      throw tooDeep(at: start)
    }
    let length = Int(records[source].next) - source
    copied += length
    guard copied <= Self.copyLimit else { throw aliasLimit(name, at: range) }
    let target = records.count
    for index in source..<(source + length) {
      var record = records[index]
      record.next = UInt32(Int(record.next) - source + target)
      records.append(record)
    }
    records[target].range = range
    records[target].isShared = true
    finishNode(isScalar: records[target].kind == .scalar)
  }

  private mutating func openCollection(
    _ kind: YAMLNode.Kind,
    _ reader: borrowing YAMLEventReader,
    _ cursor: inout MarkCursor
  ) throws(Diagnostic) {
    let start = cursor.offset(of: reader.start)
    let end = cursor.offset(of: reader.end)
    try checkKey(isScalar: false, at: SourceRange(start..<max(start, end)))
    if reader.hasTag { keep(tag(at: start)) }
    guard open.count < Self.depthLimit else { throw tooDeep(at: start) }
    open.append(
      OpenCollection(
        index: records.count,
        isBlock: reader.isBlock,
        isMapping: kind == .mapping,
        expectsKey: kind == .mapping,
        anchor: reader.anchor
      )
    )
    append(kind, range: SourceRange(start..<start))
  }

  private mutating func closeCollection(flowEnd: Int) {
    let collection = open.removeLast()
    records[collection.index].next = UInt32(records.count)
    finishCollection(collection.index, flowEnd: collection.isBlock ? nil : UInt32(flowEnd))
    if collection.isMapping { checkDuplicates(in: collection.index) }
    if let anchor = collection.anchor { anchors[anchor] = collection.index }
    finishNode(isScalar: false)
  }

  /// Sets what depends on the children.
  ///
  /// libyaml's own end of a block is where the next token starts; the last child's is better.
  private mutating func finishCollection(_ index: Int, flowEnd: UInt32?) {
    var end = records[index].range.start
    var height: UInt8 = 0
    var child = index + 1
    while child < records.count {
      end = max(end, records[child].range.end)
      height = max(height, records[child].height)
      child = Int(records[child].next)
    }
    records[index].height = height + 1
    records[index].range.end = flowEnd ?? end
  }

  private mutating func append(
    _ kind: YAMLNode.Kind,
    style: ScalarStyle = .plain,
    range: SourceRange,
    text: SourceRange = SourceRange(start: 0, end: 0)
  ) {
    let next = UInt32(records.count + 1)
    records.append(
      YAMLRecord(kind: kind, style: style, range: range, text: text, next: next)
    )
  }

  private mutating func finishNode(isScalar: Bool) {
    guard let last = open.indices.last, open[last].isMapping else { return }
    open[last].expectsKey.toggle()
  }

  private func checkKey(isScalar: Bool, at range: SourceRange) throws(Diagnostic) {
    guard !isScalar, let parent = open.last, parent.isMapping, parent.expectsKey else { return }
    throw complexKey(at: range)
  }

  /// Where a scalar starts behind its anchor and its tag.
  private func startBehindProperties(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound,
      file.bytes[start] == UInt8(ascii: "&") || file.bytes[start] == UInt8(ascii: "!")
    {
      while start < range.upperBound, file.bytes[start] > 0x20 { start += 1 }
      while start < range.upperBound, file.bytes[start] <= 0x20 { start += 1 }
    }
    return start
  }
}

// MARK: - Keys that stand twice

extension YAMLBuilder {
  private mutating func checkDuplicates(in mapping: Int) {
    var keys: [Int] = []
    var key = mapping + 1
    while key < records.count {
      keys.append(key)
      key = Int(records[key + 1].next)
    }
    if keys.count > 32 { return checkManyKeys(keys) }
    for (position, key) in keys.enumerated() {
      if isRestOfNumber(key) { continue }
      if let first = keys[..<position].first(where: { haveSameText($0, key) }) {
        keep(duplicateKey(key, first: first))
      }
    }
  }

  private mutating func checkManyKeys(_ keys: [Int]) {
    var firsts: [ArraySlice<UInt8>: Int] = [:]
    for key in keys {
      let name = text[records[key].text.indices]
      if let first = firsts[name] {
        keep(duplicateKey(key, first: first))
      } else {
        firsts[name] = key
      }
    }
  }

  /// Whether a key is what a comma has cut off a number such as `50,000`, which is no name.
  private func isRestOfNumber(_ key: Int) -> Bool {
    let range = records[key].text.indices
    return range.count == 3 && records[key + 1].range.isEmpty
      && text[range].allSatisfy { 0x30...0x39 ~= $0 }
  }

  private mutating func keep(_ fault: Diagnostic) {
    if faults.count < Self.faultLimit { faults.append(fault) }
  }

  private func haveSameText(_ left: Int, _ right: Int) -> Bool {
    let left = records[left].text
    let right = records[right].text
    return left.count == right.count && text[left.indices] == text[right.indices]
  }
}

// MARK: - Faults

extension YAMLBuilder {
  private func duplicateKey(_ key: Int, first: Int) -> Diagnostic {
    let name = String(decoding: text[records[key].text.indices], as: UTF8.self)
    return Diagnostic(
      "yaml/duplicate-key",
      "'\(name)' is written twice here",
      path: file.path,
      range: records[key].range,
      hint: "keep one of the two",
      notes: [
        Diagnostic.Note("it is first written here", path: file.path, range: records[first].range)
      ]
    )
  }

  private func severalDocuments(at offset: Int) -> Diagnostic {
    Diagnostic(
      "yaml/several-documents",
      "a second document starts here, but a file holds only one",
      path: file.path,
      range: SourceRange(offset..<min(offset + 3, file.bytes.count)),
      hint: "delete the line '---', or put what follows into a file of its own"
    )
  }

  private func tag(at offset: Int) -> Diagnostic {
    var start = offset
    while start < file.bytes.count, file.bytes[start] != UInt8(ascii: "!") { start += 1 }
    var end = start
    while end < file.bytes.count, file.bytes[end] > 0x20 { end += 1 }
    let range = SourceRange(start..<end)
    return Diagnostic(
      "yaml/tag",
      "'\(file.text(range))' can't stand here without quotes",
      path: file.path,
      range: range,
      hint: "if you mean the sign '!', put the whole value in quotes; else delete it"
    )
  }

  private func tooDeep(at offset: Int) -> Diagnostic {
    Diagnostic(
      "yaml/too-deep",
      "lists and maps stand more than \(Self.depthLimit) deep in each other",
      path: file.path,
      range: SourceRange(offset..<min(offset + 1, file.bytes.count))
    )
  }

  private func complexKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml/complex-key",
      "a list or a map can't be the name of a field",
      path: file.path,
      range: SourceRange(start: range.start, end: max(range.end, range.start + 1)),
      hint: "write the name as plain text in front of the ':'; put text with brackets in quotes"
    )
  }

  private func unknownAlias(_ name: String, at range: SourceRange) -> Diagnostic {
    let isInside = open.contains { $0.anchor == name }
    let nearest = nearestName(to: name, in: anchors.keys.sorted())
    return Diagnostic(
      "yaml/unknown-alias",
      isInside
        ? "'*\(name)' stands inside the value that '&\(name)' names"
        : "'*\(name)' stands for a value that is named '&\(name)' above, but there is none",
      path: file.path,
      range: range,
      hint: nearest.map { "did you mean '*\($0)'?" }
        ?? "if you mean the sign '*', put the whole value in quotes"
    )
  }

  private func aliasLimit(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml/alias-limit",
      "with '*\(name)', aliases repeat more than 10,000 values",
      path: file.path,
      range: range,
      hint: "write the values out, or name smaller parts with '&'"
    )
  }
}
