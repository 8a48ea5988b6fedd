import SourceText

extension Machine {
  mutating func filter<Host: TemplateHost>(
    _ number: UInt8,
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    guard let filter = Filter(rawValue: number) else { return .undefined }
    let value = input.value
    try spend(on: value)
    if value.isUndefined, filter != .standard { try refuse(value, in: filter) }
    switch filter {
    case .standard: return try standard(input)
    case .safe:
      let text = try text(value)
      return text.adding(.html)
    case .escape:
      return value.isSafe ? value : try escaped(value)
    case .forceescape: return try escaped(value)
    case .string: return try text(value)
    case .upper, .lower, .capitalize, .title, .trim, .replace, .striptags, .slug, .split,
      .wordcount, .center, .format:
      return try textFilter(filter, input)
    case .truncate: return try truncate(input)
    case .indent: return try indent(input)
    case .wordwrap: return try wordwrap(input)
    case .filesizeformat: return try fileSize(input)
    case .urlencode: return try urlencode(value)
    case .xmlattr: return try xmlattr(input)
    case .attr: return try attr(input, &host)
    case .json: return try json(input)
    case .abs, .int, .float, .round, .number, .money, .pluralize:
      return try numberFilter(filter, input)
    case .date: return try date(input)
    case .length, .first, .last, .list, .reverse, .dictsort, .items, .batch, .slice:
      return try listFilter(filter, input)
    case .join, .sort, .unique, .groupby, .min, .max, .sum:
      return try keyFilter(filter, input, &host)
    case .map, .select, .reject, .selectattr, .rejectattr:
      return try nestedFilter(filter, input, &host)
    }
  }

  /// A part by its name, which in a map is not an entry.
  private mutating func attr<Host: TemplateHost>(
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    let name = try textArgument(input[0] ?? .undefined, named: "name")
    return input.value.tag == .map ? undefinedHere() : try item(name, of: input.value, &host)
  }

  private mutating func standard(_ input: FilterInput) throws(TemplateFault) -> Value {
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
    var indent: Int?
    if let width = input[0], !width.isNone { indent = try whole(width, "indent") }
    guard (0...16).contains(indent ?? 0) else {
      throw TemplateFault("template/value", "'indent' is a number from 0 to 16")
    }
    let mark = work.count
    try writeJSON(input.value, indent: indent)
    return worked(from: mark, flags: .json)
  }

  /// An undefined value is nothing to most filters; those for numbers refuse it in every mode.
  private mutating func refuse(_ value: Value, in filter: Filter) throws(TemplateFault) {
    let fault = undefinedFault(value)
    switch filter {
    case .json: throw wrongKind(value, ", so it has no JSON")
    case .abs: throw wrongKind(value, " and not a number")
    case .number, .money, .date:
      let wanted = filter == .date ? "date" : "number"
      throw TemplateFault(
        "template/value",
        "\(fault.message) and not a \(wanted)",
        hint: fault.hint
      )
    case .int, .float: throw fault
    case .items, .round: return
    default: try refuseUndefined(value)
    }
  }

  // MARK: Arguments

  // `isPlain` says whether Jinja hands the number to Python as it is, to which an undefined value is of
  // the wrong kind.
  mutating func whole(_ value: Value, _ name: String, isPlain: Bool = false) throws(TemplateFault)
    -> Int
  {
    if value.isWhole { return value.int }
    if value.isUndefined {
      throw isPlain ? wrongKind(value, " and not a whole number") : undefinedFault(value)
    }
    throw TemplateFault(
      "template/type",
      "'\(name)' has to be a whole number, not \(describe(value))"
    )
  }

  mutating func flag(_ value: Value?) throws(TemplateFault) -> Bool {
    guard let value else { return false }
    return try isTrue(value)
  }

  /// Whether the order is turned round.
  mutating func isReversed(_ value: Value?) throws(TemplateFault) -> Bool {
    try value.map { value throws(TemplateFault) in
      try whole(value, "reverse", isPlain: true) != 0
    } ?? false
  }

  // MARK: Tests

  mutating func test(
    _ number: UInt8,
    _ value: Value,
    _ arguments: UnsafePointer<Value>
  ) throws(TemplateFault) -> Bool {
    guard let test = Test(rawValue: number) else { return false }
    try spend(on: value)
    if test == .isIn { try spend(on: arguments[0]) }
    if value.isUndefined {
      switch test {
      case .defined: return false
      case .undefined: return true
      case .none, .boolean, .isTrue, .isFalse, .integer, .float, .number, .string, .mapping,
        .sameas, .escaped, .filter, .test:
        return false
      case .callable: return true
      case .sequence: return program.isLenient
      // `contains` says what is wrong with it.
      case .isIn where arguments[0].isText: break
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
    case .odd: return try remainder(value, 2) == 1
    case .even: return try remainder(value, 2) == 0
    case .divisibleby:
      let divisor = try self.number(arguments[0], "divisibleby")
      if asDouble(divisor) == 0 { throw Machine.divisionByZero }
      return try remainder(value, asDouble(divisor)) == 0
    case .equal, .notEqual:
      if arguments[0].isUndefined { try refuseUndefined(arguments[0]) }
      return areSame(value, arguments[0]) == (test == .equal)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = order(value, arguments[0]) else { throw orderFault(value, arguments[0]) }
      switch test {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    case .isIn: return try contains(arguments[0], value)
    case .sameas: return value.tag == arguments[0].tag && areSame(value, arguments[0])
    case .lower, .upper:
      return value.isText && isOfCase(value, upper: test == .upper)
    case .escaped: return value.isSafe
    case .filter: return arena.string(value).map { Signatures.filters[$0] != nil } ?? false
    case .test: return arena.string(value).map { Signatures.tests[$0] != nil } ?? false
    case .callable: return value.tag == .macro || value.tag == .joiner
    case .startingwith, .endingwith:
      let part = arguments[0]
      guard part.isText else {
        throw TemplateFault("template/type", "a text begins or ends with a text only")
      }
      let text = try text(value)
      let (bytes, wanted) = (arena.bytes(of: text), arena.bytes(of: part))
      return test == .startingwith
        ? bytes.prefix(wanted.count).elementsEqual(wanted)
        : bytes.suffix(wanted.count).elementsEqual(wanted)
    case .containing: return try contains(value, arguments[0])
    }
  }

  /// What is left of a number after division, with the sign of the divisor.
  private mutating func remainder(_ value: Value, _ divisor: Double) throws(TemplateFault) -> Double
  {
    if value.isUndefined { throw undefinedFault(value) }
    guard value.isNumber || value.tag == .bool else {
      throw TemplateFault("template/type", "a number is needed here, not \(describe(value))")
    }
    // Whole numbers beyond 2^53 are exact only as such.
    if value.tag != .double, let divisor = Int(exactly: divisor), divisor != -1 {
      let rest = value.int % divisor
      return Double(rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest)
    }
    return divide(asDouble(value), by: divisor).rest
  }
}
