import SourceText

extension Machine {
  /// Runs a template from its first instruction to the end of its page.
  mutating func run<Host: TemplateHost>(
    _ template: Int,
    _ host: inout Host,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    frame = Frame()
    frames.removeAll(keepingCapacity: true)
    collecting.removeAll(keepingCapacity: true)
    collectMarks.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    for index in modules.indices { modules[index] = -1 }
    warnings.removeAll(keepingCapacity: true)
    contextTop = 0
    steps = 0
    chosenChains.removeAll(keepingCapacity: true)
    frame.unit = program.roots[template]
    frame.leaf = template
    let needed = program.units[frame.unit].registers
    if needed > registerCapacity { growRegisters(to: needed) }
    frame.contextBase = makeContext(copying: nil)
    aimSpaces()
    pc = program.units[frame.unit].entry
    while try step(&host, &output) { pc += 1 }
    try checkSize(output.count)
  }

  @inline(__always)
  func checkSize(_ count: Int) throws(TemplateFault) {
    if count > Machine.maximumOutput {
      throw TemplateFault("template/too-large", "the page is larger than 64 MiB")
    }
    if arena.size > Machine.maximumScratch {
      throw TemplateFault("template/too-large", "the page needs more than 256 MiB of memory")
    }
  }

  /// - Returns: whether the page goes on behind this instruction.
  @inline(__always)
  mutating func step<Host: TemplateHost>(
    _ host: inout Host,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) -> Bool {
    let instruction = code[pc]
    switch instruction.operation {
    case .raw:
      output.append(
        UnsafeBufferPointer(start: literals + Int(instruction.b), count: Int(instruction.c))
      )
    case .emit:
      try write(load(instruction.b), flag: instruction.flag, &output)
    case .move: store(load(instruction.c), instruction.b)
    case .attribute:
      let object = load(instruction.c)
      if object.tag == .map {
        store(expectedEntry(of: object, instruction), instruction.b)
      } else {
        store(try attribute(instruction.a, of: object, &host), instruction.b)
      }
    case .field:
      let object = load(instruction.c)
      if object.tag == .object, Int(object.extra) & 0xFF == Int(instruction.flag) {
        let type = Int(object.extra)
        let field = Int(instruction.a)
        let value = try host.field(field, ofType: type, id: object.offset, in: &arena)
        store(value, instruction.b)
      } else {
        let name = UInt16(truncatingIfNeeded: instruction.d)
        store(try attribute(name, of: object, &host), instruction.b)
      }
    case .item:
      store(try item(load(instruction.d), of: load(instruction.c), &host), instruction.b)
    case .slice:
      store(try slice(load(instruction.c), bounds: instruction.d), instruction.b)
    case .operation:
      let left = load(instruction.c)
      let right = load(instruction.d)
      store(try operate(instruction.flag, left, right, instruction.a == 1), instruction.b)
    case .negate: store(try negated(load(instruction.c)), instruction.b)
    case .plus:
      let value = try number(load(instruction.c), "+")
      store(value.tag == .bool ? .int(value.int) : value, instruction.b)
    case .not: store(.bool(try !isTrue(load(instruction.c))), instruction.b)
    case .jump: pc = Int(instruction.b) - 1
    case .jumpIfFalse: if try !isTrue(load(instruction.c)) { pc = Int(instruction.b) - 1 }
    case .jumpIfTrue: if try isTrue(load(instruction.c)) { pc = Int(instruction.b) - 1 }
    case .jumpIfGiven: if load(instruction.b).tag != .absent { pc = Int(instruction.c) - 1 }
    case .test:
      let first = spaces[0] + Int(instruction.c)
      let holds = try test(instruction.flag, first[0], first + 1)
      store(.bool(holds != (instruction.a == 1)), instruction.b)
    case .filter:
      let first = spaces[0] + Int(instruction.c)
      let input = FilterInput(
        value: first[0],
        arguments: UnsafePointer(first + 1),
        count: Int(instruction.a),
        escapes: instruction.d == 1
      )
      store(try filter(instruction.flag, input, &host), instruction.b)
    case .makeList:
      let items = UnsafeBufferPointer(
        start: spaces[0] + Int(instruction.c),
        count: Int(instruction.d)
      )
      let list = arena.list(items)
      store(instruction.flag == 1 ? list.adding(.tuple) : list, instruction.b)
    case .makeMap: store(try makeMap(Int(instruction.c), Int(instruction.d)), instruction.b)
    case .loopStart, .loopNext, .loopField, .loopCycle, .loopChanged, .unpack:
      try stepLoop(instruction, output.count)
    case .collect: collectMarks.append(collecting.count)
    case .collectItem: collecting.append(load(instruction.b))
    case .collected:
      let start = collectMarks.popLast() ?? 0
      store(collected(from: start), instruction.b)
    case .capture: captures.append(output.count)
    case .captured:
      let start = captures.popLast() ?? output.count
      store(takeOutput(from: start, &output, isHTML: instruction.flag == 1), instruction.b)
    case .callHost: try callHost(instruction, &host)
    case .callBuiltin: store(try callBuiltin(instruction), instruction.b)
    case .callValue:
      let callee = load(instruction.c)
      if callee.tag != .macro, instruction.flag == 1 {
        let result = try callOther(callee, instruction)
        try write(result, flag: UInt8(truncatingIfNeeded: instruction.a), &output)
      } else {
        try call(callee, instruction, output.count)
      }
    case .callMethod: try callMethod(instruction, output.count, &host)
    case .makeMacro: makeMacro(instruction)
    case .recapture: recapture(instruction)
    case .include: try include(instruction, output.count)
    case .importModule: try importModule(instruction, output.count)
    case .block: try block(instruction, output.count)
    case .parentBlock: try parentBlock(instruction, output.count)
    case .selfBlock: try selfBlock(instruction, output.count)
    case .extends: extend(Int(instruction.a))
    case .chooseParent: try chooseParent(instruction, output.count)
    case .extendChosen: try extendChosen(&output)
    case .setAttribute: try setAttribute(instruction)
    case .requiredBlock: try requireFilled(Int(instruction.b))
    case .end: return leave(&output)
    }
    return true
  }

  mutating func collected(from start: Int) -> Value {
    let list = collecting.withUnsafeBufferPointer { all in
      arena.list(UnsafeBufferPointer(rebasing: all[start...]))
    }
    collecting.removeSubrange(start...)
    return list
  }

  /// A map of pairs in registers; of equal keys the last value counts.
  private mutating func makeMap(_ first: Int, _ count: Int) throws(TemplateFault) -> Value {
    let start = collecting.count
    let pairs = spaces[0] + first
    for index in 0..<count {
      let key = pairs[index * 2]
      guard key.tag != .list || key.flags.contains(.tuple), key.tag != .map else {
        throw TemplateFault("template/type", "\(describe(key)) can't be the key of a map")
      }
      if key.isUndefined { try refuseUndefined(key) }
      put(key, pairs[index * 2 + 1], from: start)
    }
    return collectedMap(from: start)
  }
}
