/// How a value is written; the flag byte of the emit instruction.
///
/// Which one a place needs is decided when templates are compiled. The first two also are the
/// modes of templates that are not HTML, and of filters and operators.
enum Escaping: UInt8, Sendable {
  /// As it is.
  case none
  /// In text: five characters are escaped, what is safe stays as it is.
  case html
  /// In a quoted attribute, and where tags mean nothing: what is safe keeps its references.
  case attribute
  /// Where an address begins: only some schemes pass.
  case urlStart
  /// The same for a picture, which may hold its own data.
  case imageStart
  /// Behind the beginning of an address that might still become a scheme.
  case urlSegment
  /// In an address before `?` and `#`.
  case urlPath
  /// Behind `?` or `#`.
  case urlQuery
  /// A whole value of a script, as JSON.
  case script
  /// A word or a number of a style.
  case style
  /// Not at all: a comment.
  case nothing
}

extension Escaping {
  /// Whether a macro can write its own text here.
  var isText: Bool { self == .none || self == .html }
}
