import CShims
import Glibc
import SourceText

/// A command line, taken apart by the C library's `getopt_long`.
struct ParsedArguments {
  /// Each option with its values, in the order given; a switch has one empty value.
  private(set) var values: [Option: [String]] = [:]
  private(set) var operands: [String] = []

  /// - Parameters:
  ///   - arguments: what follows the command.
  ///   - options: those that the command takes.
  /// - Throws: a fault that names the word that can't be understood.
  init(_ arguments: [String], options: [Option]) throws(UsageFault) {
    let names = options.map { strdup($0.rawValue) }
    var words = (["sitegen"] + arguments).map { strdup($0) } + [nil]
    defer { (names + words).forEach { free($0) } }
    let table = zip(names, options.indices).compactMap { name, index in
      name.map {
        sitegen_option(
          name: $0,
          takes_value: options[index].hasValue ? 1 : 0,
          code: Int32(256 + index)
        )
      }
    }
    sitegen_options_reset()
    let count = Int32(words.count - 1)
    while true {
      let before = max(1, Int(sitegen_options_index()))
      let code = sitegen_options_next(count, &words, table, Int32(table.count))
      if code == -1 { break }
      let position = min(max(before, Int(sitegen_options_index()) - 1), words.count - 2)
      let word = words[position].map { String(cString: $0) } ?? ""
      guard code != Int32(UInt8(ascii: ":")) else { throw UsageFault("\(word) wants a value") }
      guard code >= 256, Int(code) - 256 < options.count else {
        throw UsageFault.unknown(word, among: options)
      }
      let value = sitegen_options_value().map { String(cString: $0) } ?? ""
      values[options[Int(code) - 256], default: []].append(value)
    }
    operands = words[Int(sitegen_options_index())..<(words.count - 1)].compactMap {
      $0.map { String(cString: $0) }
    }
  }
}

extension ParsedArguments {
  /// The last value given.
  subscript(_ option: Option) -> String? { values[option]?.last }

  func has(_ option: Option) -> Bool { values[option] != nil }
}

/// A command line that can't be understood.
struct UsageFault: Error {
  var message: String

  init(_ message: String) { self.message = message }

  static func unknown(_ word: String, among options: [Option]) -> UsageFault {
    let name = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    let nearest = nearestName(to: name, in: options.map(\.rawValue))
    return UsageFault(
      "there is no option \(word)" + (nearest.map { "; did you mean --\($0)?" } ?? "")
    )
  }
}
