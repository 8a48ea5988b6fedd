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

    /// Whether no tags are read up to its end tag.
    var hasText: Bool {
      switch self {
      case .script, .dataScript, .style, .title, .textarea, .rawText: true
      case .other, .image, .animation, .meta: false
      }
    }
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
  /// `+` or `-` right before this place.
  var sign: UInt8 = 0
  /// For each open parenthesis what a `/` behind its end begins: an expression behind `if (…)`.
  ///
  /// Those that the unit didn't open itself are not known.
  var parentheses: [Slash] = []
  /// The same for one that would open here.
  var parenthesis = Slash.division
  /// A byte of a script or a style that needs the next one to be understood.
  var pending: UInt8 = 0
  /// Open braces in each `${` around.
  var braces: [Int] = []
  /// `meta`: whether it goes to another page, and whether its content has a value.
  var isRefresh = false
  var hasContentValue = false
  /// Whether a script has its type: browsers read the first one.
  var hasType = false
  /// Of a unit's beginning alone: whether it stands in `pre`, where white space is seen.
  var isPreformatted = false

  static let text = EscapeContext()
}

// MARK: - Words

extension EscapeContext {
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
