/// Follows the text of a template, byte by byte, and says how a value at each place is written.
///
/// Source: HTML Living Standard, section 13.2.5; the states keep their names where there is one.
struct ContextMachine {
  var context: EscapeContext

  init(_ context: EscapeContext) { self.context = context }

  /// Goes on behind one byte of text.
  mutating func read(_ byte: UInt8) throws(EscapeFault) {
    switch context.state {
    case .text: if byte == UInt8(ascii: "<") { context.state = .tagOpen }
    case .tagOpen, .endTagOpen, .declaration: try readOpening(byte)
    case .comment: readComment(byte)
    case .markup: if byte == UInt8(ascii: ">") { context = .text }
    case .tagName: try readTagName(byte)
    case .tag, .attributeName, .nameEnd, .afterName, .beforeValue: try readTag(byte)
    case .value: try readValue(byte)
    case .plainText: try readPlainText(byte)
    case .rawText: _ = readEndTag(byte)
    case .script:
      if !readEndTag(byte) { try readScript(byte) }
    case .style:
      if !readEndTag(byte) { try readStyle(byte) }
    }
  }

  /// A statement of the template stands behind the text read so far.
  mutating func endText() {
    switch context.state {
    case .tagName:
      beginAttributes()
      context.state = .nameEnd
      context.attribute = .unknown
    case .attributeName:
      endName()
      context.state = .nameEnd
    case .script: settleSlash()
    case .style: context.innerWord = []
    case .value:
      context.innerWord = []
      // An '&' between parameters is common and does no harm there.
      if context.attribute.isURL, context.url.parts.isDisjoint(with: .open) {
        context.reference = []
      }
    case .text, .tagOpen, .endTagOpen, .declaration, .comment, .markup, .tag, .nameEnd, .afterName,
      .beforeValue, .plainText, .rawText:
      break
    }
  }
}

// MARK: - Tags

extension ContextMachine {
  private mutating func readOpening(_ byte: UInt8) throws(EscapeFault) {
    let isEndTag = context.state == .endTagOpen
    if context.state == .declaration { return readDeclaration(byte) }
    switch byte {
    case _ where byte.isLetter:
      context = EscapeContext(state: .tagName, isEndTag: isEndTag, word: [byte.lowercased])
    case UInt8(ascii: "/") where !isEndTag: context.state = .endTagOpen
    case UInt8(ascii: "!") where !isEndTag:
      context.state = .declaration
      context.word = []
    case UInt8(ascii: "?") where !isEndTag: context.state = .markup
    case UInt8(ascii: ">") where isEndTag: context = .text
    case _ where isEndTag: context.state = .markup
    default:
      context = .text
      try read(byte)
    }
  }

  private mutating func readDeclaration(_ byte: UInt8) {
    if byte == UInt8(ascii: "-") {
      if context.word.isEmpty {
        context.word = [byte]
      } else {
        // A comment may end right here: '<!-->' and '<!--->'.
        context = EscapeContext(state: .comment, hyphens: 4)
      }
    } else {
      context = byte == UInt8(ascii: ">") ? .text : EscapeContext(state: .markup)
    }
  }

  /// Two hyphens may end a comment, 3 stands for `--!`, 4 and 5 for its beginning.
  private mutating func readComment(_ byte: UInt8) {
    switch (byte, context.hyphens) {
    case (UInt8(ascii: ">"), 2...): context = .text
    case (UInt8(ascii: "-"), 4): context.hyphens = 5
    case (UInt8(ascii: "-"), 1), (UInt8(ascii: "-"), 2), (UInt8(ascii: "-"), 5):
      context.hyphens = 2
    case (UInt8(ascii: "-"), _): context.hyphens = 1
    case (UInt8(ascii: "!"), 2): context.hyphens = 3
    default: context.hyphens = 0
    }
  }

  private mutating func readTagName(_ byte: UInt8) throws(EscapeFault) {
    guard byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else {
      if byte == UInt8(ascii: "=") { throw .strayEquals }
      if "\"'<".utf8.contains(byte) { throw .signInName(byte) }
      return context.word.append(byte.lowercased)
    }
    beginAttributes()
    try readTag(byte)
  }

  private mutating func beginAttributes() {
    context.element = EscapeContext.Element(context.word)
    context.elementName = context.word
    context.word = []
    context.state = .tag
  }

  private mutating func readTag(_ byte: UInt8) throws(EscapeFault) {
    let state = context.state
    let isBehindSlash = context.pending == UInt8(ascii: "/")
    context.pending = 0
    switch byte {
    case UInt8(ascii: ">"):
      if isBehindSlash, !context.isEndTag, context.element.hasText { throw .selfClosed }
      closeTag()
    case _ where state == .beforeValue: try readValueStart(byte)
    case _ where byte.isSpace:
      if state == .attributeName { endName() }
      if state == .attributeName || state == .nameEnd { context.state = .afterName }
    case UInt8(ascii: "/"):
      context.state = .tag
      context.pending = byte
    case UInt8(ascii: "="):
      if state == .attributeName { endName() }
      if state == .tag { throw .strayEquals }
      if context.attribute == .unknown { throw .unclearAttribute }
      context.state = .beforeValue
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"): throw .signInName(byte)
    case _ where state == .nameEnd: throw .partialName
    case _ where state == .attributeName: context.word.append(byte.lowercased)
    default:
      context.state = .attributeName
      context.word = [byte.lowercased]
    }
  }

  private mutating func endName() {
    context.attributeName = context.word
    context.attribute = AttributeKind(context.word, of: context.element)
    context.word = []
  }

  private mutating func closeTag() {
    let element = context.isEndTag ? .other : context.element
    let name = context.elementName
    switch element {
    case .other, .image, .animation, .meta: context = .text
    case .title, .textarea:
      context = EscapeContext(state: .plainText, element: element, elementName: name)
    case .rawText, .dataScript:
      context = EscapeContext(state: .rawText, element: element, elementName: name)
    case .script: context = EscapeContext(state: .script, element: element, elementName: name)
    case .style: context = EscapeContext(state: .style, element: element, elementName: name)
    }
  }

  /// Within SVG a title holds tags, which no author of HTML would write in one.
  private mutating func readPlainText(_ byte: UInt8) throws(EscapeFault) {
    if byte.isLetter, context.word.elementsEqual("<".utf8) { throw .tagInText }
    _ = readEndTag(byte)
  }

  /// Looks for the end tag of an element whose text holds no others.
  ///
  /// - Returns: whether the element ends here.
  private mutating func readEndTag(_ byte: UInt8) -> Bool {
    let count = context.word.count
    let name = context.elementName
    if count == name.count + 2 {
      if byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        context = EscapeContext(
          state: .tag,
          elementName: name,
          isEndTag: true
        )
        if byte == UInt8(ascii: ">") { closeTag() }
        return true
      }
    } else {
      let isNext =
        switch count {
        case 0: byte == UInt8(ascii: "<")
        case 1: byte == UInt8(ascii: "/")
        default: byte.lowercased == name[count - 2]
        }
      if isNext {
        context.word.append(byte.lowercased)
        return false
      }
    }
    context.word = byte == UInt8(ascii: "<") ? [byte] : []
    return false
  }
}
