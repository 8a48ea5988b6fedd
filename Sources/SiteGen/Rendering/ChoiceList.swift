/// The closed lists of the schema that templates see as things.
enum ChoiceList: Int, CaseIterable {
  case workplace, education

  var keys: [String] {
    switch self {
    case .workplace: Workplace.allCases.map(\.rawValue)
    case .education: Education.allCases.map(\.rawValue)
    }
  }

  /// Where its values begin among those of all lists.
  var firstRow: Int {
    switch self {
    case .workplace: 0
    case .education: Workplace.allCases.count
    }
  }
}
