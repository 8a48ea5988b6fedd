extension InterfaceTexts {
  /// The keys of the texts that the program itself puts into pages and feeds.
  static let needed: [String] =
    [
      "list.title", "not-found.title", "page.numbered", "feed.title", "feed.rss-title",
      "salary.range", "salary.from", "salary.up-to", "salary.with-period", "remote.anywhere",
      "remote.in", "experience.none", "experience.months", "experience.years",
      "experience.range-years", "start.immediately",
    ] + keys(GroupKind.self, of: "group-title") + keys(EmploymentType.self, of: "employment-type")
    + keys(Workplace.self, of: "workplace") + keys(Level.self, of: "level")
    + keys(Education.self, of: "education") + keys(LanguageLevel.self, of: "language-level")
    + keys(PayPeriod.self, of: "per")

  private static func keys<List: Choice>(_: List.Type, of group: String) -> [String] {
    List.allCases.map { "\(group).\($0.rawValue)" }
  }
}
