// Addresses as people write them, where only one thing can be meant.

/// The web address that a text without a scheme means: `www.example.com/x`, `example.com`.
///
/// A host has a dot and ends in letters; `form.html` is rather a file.
func webAddress(meantBy text: String) -> String? {
  let bare = text.hasPrefix("//") ? text.dropFirst(2) : text[...]
  let host = bare.prefix { !"/?#".contains($0) }.lowercased()
  let labels = host.split(separator: ".", omittingEmptySubsequences: false)
  guard labels.count >= 2, let last = labels.last, 2...24 ~= last.count,
    last.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }),
    !fileEndings.contains(String(last)), labels.allSatisfy({ isSlug(String($0)) })
  else { return nil }
  let address = "https://" + bare
  return isWebAddress(address) ? address : nil
}

/// The e-mail address in a link such as `mailto:jobs@example.com`.
func emailAddress(meantBy text: String) -> String? {
  guard text.prefix(7).lowercased() == "mailto:" else { return nil }
  let address = String(text.dropFirst(7))
  return isEmailAddress(address) ? address : nil
}

private let fileEndings: Set<String> = [
  "html", "htm", "php", "asp", "aspx", "jsp", "md", "txt", "pdf", "doc", "docx", "zip", "png",
  "jpg",
  "jpeg", "gif", "svg", "webp", "json", "xml", "css", "js",
]

/// What to do with a text that is nearly an e-mail address, or none at all.
func addressHint(for text: String) -> String? {
  let joined = text.filter { !$0.isWhitespace }
  if joined != text, isEmailAddress(joined) { return "delete the space: write '\(joined)'" }
  let words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "/" }
  if words.count(where: { isEmailAddress(String($0)) }) > 1 { return "only one fits; keep one" }
  let isPhone =
    joined.count(where: \.isNumber) > 5
    && joined.allSatisfy { $0.isNumber || "+-()./".contains($0) }
  return isPhone
    ? "a phone number can't receive applications: write an e-mail address, and the number in the text"
    : nil
}
