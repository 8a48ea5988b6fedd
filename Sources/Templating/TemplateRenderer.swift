package import SourceText

/// Runs templates; one per worker, its memory is used again for each page.
package struct TemplateRenderer<Host: TemplateHost>: ~Copyable {
  package var host: Host
  private var arena: ValueArena

  package init(_ templates: TemplateSet, host: Host) {
    self.host = host
    arena = ValueArena()
  }

  /// Writes one page behind what `output` holds already.
  ///
  /// - Parameters:
  ///   - template: its number, from ``TemplateSet/index(of:)``.
  ///   - globals: makes one value for each of the vocabulary's globals, in that order.
  /// - Throws: the fault that stopped the page, at its place, with the chain that led there.
  package mutating func render(
    _ template: Int,
    into output: inout ByteBuffer,
    globals: (inout Host, inout ValueArena) -> [Value]
  ) throws(Diagnostic) {
    _ = globals(&host, &arena)
  }
}
