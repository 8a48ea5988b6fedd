import CCMarkGFM
import CShims
import Glibc
import SourceText

/// Owns one parser of cmark-gfm, which is used again for every text.
@safe struct MarkdownParser: ~Copyable {
  private let parser: OpaquePointer

  init() {
    _ = sitegen_cmark_prepare()
    guard let parser = unsafe sitegen_cmark_parser_new(CMARK_OPT_DEFAULT) else {
      preconditionFailure("cmark has no memory for a parser")
    }
    unsafe self.parser = unsafe parser
  }

  deinit { unsafe cmark_parser_free(parser) }

  /// The tree of `text`, a run of `bytes` that is UTF-8 without NUL.
  mutating func parse(_ bytes: [UInt8], in text: Range<Int>) -> MarkdownTree {
    unsafe bytes.withUnsafeBytes {
      let text = unsafe UnsafeRawBufferPointer(rebasing: $0[text])
      unsafe cmark_parser_feed(
        parser,
        text.baseAddress?.assumingMemoryBound(to: CChar.self),
        text.count
      )
    }
    guard let document = unsafe sitegen_cmark_parser_finish(parser) else {
      preconditionFailure("cmark has no memory for a document")
    }
    return unsafe MarkdownTree(document: document)
  }

  /// Writes the HTML of a node and what is below it.
  func render(_ node: MarkdownNode, into output: inout ByteBuffer) {
    unsafe withHTML(of: node) { unsafe output.append($0) }
  }

  /// Writes cmark's element with an `id` in its start tag.
  func render(heading: MarkdownNode, id: String, into output: inout ByteBuffer) {
    unsafe withHTML(of: heading) { html in
      let name = "<h2".utf8.count
      unsafe output.append(UnsafeBufferPointer(rebasing: html[..<name]))
      output.append(" id=\"" as StaticString)
      output.append(escapingHTML: id)
      output.append(UInt8(ascii: "\""))
      unsafe output.append(UnsafeBufferPointer(rebasing: html[name...]))
    }
  }

  private func withHTML(of node: MarkdownNode, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
    guard let html = unsafe cmark_render_html(node.pointer, CMARK_OPT_DEFAULT, extensions) else {
      preconditionFailure("cmark has no memory for HTML")
    }
    let count = unsafe strlen(html)
    unsafe html.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe body(UnsafeBufferPointer(start: $0, count: count))
    }
    unsafe free(html)
  }
}

/// Owns the tree of one text.
@safe struct MarkdownTree: ~Copyable {
  private let document: OpaquePointer

  fileprivate init(document: OpaquePointer) { unsafe self.document = unsafe document }

  deinit { unsafe cmark_node_free(document) }

  var root: MarkdownNode { unsafe MarkdownNode(document) }
}

/// Owns a document that nodes of a tree are moved into.
@safe struct MarkdownRun: ~Copyable {
  private let document: OpaquePointer

  init() {
    guard let document = unsafe cmark_node_new(CMARK_NODE_DOCUMENT) else {
      preconditionFailure("cmark has no memory for a document")
    }
    unsafe self.document = unsafe document
  }

  deinit { unsafe cmark_node_free(document) }

  var root: MarkdownNode { unsafe MarkdownNode(document) }

  /// Takes `node` out of its tree and puts it behind those that are here.
  mutating func move(_ node: MarkdownNode) {
    unsafe _ = cmark_node_append_child(document, node.pointer)
  }
}
