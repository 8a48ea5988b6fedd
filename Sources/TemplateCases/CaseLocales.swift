package import Templating

extension LocaleText {
  package static let german = LocaleText(
    monthNames: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    shortMonthNames: [
      "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
      "Dez.",
    ],
    weekdayNames: [
      "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ],
    shortWeekdayNames: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    decimalSeparator: ",",
    groupingSeparator: ".",
    isCurrencyFirst: false
  )

  package static let french = LocaleText(
    monthNames: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    shortMonthNames: [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ],
    weekdayNames: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    shortWeekdayNames: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    decimalSeparator: ",",
    groupingSeparator: "\u{202F}",
    isCurrencyFirst: false
  )
}
