// MARK: - Values of attributes

extension ContextMachine {
  mutating func readValueStart(_ byte: UInt8) throws(EscapeFault) {
    switch byte {
    case _ where byte.isSpace: return
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      beginValue(byte)
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "`"): throw .unquotedSign
    default:
      beginValue(0)
      try readValue(byte)
    }
  }

  private mutating func beginValue(_ quote: UInt8) {
    context.state = .value
    context.quote = quote
    context.word = []
    context.reference = []
    context.url = URLPosition()
    context.inner = .code
    context.pending = 0
  }

  mutating func readValue(_ byte: UInt8) throws(EscapeFault) {
    let isUnquoted = context.quote == 0
    if isUnquoted ? byte.isSpace || byte == UInt8(ascii: ">") : byte == context.quote {
      try endReference(isClosed: false)
      try endValue()
      if byte == UInt8(ascii: ">"), isUnquoted { try read(byte) }
      return
    }
    if isUnquoted, "\"'<=`".utf8.contains(byte) { throw .unquotedSign }
    if context.attribute == .plain { return }
    if !context.reference.isEmpty {
      if byte == UInt8(ascii: ";") { return try endReference(isClosed: true) }
      if context.reference.count < CharacterReference.longest,
        CharacterReference.continues(context.reference, with: byte)
      {
        return context.reference.append(byte)
      }
      try endReference(isClosed: false)
    }
    if byte == UInt8(ascii: "&") {
      context.reference = [byte]
    } else {
      try readDecoded(byte)
    }
  }

  private mutating func endReference(isClosed: Bool) throws(EscapeFault) {
    let reference = context.reference
    guard !reference.isEmpty else { return }
    context.reference = []
    if let decoded = CharacterReference.decoded(reference, isClosed: isClosed) {
      for byte in decoded { try readDecoded(byte) }
    } else {
      for byte in reference { try readDecoded(byte) }
      if isClosed { try readDecoded(UInt8(ascii: ";")) }
    }
  }

  /// One byte of a value as a browser sees it.
  private mutating func readDecoded(_ byte: UInt8) throws(EscapeFault) {
    switch context.attribute {
    case .plain, .event, .page, .sources, .animated, .unknown: return
    case .style: try readStyle(byte)
    case .scriptType, .httpEquiv: appendWord(byte)
    case .content: readContent(byte)
    case .refresh where context.url.parts == .start && (byte == 0x22 || byte == 0x27): return
    case .url, .refresh: try readAddress(byte)
    }
  }

  mutating func readAddress(_ byte: UInt8) throws(EscapeFault) {
    do throws(URLPosition.Fault) {
      try context.url.read(byte)
    } catch {
      throw .colonBehindValue
    }
  }

  /// `0; url=` begins an address, whatever the order of the attributes.
  private mutating func readContent(_ byte: UInt8) {
    guard !byte.isSpace else { return }
    appendWord(byte)
    guard byte == UInt8(ascii: "="), context.word.suffix(4).elementsEqual("url=".utf8) else {
      return
    }
    let isDelay = context.word.dropLast(4).allSatisfy { $0.isDigit || ".;,".utf8.contains($0) }
    if isDelay { context.attribute = .refresh }
  }

  /// Nothing longer is of interest, and a place has to be one of few.
  private mutating func appendWord(_ byte: UInt8) {
    if context.word.count < 40 { context.word.append(byte.lowercased) }
  }

  private mutating func endValue() throws(EscapeFault) {
    switch context.attribute {
    case .scriptType:
      if context.hasType { throw .secondType }
      context.hasType = true
      context.element = EscapeContext.Element(scriptType: context.word.filter { !$0.isSpace })
    case .httpEquiv where context.word.elementsEqual("refresh".utf8):
      context.isRefresh = true
      if context.hasContentValue { throw .refreshValue }
    default: break
    }
    context.state = .tag
    context.word = []
    context.quote = 0
    context.url = URLPosition()
    context.inner = .code
    context.pending = 0
    context.attribute = .plain
    context.attributeName = []
  }
}

// MARK: - Values of the template

extension ContextMachine {
  /// How a value here is written; the context goes on behind it.
  mutating func readOutput() throws(EscapeFault) -> Escaping {
    switch context.state {
    case .text: return .html
    case .tagOpen, .endTagOpen, .tagName: throw .tagName
    case .declaration, .markup: throw .markup
    case .comment: return .nothing
    case .tag, .attributeName, .nameEnd, .afterName: throw .attributeName
    case .beforeValue: throw .unquoted(context.attributeName)
    case .value: return try readValueOutput()
    case .plainText, .rawText:
      guard context.word.isEmpty else { throw .endTag }
      return .attribute
    case .script:
      guard context.word.count < 2 else { throw .endTag }
      context.word = []
      return try readScriptOutput()
    case .style:
      guard context.word.count < 2 else { throw .endTag }
      context.word = []
      return try readStyleOutput()
    }
  }

  private mutating func readValueOutput() throws(EscapeFault) -> Escaping {
    guard context.quote != 0 else { throw .unquoted(context.attributeName) }
    switch context.attribute {
    case .plain: return .attribute
    case .url, .refresh: return try readURLOutput()
    case .style:
      guard context.reference.isEmpty else { throw .reference }
      return try readStyleOutput()
    case .event: throw .event(context.attributeName)
    case .page: throw .page
    case .sources: throw .sources
    case .scriptType: throw .scriptType
    case .httpEquiv: throw .httpEquiv
    case .animated: throw .animated
    case .unknown: throw .unclearAttribute
    case .content:
      if context.isRefresh { throw .refreshValue }
      context.hasContentValue = true
      return .attribute
    }
  }

  private mutating func readURLOutput() throws(EscapeFault) -> Escaping {
    if !context.reference.isEmpty {
      guard context.url.parts.isDisjoint(with: .open) else { throw .reference }
      context.reference = []
    }
    return try addressOutput(
      isImage: context.element == .image && context.attributeName.elementsEqual("src".utf8)
    )
  }

  mutating func addressOutput(isImage: Bool) throws(EscapeFault) -> Escaping {
    if context.url.parts.contains(.script) { throw .scriptURL }
    guard let escaping = context.url.escaping(isImage: isImage) else { throw .unclearURL }
    context.url.readValue()
    return escaping
  }
}
