import SourceText

extension Machine {
  mutating func date(_ input: FilterInput) throws(TemplateFault) -> Value {
    let time = try time(input.value)
    var format = try input[0].map { value throws(TemplateFault) in
      try textArgument(value, named: "format")
    }
    let isMail = format.map { isText($0, "rfc822") } ?? false
    let locale = isMail ? .english : try locale(input[1], dropsRegion: true)
    if let given = format, isMail || isText(given, "rfc3339") {
      format = isMail ? program.formats.rfc822 : program.formats.rfc3339
    }
    let shown = format ?? program.formats.day
    let letters = arena.bytes(of: shown)
    let mark = work.count
    var place = 0
    while place < letters.count {
      let letter = letters[place]
      place += 1
      guard letter == UInt8(ascii: "%") else {
        work.append(letter)
        continue
      }
      var pads = true
      var hasColon = false
      if place < letters.count, letters[place] == UInt8(ascii: "-") {
        pads = false
        place += 1
      }
      if place < letters.count, letters[place] == UInt8(ascii: ":") {
        hasColon = true
        place += 1
      }
      guard place < letters.count else {
        throw TemplateFault(
          "template/value",
          "the format '\(arena.string(shown) ?? "")' ends with a lone '%'",
          hint: "write '%%' for a percent sign"
        )
      }
      guard write(letters[place], time, locale, pads: pads, hasColon: hasColon) else {
        let letter = String(letters.scalar(at: place).scalar)
        let format = arena.string(shown) ?? ""
        throw TemplateFault("template/value", "'%\(letter)' in the format '\(format)' is not known")
      }
      place += 1
    }
    return worked(from: mark)
  }

  private func time(_ value: Value) throws(TemplateFault) -> CivilTime {
    if value.tag == .int {
      // The years 1 to 9999.
      guard (-62_135_596_800...253_402_300_799).contains(value.int) else {
        throw TemplateFault("template/value", "'\(value.int)' is too far away for a date")
      }
      return CivilTime(secondsSince1970: value.int)
    }
    guard value.isText else {
      throw TemplateFault("template/value", "\(describe(value)) is not a date")
    }
    if let time = CivilTime(arena.bytes(of: value)) { return time }
    throw TemplateFault(
      "template/value",
      "'\(arena.string(value) ?? "")' is not a date",
      hint: "write it like 2026-03-01 or 2026-03-01T14:05:00Z"
    )
  }

  private mutating func isText(_ value: Value, _ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { arena.bytes(of: value).elementsEqual($0) }
  }

  /// - Returns: whether the letter means something.
  private mutating func write(
    _ letter: UInt8,
    _ time: CivilTime,
    _ locale: LocaleText,
    pads: Bool,
    hasColon: Bool
  ) -> Bool {
    switch letter {
    case UInt8(ascii: "Y"): write(time.year, width: 4)
    case UInt8(ascii: "m"): write(time.month, width: pads ? 2 : 1)
    case UInt8(ascii: "d"): write(time.day, width: pads ? 2 : 1)
    case UInt8(ascii: "e"):
      if time.day < 10 { work.append(0x20) }
      write(time.day, width: 1)
    case UInt8(ascii: "y"): write(time.year % 100, width: pads ? 2 : 1)
    case UInt8(ascii: "j"): write(time.dayOfYear, width: pads ? 3 : 1)
    case UInt8(ascii: "H"): write(time.hour, width: pads ? 2 : 1)
    case UInt8(ascii: "I"): write((time.hour + 11) % 12 + 1, width: pads ? 2 : 1)
    case UInt8(ascii: "M"): write(time.minute, width: pads ? 2 : 1)
    case UInt8(ascii: "S"): write(time.second, width: pads ? 2 : 1)
    case UInt8(ascii: "p"): work.append(time.hour < 12 ? "AM" as StaticString : "PM")
    case UInt8(ascii: "B"): work.append(locale.monthNames[time.month - 1])
    case UInt8(ascii: "b"), UInt8(ascii: "h"): work.append(locale.shortMonthNames[time.month - 1])
    case UInt8(ascii: "A"): work.append(locale.weekdayNames[time.weekday - 1])
    case UInt8(ascii: "a"): work.append(locale.shortWeekdayNames[time.weekday - 1])
    case UInt8(ascii: "F"):
      write(time.year, width: 4)
      work.append(UInt8(ascii: "-"))
      write(time.month, width: 2)
      work.append(UInt8(ascii: "-"))
      write(time.day, width: 2)
    case UInt8(ascii: "T"), UInt8(ascii: "R"):
      write(time.hour, width: 2)
      work.append(UInt8(ascii: ":"))
      write(time.minute, width: 2)
      if letter == UInt8(ascii: "T") {
        work.append(UInt8(ascii: ":"))
        write(time.second, width: 2)
      }
    case UInt8(ascii: "u"): write(time.weekday, width: 1)
    case UInt8(ascii: "V"): write(time.week.number, width: pads ? 2 : 1)
    case UInt8(ascii: "G"): write(time.week.year, width: 1)
    case UInt8(ascii: "z"):
      work.append(time.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      write(Int(time.offset.magnitude) / 60, width: 2)
      if hasColon { work.append(UInt8(ascii: ":")) }
      write(Int(time.offset.magnitude) % 60, width: 2)
    case UInt8(ascii: "s"): work.append(decimal: time.secondsSince1970)
    case UInt8(ascii: "%"): work.append(UInt8(ascii: "%"))
    default: return false
    }
    return true
  }

  private mutating func write(_ number: Int, width: Int) {
    var limit = 10
    for _ in 1..<max(width, 1) {
      if number < limit { work.append(UInt8(ascii: "0")) }
      limit *= 10
    }
    work.append(decimal: number)
  }
}
