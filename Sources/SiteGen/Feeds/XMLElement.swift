import SourceText

// The pieces of XML that feeds are made of.

extension ByteBuffer {
  /// Writes an element that holds text alone, on a line of its own.
  mutating func element(_ name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(escapingXML: text)
    append("</")
    append(name)
    append(">\n")
  }

  /// Writes an attribute with the space in front of it.
  mutating func attribute(_ name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    append(escapingXML: value)
    append("\"")
  }
}
