import SourceText

/// A name with its place.
struct Name {
  let text: String
  let range: SourceRange
}

/// What stands between the parentheses of a call, a filter or a test.
struct Arguments {
  var positional: [Expression] = []
  var named: [(name: Name, value: Expression)] = []
  /// `*list`, which gives further arguments by place.
  var list: Expression?
  /// `**map`, which gives further arguments by name.
  var map: Expression?

  static var none: Arguments { Arguments() }

  /// Every argument's value, in the order of the registers of a call.
  var values: [Expression] {
    positional + named.map(\.value) + [list, map].compactMap(\.self)
  }
}

/// A part of a template that has a value.
struct Expression: Sendable {
  indirect enum Kind {
    case none
    case bool(Bool)
    case integer(Int)
    case double(Double)
    case text([UInt8])
    case name(String)
    case list([Expression], isTuple: Bool = false)
    case map([(key: Expression, value: Expression)])
    case attribute(Expression, Name)
    case item(Expression, Expression)
    case slice(Expression, start: Expression?, stop: Expression?, step: Expression?)
    case call(Expression, Arguments)
    case filter(Expression, Name, Arguments)
    case test(Expression, Name, Arguments, isNegated: Bool)
    case minus(Expression)
    case plus(Expression)
    case not(Expression)
    case operation(Operator, Expression, Expression)
    /// `a < b < c`: all comparisons hold.
    case comparisons(Expression, [(sign: Operator, right: Expression)])
    case and(Expression, Expression)
    case or(Expression, Expression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression?)
  }

  let kind: Kind
  let range: SourceRange
  /// The longest way down to a leaf, which bounds every recursion over the tree.
  let depth: Int

  init(_ kind: Kind, _ range: SourceRange, depth: Int = 1) {
    self.kind = kind
    self.range = range
    self.depth = depth
  }
}

/// An operator of two values, in the numbering of the instructions.
enum Operator: UInt8 {
  case add, subtract, multiply, divide, floorDivide, remainder, power, join
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case isIn, isNotIn

  var shown: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .remainder: "%"
    case .power: "**"
    case .join: "~"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .isNotIn: "not in"
    }
  }
}

extension Expression {
  /// How many templates up `super`, `super.super` and so on mean.
  var superLevels: Int? {
    switch kind {
    case .name("super"): 1
    case .attribute(let base, let name) where name.text == "super": base.superLevels.map { $0 + 1 }
    default: nil
    }
  }
}
