/// The words and signs of one language that filters write.
package struct LocaleText: Sendable {
  /// January first.
  package let monthNames: [String]
  package let shortMonthNames: [String]
  /// Monday first.
  package let weekdayNames: [String]
  package let shortWeekdayNames: [String]
  package let decimalSeparator: String
  package let groupingSeparator: String
  /// Whether an amount's currency stands before it.
  package let isCurrencyFirst: Bool

  /// - Precondition: twelve months and seven weekdays each.
  package init(
    monthNames: [String],
    shortMonthNames: [String],
    weekdayNames: [String],
    shortWeekdayNames: [String],
    decimalSeparator: String,
    groupingSeparator: String,
    isCurrencyFirst: Bool
  ) {
    precondition(monthNames.count == 12 && shortMonthNames.count == 12)
    precondition(weekdayNames.count == 7 && shortWeekdayNames.count == 7)
    self.monthNames = monthNames
    self.shortMonthNames = shortMonthNames
    self.weekdayNames = weekdayNames
    self.shortWeekdayNames = shortWeekdayNames
    self.decimalSeparator = decimalSeparator
    self.groupingSeparator = groupingSeparator
    self.isCurrencyFirst = isCurrencyFirst
  }

  package static let english = LocaleText(
    monthNames: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonthNames: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdayNames: [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ],
    shortWeekdayNames: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    decimalSeparator: ".",
    groupingSeparator: ",",
    isCurrencyFirst: true
  )
}
