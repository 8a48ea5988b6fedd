import SourceText

// Sorting and comparing by keys, in memory that the machine keeps from page to page.

extension Machine {
  /// Puts what the items of a list are compared by behind the values that are being collected.
  ///
  /// - Returns: the place of the first key.
  mutating func collectKeys<Host: TemplateHost>(
    of list: Value,
    by path: Value?,
    isSensitive: Bool,
    _ host: inout Host
  ) throws(TemplateFault) -> Int {
    let first = collecting.count
    for index in 0..<list.count {
      let item = arena.element(index, of: list)
      collecting.append(try key(of: item, by: path, isSensitive, &host))
    }
    return first
  }

  /// What one item is compared by; several paths make a list.
  mutating func key<Host: TemplateHost>(
    of item: Value,
    by path: Value?,
    _ isSensitive: Bool,
    _ host: inout Host
  ) throws(TemplateFault) -> Value {
    guard let path, !path.isNone else { return folded(item, isSensitive) }
    guard path.tag == .list, path.count > 0, arena.element(0, of: path).tag == .list else {
      let key = try value(at: path, of: item, &host)
      if key.isUndefined { try refuseUndefined(key) }
      return folded(key, isSensitive)
    }
    let start = collecting.count
    for part in 0..<path.count {
      let key = try value(at: arena.element(part, of: path), of: item, &host)
      if key.isUndefined { try refuseUndefined(key) }
      collecting.append(folded(key, isSensitive))
    }
    return collected(from: start)
  }

  /// A value as it is compared: a text in lower case unless case counts.
  mutating func folded(_ value: Value, _ isSensitive: Bool) -> Value {
    guard !isSensitive, value.isText else { return value }
    let bytes = arena.bytes(of: value)
    if bytes.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return value }
    let mark = work.count
    write(value, .lower)
    return worked(from: mark)
  }

  /// The items of a list in the order of the keys collected from `first` on, equal ones as they
  /// were; the keys are removed.
  ///
  /// Keys of kinds without an order are refused, save equal ones where that is fine.
  mutating func sorted(
    _ list: Value,
    by first: Int,
    isReversed: Bool,
    equalIsFine: Bool = false
  ) throws(TemplateFault) -> Value {
    try sortPlaces(list.count, by: first, isReversed: isReversed, equalIsFine: equalIsFine)
    let start = collecting.count
    for place in places { collecting.append(arena.element(Int(place), of: list)) }
    let result = collected(from: start)
    collecting.removeSubrange(first...)
    return result
  }

  /// Fills ``places`` with the numbers of the keys in their order.
  mutating func sortPlaces(
    _ count: Int,
    by first: Int,
    isReversed: Bool = false,
    equalIsFine: Bool = false
  ) throws(TemplateFault) {
    for index in stride(from: first + 1, to: first + count, by: 1) {
      let (left, right) = (collecting[index - 1], collecting[index])
      guard order(left, right) == nil, !equalIsFine || !areSame(left, right) else { continue }
      throw orderFault(left, right)
    }
    places.removeAll(keepingCapacity: true)
    for index in 0..<count { places.append(Int32(truncatingIfNeeded: index)) }
    mergedPlaces.removeAll(keepingCapacity: true)
    mergedPlaces.append(contentsOf: places)
    // Runs of one become runs of two, four and so on.
    var width = 1
    while width < count {
      var start = 0
      while start < count {
        let middle = min(start + width, count)
        merge(start..<middle, middle..<min(middle + width, count), by: first, isReversed)
        start += 2 * width
      }
      swap(&places, &mergedPlaces)
      width *= 2
    }
  }

  /// Merges two neighbouring runs of ``places`` into ``mergedPlaces``.
  private mutating func merge(
    _ left: Range<Int>,
    _ right: Range<Int>,
    by first: Int,
    _ isReversed: Bool
  ) {
    var (one, other) = (left.lowerBound, right.lowerBound)
    for target in left.lowerBound..<max(left.upperBound, right.upperBound) {
      var takesLeft = one < left.upperBound
      if takesLeft, other < right.upperBound {
        let earlier = collecting[first + Int(places[one])]
        let order = order(earlier, collecting[first + Int(places[other])]) ?? 0
        takesLeft = isReversed ? order >= 0 : order <= 0
      }
      mergedPlaces[target] = takesLeft ? places[one] : places[other]
      if takesLeft { one += 1 } else { other += 1 }
    }
  }
}

// MARK: - Equal keys

extension Machine {
  /// The items of a list of whose keys, collected from `first` on, none came before; the keys are
  /// removed.
  mutating func distinct(_ list: Value, by first: Int) throws(TemplateFault) -> Value {
    let start = collecting.count
    var size = 16
    while size < list.count * 2 { size *= 2 }
    places.removeAll(keepingCapacity: true)
    for _ in 0..<size { places.append(-1) }
    for index in 0..<list.count {
      let key = collecting[first + index]
      if key.isUndefined { try refuseUndefined(key) }
      if key.tag == .map || key.tag == .list && !key.isTuple {
        throw TemplateFault(
          "template/type",
          "\(describe(key)) can't be looked for among the others",
          hint: "name a part of it: 'unique(attribute=…)'"
        )
      }
      var slot = Int(truncatingIfNeeded: hash(of: key) & UInt64(size - 1))
      while places[slot] >= 0, !areSame(collecting[first + Int(places[slot])], key) {
        slot = (slot + 1) & (size - 1)
      }
      guard places[slot] < 0 else { continue }
      places[slot] = Int32(truncatingIfNeeded: index)
      collecting.append(arena.element(index, of: list))
    }
    let result = collected(from: start)
    collecting.removeSubrange(first...)
    return result
  }

  /// A number that is the same for values that are the same.
  ///
  /// Source: FNV-1a, 64 bits; a last mixing step spreads the high bits.
  private mutating func hash(of value: Value) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bits: UInt64) { hash = (hash ^ bits) &* 0x100_0000_01B3 }
    switch value.tag {
    case .text: for byte in arena.bytes(of: value) { add(UInt64(byte)) }
    // Whole and broken numbers and booleans can be the same.
    case .int, .double, .bool:
      let number = asDouble(value)
      add(number == 0 ? 0 : number.bitPattern)
    case .list: for index in 0..<value.count { add(self.hash(of: arena.element(index, of: value))) }
    case .object: add(value.bits ^ UInt64(value.extra) << 48)
    case .undefined, .none, .map, .macro, .module, .namespace, .loop, .cycler, .joiner, .absent:
      break
    }
    return hash ^ hash >> 32
  }
}
