import SourceText

/// Why text or a value can't stand where it does.
struct EscapeFault: Error {
  let message: String
  let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }
}

// MARK: - Text

extension EscapeFault {
  static let partialName = EscapeFault(
    "a name within a tag is put together from parts",
    hint: "write the whole name in each way through the template, and space between names"
  )
  static let strayEquals = EscapeFault(
    "'=' stands where the name of an attribute is expected",
    hint: "write name=\"value\""
  )
  static let unquotedSign = EscapeFault(
    "a value without quotes holds a sign that needs them",
    hint: "put the value in quotes"
  )
  static let commentInScript = EscapeFault(
    "'<!--' stands in a script",
    hint: "leave it out, or write '<\\!--' within a text"
  )
  static let commentEndInScript = EscapeFault(
    "'-->' stands in a script, and begins a comment there at the start of a line",
    hint: "leave it out, or write '-- >'"
  )
  static let unclearSlash = EscapeFault(
    "'/' may begin a regular expression or divide, as the way through the template has it",
    hint: "put what stands before it in parentheses, in each way"
  )
  static let selfClosed = EscapeFault(
    "'/>' ends a tag that needs an end tag in HTML",
    hint: "write the end tag"
  )
  static let tagInText = EscapeFault(
    "a tag stands in an element that holds plain text",
    hint: "write '&lt;' for the sign itself, or end the element before the tag"
  )
  static let secondType = EscapeFault(
    "a script has two types",
    hint: "keep one of them"
  )
  static let colonBehindValue = EscapeFault(
    "':' behind a value would make the value a scheme",
    hint: "write the scheme itself, as in href=\"https://{{ … }}\""
  )

  static func signInName(_ byte: UInt8) -> EscapeFault {
    EscapeFault(
      "'\(Character(Unicode.Scalar(byte)))' stands in a name within a tag",
      hint: "close the value or the tag before it"
    )
  }

  static let refreshValue = EscapeFault(
    "a value stands in the content of a 'meta' that goes to another page",
    hint: "write content=\"0; url={{ … }}\", and 'http-equiv' before it"
  )
}

// MARK: - Values

extension EscapeFault {
  static let tagName = EscapeFault(
    "a value can't be the name of a tag",
    hint: "write the names, and choose with 'if'; for the sign itself write '&lt;'"
  )
  static let attributeName = EscapeFault(
    "a value can't be an attribute or the name of one",
    hint: "write name=\"{{ … }}\", and choose with 'if'"
  )
  static let markup = EscapeFault(
    "a value can't stand within '<!…>'",
    hint: "write it out"
  )
  static let endTag = EscapeFault(
    "a value stands where an end tag may begin",
    hint: "write '&lt;' for the sign itself"
  )
  static let reference = EscapeFault(
    "a value stands behind '&', as a part of a character reference",
    hint: "write '&amp;' for the sign itself"
  )
  static let unclearURL = EscapeFault(
    "the ways through the template lead to different parts of the address before this value",
    hint: "write the whole address, with its values, in each way"
  )
  static let scriptURL = EscapeFault(
    "a value stands in an address that runs or holds what follows its scheme",
    hint: "use a link to a page, or give the whole address as one value"
  )
  static let scriptText = EscapeFault(
    "a value can't stand within a text of a script",
    hint: "write the whole text as a value, without quotes around it: title = {{ … }};"
  )
  static let scriptTemplate = EscapeFault(
    "a value can't stand between '`' in a script",
    hint: "write it as a value of its own before: const title = {{ … }};"
  )
  static let scriptRegex = EscapeFault(
    "a value can't stand in a regular expression",
    hint: "write it as a value of its own before: const word = {{ … }};"
  )
  static let scriptComment = EscapeFault(
    "a value can't stand in a comment of a script",
    hint: "leave it out, or use '{# … #}'"
  )
  static let styleAddress = EscapeFault(
    "a value can't stand in 'url()' of a style sheet",
    hint: "put it in a 'style' attribute: style=\"background-image: url('{{ … }}')\""
  )
  static let sources = EscapeFault(
    "a value can't stand in a list of pictures",
    hint: "use src=\"{{ … }}\", or one 'source' with 'src' for each"
  )
  static let page = EscapeFault(
    "a value can't stand in 'srcdoc', which holds a whole page",
    hint: "use src=\"{{ … }}\""
  )
  static let scriptType = EscapeFault(
    "a value can't be the type of a script",
    hint: "write the type, and choose with 'if'"
  )
  static let httpEquiv = EscapeFault(
    "a value can't be 'http-equiv'",
    hint: "write it out, and choose with 'if'"
  )
  static let animated = EscapeFault(
    "a value can't be what an animation sets",
    hint: "write it out, and choose with 'if'"
  )
  static let unclearAttribute = EscapeFault(
    "the ways through the template lead to different names before '='",
    hint: "write the whole attribute in each way"
  )

  static func unquoted(_ name: [UInt8]) -> EscapeFault {
    let name = String(decoding: name, as: UTF8.self)
    return EscapeFault(
      "the value of '\(name)' stands without quotes",
      hint: "write \(name)=\"{{ … }}\""
    )
  }

  static func event(_ name: [UInt8]) -> EscapeFault {
    EscapeFault(
      "a value can't stand in '\(String(decoding: name, as: UTF8.self))', which runs as a script",
      hint: "put it in a 'data-' attribute and read that in a script"
    )
  }
}
