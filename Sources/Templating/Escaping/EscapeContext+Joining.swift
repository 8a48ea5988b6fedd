extension EscapeContext {
  /// A kind of place at which two contexts can differ and still be one, in some of what they know.
  private enum Seam {
    case tag, content, scriptType, address, script, comment
  }

  private var seam: Seam? {
    switch state {
    case .tag, .nameEnd, .afterName: .tag
    case .comment: .comment
    case .script: .script
    case .value:
      switch attribute {
      case .content: .content
      case .scriptType: .scriptType
      case .url, .refresh: .address
      case .style: inner == .address ? .address : nil
      case .plain, .event, .page, .sources, .httpEquiv, .animated, .unknown: nil
      }
    case .text, .tagOpen, .endTagOpen, .declaration, .markup, .tagName, .attributeName,
      .beforeValue, .plainText, .rawText, .style:
      nil
    }
  }

  /// One context for several ways through a template, if it can be one.
  func joined(_ other: EscapeContext) -> EscapeContext? {
    if self == other { return self }
    guard let seam, seam == other.seam else { return nil }
    var joined = self
    switch seam {
    case .tag:
      joined.state = EscapeContext.joined(state, other.state)
      joined.attribute = .unknown
      joined.attributeName = []
      joined.isRefresh = isRefresh || other.isRefresh
      joined.hasType = hasType || other.hasType
      joined.hasContentValue = hasContentValue || other.hasContentValue
    case .content:
      // Behind different beginnings 'url=' is not looked for.
      joined.word = word == other.word ? word : EscapeContext.anyWord
      joined.hasContentValue = hasContentValue || other.hasContentValue
    case .scriptType:
      guard Element(scriptType: word) == Element(scriptType: other.word) else { return nil }
    case .address: joined.url = url.union(other.url)
    case .script:
      // A '<' alone may compare, more of an end tag ends the script.
      guard word.count < 2, other.word.count < 2 else { return nil }
      joined.slash = slash == other.slash ? slash : .unknown
      joined.parentheses = parentheses == other.parentheses ? parentheses : []
      joined.parenthesis = parenthesis == other.parenthesis ? parenthesis : .unknown
      joined.word = []
      joined.hyphens = 0
    case .comment: joined.hyphens = 0
    }
    let isOne = copying(joined, at: seam) == other.copying(joined, at: seam)
    return isOne ? joined : nil
  }

  private static let anyWord = [UInt8(ascii: "-")]

  private static func joined(_ left: State, _ right: State) -> State {
    if left == .nameEnd || right == .nameEnd { return .nameEnd }
    return left == right ? left : .afterName
  }

  /// The context with what a seam may change taken from another.
  private func copying(_ other: EscapeContext, at seam: Seam) -> EscapeContext {
    var copy = self
    switch seam {
    case .tag:
      copy.state = other.state
      copy.attribute = other.attribute
      copy.attributeName = other.attributeName
      copy.isRefresh = other.isRefresh
      copy.hasType = other.hasType
      copy.hasContentValue = other.hasContentValue
    case .content:
      copy.word = other.word
      copy.hasContentValue = other.hasContentValue
    case .scriptType: copy.word = other.word
    case .address: copy.url = other.url
    case .script:
      copy.slash = other.slash
      copy.parentheses = other.parentheses
      copy.parenthesis = other.parenthesis
      copy.word = other.word
      copy.hyphens = other.hyphens
    case .comment: copy.hyphens = other.hyphens
    }
    return copy
  }

  /// What is known behind a block or an include that began here.
  ///
  /// It ends where it began, but for what ``joined(_:)`` would join; the worst of that is assumed.
  var afterUnit: EscapeContext {
    guard let seam else { return self }
    var after = self
    switch seam {
    case .tag:
      after.state = .nameEnd
      after.attribute = .unknown
      after.attributeName = []
      after.isRefresh = element == .meta
      after.hasContentValue = element == .meta
    case .content:
      after.word = EscapeContext.anyWord
      after.hasContentValue = true
    case .scriptType: break
    case .address: after.url = .any
    case .script:
      after.slash = .unknown
      after.parentheses = []
      after.parenthesis = .unknown
      after.word = []
      after.hyphens = 0
    case .comment: after.hyphens = 0
    }
    return after
  }
}
