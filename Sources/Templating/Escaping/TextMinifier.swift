/// Takes out of the text of a page what no reader sees, one piece between statements at a time.
///
/// White space shrinks to one sign, and goes where it touches an element that begins lines of its
/// own; within tags it shrinks to one space; comments go. Values are never touched, nor is what
/// stands in `pre`, `textarea`, `title`, `script` and `style`. Source: HTML Living Standard, section
/// 15.3 ("Rendering: flow content"); CSS Text 3, section 4.1 (white space processing).
struct TextMinifier {
  /// What is known of the place that the text has come to.
  struct Place {
    /// Whether white space here isn't seen: the line begins, or the text in front ends with some.
    var isAtLineStart = false
    /// How many `pre` are open.
    var preformatted = 0

    /// One place for several ways through a template: white space is rather kept.
    func joined(_ other: Place) -> Place {
      Place(
        isAtLineStart: isAtLineStart && other.isAtLineStart,
        preformatted: max(preformatted, other.preformatted)
      )
    }
  }

  var place = Place()
  private(set) var output: [UInt8] = []
  /// White space of the text that waits for what follows: 0 for none, a space or a line feed.
  private var space: UInt8 = 0
  /// The beginning of a tag or a whole comment, until it shows what it is.
  private var opening: [UInt8] = []
  /// Whether the piece has white space within a tag that waits.
  private var hasTagSpace = false
  /// The name in the tag that is open, and whether it is an end tag.
  private var name: [UInt8] = []
  private var isEndTag = false
  private var isDoctype = false
}

// MARK: - Pieces

extension TextMinifier {
  /// Begins the piece behind a statement.
  mutating func begin() {
    output.removeAll(keepingCapacity: true)
    space = 0
    opening = []
    hasTagSpace = false
  }

  /// Ends the piece in front of a statement.
  mutating func end() {
    if opening.count > 1, opening[1] != UInt8(ascii: "!") {
      beginTag()
    } else if !opening.isEmpty {
      writeSpace()
      output += opening
      opening = []
    } else if hasTagSpace {
      output.append(0x20)
      hasTagSpace = false
    } else {
      writeSpace()
    }
  }

  private mutating func writeSpace() {
    if space != 0, !place.isAtLineStart {
      output.append(space)
      // What follows it would shrink to this one.
      place.isAtLineStart = true
    }
    space = 0
  }
}

// MARK: - Bytes

extension TextMinifier {
  /// Takes the next byte of the piece.
  ///
  /// - Parameters:
  ///   - byte: as it stands in the template, but for line ends, which are line feeds.
  ///   - before: where the machine was in front of it.
  ///   - element: the element whose text or tag that is.
  ///   - after: where the machine is now.
  mutating func read(
    _ byte: UInt8,
    from before: EscapeContext.State,
    of element: [UInt8],
    to after: EscapeContext.State
  ) {
    switch before {
    case .text: readText(byte, after)
    case .tagOpen, .endTagOpen, .declaration, .tagName: readOpening(byte, after)
    case .comment: readComment(byte, after)
    case .markup:
      output.append(byte)
      if after == .text, isDoctype { place.isAtLineStart = true }
    case .tag, .attributeName, .nameEnd, .afterName, .beforeValue: readTag(byte, after)
    case .value:
      output.append(byte)
      if byte == UInt8(ascii: ">"), after != .value { closeTag() }
    case .plainText, .rawText, .script, .style:
      if after == .tag, byte.isSpace { hasTagSpace = true } else { output.append(byte) }
      if after == .tag || after == .text {
        name = element
        isEndTag = true
        if after == .text { closeTag() }
      }
    }
  }

  private mutating func readText(_ byte: UInt8, _ after: EscapeContext.State) {
    if byte == UInt8(ascii: "<"), after == .tagOpen {
      opening = [byte]
    } else if place.preformatted > 0 || !byte.isSpace {
      writeSpace()
      output.append(byte)
      place.isAtLineStart = false
    } else if space != 0x0A {
      space = byte == 0x0A ? byte : 0x20
    }
  }

  private mutating func readOpening(_ byte: UInt8, _ after: EscapeContext.State) {
    switch after {
    case .tagOpen, .endTagOpen, .declaration, .tagName, .comment:
      opening.append(byte)
    case .text where byte != UInt8(ascii: ">"):
      // A '<' that begins no tag.
      writeSpace()
      output += opening
      opening = []
      place.isAtLineStart = false
      readText(byte, after)
    case .markup:
      writeSpace()
      isDoctype = byte.lowercased == UInt8(ascii: "d")
      output += opening + [byte]
      opening = []
    default:
      beginTag()
      readTag(byte, after)
    }
  }

  /// Comments go, but for those that servers read: `<!--#include …-->`.
  private mutating func readComment(_ byte: UInt8, _ after: EscapeContext.State) {
    // Its beginning lies in another piece.
    guard !opening.isEmpty else { return output.append(byte) }
    opening.append(byte)
    guard after == .text else { return }
    let isKept = opening.starts(with: "<!--#".utf8) || opening.starts(with: "<!--[".utf8)
    if isKept {
      writeSpace()
      output += opening
      place.isAtLineStart = false
    }
    opening = []
  }

  private mutating func beginTag() {
    isEndTag = opening.count > 1 && opening[1] == UInt8(ascii: "/")
    name = opening.dropFirst(isEndTag ? 2 : 1).map(\.lowercased)
    if TextMinifier.blocks.contains(name) { space = 0 } else { writeSpace() }
    output += opening
    opening = []
  }

  private mutating func readTag(_ byte: UInt8, _ after: EscapeContext.State) {
    if byte.isSpace {
      hasTagSpace = true
      return
    }
    // Behind a value without quotes, a '/' would belong to it.
    if hasTagSpace, byte != UInt8(ascii: ">") { output.append(0x20) }
    hasTagSpace = false
    output.append(byte)
    if byte == UInt8(ascii: ">"), after != .value { closeTag() }
  }

  private mutating func closeTag() {
    if !TextMinifier.unseen.contains(name) {
      place.isAtLineStart = TextMinifier.blocks.contains(name)
    }
    if name.elementsEqual("pre".utf8) {
      place.preformatted = max(0, place.preformatted + (isEndTag ? -1 : 1))
    }
  }
}

// MARK: - Elements

extension TextMinifier {
  /// Elements at whose tags a line ends.
  private static let blocks = names(
    """
    html head body
    address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre
    search section summary ul
    caption col colgroup table tbody td tfoot th thead tr
    """
  )

  /// Elements that are not shown at all: white space on both sides of one is one space.
  private static let unseen = names("base link meta script style template title")

  private static func names(_ words: String) -> Set<[UInt8]> {
    Set(words.split { $0.isWhitespace }.map { Array($0.utf8) })
  }
}
