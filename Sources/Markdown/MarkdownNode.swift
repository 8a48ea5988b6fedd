import CCMarkGFM
import CShims
import Glibc

/// A node of a tree that cmark made; usable as long as its ``MarkdownTree`` lives.
@safe struct MarkdownNode {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case other
  }

  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = unsafe pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.init(pointer)
  }
}

// MARK: - Tree

extension MarkdownNode {
  var firstChild: MarkdownNode? { unsafe MarkdownNode(cmark_node_first_child(pointer)) }
  var next: MarkdownNode? { unsafe MarkdownNode(cmark_node_next(pointer)) }
  var previous: MarkdownNode? { unsafe MarkdownNode(cmark_node_previous(pointer)) }
  var parent: MarkdownNode? { unsafe MarkdownNode(cmark_node_parent(pointer)) }

  /// Puts the site's base path before a target that is a path on the site.
  func prefixTarget(_ basePath: String) {
    let target = self.target
    guard !basePath.isEmpty, target.hasPrefix("/"), !target.hasPrefix("//") else { return }
    unsafe _ = cmark_node_set_url(pointer, basePath + target)
  }

  /// Takes the node and what is below it out of its tree for good.
  func remove() { unsafe cmark_node_free(pointer) }
}

// MARK: - Properties

extension MarkdownNode {
  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    case let type: ExtensionTypes.shared.kind(type.rawValue)
    }
  }

  /// Lines and columns as cmark counts them: from 1, columns in bytes, both ends included.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }

  /// The level of a heading, from 1 to 6; more than 6 is written as 6.
  var headingLevel: Int {
    get { unsafe Int(cmark_node_get_heading_level(pointer)) }
    nonmutating set { unsafe _ = cmark_node_set_heading_level(pointer, Int32(min(newValue, 6))) }
  }

  /// Lends the text of a text, code or HTML node.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe lend(cmark_node_get_literal(pointer), to: body)
  }

  /// The text of a text, code or HTML node.
  var literal: String { unsafe withLiteral { unsafe String(decoding: $0, as: UTF8.self) } }

  /// The target of a link or image, without escapes and character references.
  var target: String { unsafe string(cmark_node_get_url(pointer)) }

  /// The title of a link or image, empty when there is none.
  var title: String { unsafe string(cmark_node_get_title(pointer)) }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    unsafe lend(text) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private func lend<Result>(
    _ text: UnsafePointer<CChar>?,
    to body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text = unsafe text else {
      return unsafe body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let count = unsafe strlen(text)
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

/// The node types that cmark numbers when its extensions are registered.
private struct ExtensionTypes: Sendable {
  let table: UInt32
  let row: UInt32
  let cell: UInt32
  let strikethrough: UInt32

  static let shared: ExtensionTypes = {
    _ = sitegen_cmark_prepare()
    return ExtensionTypes(
      table: sitegen_cmark_type_table(),
      row: sitegen_cmark_type_table_row(),
      cell: sitegen_cmark_type_table_cell(),
      strikethrough: sitegen_cmark_type_strikethrough()
    )
  }()

  func kind(_ type: UInt32) -> MarkdownNode.Kind {
    switch type {
    case cell: .tableCell
    case row: .tableRow
    case table: .table
    case strikethrough: .strikethrough
    default: .other
    }
  }
}

// MARK: - Text

extension MarkdownNode {
  /// The text below the node without any markup.
  ///
  /// Line breaks are spaces, runs of white space are one, and none is left at the ends.
  var plainText: String {
    var text: [UInt8] = []
    var node = firstChild
    var depth = 1
    while let current = node {
      switch current.kind {
      case .text, .code: unsafe current.withLiteral { unsafe appendCollapsed($0, to: &text) }
      case .softBreak, .lineBreak:
        if let last = text.last, last != 0x20 { text.append(0x20) }
      default: break
      }
      if let child = current.firstChild {
        node = child
        depth += 1
        continue
      }
      node = current.following(&depth)
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private func appendCollapsed(_ literal: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var start = 0
    for offset in literal.indices where unsafe literal[offset] <= 0x20 {
      unsafe text.append(contentsOf: literal[start..<offset])
      if let last = text.last, last != 0x20 { text.append(0x20) }
      start = offset + 1
    }
    unsafe text.append(contentsOf: literal[start...])
  }

  /// The node after this one and what is below it, on the way up through `depth` levels.
  func following(_ depth: inout Int) -> MarkdownNode? {
    var node = self
    while depth > 0 {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
      depth -= 1
    }
    return nil
  }
}
