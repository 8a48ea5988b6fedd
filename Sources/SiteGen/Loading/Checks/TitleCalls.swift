/// Words that ask people to apply, which are no part of a job's name.
///
/// In the languages of the interface texts, each looked for in every title: English ones stand in all.
enum TitleCalls {
  private static let calls: [[UInt8]] = [
    "apply now", "apply today", "apply here", "hiring now", "now hiring", "hiring immediately",
    "we are hiring", "we're hiring", "urgent", "urgently", "immediate start", "start immediately",
    "join us", "join our team", "asap",
    "jetzt bewerben", "bewirb dich", "wir suchen", "dringend", "ab sofort", "gesucht",
    "candidate-se", "candidata-te", "estamos a contratar", "estamos contratando", "contrata-se",
    "procura-se", "precisa-se", "urgente", "início imediato", "entrada imediata",
  ].map { Array($0.utf8) }

  /// Urgent care is a field of medicine, and repairs may be urgent.
  private static let trades: Set = [
    "care", "treatment", "surgery", "response", "cover", "repair", "repairs", "medicine",
    "services",
  ]

  /// The first letters of ``calls``, by which nearly every place of a title is passed over.
  private static let firstLetters: Set<UInt8> = Set(calls.compactMap(\.first))

  /// The words of the title that are a call, as they are written there.
  static func call(in title: String) -> String? {
    let bytes = Array(title.utf8)
    let lowered = bytes.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
    var isWordStart = true
    for (start, byte) in lowered.enumerated() {
      defer { isWordStart = !isLetter(byte) }
      guard isWordStart, firstLetters.contains(byte) else { continue }
      let rest = lowered[start...]
      for call in calls where call[0] == byte && rest.starts(with: call) {
        let end = start + call.count
        if end < lowered.count, isLetter(lowered[end]) { continue }
        let next = lowered[end...].drop { $0 == 0x20 }.prefix(while: isLetter)
        if call.starts(with: "urgent".utf8), trades.contains(String(decoding: next, as: UTF8.self))
        {
          continue
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
