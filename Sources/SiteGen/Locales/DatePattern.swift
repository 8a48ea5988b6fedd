import Templating

/// How a language writes a full date: CLDR's pattern, taken apart once.
struct DatePattern: Sendable {
  private enum Part: Sendable {
    case literal(String)
    case day(digits: Int)
    case month(digits: Int)
    case monthName, shortMonthName, year
  }

  private let parts: [Part]

  /// - Parameter pattern: such as `d. MMMM y` or `y年M月d日`.
  ///
  /// Source: Unicode Technical Standard 35, part 4, "Date Format Patterns".
  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = pattern[...]
    while let first = rest.first {
      if first == "'" {
        rest.removeFirst()
        let literal = rest.prefix { $0 != "'" }
        parts.append(.literal(literal.isEmpty ? "'" : String(literal)))
        rest = rest.dropFirst(literal.count + 1)
        continue
      }
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      switch first {
      case "d": parts.append(.day(digits: run.count))
      case "M" where run.count >= 4, "L" where run.count >= 4: parts.append(.monthName)
      case "M" where run.count == 3, "L" where run.count == 3: parts.append(.shortMonthName)
      case "M", "L": parts.append(.month(digits: run.count))
      case "y": parts.append(.year)
      default: parts.append(.literal(String(run)))
      }
    }
    self.parts = parts
  }

  func text(of date: CivilDate, _ names: LocaleText) -> String {
    let (year, month, day) = date.parts
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .day(let digits): text += pad(day, digits)
      case .month(let digits): text += pad(month, digits)
      case .monthName: text += names.monthNames[month - 1]
      case .shortMonthName: text += names.shortMonthNames[month - 1]
      case .year: text += String(year)
      }
    }
    return text
  }
}
