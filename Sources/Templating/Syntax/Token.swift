import SourceText

/// One token of a template; its text lies in the source.
struct Token {
  enum Kind: Equatable {
    /// Text outside of tags, already trimmed; the token's range is what remains.
    case text
    case outputStart, outputEnd
    case tagStart, tagEnd
    case name
    case integer(Int)
    case double(Double)
    case string([UInt8])
    case sign(Sign)
    /// What stands here was reported already.
    case broken
    case end
  }

  enum Sign: String, CaseIterable {
    case power = "**"
    case floorDivide = "//"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case join = "~"
    case less = "<"
    case greater = ">"
    case assign = "="
    case dot = "."
    case comma = ","
    case colon = ":"
    case pipe = "|"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
  }

  var kind: Kind
  var range: SourceRange
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// A letter, a digit or `_` of ASCII.
  var isNamePart: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  /// The value of a hexadecimal digit.
  var digitValue: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 0x41 + 10
    default: nil
    }
  }

  var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self - 32 : self }
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 32 : self }
}
