import SourceText

/// Makes the tree of one template.
///
/// A fault inside a tag is reported and the parser goes on behind that tag, so that one run finds
/// the faults of all tags.
struct Parser {
  /// Tags within tags and parentheses within parentheses.
  static let maximumNesting = 150
  /// The longest way down in one expression, whatever its shape, and in the tags around it.
  static let maximumDepth = 300

  let source: TemplateSource
  let tokens: [Token]
  var index = 0
  var diagnostics: [Diagnostic]
  var template: ParsedTemplate
  var nesting = 0
  /// How many tags with a scope of their own are open.
  var scopeDepth = 0
  var loopDepth = 0
  var macroDepth = 0
  var openTags: [OpenTag] = []

  struct OpenTag {
    let word: String
    let range: SourceRange
    /// The words that may follow or end its body.
    let ends: [String]
  }

  private init(_ source: TemplateSource, rules: Lexer.Rules) {
    self.source = source
    var lexer = Lexer(source, rules: rules)
    tokens = lexer.run()
    diagnostics = lexer.diagnostics
    template = ParsedTemplate(source: source)
  }

  static func parse(
    _ source: TemplateSource,
    rules: Lexer.Rules
  ) -> (template: ParsedTemplate, diagnostics: [Diagnostic]) {
    if String(validating: source.bytes, as: UTF8.self) == nil {
      let message = "the template is not UTF-8"
      return (
        ParsedTemplate(source: source),
        [Diagnostic("template/syntax", message, path: source.path, hint: "save it as UTF-8")]
      )
    }
    var parser = Parser(source, rules: rules)
    parser.template.body = parser.body(until: [])
    return (parser.template, parser.diagnostics)
  }
}

/// A fault on its way to where it is reported.
///
/// It is one pointer, because each of the many nested calls of the parser keeps room for it.
indirect enum SyntaxFault: Error {
  case at(Diagnostic)

  var diagnostic: Diagnostic {
    switch self {
    case .at(let diagnostic): diagnostic
    }
  }
}

// MARK: - Tokens

extension Parser {
  var token: Token { tokens[min(index, tokens.count - 1)] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  func text(_ range: SourceRange) -> String {
    String(decoding: source.bytes[range.indices], as: UTF8.self)
  }

  func isWord(_ word: StaticString, _ token: Token) -> Bool {
    token.kind == .name && token.range.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { source.bytes[token.range.indices].elementsEqual($0) }
  }

  func isWord(_ word: StaticString) -> Bool { isWord(word, token) }

  mutating func take(word: StaticString) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func take(_ sign: Token.Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: Token.Sign) throws(SyntaxFault) {
    guard take(sign) else { throw unexpected("'\(sign.rawValue)'") }
  }

  mutating func expect(word: StaticString) throws(SyntaxFault) {
    guard take(word: word) else { throw unexpected("'\(word)'") }
  }

  mutating func expectName() throws(SyntaxFault) -> Name {
    guard token.kind == .name else { throw unexpected("a name") }
    let name = Name(text: text(token.range), range: token.range)
    advance()
    return name
  }

  /// A name that may be given a value.
  mutating func expectTargetName() throws(SyntaxFault) -> Name {
    let name = try expectName()
    guard !["true", "True", "false", "False", "none", "None", "loop"].contains(name.text) else {
      throw fault("'\(name.text)' can't be given a value", name.range, hint: "choose another name")
    }
    return name
  }

  mutating func expectTagEnd() throws(SyntaxFault) {
    guard token.kind == .tagEnd else { throw unexpected("'%}'") }
    advance()
  }

  func range(from start: SourceRange) -> SourceRange {
    let last = index > 0 ? tokens[index - 1].range.end : start.end
    return SourceRange(start: start.start, end: max(start.end, last))
  }
}

// MARK: - Faults

extension Parser {
  func fault(_ message: String, _ range: SourceRange, hint: String? = nil) -> SyntaxFault {
    .at(Diagnostic("template/syntax", message, path: source.path, range: range, hint: hint))
  }

  /// The token here is not what has to stand here.
  func unexpected(_ wanted: String) -> SyntaxFault {
    switch token.kind {
    // An empty message marks what the lexer reported already.
    case .broken: fault("", token.range)
    case .tagEnd: fault("the tag ends where \(wanted) is expected", token.range)
    case .outputEnd: fault("the output ends where \(wanted) is expected", token.range)
    case .end: fault("the template ends where \(wanted) is expected", token.range)
    default: fault("'\(text(token.range))' stands where \(wanted) is expected", token.range)
    }
  }

  mutating func report(_ fault: SyntaxFault) { report(fault.diagnostic) }

  mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostic.message.isEmpty { diagnostics.append(diagnostic) }
  }

  /// Goes on behind the tag or the output that holds the current token.
  mutating func skipTag() {
    while true {
      switch token.kind {
      case .tagEnd, .outputEnd: return advance()
      case .end, .text, .tagStart, .outputStart: return
      default: advance()
      }
    }
  }

  /// Reads the rest of a tag; a fault in it is reported and `fallback` taken instead.
  mutating func header<Result>(
    _ fallback: Result,
    _ parse: (inout Parser) throws(SyntaxFault) -> Result
  ) -> Result {
    do throws(SyntaxFault) {
      let result = try parse(&self)
      try expectTagEnd()
      return result
    } catch {
      report(error)
      skipTag()
      return fallback
    }
  }
}

// MARK: - Bodies

extension Parser {
  /// The words that end or divide something.
  private static let closingWords: Set<String> = [
    "else", "elif", "endif", "endfor", "endset", "endwith", "endfilter", "endmacro", "endcall",
    "endblock", "endautoescape", "endraw",
  ]

  /// Statements up to a tag that begins with one of `ends`, which is left for the caller.
  mutating func body(until ends: [String]) -> [Statement] {
    var statements: [Statement] = []
    while true {
      let first = token
      switch first.kind {
      case .end: return statements
      case .text:
        statements.append(.text(first.range))
        advance()
      case .outputStart:
        advance()
        if let output = output() { statements.append(output) }
      case .tagStart:
        if next.kind == .name, Parser.closingWords.contains(text(next.range)) {
          let word = text(next.range)
          if ends.contains(word) { return statements }
          if openTags.contains(where: { $0.ends.contains(word) }) { return statements }
          strayEnd(word)
        } else if let statement = statement() {
          statements.append(statement)
        }
      default: advance()
      }
    }
  }

  private mutating func output() -> Statement? {
    do throws(SyntaxFault) {
      let expression = try tupleOrExpression()
      guard token.kind == .outputEnd else { throw unexpected("'}}'") }
      advance()
      return .output(expression)
    } catch {
      report(error)
      skipTag()
      return nil
    }
  }

  private mutating func strayEnd(_ word: String) {
    let range = next.range
    var diagnostic = fault("'{% \(word) %}' closes nothing here", range).diagnostic
    if let open = openTags.last {
      diagnostic.hint = "open is '{% \(open.word) %}': end it with '{% \(open.ends[0]) %}'"
      diagnostic.notes = [.init("opened here", path: source.path, range: open.range)]
    }
    report(diagnostic)
    advance()
    skipTag()
  }

  /// The body of a tag and its closing tag; what divides the body (`else`) is left.
  ///
  /// - Returns: the statements and the word at which they end, or no word if the tag is not
  ///   closed, which is reported.
  mutating func body(of open: OpenTag) -> (statements: [Statement], end: String?) {
    openTags.append(open)
    nesting += 1
    defer {
      openTags.removeLast()
      nesting -= 1
    }
    guard nesting <= Parser.maximumNesting else {
      if nesting == Parser.maximumNesting + 1 {
        report(fault("tags are nested too deeply", open.range, hint: "at most 150 deep"))
      }
      index = tokens.count - 1
      return ([], nil)
    }
    let statements = body(until: open.ends)
    if token.kind == .tagStart, open.ends.contains(text(next.range)) {
      let word = text(next.range)
      advance()
      advance()
      return (statements, word)
    }
    if nesting <= Parser.maximumNesting, index < tokens.count {
      report(
        Diagnostic(
          "template/unclosed-tag",
          "'{% \(open.word) %}' is never closed",
          path: source.path,
          range: open.range,
          hint: "end it with '{% \(open.ends[0]) %}'"
        )
      )
    }
    return (statements, nil)
  }

  /// The body of a tag that nothing divides.
  mutating func simpleBody(_ word: String, _ range: SourceRange) -> [Statement] {
    let (statements, end) = body(of: OpenTag(word: word, range: range, ends: ["end" + word]))
    if end != nil { header(()) { _ throws(SyntaxFault) in } }
    return statements
  }
}
