import SourceText

extension Machine {
  mutating func listFilter(
    _ filter: Filter,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    let value = input.value
    switch filter {
    case .length:
      switch value.tag {
      case .text: return .int(arena.bytes(of: value).scalarCount)
      case .list, .map: return .int(value.count)
      case .undefined, .absent: return .int(0)
      default: throw TemplateFault("template/type", "\(describe(value)) has no length")
      }
    case .first, .last:
      let list = try sequence(value, for: "'first' or 'last'")
      guard list.count > 0 else { return undefinedHere() }
      return arena.element(filter == .first ? 0 : list.count - 1, of: list)
    case .list: return try sequence(value, for: "'list'").removing([.tuple, .group])
    case .reverse:
      let list = try sequence(value, for: "'reverse'")
      let start = collecting.count
      for index in stride(from: list.count - 1, through: 0, by: -1) {
        collecting.append(arena.element(index, of: list))
      }
      guard value.isText else { return collected(from: start) }
      let mark = work.count
      for index in start..<collecting.count { work.append(arena.bytes(of: collecting[index])) }
      collecting.removeSubrange(start...)
      return worked(from: mark)
    case .items:
      if value.isUndefined { return Value(.list) }
      try requireMap(value, "items")
      return parts(of: value, keys: true, values: true)
    case .dictsort: return try dictsort(input)
    default: return try rows(filter, input)
    }
  }

  /// Two values can't be compared.
  func orderFault(_ left: Value, _ right: Value) -> TemplateFault {
    if left.isUndefined { return undefinedFault(left) }
    if right.isUndefined { return undefinedFault(right) }
    return TemplateFault(
      "template/type",
      "\(describe(left)) and \(describe(right)) have no order",
      hint: "compare values of one kind"
    )
  }

  private func requireMap(_ value: Value, _ filter: String) throws(TemplateFault) {
    if value.isUndefined { throw undefinedFault(value) }
    guard value.tag == .map else {
      throw TemplateFault("template/type", "'\(filter)' needs a map, not \(describe(value))")
    }
  }

  private mutating func rows(
    _ filter: Filter,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    let name = filter == .batch ? "batch" : "slice"
    let list = try sequence(input.value, for: "'\(name)'")
    let number = try whole(input[0] ?? .undefined, filter == .batch ? "linecount" : "slices")
    guard (1...Machine.maximumItems).contains(number) else {
      throw TemplateFault("template/value", "'\(name)' needs a number of at least 1")
    }
    let rows = collecting.count
    var first = 0
    let count = filter == .batch ? (list.count + number - 1) / number : number
    for row in 0..<count {
      let isLong = row < list.count % number
      let size =
        filter == .batch
        ? min(number, list.count - first) : list.count / number + (isLong ? 1 : 0)
      let start = collecting.count
      for index in first..<first + size { collecting.append(arena.element(index, of: list)) }
      first += size
      let isShort = filter == .batch ? size < number : !isLong
      if isShort, let fill = input[1], !fill.isNone {
        let missing = filter == .batch ? number - size : 1
        for _ in 0..<missing { collecting.append(fill) }
      }
      let items = collected(from: start)
      collecting.append(items)
    }
    return collected(from: rows)
  }

  private mutating func dictsort(_ input: FilterInput) throws(TemplateFault) -> Value {
    try requireMap(input.value, "dictsort")
    let isSensitive = try flag(input[0])
    var isByKey = true
    if let argument = input[1] {
      if argument.isUndefined { try refuseUndefined(argument) }
      let by = arena.string(argument)
      isByKey = by == "key"
      guard isByKey || by == "value" else {
        throw TemplateFault("template/value", "'by' is either 'key' or 'value'")
      }
    }
    let pairs = parts(of: input.value, keys: true, values: true)
    let first = collecting.count
    for index in 0..<pairs.count {
      let pair = arena.element(index, of: pairs)
      collecting.append(folded(arena.element(isByKey ? 0 : 1, of: pair), isSensitive))
    }
    return try sorted(pairs, by: first, isReversed: try isReversed(input[2]))
  }
}
