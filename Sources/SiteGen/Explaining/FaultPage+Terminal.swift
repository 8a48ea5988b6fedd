extension FaultPage {
  /// The page as text for a terminal: lines of at most 80 scalars, examples indented.
  package var terminalText: String {
    var text = ""
    var previous: Block?
    for block in blocks {
      // The items of a list stand close together.
      if case .item = previous, case .item = block {} else if previous != nil { text += "\n" }
      switch block {
      case .heading(let heading): text += heading + "\n"
      case .paragraph(let paragraph): text += wrapped(plain(paragraph), first: "", rest: "")
      case .item(let item): text += wrapped(plain(item), first: "- ", rest: "  ")
      case .example(let example): text += indented(example)
      }
      previous = block
    }
    return text
  }

  private func indented(_ example: Example) -> String {
    let isNamed = !example.target.isEmpty && example.target != "posting"
    let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return (isNamed ? "  \(example.target):\n" : "")
      + lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }
}

/// Markdown without the signs of bold text and of code.
func plain(_ text: String) -> String {
  text.replacing("**", with: "").replacing("`", with: "'")
}

private func wrapped(_ text: String, first: String, rest: String, width: Int = 80) -> String {
  var lines = ""
  var line = first
  var isEmpty = true
  for word in text.split(separator: " ") {
    if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
      lines += line + "\n"
      line = rest
      isEmpty = true
    }
    line += isEmpty ? String(word) : " " + word
    isEmpty = false
  }
  return lines + line + "\n"
}
