/// Where applicants are sent.
package struct ApplyTarget: Hashable, Sendable {
  package var url: String?
  package var email: String?
  package var form: String?
  package var instructions: String?

  package init() {}
}

extension ApplyTarget {
  /// The ways to apply, as templates name them.
  package enum Kind: String, Sendable { case url, form, email }

  /// The way that the button takes; `nil` where there are instructions alone.
  package var kind: Kind? { url != nil ? .url : form != nil ? .form : email != nil ? .email : nil }

  /// What the button links to.
  package var href: String? { url ?? form ?? email.map { "mailto:" + $0 } }

  /// What the button links to, where a mail has a subject that is filled in.
  ///
  /// Source: RFC 6068, `mailto` with header fields.
  func href(subject: String) -> String? {
    guard kind == .email, let email else { return href }
    let parts = email.split(separator: "@").map { percentEncoded(part: String($0)) }
    return "mailto:\(parts.joined(separator: "@"))?subject=\(percentEncoded(part: subject))"
  }

  /// Instructions alone leave the site's own address in force.
  func fillingIn(from base: ApplyTarget?) -> ApplyTarget {
    guard url == nil, email == nil, form == nil, let base else { return self }
    var target = base
    target.instructions = instructions ?? base.instructions
    return target
  }
}

/// The text with everything but letters, digits and `-._~` of ASCII as `%20` and its like.
private func percentEncoded(part text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let bytes = text.utf8.flatMap { byte -> [UInt8] in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      [byte]
    default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
