/// One step of a compiled template: 16 bytes of plain data.
///
/// `b`, `c` and `d` are operands (see ``Operand``), indices or jump targets, as the operation says.
struct Instruction: BitwiseCopyable, Sendable {
  enum Operation: UInt8 {
    /// Writes `c` bytes of the literals from `b` on.
    case raw
    /// Writes the value `b`, escaped as `flag` says.
    case emit
    /// b = c
    case move
    /// b = the part of c whose interned name is `a`; in a running program, `d` is where a map had it
    case attribute
    /// b = field `a` of c, a thing of type `flag`; `d` is the field's interned name
    case field
    /// b = c[d]
    case item
    /// b = c[from:to:step], the three in registers from `d` on
    case slice
    /// b = c and d by the operator `flag`; `a` says whether joining escapes
    case operation
    case negate, plus, not
    /// Goes to b; on the condition c.
    case jump, jumpIfFalse, jumpIfTrue
    /// Goes to c when the argument in register b was given.
    case jumpIfGiven
    /// b = the test `flag` of the register c and those behind it; `a` is 1 when negated
    case test
    /// b = the filter `flag` of the register c and the `a` behind it; `d` says whether HTML
    case filter
    /// b = list of the `d` registers from c on, shown with parentheses when `flag` is 1
    case makeList
    /// b = map of the `d` pairs in registers from c on
    case makeMap
    /// Prepares the loop in registers from b on over the value c; with `flag` 1, d is its depth.
    case loopStart
    /// Takes the next item of the loop b into the register behind its two, or jumps to c.
    case loopNext
    /// b = what `flag` asks of the loop in registers from c on
    case loopField
    /// b = one of the `d` registers from c on, by turns of the loop `a`
    case loopCycle
    /// b = whether the list c differs from the one in register d, which is replaced
    case loopChanged
    /// Takes the `d` parts of c into the registers from b on.
    case unpack
    /// Collecting values for a list: begin, take b, and b = the list
    case collect, collectItem, collected
    /// Keeps output back, and b = what was kept back, safe when `flag` is 1.
    case capture, captured
    /// b = host function `a` with `flag` parameters in registers from c on, keywords by site d
    case callHost
    /// b = function `flag` of the language with the call site d
    case callBuiltin
    /// b = the macro c with the call site d; `flag` 1 writes the result in place
    case callValue
    /// b = method `a` of c with the call site d; `flag` 1 writes the result in place
    case callMethod
    /// b = macro `a`, with `d` captured values from register c on
    case makeMacro
    /// The captured value `d` of the macro b, if it is macro `a`, becomes c.
    case recapture
    /// Runs a template at include site b; c is the name when it is not fixed.
    case include
    /// b = the module of variant `a`, or of the template named c when `a` is 65535; bit 1 of `flag`
    /// lets it see the names of include site d, bit 2 wants a page's escaping
    case importModule
    /// Runs the block b of the page's template; c is an include site with the visible names.
    case block
    /// b = the block c `a` templates up; `flag` 1 writes in place
    case parentBlock
    /// b = the block c as a text
    case selfBlock
    /// Goes on with variant `a` of the template that this one extends.
    case extends
    /// Remembers variant `a`, or the template named c when `a` is 65535, to go on with at the end;
    /// the flag is one of `ParentFlag`
    case chooseParent
    /// Goes on with the template that was remembered, if any.
    case extendChosen
    /// The part `a` of the namespace b becomes c.
    case setAttribute
    /// Faults if no template below fills the block b.
    case requiredBlock
    case end
  }

  var operation: Operation
  var flag: UInt8 = 0
  var a: UInt16 = 0
  var b: UInt32 = 0
  var c: UInt32 = 0
  var d: UInt32 = 0
}

/// Where a value stands: the two highest bits are the space, the others the index in it.
enum Operand {
  static let registers: UInt32 = 0
  /// Names that templates share through `extends` and `include`.
  static let context: UInt32 = 1 << 30
  static let globals: UInt32 = 2 << 30
  static let constants: UInt32 = 3 << 30
  static let indexMask: UInt32 = (1 << 30) - 1
}

/// What the flag of `chooseParent` says.
enum ParentFlag {
  static let isContextual: UInt8 = 1
  /// The parent is fixed, and only what was chosen before is looked for.
  static let isFixed: UInt8 = 2
  /// A fixed parent stands before it.
  static let isSecond: UInt8 = 4
}

/// What can be asked of a loop.
enum LoopField: UInt8 {
  case index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0
  /// The loop as a value.
  case whole
  /// Whether there was anything to go through.
  case any

  init?(name: String) {
    switch name {
    case "index": self = .index
    case "index0": self = .index0
    case "revindex": self = .revindex
    case "revindex0": self = .revindex0
    case "first": self = .first
    case "last": self = .last
    case "length": self = .length
    case "previtem": self = .previtem
    case "nextitem": self = .nextitem
    case "depth": self = .depth
    case "depth0": self = .depth0
    default: return nil
    }
  }

  static let names = [
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem",
    "depth", "depth0", "cycle", "changed",
  ]
}
