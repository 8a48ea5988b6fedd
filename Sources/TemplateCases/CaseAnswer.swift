package import SourceText
import Templating

/// What the conformance protocol hears of one case.
package enum CaseAnswer {
  case output(String)
  case fault(Diagnostic, in: [String: [UInt8]])

  /// Runs the case of one line.
  package init(to line: String) {
    do throws(JSONValues.Fault) {
      let templateCase = try TemplateCase(line)
      do throws(Diagnostic) {
        self = .output(try templateCase.render())
      } catch {
        let texts = templateCase.sources.map { ($0.name, $0.bytes) }
        self = .fault(error, in: Dictionary(texts) { first, _ in first })
      }
    } catch {
      let fault = Diagnostic("template/value", "the line is not a JSON object", path: "")
      self = .fault(fault, in: [:])
    }
  }

  /// The protocol's word for a kind of fault.
  package static func kind(of id: FaultID) -> String {
    switch id.name {
    case "template/syntax", "template/unclosed-tag": "syntax"
    case "template/undefined", "template/unknown-name", "template/unknown-field": "undefined"
    case "template/unknown-filter": "unknown_filter"
    case "template/unknown-test": "unknown_test"
    case "template/unknown-function": "unknown_function"
    case "template/unknown-method": "unknown_method"
    case "template/template-not-found": "template_not_found"
    case "template/type": "type"
    case "template/arguments": "arguments"
    case "template/recursion": "recursion"
    case "template/inheritance": "inheritance"
    case "template/escape-context": "escape_context"
    default: "value"
    }
  }

  /// The answer as one line of JSON.
  package var json: String {
    var json = ByteBuffer()
    switch self {
    case .output(let text):
      json.append("{\"output\": \"" as StaticString)
      json.append(escapingJSON: text)
      json.append("\"}" as StaticString)
    case .fault(let fault, let texts):
      json.append("{\"error\": {\"kind\": \"" as StaticString)
      json.append(escapingJSON: CaseAnswer.kind(of: fault.id))
      json.append("\", \"message\": \"" as StaticString)
      json.append(escapingJSON: fault.message)
      json.append("\", \"template\": \"" as StaticString)
      json.append(escapingJSON: fault.path)
      json.append("\"" as StaticString)
      if let range = fault.range, let bytes = texts[fault.path] {
        let position = LineTable(bytes).position(of: range.start)
        json.append(", \"line\": " as StaticString)
        json.append(decimal: position.line)
        json.append(", \"column\": " as StaticString)
        json.append(decimal: position.column)
      }
      json.append("}}" as StaticString)
    }
    return json.text()
  }
}
