import Foundation
import SourceText
import TemplateCases
import Testing

/// The cases of the language's reference, where a checkout of it lies beside this one.
@Suite struct ConformanceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    /// The case as a line of the protocol.
    let line: String
    let output: String?
    let kinds: [String]
    var testDescription: String { id }
  }

  static var cases: [Case] {
    let path = #filePath + "/../../../../shared/conformance/template-cases.json"
    let file = URL(filePath: path).standardized.path
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    // One case a line; the order of keys in it counts, so it is handed on as it is.
    return text.split(separator: "\n").compactMap { line in
      let line = line.hasSuffix(",") ? line.dropLast() : line
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)),
        let entry = object as? [String: Any], let id = entry["id"] as? String
      else { return nil }
      return Case(
        id: id,
        line: String(line),
        output: entry["expected_output"] as? String,
        kinds: entry["accept_error_kinds"] as? [String] ?? []
      )
    }
  }

  @Test(arguments: cases)
  func `each case of the reference passes`(_ wanted: Case) {
    switch CaseAnswer(to: wanted.line) {
    case .output(let output): #expect(output == wanted.output)
    case .fault(let fault, in: _): #expect(wanted.kinds.contains(CaseAnswer.kind(of: fault.id)))
    }
  }

  @Test(arguments: [
    (#"{"main": "a", "bad": "{% if %}", "worse": "{{ x|nope }}"}"#, "a"),
    (#"{"main": "{% include 'bad' %}", "bad": "{% if %}"}"#, "syntax"),
    (
      #"{"main": "{% include 'i' ignore missing %}", "i": "{% include 'n' %}"}"#,
      "template_not_found"
    ),
    (#"{"main": "{% extends 'bad' %}", "bad": "{{ x|nope }}"}"#, "unknown_filter"),
    (#"{"main": "{{ x|nope }}", "bad": "{% if %}"}"#, "unknown_filter"),
    (#"{"main": "{{ true or f() }}{{ f() if f is defined else 'd' }}"}"#, "Trued"),
    (#"{"main": "{{ f() }}"}"#, "undefined"),
  ])
  func `faults count that Jinja comes by`(_ templates: String, _ wanted: String) {
    switch CaseAnswer(to: #"{"templates": \#(templates), "main": "main"}"#) {
    case .output(let output): #expect(output == wanted)
    case .fault(let fault, in: _): #expect(CaseAnswer.kind(of: fault.id) == wanted)
    }
  }

  @Test(arguments: [#"{"a": "\"#, #"{"a": "\u00"#, #"{"a"#, #"{"a": [1"#])
  func `a line that ends too early is refused`(_ line: String) {
    guard case .fault(let fault, in: _) = CaseAnswer(to: line) else {
      Issue.record("it was read")
      return
    }
    #expect(fault.message == "the line is not a JSON object")
  }
}
