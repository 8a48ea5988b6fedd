/// Where in an HTML page a byte of a template stands.
///
/// It follows the tokenizer of browsers (HTML Living Standard, section 13.2.5) as far as is needed
/// to know what a value at this place could do.
struct EscapeContext: Hashable, Sendable {
  enum State: Hashable, Sendable {
    case text
    /// Behind `<`, `</` and `<!`.
    case tagOpen, endTagOpen, declaration
    case comment
    /// `<!…>` and `<?…>` that are no comments.
    case markup
    case tagName
    /// Between the attributes of a tag.
    case tag
    case attributeName
    /// Behind a name at which a statement of the template stands: the name must end here.
    case nameEnd
    /// Behind a name and space.
    case afterName
    case beforeValue
    case value
    /// In `title` and `textarea`: references are read, tags are not.
    case plainText
    /// In an element whose text is read as it is.
    case rawText
    case script
    case style
  }

  /// Elements that change what their attributes or their text mean.
  enum Element: Hashable, Sendable {
    case other, script, dataScript, style, title, textarea, rawText, image, animation, meta
  }

  /// Where in a script or a style.
  enum Inner: Hashable, Sendable {
    case code, singleQuoted, doubleQuoted, template, regex, regexClass, lineComment, blockComment
    /// Behind `url(` in a style.
    case address
  }

  /// What a `/` in a script begins.
  enum Slash: Hashable, Sendable { case regex, division, unknown }

  var state = State.text
  var element = Element.other
  /// The name of the element, whose end tag ends its text.
  var elementName: [UInt8] = []
  var isEndTag = false
  /// The quote around an attribute's value, 0 for none.
  var quote: UInt8 = 0
  var attribute = AttributeKind.plain
  var attributeName: [UInt8] = []
  /// Bytes of a name, of an end tag or of a short value so far.
  var word: [UInt8] = []
  /// Bytes of a character reference so far.
  var reference: [UInt8] = []
  /// How much of `-->` a comment has seen, or of `<!--` a script; see ``ContextMachine``.
  var hyphens = 0
  var url = URLPosition()
  var inner = Inner.code
  /// The word of a script or a style that may still go on.
  var innerWord: [UInt8] = []
  var slash = Slash.regex
  /// A byte of a script or a style that needs the next one to be understood.
  var pending: UInt8 = 0
  /// Open braces in each `${` around.
  var braces: [Int] = []
  /// `meta`: whether it goes to another page, and whether its content has a value.
  var isRefresh = false
  var hasContentValue = false

  static let text = EscapeContext()
}

// MARK: - Joining

extension EscapeContext {
  /// Whether the value of an attribute is an address here.
  private var isInAddress: Bool {
    attribute.isURL || attribute == .style && inner == .address
  }

  /// Whether attributes can begin here.
  var isInTag: Bool { state == .tag || state == .nameEnd || state == .afterName }

  /// One context for several ways through a template, if it can be one.
  func joined(_ other: EscapeContext) -> EscapeContext? {
    if self == other { return self }
    var (left, right) = (self, other)
    var joined = self
    if isInTag, other.isInTag {
      joined.state = EscapeContext.joined(state, other.state)
      joined.attribute = .unknown
      joined.isRefresh = isRefresh || other.isRefresh
      joined.hasContentValue = hasContentValue || other.hasContentValue
      joined.attributeName = []
      joined.word = []
      left = joined
      right.copyTagParts(of: joined)
    } else if state == .value, other.state == .value, attribute == .content {
      // Behind different beginnings 'url=' is not looked for.
      joined.word = word == other.word ? word : [UInt8(ascii: "-")]
      joined.hasContentValue = hasContentValue || other.hasContentValue
      left = joined
      right.word = joined.word
      right.hasContentValue = joined.hasContentValue
    } else if state == .value, other.state == .value, attribute == .scriptType {
      let isSame = Element(scriptType: word) == Element(scriptType: other.word)
      if isSame { right.word = word }
    } else if state == .value, other.state == .value, isInAddress {
      joined.url = url.union(other.url)
      left.url = joined.url
      right.url = joined.url
    } else if state == .script, other.state == .script {
      joined.slash = slash == other.slash ? slash : .unknown
      joined.word = []
      left = joined
      right.slash = joined.slash
      right.word = []
    }
    return left == right ? joined : nil
  }

  private static func joined(_ left: State, _ right: State) -> State {
    if left == .nameEnd || right == .nameEnd { return .nameEnd }
    return left == right ? left : .afterName
  }

  private mutating func copyTagParts(of other: EscapeContext) {
    state = other.state
    attribute = other.attribute
    isRefresh = other.isRefresh
    hasContentValue = other.hasContentValue
    attributeName = other.attributeName
    word = other.word
  }

  /// What is known behind a block or an include that began here.
  ///
  /// It ends where it began, but for what ``joined(_:)`` would join.
  var afterUnit: EscapeContext {
    var after = self
    if isInTag {
      after.state = .nameEnd
      after.attribute = .unknown
    } else if state == .value, isInAddress {
      after.url = .any
    } else if state == .script {
      after.slash = .unknown
    }
    return after
  }

  /// The place in words, as in "within a tag".
  var shown: String {
    switch state {
    case .text: "in text"
    case .tagOpen, .endTagOpen, .tagName: "within the name of a tag"
    case .tag, .nameEnd, .afterName, .attributeName, .beforeValue: "within a tag"
    case .declaration, .comment: "within a comment"
    case .markup: "within '<!…>'"
    case .value: "within the value of '\(String(decoding: attributeName, as: UTF8.self))'"
    case .plainText, .rawText: "within '<\(String(decoding: elementName, as: UTF8.self))>'"
    case .script: inner == .code ? "within a script" : "within a text of a script"
    case .style: "within a style sheet"
    }
  }
}
