/// The filters, in the numbering of the instructions.
enum Filter: UInt8, Sendable {
  case standard, escape, safe, upper, lower, capitalize, title, trim, replace, truncate
  case striptags, indent, urlencode, json, length, first, last, list, reverse, join, sort, unique
  case groupby, dictsort, items, map, select, reject, selectattr, rejectattr, min, max, sum
  case batch, slice, abs, int, float, string, round, date, slug, split, number, forceescape
  case wordcount, pluralize, money, center, wordwrap, filesizeformat, format, xmlattr, attr
}

/// The tests, in the numbering of the instructions.
enum Test: UInt8, Sendable {
  case defined, undefined, none, boolean, isTrue, isFalse, integer, float, number, string
  case sequence, mapping, iterable, odd, even, divisibleby, equal, notEqual, less, lessOrEqual
  case greater, greaterOrEqual, isIn, lower, upper, sameas, startingwith, endingwith, containing
  case escaped, filter, test, callable
}

/// The functions of the language itself, in the numbering of the instructions.
enum Builtin: UInt8, Sendable {
  case range, dict, namespace, cycler, joiner
}

/// What a filter, a test or a function can be given; checked when templates are compiled.
struct Signature<Operation: Sendable>: Sendable {
  let name: String
  let operation: Operation
  let parameters: [String]
  /// How many of the parameters can't be left out.
  let required: Int
  /// Whether further arguments of any name may follow.
  let isOpen: Bool

  init(
    _ name: String,
    _ operation: Operation,
    _ parameters: [String] = [],
    required: Int = 0,
    isOpen: Bool = false
  ) {
    self.name = name
    self.operation = operation
    self.parameters = parameters
    self.required = required
    self.isOpen = isOpen
  }
}

enum Signatures {
  static let filters: [String: Signature<Filter>] = byName([
    .init("default", .standard, ["default_value", "boolean"]),
    .init("d", .standard, ["default_value", "boolean"]),
    .init("escape", .escape),
    .init("e", .escape),
    .init("forceescape", .forceescape),
    .init("safe", .safe),
    .init("upper", .upper),
    .init("lower", .lower),
    .init("capitalize", .capitalize),
    .init("title", .title),
    .init("trim", .trim, ["chars"]),
    .init("replace", .replace, ["old", "new", "count"], required: 2),
    .init("truncate", .truncate, ["length", "killwords", "end", "leeway"]),
    .init("striptags", .striptags),
    .init("indent", .indent, ["width", "first", "blank"]),
    .init("urlencode", .urlencode),
    .init("tojson", .json, ["indent"]),
    .init("length", .length),
    .init("count", .length),
    .init("wordcount", .wordcount),
    .init("first", .first),
    .init("last", .last),
    .init("list", .list),
    .init("reverse", .reverse),
    .init("join", .join, ["d", "attribute"]),
    .init("sort", .sort, ["reverse", "case_sensitive", "attribute"]),
    .init("unique", .unique, ["case_sensitive", "attribute"]),
    .init("groupby", .groupby, ["attribute", "default", "case_sensitive"], required: 1),
    .init("dictsort", .dictsort, ["case_sensitive", "by", "reverse"]),
    .init("items", .items),
    .init("map", .map, isOpen: true),
    .init("select", .select, isOpen: true),
    .init("reject", .reject, isOpen: true),
    .init("selectattr", .selectattr, isOpen: true),
    .init("rejectattr", .rejectattr, isOpen: true),
    .init("min", .min, ["case_sensitive", "attribute"]),
    .init("max", .max, ["case_sensitive", "attribute"]),
    .init("sum", .sum, ["attribute", "start"]),
    .init("batch", .batch, ["linecount", "fill_with"], required: 1),
    .init("slice", .slice, ["slices", "fill_with"], required: 1),
    .init("abs", .abs),
    .init("int", .int, ["default", "base"]),
    .init("float", .float, ["default"]),
    .init("string", .string),
    .init("round", .round, ["precision", "method"]),
    .init("date", .date, ["format", "locale"]),
    .init("slug", .slug),
    .init("split", .split, ["sep", "maxsplit"]),
    .init("number", .number, ["decimals", "locale"]),
    .init("money", .money, ["currency", "locale", "decimals"]),
    .init("pluralize", .pluralize, ["singular", "plural"]),
    .init("center", .center, ["width"]),
    .init("wordwrap", .wordwrap, ["width", "break_long_words", "wrapstring", "break_on_hyphens"]),
    .init("filesizeformat", .filesizeformat, ["binary"]),
    .init("format", .format, isOpen: true),
    .init("xmlattr", .xmlattr, ["autospace"]),
    .init("attr", .attr, ["name"], required: 1),
  ])

  static let tests: [String: Signature<Test>] = byName(
    [
      .init("defined", .defined),
      .init("undefined", .undefined),
      .init("none", .none),
      .init("boolean", .boolean),
      .init("true", .isTrue),
      .init("false", .isFalse),
      .init("integer", .integer),
      .init("float", .float),
      .init("number", .number),
      .init("string", .string),
      .init("sequence", .sequence),
      .init("mapping", .mapping),
      .init("iterable", .iterable),
      .init("odd", .odd),
      .init("even", .even),
      .init("divisibleby", .divisibleby, ["num"], required: 1),
      .init("in", .isIn, ["seq"], required: 1),
      .init("lower", .lower),
      .init("upper", .upper),
      .init("sameas", .sameas, ["other"], required: 1),
      .init("startingwith", .startingwith, ["prefix"], required: 1),
      .init("endingwith", .endingwith, ["suffix"], required: 1),
      .init("containing", .containing, ["part"], required: 1),
      .init("escaped", .escaped),
      .init("filter", .filter),
      .init("test", .test),
      .init("callable", .callable),
    ] + comparisons
  )

  private static let comparisons: [Signature<Test>] = [
    (["eq", "equalto", "=="], Test.equal), (["ne", "!="], .notEqual),
    (["lt", "lessthan", "<"], .less), (["le", "<="], .lessOrEqual),
    (["gt", "greaterthan", ">"], .greater), (["ge", ">="], .greaterOrEqual),
  ].flatMap { names, test in
    names.map { Signature($0, test, ["other"], required: 1) }
  }

  static let builtins: [String: Signature<Builtin>] = byName([
    .init("range", .range, ["start", "stop", "step"], required: 1),
    .init("dict", .dict, isOpen: true),
    .init("namespace", .namespace, isOpen: true),
    .init("cycler", .cycler, isOpen: true),
    .init("joiner", .joiner, ["sep"]),
  ])

  /// Methods of maps, texts, loops and cyclers.
  static let methods = [
    "items", "keys", "values", "get", "upper", "lower", "title", "capitalize", "strip", "split",
    "replace", "startswith", "endswith", "join", "count", "find", "splitlines", "cycle", "changed",
    "next", "reset",
  ]

  private static func byName<Operation>(
    _ list: [Signature<Operation>]
  ) -> [String: Signature<Operation>] {
    Dictionary(list.map { ($0.name, $0) }) { first, _ in first }
  }
}
