/// What a posting pays: a range, one of its ends, or one value.
package struct Salary: Hashable, Sendable {
  package var minimum: Amount?
  package var maximum: Amount?
  package var value: Amount?
  /// ISO 4217.
  package var currency = ""
  package var period = PayPeriod.year
  package var note: String?
  /// The places this salary is for, as the author named them; empty for all.
  package var locations: [String] = []

  package init() {}
}

package struct Keywords: Hashable, Sendable {
  package var hard: [String] = []
  package var soft: [String] = []

  package init() {}
}

/// How long somebody has done such work.
package struct Experience: Hashable, Sendable {
  package var minimumMonths: Int?
  package var maximumMonths: Int?
  /// None is asked for.
  package var isNone = false

  package init() {}
}

package struct SpokenLanguage: Hashable, Sendable {
  /// BCP 47.
  package var code = ""
  package var level: LanguageLevel?

  package init() {}
}

package struct InterviewStep: Hashable, Sendable {
  package var name = ""
  package var duration: String?
  package var with: String?

  package init() {}
}

package struct Image: Hashable, Sendable {
  package var source = ""
  package var alternativeText = ""

  package init() {}
}

/// The value of a field that the site declares for itself.
package struct CustomValue: Hashable, Sendable {
  package var key: String
  package var value: String
}
