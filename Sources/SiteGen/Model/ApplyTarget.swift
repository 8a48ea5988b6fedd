/// Where applicants are sent.
package struct ApplyTarget: Hashable, Sendable {
  package var url: String?
  package var email: String?
  package var form: String?
  package var instructions: String?

  package init() {}
}

extension ApplyTarget {
  /// What the button links to.
  package var href: String? { url ?? form ?? email.map { "mailto:" + $0 } }

  /// Instructions alone leave the site's own address in force.
  func fillingIn(from base: ApplyTarget?) -> ApplyTarget {
    guard url == nil, email == nil, form == nil, let base else { return self }
    var target = base
    target.instructions = instructions ?? base.instructions
    return target
  }
}
