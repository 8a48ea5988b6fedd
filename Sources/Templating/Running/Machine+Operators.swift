import Glibc
import SourceText

// MARK: - Truth and comparison

extension Machine {
  mutating func isTrue(_ value: Value) throws(TemplateFault) -> Bool {
    switch value.tag {
    case .bool: return value.bits != 0
    case .none: return false
    case .int: return value.bits != 0
    case .double: return value.double != 0
    case .text, .list, .map: return value.length > 0
    case .undefined, .absent:
      try refuseUndefined(value)
      return false
    case .object, .macro, .module, .namespace, .loop, .cycler, .joiner: return true
    }
  }

  /// Whether two values are equal; numbers are compared as numbers, `true` is 1.
  mutating func areSame(_ left: Value, _ right: Value, depth: Int = 0) -> Bool {
    switch (left.tag, right.tag) {
    case (.text, .text):
      guard left.length == right.length else { return false }
      guard let one = arena.bytes(of: left).baseAddress,
        let other = arena.bytes(of: right).baseAddress
      else { return true }
      if left.bits == right.bits, left.flags.contains(.scratch) == right.flags.contains(.scratch) {
        return true
      }
      return memcmp(one, other, left.count) == 0
    case (.int, .int), (.bool, .bool), (.int, .bool), (.bool, .int): return left.bits == right.bits
    case (.double, .double): return left.double == right.double
    case (.int, .double), (.bool, .double): return Int(exactly: right.double) == left.int
    case (.double, .int), (.double, .bool): return Int(exactly: left.double) == right.int
    case (.none, .none), (.undefined, .undefined): return true
    case (.object, .object): return left.extra == right.extra && left.bits == right.bits
    case (.list, .list):
      guard left.length == right.length, left.isTuple == right.isTuple, depth < Machine.maximumDepth
      else { return false }
      for index in 0..<left.count {
        let one = arena.element(index, of: left)
        guard areSame(one, arena.element(index, of: right), depth: depth + 1) else { return false }
      }
      return true
    case (.map, .map):
      guard left.length == right.length, depth < Machine.maximumDepth else { return false }
      for index in 0..<left.count {
        guard let other = entry(arena.key(index, of: left), of: right) else { return false }
        let one = arena.element(index * 2 + 1, of: left)
        guard areSame(one, other, depth: depth + 1) else { return false }
      }
      return true
    case (.macro, .macro), (.module, .module), (.namespace, .namespace):
      return left.bits == right.bits && left.extra == right.extra
    default: return false
    }
  }

  func asDouble(_ value: Value) -> Double {
    value.tag == .double ? value.double : Double(value.int)
  }

  /// The order of two values, -1, 0 or 1; `nil` if they have none.
  mutating func order(_ left: Value, _ right: Value, depth: Int = 0) -> Int? {
    if left.isText, right.isText { return orderTexts(left, right) }
    let isNumeric = (left.isNumber || left.tag == .bool) && (right.isNumber || right.tag == .bool)
    if isNumeric {
      if left.tag == .double || right.tag == .double {
        let (one, other) = (asDouble(left), asDouble(right))
        if one == other, left.tag != right.tag { return orderExactly(left, right) }
        return one < other ? -1 : one > other ? 1 : 0
      }
      return left.int < right.int ? -1 : left.int > right.int ? 1 : 0
    }
    guard left.tag == .list, right.tag == .list, left.isTuple == right.isTuple,
      depth < Machine.maximumDepth
    else { return nil }
    for index in 0..<min(left.count, right.count) {
      let one = arena.element(index, of: left)
      let other = arena.element(index, of: right)
      if areSame(one, other) { continue }
      return order(one, other, depth: depth + 1)
    }
    return left.count < right.count ? -1 : left.count > right.count ? 1 : 0
  }

  /// The order of a whole number and a broken one that are the same `Double`.
  private mutating func orderExactly(_ left: Value, _ right: Value) -> Int {
    let isLeft = left.tag == .double
    guard let number = Int(exactly: (isLeft ? left : right).double) else { return isLeft ? 1 : -1 }
    let (one, other) = isLeft ? (number, right.int) : (left.int, number)
    return one < other ? -1 : one > other ? 1 : 0
  }

  private mutating func orderTexts(_ left: Value, _ right: Value) -> Int {
    let (one, other) = (arena.bytes(of: left), arena.bytes(of: right))
    for index in 0..<min(one.count, other.count) where one[index] != other[index] {
      return one[index] < other[index] ? -1 : 1
    }
    return one.count < other.count ? -1 : one.count > other.count ? 1 : 0
  }

  mutating func contains(_ container: Value, _ item: Value) throws(TemplateFault) -> Bool {
    switch container.tag {
    case .list:
      for index in 0..<container.count where areSame(arena.element(index, of: container), item) {
        return true
      }
      return false
    case .map: return entry(item, of: container) != nil
    case .text:
      guard item.isText else {
        if item.isUndefined { throw wrongKind(item, " and not a text") }
        throw TemplateFault("template/type", "\(describe(item)) can't be in a text")
      }
      return find(item, in: container, from: 0) != nil
    case .undefined, .absent:
      try refuseUndefined(container)
      return false
    default:
      throw TemplateFault("template/type", "nothing can be in \(describe(container))")
    }
  }

  /// Where a text stands in another.
  mutating func find(_ part: Value, in text: Value, from start: Int) -> Int? {
    let (bytes, wanted) = (arena.bytes(of: text), arena.bytes(of: part))
    guard wanted.count > 0 else { return start }
    var offset = start
    while offset + wanted.count <= bytes.count {
      if bytes[offset] == wanted[0],
        bytes[offset..<offset + wanted.count].elementsEqual(wanted)
      {
        return offset
      }
      offset += 1
    }
    return nil
  }
}

// MARK: - Operators

extension Machine {
  mutating func operate(
    _ number: UInt8,
    _ left: Value,
    _ right: Value,
    _ escapes: Bool
  ) throws(TemplateFault) -> Value {
    guard let sign = Operator(rawValue: number) else { return .undefined }
    if left.length > 63 || right.length > 63 {
      try spend(on: left)
      try spend(on: right)
    }
    for value in [left, right] where value.isUndefined {
      switch sign {
      // `contains` says what is wrong with it.
      case .isIn where right.isText, .isNotIn where right.isText: break
      case .join, .equal, .notEqual, .isIn, .isNotIn: try refuseUndefined(value)
      default: throw undefinedFault(value)
      }
    }
    switch sign {
    case .equal: return .bool(areSame(left, right))
    case .notEqual: return .bool(!areSame(left, right))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = order(left, right) else { throw operandFault(sign, left, right) }
      switch sign {
      case .less: return .bool(order < 0)
      case .lessOrEqual: return .bool(order <= 0)
      case .greater: return .bool(order > 0)
      default: return .bool(order >= 0)
      }
    case .isIn: return .bool(try contains(right, left))
    case .isNotIn: return .bool(try !contains(right, left))
    case .join: return try join(left, right, isSafe: escapes && (left.isSafe || right.isSafe))
    case .add:
      if left.isText, right.isText {
        return try join(left, right, isSafe: left.isSafe || right.isSafe)
      }
      if left.tag == .list, right.tag == .list, left.isTuple == right.isTuple {
        return concatenated(left, right)
      }
    case .multiply:
      if left.isText, right.isWhole { return try repeated(left, right.int) }
      if right.isText, left.isWhole { return try repeated(right, left.int) }
      if left.tag == .list, right.isWhole { return try repeatedList(left, right.int) }
      if right.tag == .list, left.isWhole { return try repeatedList(right, left.int) }
    default: break
    }
    guard isCountable(left), isCountable(right) else { throw operandFault(sign, left, right) }
    return try calculate(sign, left, right)
  }

  private func isCountable(_ value: Value) -> Bool { value.isNumber || value.tag == .bool }

  private func operandFault(_ sign: Operator, _ left: Value, _ right: Value) -> TemplateFault {
    var hint = sign == .add && (left.isText || right.isText) ? "join texts with '~'" : nil
    if left.tag == right.tag, left.isTuple != right.isTuple { hint = "only one of them is a tuple" }
    return TemplateFault(
      "template/type",
      "'\(sign.shown)' can't be used between \(describe(left)) and \(describe(right))",
      hint: hint
    )
  }

  private mutating func join(
    _ left: Value,
    _ right: Value,
    isSafe: Bool
  ) throws(TemplateFault) -> Value {
    let mark = work.count
    for value in [left, right] {
      if isSafe, !value.isSafe {
        try writeEscaped(value)
      } else {
        try writeText(value)
      }
    }
    guard work.count - mark <= Machine.maximumOutput else {
      throw TemplateFault("template/too-large", "the text is larger than 64 MiB")
    }
    return worked(from: mark, flags: isSafe ? .html : [])
  }

  private mutating func concatenated(_ left: Value, _ right: Value) -> Value {
    let start = collecting.count
    for index in 0..<left.count { collecting.append(arena.element(index, of: left)) }
    for index in 0..<right.count { collecting.append(arena.element(index, of: right)) }
    return left.isTuple ? collected(from: start).adding(.tuple) : collected(from: start)
  }

  private mutating func repeated(_ text: Value, _ times: Int) throws(TemplateFault) -> Value {
    let (size, overflow) = text.count.multipliedReportingOverflow(by: max(0, times))
    guard !overflow, size <= Machine.maximumText else {
      throw TemplateFault("template/too-large", "the repeated text is larger than 1 MiB")
    }
    let mark = work.count
    if text.count > 0 {
      for _ in 0..<max(0, times) { work.append(arena.bytes(of: text)) }
    }
    // JSON twice is no JSON.
    return worked(from: mark, flags: text.isSafe ? .html : [])
  }

  private mutating func repeatedList(_ list: Value, _ times: Int) throws(TemplateFault) -> Value {
    let (size, overflow) = list.count.multipliedReportingOverflow(by: max(0, times))
    guard !overflow, size <= Machine.maximumItems else {
      throw TemplateFault("template/too-large", "the repeated list is too long")
    }
    let start = collecting.count
    for index in 0..<size { collecting.append(arena.element(index % list.count, of: list)) }
    return collected(from: start)
  }
}

// MARK: - Arithmetic

extension Machine {
  mutating func number(_ value: Value, _ sign: String) throws(TemplateFault) -> Value {
    if isCountable(value) { return value }
    if value.isUndefined { throw undefinedFault(value) }
    throw TemplateFault("template/type", "'\(sign)' needs a number, not \(describe(value))")
  }

  mutating func negated(_ value: Value) throws(TemplateFault) -> Value {
    let value = try number(value, "-")
    if value.tag == .double { return .double(-value.double) }
    let (result, overflow) = 0.subtractingReportingOverflow(value.int)
    if overflow { throw Machine.tooLarge }
    return .int(result)
  }

  static var tooLarge: TemplateFault {
    TemplateFault("template/value", "the result is too large for a whole number")
  }

  private func calculate(
    _ sign: Operator,
    _ left: Value,
    _ right: Value
  ) throws(TemplateFault) -> Value {
    if sign == .divide || left.tag == .double || right.tag == .double {
      return .double(try calculate(sign, asDouble(left), asDouble(right)))
    }
    let (one, other) = (left.int, right.int)
    let result: (partialValue: Int, overflow: Bool)
    switch sign {
    case .add: result = one.addingReportingOverflow(other)
    case .subtract: result = one.subtractingReportingOverflow(other)
    case .multiply: result = one.multipliedReportingOverflow(by: other)
    case .floorDivide, .remainder:
      if other == 0 { throw Machine.divisionByZero }
      if other == -1 {
        result = sign == .remainder ? (0, false) : 0.subtractingReportingOverflow(one)
      } else {
        let quotient = one / other
        let rest = one % other
        let isBelow = rest != 0 && (rest < 0) != (other < 0)
        let floored = sign == .floorDivide
        result = (floored ? quotient - (isBelow ? 1 : 0) : rest + (isBelow ? other : 0), false)
      }
    case .power:
      guard other >= 0 else {
        return .double(try calculate(sign, Double(one), Double(other)))
      }
      return .int(try power(one, other))
    default: return .undefined
    }
    if result.overflow { throw Machine.tooLarge }
    return .int(result.partialValue)
  }

  static var divisionByZero: TemplateFault {
    TemplateFault("template/value", "a number can't be divided by 0")
  }

  private func calculate(
    _ sign: Operator,
    _ left: Double,
    _ right: Double
  ) throws(TemplateFault) -> Double {
    switch sign {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .power:
      if left == 0, right < 0 { throw Machine.divisionByZero }
      let result = pow(left, right)
      if result.isNaN, !left.isNaN, !right.isNaN {
        throw TemplateFault("template/value", "a root of a number below 0 is not a number")
      }
      if result.isInfinite, left.isFinite, right.isFinite {
        throw TemplateFault("template/value", "the result is too large")
      }
      return result
    default: break
    }
    if right == 0 { throw Machine.divisionByZero }
    switch sign {
    case .floorDivide: return divide(left, by: right).quotient
    case .remainder: return divide(left, by: right).rest
    default: return left / right
    }
  }

  /// A division that rounds down; the rest has the sign of the divisor, even if it is 0.
  func divide(_ number: Double, by divisor: Double) -> (quotient: Double, rest: Double) {
    var rest = number.truncatingRemainder(dividingBy: divisor)
    var quotient = (number - rest) / divisor
    if rest == 0 {
      rest = Double(signOf: divisor, magnitudeOf: 0)
    } else if (rest < 0) != (divisor < 0) {
      rest += divisor
      quotient -= 1
    }
    if quotient == 0 { return (Double(signOf: number / divisor, magnitudeOf: 0), rest) }
    // It is a whole number but for what was lost on the way.
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, rest)
  }

  private func power(_ base: Int, _ exponent: Int) throws(TemplateFault) -> Int {
    if base == 1 || exponent == 0 { return 1 }
    if base == 0 { return 0 }
    if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
    var result = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { throw Machine.tooLarge }
      result = product
    }
    return result
  }
}
