/// A text that was meant as a field, but has no space behind its colon, or `=` instead.
struct UnspacedField {
  let name: String
  let message: String
  let hint: String

  /// Reads the text; `nil` if it doesn't begin with one of the names and such a sign.
  ///
  /// - Parameters:
  ///   - text: a value or a name, maybe of several lines that YAML has joined with spaces.
  ///   - names: the fields that there are.
  init?(_ text: String, names: some Sequence<String>) {
    guard
      let name = names.first(where: {
        text.hasPrefix($0) && Self.sign(text.dropFirst($0.count)) != nil
      }),
      let sign = Self.sign(text.dropFirst(name.count))
    else { return nil }
    let rest = text.dropFirst(name.count)
    // The next field ends this one.
    let end = rest.indices.first { index in
      rest[index] == " "
        && names.contains { next in
          let tail = rest[rest.index(after: index)...]
          return tail.hasPrefix(next) && Self.sign(tail.dropFirst(next.count)) == sign
        }
    }
    let field = name + rest[..<(end ?? rest.endIndex)]
    let value = field.dropFirst(name.count).drop { $0.isWhitespace || $0 == sign }
    self.name = name
    hint = "write '\(name): \(value)'"
    message =
      sign == "="
      ? "'\(field)' has '=' for ':'"
      : value.startIndex > field.index(field.startIndex, offsetBy: name.count + 1)
        ? "the blank behind '\(name):' is a special one"
        : "'\(field)' has no space behind the ':'"
  }

  /// The sign that a text begins with, behind white space.
  private static func sign(_ text: Substring) -> Character? {
    text.first { !$0.isWhitespace }.flatMap { $0 == ":" || $0 == "=" ? $0 : nil }
  }
}
