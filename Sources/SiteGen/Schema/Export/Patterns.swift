/// Regular expressions for texts, in what JavaScript's `u` mode and Python have in common.
///
/// Each accepts what the field's type accepts, save where its comment says otherwise.
enum Patterns {
  /// Some text that can be seen, without control characters.
  static let visible: String = {
    let control = "\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069"
    return "^[^\(control)]*[^\(control)\\t-\\r ][^\(control)]*$"
  }()

  static let slug = "^[a-z0-9]+(?:-[a-z0-9]+)*$"

  static let url: String = {
    let banned = "\\u0000- \"<>\\\\^`{|}\\u007f"
    return "^[Hh][Tt][Tt][Pp][Ss]?://[^/\(banned)][^\(banned)]*$"
  }()

  static let email =
    "^[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,64}@(?=.{3,253}$)[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+$"

  static let sitePath =
    "^(?!//)(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~-]|[^\\u0000-\\u007f])*)+$"

  static let imageSource = "(?:\(sitePath))|(?:\(url))"

  static let digits = "^[+-]?[0-9]+$"

  static let amount = "^[0-9]{1,13}(?:\\.[0-9]{1,4})?$"

  static let degrees = "^[+-]?[0-9]+(?:\\.[0-9]+)?$"

  /// A day of the calendar, leap years included.
  private static let day: String = {
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])"
    let leapYear =
      "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
    return "(?!0000)(?:[0-9]{4}-(?:\(long)|\(short)|\(february))|\(leapYear)-02-29)"
  }()

  static let date = "^\(day)$"

  static let dateOrTime: String = {
    let clock = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    let zone = "(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
    return "^\(day)(?:[T ]\(clock)\(zone))?$"
  }()

  /// Which of two numbers is larger can't be said.
  static let experience =
    "^(?:none| *[0-9]{1,18}(?:\\+|[-–][0-9]{1,18})? +(?:years?|months?) *)$"
}

extension Patterns {
  /// `City, PT` and `City, Region, PT`, but no two parts whose last is also a state of the US or a
  /// province of Canada, and no code of a state or province that there isn't.
  static func placeText(_ codes: CodeTables) -> String {
    let part = "\\s*[^,\\s][^,]*"
    let wrong = ["US", "CA"].map { country in
      let start = "(?!\(part),+\\s*(?!(?:\(regions(codes, of: country)))\\s*,)"
      return start + "(?:\(country)-)?[A-Z0-9]{1,3}\\s*,+\\s*\(country)\\s*,*$)"
    }
    let states = CodeTables.northAmericanRegions.sorted().joined(separator: "|")
    let countries = codes.countries.sorted().joined(separator: "|")
    let ambiguous = "(?!\(part),+\\s*(?:\(states))\\s*,*$)"
    return "^,*\(ambiguous)\(wrong.joined())\(part),+(?:\(part),+)?\\s*(?:\(countries))\\s*,*$"
  }

  /// The codes of a country's regions, with and without its own letters in front.
  static func regions(_ codes: CodeTables, of country: String) -> String {
    let regions = codes.regions.country(country)
    let all = regions.current.union(regions.territories).sorted().joined(separator: "|")
    return "(?:\(country)-)?(?:\(all))"
  }

  static func language(_ codes: CodeTables) -> String {
    let languages = codes.languages.sorted().joined(separator: "|")
    let countries = codes.countries.sorted().joined(separator: "|")
    return "^(?:\(languages))(?:-[A-Z][a-z]{3})?(?:-(?:\(countries)|419))?$"
  }
}
