import SourceText

extension Machine {
  /// The arguments of one call, in registers and in what `*` and `**` give.
  struct GivenArguments {
    /// The place of the first in all registers.
    let first: Int
    let site: Program.CallSite
    var list = Value(.list)
    var map = Value(.map)

    /// How many are given by place.
    var count: Int { site.positional + list.count }
  }

  mutating func argument(_ index: Int, of given: GivenArguments) -> Value {
    index < given.site.positional
      ? registers[given.first + index]
      : arena.element(index - given.site.positional, of: given.list)
  }

  mutating func givenArguments(_ site: Program.CallSite) throws(TemplateFault) -> GivenArguments {
    var given = GivenArguments(first: frame.registerBase + site.first, site: site)
    var place = given.first + site.positional + site.keywords.count
    if site.hasList {
      given.list = try sequence(registers[place], for: "'*'")
      place += 1
    }
    if site.hasMap {
      given.map = registers[place]
      guard given.map.tag == .map else {
        throw TemplateFault("template/type", "'**' needs a map, not \(describe(given.map))")
      }
    }
    return given
  }

  /// Puts arguments with names into the registers of a macro that was just entered.
  mutating func takeKeywords(
    _ given: GivenArguments,
    _ macro: Program.Macro,
    rest: Int
  ) throws(TemplateFault) {
    let start = collecting.count
    let count = given.site.keywords.count + given.map.count
    for index in 0..<count {
      let fixed = index < given.site.keywords.count
      let key =
        fixed
        ? program.attributeTexts[Int(given.site.keywords[index])]
        : arena.key(index - given.site.keywords.count, of: given.map)
      let value =
        fixed
        ? registers[given.first + given.site.positional + index]
        : arena.element((index - given.site.keywords.count) * 2 + 1, of: given.map)
      let place = macro.parameters.firstIndex { areSame(program.attributeTexts[Int($0)], key) }
      if let place {
        guard place >= given.count, spaces[0][place].tag == .absent else {
          throw argumentFault(macro, "is given '\(arena.string(key) ?? "")' twice")
        }
        spaces[0][place] = value
      } else if macro.uses.contains(.caller), arena.string(key) == "caller" {
        spaces[0][macro.parameters.count] = value
      } else if macro.uses.contains(.kwargs) {
        collecting.append(key)
        collecting.append(value)
      } else {
        collecting.removeSubrange(start...)
        throw argumentFault(macro, "has no '\(arena.string(key) ?? describe(key))'")
      }
    }
    guard macro.uses.contains(.kwargs) else { return }
    spaces[0][rest] = collectedMap(from: start)
  }

  /// The keys and values in turn that were collected, as a map.
  mutating func collectedMap(from start: Int) -> Value {
    let map = collecting.withUnsafeBufferPointer { all in
      arena.map(pairs: UnsafeBufferPointer(rebasing: all[start...]))
    }
    collecting.removeSubrange(start...)
    return map
  }

  /// The fault of a call, whose place is the call and not the macro.
  private mutating func argumentFault(_ macro: Program.Macro, _ message: String) -> TemplateFault {
    if let caller = frames.popLast() {
      pc = frame.returnPC
      frame = caller
      aimSpaces()
    }
    let names = macro.parameters.map { program.attributeNames[Int($0)] }
    return TemplateFault(
      "template/arguments",
      "the macro '\(macro.name)' \(message)",
      hint: names.isEmpty ? nil : "it takes: " + names.joined(separator: ", ")
    )
  }
}
