import Glibc
import SiteGen
import SourceText

/// Asks on a terminal for what a new posting needs.
struct Questionnaire {
  /// Whether somebody sits there to answer.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Asks until every required field has a value that the schema takes.
  ///
  /// - Returns: whether all was answered; `false` when the input ended.
  func fill(_ posting: inout NewPosting) -> Bool {
    terminal.complain("Ctrl-D ends without writing anything.\n")
    var last: String?
    while let question = posting.nextQuestion {
      if question.field != last { introduce(question) }
      last = question.field
      guard let answer = answer(question) else { return false }
      for fault in posting.set(question.field, to: answer) {
        terminal.complain("  \(fault.message)\n")
        if let hint = fault.hint { terminal.complain("  = help: \(hint)\n") }
      }
    }
    return true
  }

  /// The field's sentence and what there is to choose from.
  private func introduce(_ question: NewPosting.Question) {
    terminal.complain("\n\(question.summary)\n")
    for (index, choice) in question.choices.enumerated() {
      terminal.complain("  \(index + 1)  \(choice)\n")
    }
    if question.choices.isEmpty, question.usual == nil {
      terminal.complain("  such as \(question.example)\n")
    }
  }

  /// What was typed: a number stands for its choice, nothing for the default.
  private func answer(_ question: NewPosting.Question) -> String? {
    while true {
      let usual = question.usual.map { " [\($0)]" } ?? ""
      terminal.complain("\(question.field)\(usual): ")
      guard let line = readLine() else { return nil }
      let text = line.trimmingSpaces
      if text.isEmpty {
        if let usual = question.usual { return usual }
        terminal.complain("  an answer is needed here\n")
        continue
      }
      return chosen(text, from: question.choices)
    }
  }

  /// The text with numbers of choices, alone or between commas, replaced by what they stand for.
  private func chosen(_ text: String, from choices: [String]) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part).trimmingSpaces
    }
    let numbers = parts.map { Int($0).flatMap { choices.indices.contains($0 - 1) ? $0 - 1 : nil } }
    guard numbers.contains(where: { $0 != nil }) else { return text }
    return zip(parts, numbers).map { $1.map { choices[$0] } ?? $0 }.joined(separator: ", ")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let rest = drop { $0.isWhitespace }
    return String(rest.reversed().drop { $0.isWhitespace }.reversed())
  }
}
