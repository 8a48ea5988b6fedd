package import SourceText

/// Runs templates; one per worker, its memory is used again for each page.
package struct TemplateRenderer<Host: TemplateHost>: ~Copyable {
  private var machine: Machine
  package var host: Host

  package init(_ templates: TemplateSet, host: Host) {
    machine = Machine(templates.program)
    self.host = host
  }

  /// What the last page did not write as it is, each at its place.
  package var warnings: [Diagnostic] { machine.warnings }

  /// Writes one page behind what `output` holds already.
  ///
  /// - Parameters:
  ///   - template: its number, from ``TemplateSet/index(of:)``.
  ///   - output: left as it was when the page has a fault.
  ///   - globals: makes one value for each of the vocabulary's globals, in that order.
  /// - Throws: the fault that stopped the page, at its place, with the chain that led there.
  package mutating func render(
    _ template: Int,
    into output: inout ByteBuffer,
    globals: (inout Host, inout ValueArena) -> [Value]
  ) throws(Diagnostic) {
    machine.arena.removeAll()
    machine.work.removeAll()
    machine.setGlobals(globals(&host, &machine.arena))
    let start = output.count
    do throws(TemplateFault) {
      try machine.run(template, &host, &output)
    } catch {
      output.truncate(to: start)
      throw machine.diagnostic(error)
    }
  }
}
