import SourceText

// Filters that look at a part of each item.

extension Machine {
  mutating func keyFilter<Host: TemplateHost>(
    _ filter: Filter,
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    switch filter {
    case .join: return try join(input, &host)
    case .sort:
      let list = try sequence(input.value, for: "'sort'")
      let isSensitive = try flag(input[1])
      let first = try collectKeys(of: list, by: input[2], isSensitive: isSensitive, &host)
      return try sorted(list, by: first, isReversed: try isReversed(input[0]), equalIsFine: true)
    case .unique:
      let list = try sequence(input.value, for: "'unique'")
      let isSensitive = try flag(input[0])
      let first = try collectKeys(of: list, by: input[1], isSensitive: isSensitive, &host)
      return try distinct(list, by: first)
    case .groupby: return try groupby(input, &host)
    case .min, .max: return try extreme(input, isLeast: filter == .min, &host)
    default:
      let list = try sequence(input.value, for: "'sum'")
      var sum = input[1] ?? .int(0)
      for index in 0..<list.count {
        var item = arena.element(index, of: list)
        if let path = input[0], !path.isNone { item = try value(at: path, of: item, &host) }
        sum = try operate(Operator.add.rawValue, sum, item, input.escapes)
      }
      return sum
    }
  }

  private mutating func extreme<Host: TemplateHost>(
    _ input: FilterInput,
    isLeast: Bool,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    let list = try sequence(input.value, for: isLeast ? "'min'" : "'max'")
    guard list.count > 0 else { return undefinedHere() }
    let isSensitive = try flag(input[0])
    var best = arena.element(0, of: list)
    var bestKey = try key(of: best, by: input[1], isSensitive, &host)
    for index in 1..<list.count {
      let item = arena.element(index, of: list)
      let key = try key(of: item, by: input[1], isSensitive, &host)
      guard let order = order(key, bestKey) else { throw orderFault(key, bestKey) }
      if isLeast ? order < 0 : order > 0 { (best, bestKey) = (item, key) }
    }
    return best
  }

  private mutating func join<Host: TemplateHost>(
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    let list = try sequence(input.value, for: "'join'")
    let separator = try text(input[0] ?? Value(.text))
    let start = collecting.count
    var isSafe = separator.isSafe
    for index in 0..<list.count {
      var item = arena.element(index, of: list)
      if let path = input[1], !path.isNone { item = try value(at: path, of: item, &host) }
      if item.isUndefined { try refuseUndefined(item) }
      if item.isSafe { isSafe = true }
      collecting.append(item)
    }
    isSafe = isSafe && input.escapes
    let mark = work.count
    for index in start..<collecting.count {
      if index > start { try write(joined: separator, isSafe) }
      try write(joined: collecting[index], isSafe)
    }
    collecting.removeSubrange(start...)
    return worked(from: mark, flags: isSafe ? .html : [])
  }

  private mutating func write(joined value: Value, _ isSafe: Bool) throws(TemplateFault) {
    if isSafe, !value.isSafe { try writeEscaped(value) } else { try writeText(value) }
  }

  private mutating func groupby<Host: TemplateHost>(
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    let list = try sequence(input.value, for: "'groupby'")
    let isSensitive = try flag(input[2])
    let standard = input[1].flatMap { $0.isNone ? nil : $0 }
    let groupers = collecting.count
    for index in 0..<list.count {
      let item = arena.element(index, of: list)
      let key = try value(at: input[0] ?? .undefined, of: item, or: standard, &host)
      if key.isUndefined { try refuseUndefined(key) }
      collecting.append(key)
    }
    let keys = collecting.count
    for index in 0..<list.count {
      collecting.append(folded(collecting[groupers + index], isSensitive))
    }
    try sortPlaces(list.count, by: keys)
    let groups = collecting.count
    var index = 0
    while index < places.count {
      let first = Int(places[index])
      let members = collecting.count
      while index < places.count,
        areSame(collecting[keys + Int(places[index])], collecting[keys + first])
      {
        collecting.append(arena.element(Int(places[index]), of: list))
        index += 1
      }
      let items = collected(from: members)
      collecting.append(collecting[groupers + first])
      collecting.append(items)
      let group = collected(from: members).adding([.group, .tuple])
      collecting.append(group)
    }
    let result = collected(from: groups)
    collecting.removeSubrange(groupers...)
    return result
  }

  // MARK: Filters that take filters or tests

  mutating func nestedFilter<Host: TemplateHost>(
    _ filter: Filter,
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    // As in Jinja, nothing at all is an empty list.
    let isEmpty = try !isTrue(input.value)
    let list = isEmpty ? Value(.list) : try sequence(input.value, for: "this filter")
    let start = collecting.count
    let hasPath = filter == .selectattr || filter == .rejectattr
    let keeps = filter == .select || filter == .selectattr
    let number = (hasPath ? input[1] : input[0])?.int ?? -1
    for index in 0..<list.count {
      let item = arena.element(index, of: list)
      if filter == .map {
        collecting.append(try mapped(item, number, input, &host))
        continue
      }
      let subject = hasPath ? try value(at: input[0] ?? .undefined, of: item, &host) : item
      let holds: Bool
      if number < 0 {
        holds = try isTrue(subject)
      } else {
        holds = try test(UInt8(number), subject, input.arguments + (hasPath ? 2 : 1))
      }
      if holds == keeps { collecting.append(item) }
    }
    return collected(from: start)
  }

  private mutating func mapped<Host: TemplateHost>(
    _ item: Value,
    _ number: Int,
    _ input: FilterInput,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    guard number < 0 else {
      return try filter(UInt8(number), input.passing(item, from: 1), &host)
    }
    let standard = input[2].flatMap { $0.isNone ? nil : $0 }
    return try value(at: input[1] ?? .undefined, of: item, or: standard, &host)
  }
}
