/// The closed lists of the schema that templates see as things.
enum ChoiceList: Int, CaseIterable {
  case workplace, education

  var keys: [String] { ChoiceList.allKeys[rawValue] }

  private static let allKeys = [
    Workplace.allCases.map(\.rawValue), Education.allCases.map(\.rawValue),
  ]
}

/// What an edition calls its groups and the values of closed lists.
package struct EditionTexts: Sendable {
  /// By the group's index in the edition.
  let groupNames: [String]
  /// Addresses below the host, likewise.
  let groupURLs: [String]
  /// By the list, then by the value's index.
  let choiceNames: [[String]]

  init(_ edition: Edition, in plan: SitePlan, _ words: Wording) {
    groupNames = edition.groups.all.map { words.name(of: $0) }
    groupURLs = edition.groups.all.map { group in
      plan.href(Route(.group(group.kind, key: group.key), language: edition.prefix))
    }
    choiceNames = ChoiceList.allCases.map { list in
      list.keys.map { words.text("\(list).\($0)") }
    }
  }
}

/// The texts that every list repeats of a posting, put into words once for each edition.
package struct JobTexts: Sendable {
  /// The address below the host.
  package let url: String
  package let location: String?
  package let salary: String?
  /// The day it was posted.
  package let posted: String
  package let summary: String

  init(_ job: Int, in plan: SitePlan, _ words: Wording) {
    let posting = plan.postings[job].value
    url = plan.href(plan.route(ofJob: job))
    location = words.locationText(of: posting)
    salary = posting.salaries.first.map { words.text(of: $0) }
    posted = words.locale.text(of: posting.datePosted)
    summary = posting.summary ?? posting.body.firstParagraph
  }
}
