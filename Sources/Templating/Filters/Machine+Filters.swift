import SourceText

extension Machine {
  mutating func filter<Host: TemplateHost>(
    _ number: UInt8,
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    guard let filter = Filter(rawValue: number) else { return .undefined }
    let value = input.value
    if value.isUndefined, filter != .standard {
      if filter == .json {
        let fault = undefinedFault(value)
        throw TemplateFault(
          "template/type",
          fault.message + ", so it has no JSON",
          hint: fault.hint
        )
      }
      try refuseUndefined(value)
    }
    switch filter {
    case .standard: return try standard(input)
    case .safe:
      let text = try text(value)
      return text.adding(.html)
    case .escape:
      return value.isSafe ? value : try escaped(value)
    case .forceescape: return try escaped(value)
    case .string: return try text(value)
    case .upper, .lower, .capitalize, .title, .trim, .replace, .truncate, .striptags, .indent,
      .slug, .split, .wordcount, .urlencode:
      return try textFilter(filter, input)
    case .json: return try json(input)
    case .abs, .int, .float, .round, .number, .pluralize: return try numberFilter(filter, input)
    case .date: return try date(input)
    case .length, .first, .last, .list, .reverse, .dictsort, .items, .batch, .slice:
      return try listFilter(filter, input)
    case .join, .sort, .unique, .groupby, .min, .max, .sum:
      return try keyFilter(filter, input, &host)
    case .map, .select, .reject, .selectattr, .rejectattr:
      return try nestedFilter(filter, input, &host)
    }
  }

  private func standard(_ input: FilterInput) throws(TemplateFault) -> Value {
    let coversFalse = try flag(input[1])
    var isReplaced = input.value.isUndefined
    if !isReplaced, coversFalse { isReplaced = try !isTrue(input.value) }
    return isReplaced ? input[0] ?? Value(.text) : input.value
  }

  private mutating func escaped(_ value: Value) throws(TemplateFault) -> Value {
    let mark = work.count
    try writeEscaped(value)
    return worked(from: mark, flags: .html)
  }

  private mutating func json(_ input: FilterInput) throws(TemplateFault) -> Value {
    if input.value.flags.contains(.json), input.value.isText { return input.value }
    var indent = 0
    if let width = input[0], !width.isNone { indent = try whole(width, "indent") }
    guard (0...16).contains(indent) else {
      throw TemplateFault("template/value", "'indent' is a number from 0 to 16")
    }
    let mark = work.count
    try writeJSON(input.value, indent: indent)
    return worked(from: mark, flags: .json)
  }

  // MARK: Arguments

  func whole(_ value: Value, _ name: String) throws(TemplateFault) -> Int {
    if value.tag == .int || value.tag == .bool { return value.int }
    if value.isUndefined { throw undefinedFault(value) }
    throw TemplateFault(
      "template/type",
      "'\(name)' has to be a whole number, not \(describe(value))"
    )
  }

  func textArgument(_ value: Value, _ name: String) throws(TemplateFault) -> String {
    if let text = arena.string(value) { return text }
    if value.isUndefined { throw undefinedFault(value) }
    throw TemplateFault("template/type", "'\(name)' has to be a text, not \(describe(value))")
  }

  func flag(_ value: Value?) throws(TemplateFault) -> Bool {
    guard let value else { return false }
    return try isTrue(value)
  }

  // MARK: Tests

  func test(
    _ number: UInt8,
    _ value: Value,
    _ arguments: UnsafePointer<Value>
  ) throws(TemplateFault) -> Bool {
    guard let test = Test(rawValue: number) else { return false }
    if value.isUndefined {
      switch test {
      case .defined: return false
      case .undefined: return true
      case .none, .boolean, .isTrue, .isFalse, .integer, .float, .number, .string, .mapping:
        return false
      default: try refuseUndefined(value)
      }
    }
    switch test {
    case .defined: return true
    case .undefined: return false
    case .none: return value.isNone
    case .boolean: return value.tag == .bool
    case .isTrue: return value.tag == .bool && value.bits != 0
    case .isFalse: return value.tag == .bool && value.bits == 0
    case .integer: return value.tag == .int
    case .float: return value.tag == .double
    case .number: return value.isNumber || value.tag == .bool
    case .string: return value.isText
    case .sequence: return value.tag == .list || value.tag == .text || value.tag == .map
    case .mapping: return value.tag == .map || value.tag == .object
    case .iterable:
      return value.tag == .list || value.tag == .text || value.tag == .map || value.isUndefined
    case .odd: return try remainder(value, 2) != 0
    case .even: return try remainder(value, 2) == 0
    case .divisibleby:
      let divisor = try whole(arguments[0], "num")
      if divisor == 0 { throw Machine.divisionByZero }
      return try remainder(value, divisor) == 0
    case .equal: return areSame(value, arguments[0])
    case .notEqual: return !areSame(value, arguments[0])
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = order(value, arguments[0]) else {
        throw TemplateFault(
          "template/type",
          "\(describe(value)) and \(describe(arguments[0])) have no order"
        )
      }
      switch test {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    case .isIn: return try contains(arguments[0], value)
    case .sameas: return value.tag == arguments[0].tag && areSame(value, arguments[0])
    case .lower, .upper:
      guard let text = arena.string(value) else { return false }
      let folded = test == .lower ? text.lowercased() : text.uppercased()
      let other = test == .lower ? text.uppercased() : text.lowercased()
      return text == folded && folded != other
    case .startingwith, .endingwith:
      let part = arguments[0]
      guard value.isText, part.isText else {
        throw TemplateFault("template/type", "only a text can begin or end with a text")
      }
      let (bytes, wanted) = (arena.bytes(of: value), arena.bytes(of: part))
      return test == .startingwith
        ? bytes.prefix(wanted.count).elementsEqual(wanted)
        : bytes.suffix(wanted.count).elementsEqual(wanted)
    case .containing: return try contains(value, arguments[0])
    }
  }

  private func remainder(_ value: Value, _ divisor: Int) throws(TemplateFault) -> Int {
    if value.tag == .double {
      return value.double.truncatingRemainder(dividingBy: Double(divisor)) == 0 ? 0 : 1
    }
    guard value.tag == .int || value.tag == .bool else {
      throw TemplateFault("template/type", "a number is needed here, not \(describe(value))")
    }
    return divisor == -1 ? 0 : value.int % divisor
  }
}
