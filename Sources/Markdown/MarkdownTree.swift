import CCMarkGFM
import CShims
import Glibc
import SourceText

/// One parser of cmark-gfm and the tree that it made.
///
/// Both live in the memory of the calling thread until it parses the next text, so a tree is made,
/// used and forgotten in one call.
@safe struct MarkdownTree: ~Copyable {
  private let parser: OpaquePointer
  private let document: OpaquePointer

  /// Parses `text`, a run of `bytes` that is UTF-8 without NUL.
  init(_ bytes: [UInt8], in text: Range<Int>) {
    _ = sitegen_cmark_prepare()
    sitegen_cmark_arena_reset()
    guard
      let parser = unsafe sitegen_cmark_parser_new(CMARK_OPT_DEFAULT, sitegen_cmark_arena())
    else { preconditionFailure("cmark has no memory for a parser") }
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
    unsafe self.parser = unsafe parser
    unsafe self.document = unsafe document
  }

  var root: MarkdownNode { unsafe MarkdownNode(document) }
}

// MARK: - HTML

extension MarkdownTree {
  /// Writes the HTML of a node and what is below it.
  ///
  /// Cells of tables have classes `align-right` and the like instead of cmark's attribute `align`,
  /// which HTML no longer has. No text can look like it: quotes are references there.
  func render(_ node: MarkdownNode, into output: inout ByteBuffer) {
    unsafe withHTML(of: node) { html in
      let attribute = " align=\""
      var rest = unsafe html
      // cmark ends its text with a NUL.
      while let start = rest.baseAddress,
        let found = unsafe strstr(
          UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self),
          attribute
        )
      {
        let offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        unsafe output.append(UnsafeBufferPointer(rebasing: rest[..<offset]))
        output.append(" class=\"align-" as StaticString)
        unsafe rest = unsafe UnsafeBufferPointer(
          rebasing: rest[(offset + attribute.utf8.count)...]
        )
      }
      unsafe output.append(rest)
    }
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
  }
}

/// A document that nodes of a tree are moved into; it lives as long as they do.
@safe struct MarkdownRun {
  private let document: OpaquePointer

  init() {
    guard let document = unsafe cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, sitegen_cmark_arena())
    else {
      preconditionFailure("cmark has no memory for a document")
    }
    unsafe self.document = unsafe document
  }

  var root: MarkdownNode { unsafe MarkdownNode(document) }

  /// Takes `node` out of its tree and puts it behind those that are here.
  mutating func move(_ node: MarkdownNode) {
    unsafe _ = cmark_node_append_child(document, node.pointer)
  }
}
