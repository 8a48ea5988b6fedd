// MARK: - Scripts

extension ContextMachine {
  /// Words behind which a regular expression may stand.
  private static let operators: Set<String> = [
    "case", "delete", "do", "else", "in", "instanceof", "new", "return", "throw", "typeof", "void",
  ]
  /// Words that may also be names, and operators that may be properties or stand behind `...`.
  private static let unclearWords = Set(["await", "of", "yield"] + operators.map { "." + $0 })
  /// Words whose parentheses a statement follows.
  private static let controlWords: Set<String> = ["for", "if", "while", "with"]

  /// Goes on behind one byte of a script.
  ///
  /// `pending` holds a byte that needs the next one to be understood: a backslash in a text, `/`
  /// in code, `*` in a comment, `$` between back quotes. `hyphens` counts `<!--`.
  mutating func readScript(_ byte: UInt8) throws(EscapeFault) {
    try readCommentMark(byte)
    let pending = context.pending
    context.pending = 0
    switch context.inner {
    case .code:
      if pending == UInt8(ascii: "/") {
        if byte == UInt8(ascii: "/") { return context.inner = .lineComment }
        if byte == UInt8(ascii: "*") { return context.inner = .blockComment }
        try beginSlash()
        return try readScript(byte)
      }
      if byte == UInt8(ascii: ">"), context.sign == UInt8(ascii: "-"), context.slash == .unknown {
        throw .commentEndInScript
      }
      readCode(byte)
    case .singleQuoted, .doubleQuoted: readQuoted(byte, pending)
    case .template: readTemplate(byte, pending)
    case .regex, .regexClass: readRegex(byte, pending)
    case .lineComment: if byte.isLineEnd { context.inner = .code }
    case .blockComment:
      if byte == UInt8(ascii: "/"), pending == UInt8(ascii: "*") {
        context.inner = .code
      } else {
        context.pending = byte == UInt8(ascii: "*") ? byte : 0
      }
    case .address: return
    }
  }

  private mutating func readCommentMark(_ byte: UInt8) throws(EscapeFault) {
    let seen = context.hyphens
    context.hyphens = byte == UInt8(ascii: "<") ? 1 : 0
    switch (byte, seen) {
    case (UInt8(ascii: "!"), 1), (UInt8(ascii: "-"), 2): context.hyphens = seen + 1
    case (UInt8(ascii: "-"), 3): throw .commentInScript
    default: return
    }
  }

  private mutating func readCode(_ byte: UInt8) {
    let sign = context.sign
    context.sign = 0
    if byte.isNamePart || byte == UInt8(ascii: "$") || byte >= 0x80 {
      context.innerWord.append(byte)
      return context.slash = .division
    }
    settleWord()
    if byte.isSpace { return }
    let parenthesis = context.parenthesis
    context.parenthesis = .division
    switch byte {
    case UInt8(ascii: "/"): context.pending = byte
    case UInt8(ascii: "'"): context.inner = .singleQuoted
    case UInt8(ascii: "\""): context.inner = .doubleQuoted
    case UInt8(ascii: "`"):
      context.inner = .template
      context.braces.append(-1)
    case UInt8(ascii: "("):
      context.parentheses.append(parenthesis)
      context.slash = .regex
    case UInt8(ascii: ")"):
      context.slash = context.parentheses.popLast() ?? .unknown
    case UInt8(ascii: "]"): context.slash = .division
    case UInt8(ascii: "{"):
      if let last = context.braces.indices.last { context.braces[last] += 1 }
      context.slash = .regex
    case UInt8(ascii: "}"):
      // Behind a block or behind an object.
      context.slash = .unknown
      guard let last = context.braces.indices.last else { return }
      context.braces[last] -= 1
      if context.braces[last] < 0 { context.inner = .template }
    case UInt8(ascii: "."):
      context.slash = .division
      context.innerWord = [byte]
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      // Two of them stand before a name or behind it.
      context.slash = byte == sign ? .unknown : .regex
      context.sign = byte
    default: context.slash = .regex
    }
  }

  /// A word has ended; what a '/' behind it means depends on which one it was.
  private mutating func settleWord() {
    guard !context.innerWord.isEmpty else { return }
    let word = String(decoding: context.innerWord, as: UTF8.self)
    context.slash =
      ContextMachine.operators.contains(word)
      ? .regex : ContextMachine.unclearWords.contains(word) ? .unknown : .division
    context.parenthesis = ContextMachine.controlWords.contains(word) ? .regex : .division
    context.innerWord = []
  }

  private mutating func beginSlash() throws(EscapeFault) {
    switch context.slash {
    case .regex: context.inner = .regex
    case .division: context.slash = .regex
    case .unknown: throw .unclearSlash
    }
  }

  /// Nothing follows a '/' but a value or a statement.
  mutating func settleSlash() {
    guard context.inner == .code else { return }
    settleWord()
    if context.sign != 0 {
      context.sign = 0
      context.slash = .unknown
    }
    guard context.pending == UInt8(ascii: "/") else { return }
    context.pending = 0
    switch context.slash {
    case .regex, .unknown: context.inner = .regex
    case .division: context.slash = .regex
    }
  }

  private mutating func readQuoted(_ byte: UInt8, _ pending: UInt8) {
    if pending != 0 { return }
    let quote = UInt8(ascii: context.inner == .singleQuoted ? "'" : "\"")
    if byte == UInt8(ascii: "\\") {
      context.pending = byte
    } else if byte == quote || byte.isLineEnd {
      context.inner = .code
      context.slash = .division
    }
  }

  private mutating func readTemplate(_ byte: UInt8, _ pending: UInt8) {
    switch (byte, pending) {
    case (_, UInt8(ascii: "\\")): return
    case (UInt8(ascii: "\\"), _), (UInt8(ascii: "$"), _): context.pending = byte
    case (UInt8(ascii: "{"), UInt8(ascii: "$")):
      context.braces[context.braces.count - 1] = 0
      context.inner = .code
      context.slash = .regex
    case (UInt8(ascii: "`"), _):
      context.braces.removeLast()
      context.inner = .code
      context.slash = .division
    default: return
    }
  }

  private mutating func readRegex(_ byte: UInt8, _ pending: UInt8) {
    if pending != 0 { return }
    switch byte {
    case UInt8(ascii: "\\"): context.pending = byte
    case UInt8(ascii: "["): context.inner = .regexClass
    case UInt8(ascii: "]"): context.inner = .regex
    case UInt8(ascii: "/") where context.inner == .regex:
      context.inner = .code
      context.slash = .division
    case _ where byte.isLineEnd: context.inner = .code
    default: return
    }
  }

  mutating func readScriptOutput() throws(EscapeFault) -> Escaping {
    settleSlash()
    context.hyphens = 0
    switch context.inner {
    case .code where context.braces.isEmpty:
      context.slash = .division
      context.parenthesis = .division
      return .script
    case .code, .template: throw .scriptTemplate
    case .singleQuoted, .doubleQuoted: throw .scriptText
    case .regex, .regexClass: throw .scriptRegex
    case .lineComment, .blockComment, .address: throw .scriptComment
    }
  }
}

// MARK: - Styles

extension ContextMachine {
  /// Goes on behind one byte of a style sheet or of a `style` attribute.
  mutating func readStyle(_ byte: UInt8) throws(EscapeFault) {
    let pending = context.pending
    context.pending = 0
    switch context.inner {
    case .singleQuoted, .doubleQuoted:
      if pending != 0 { return }
      let quote = UInt8(ascii: context.inner == .singleQuoted ? "'" : "\"")
      if byte == UInt8(ascii: "\\") {
        context.pending = byte
      } else if byte == quote || byte.isLineEnd {
        context.inner = .code
      }
    case .blockComment:
      if byte == UInt8(ascii: "/"), pending == UInt8(ascii: "*") {
        context.inner = .code
      } else {
        context.pending = byte == UInt8(ascii: "*") ? byte : 0
      }
    case .address: try readStyleAddress(byte)
    case .code, .template, .regex, .regexClass, .lineComment: readStyleCode(byte, pending)
    }
  }

  private mutating func readStyleCode(_ byte: UInt8, _ pending: UInt8) {
    switch byte {
    case UInt8(ascii: "'"): context.inner = .singleQuoted
    case UInt8(ascii: "\""): context.inner = .doubleQuoted
    case UInt8(ascii: "*") where pending == UInt8(ascii: "/"): context.inner = .blockComment
    case UInt8(ascii: "/"): context.pending = byte
    case UInt8(ascii: "(") where context.innerWord.elementsEqual("url".utf8):
      context.inner = .address
      context.url = URLPosition()
    default: break
    }
    if byte.isNamePart || byte == UInt8(ascii: "-") || byte >= 0x80 {
      context.innerWord.append(byte.lowercased)
    } else {
      context.innerWord = []
    }
  }

  private mutating func readStyleAddress(_ byte: UInt8) throws(EscapeFault) {
    if byte == UInt8(ascii: ")") {
      context.inner = .code
      context.url = URLPosition()
    } else if byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\"") {
      try readAddress(byte)
    }
  }

  mutating func readStyleOutput() throws(EscapeFault) -> Escaping {
    if context.inner == .address {
      // In a style sheet no '&' could be written.
      guard context.state == .value else { throw .styleAddress }
      return try addressOutput(isImage: true)
    }
    context.pending = 0
    context.innerWord = []
    return .style
  }
}
