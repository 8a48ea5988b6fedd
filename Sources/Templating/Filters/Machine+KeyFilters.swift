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
      let keys = try keys(of: list, by: input[2], isSensitive: try flag(input[1]), &host)
      return try sorted(list, keys, isReversed: try flag(input[0]), equalIsFine: true)
    case .unique:
      let list = try sequence(input.value, for: "'unique'")
      let keys = try keys(of: list, by: input[1], isSensitive: try flag(input[0]), &host)
      let start = collecting.count
      var seen: [Value] = []
      if let key = keys.first(where: { $0.tag == .map || $0.tag == .list && !$0.isTuple }) {
        throw TemplateFault(
          "template/type",
          "\(describe(key)) can't be looked for among the others",
          hint: "name a part of it: 'unique(attribute=…)'"
        )
      }
      for (index, key) in keys.enumerated() where !seen.contains(where: { areSame($0, key) }) {
        seen.append(key)
        collecting.append(arena.element(index, of: list))
      }
      return collected(from: start)
    case .groupby: return try groupby(input, &host)
    case .min, .max:
      let list = try sequence(input.value, for: "'min' or 'max'")
      let keys = try keys(of: list, by: input[1], isSensitive: try flag(input[0]), &host)
      guard !keys.isEmpty else { return undefinedHere() }
      var best = 0
      for index in keys.indices.dropFirst() {
        guard let order = order(keys[index], keys[best]) else {
          throw orderFault(keys[index], keys[best])
        }
        if filter == .min ? order < 0 : order > 0 { best = index }
      }
      return arena.element(best, of: list)
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

  /// What the items of a list are compared by.
  private mutating func keys<Host: TemplateHost>(
    of list: Value,
    by path: Value?,
    isSensitive: Bool,
    _ host: inout Host
  ) throws(TemplateFault) -> [Value] {
    var keys: [Value] = []
    keys.reserveCapacity(list.count)
    for index in 0..<list.count {
      let item = arena.element(index, of: list)
      guard let path, !path.isNone else {
        keys.append(folded(item, isSensitive))
        continue
      }
      // A list of paths stands for several keys.
      if path.tag == .list, path.count > 0, arena.element(0, of: path).tag == .list {
        let start = collecting.count
        for part in 0..<path.count {
          let key = try value(at: arena.element(part, of: path), of: item, &host)
          try refuse(key)
          collecting.append(folded(key, isSensitive))
        }
        keys.append(collected(from: start))
      } else {
        let key = try value(at: path, of: item, &host)
        try refuse(key)
        keys.append(folded(key, isSensitive))
      }
    }
    return keys
  }

  private func refuse(_ key: Value) throws(TemplateFault) {
    if key.isUndefined { try refuseUndefined(key) }
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
    var groupers: [Value] = []
    var keys: [Value] = []
    for index in 0..<list.count {
      let item = arena.element(index, of: list)
      let key = try value(at: input[0] ?? .undefined, of: item, or: standard, &host)
      if key.isUndefined { try refuseUndefined(key) }
      groupers.append(key)
      keys.append(folded(key, isSensitive))
    }
    var places = Value.int(0)
    let start = collecting.count
    for index in keys.indices { collecting.append(.int(index)) }
    places = try sorted(collected(from: start), keys, isReversed: false)
    let groups = collecting.count
    var index = 0
    while index < places.count {
      let first = arena.element(index, of: places).int
      let members = collecting.count
      while index < places.count {
        let place = arena.element(index, of: places).int
        guard areSame(keys[place], keys[first]) else { break }
        collecting.append(arena.element(place, of: list))
        index += 1
      }
      let items = collected(from: members)
      collecting.append(groupers[first])
      collecting.append(items)
      let group = collected(from: members).adding([.group, .tuple])
      collecting.append(group)
    }
    return collected(from: groups)
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
    return try value(at: input[1] ?? .undefined, of: item, or: input[2], &host)
  }
}
