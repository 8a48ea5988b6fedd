/// Where a link or image leads, judged as a browser would read it.
///
/// A browser drops white space and control characters, so `java\nscript:` is a script too.
/// Source: WHATWG URL, "basic URL parser".
enum LinkTarget {
  /// The scheme that may not be used, or none.
  ///
  /// Relative addresses, `//host` and fragments have no scheme and are fine.
  static func refusedScheme(of target: String, isImage: Bool) -> String? {
    let (scheme, rest) = parts(target)
    guard let scheme else { return nil }
    switch scheme {
    case "http", "https": return nil
    case "mailto", "tel", "sms": return isImage ? scheme : nil
    case "data": return isImage && isPlainImage(rest) ? nil : scheme
    default: return scheme
    }
  }

  /// The scheme that makes a script of a title, should a theme ever use it as an address.
  static func refusedScheme(ofTitle title: String) -> String? {
    guard let scheme = parts(title).scheme else { return nil }
    return ["javascript", "vbscript", "data"].contains(scheme) ? scheme : nil
  }

  /// What stands in front of the first colon, lower-cased, and what follows it.
  private static func parts(_ target: String) -> (scheme: String?, rest: Substring.UTF8View) {
    let bytes = target.utf8
    for offset in bytes.indices {
      switch bytes[offset] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return (nil, bytes[...])
      case UInt8(ascii: ":"):
        let scheme = seenByBrowsers(bytes[..<offset])
        return (scheme.isEmpty ? nil : scheme, bytes[bytes.index(after: offset)...])
      default: continue
      }
    }
    return (nil, bytes[...])
  }

  /// Lower-cased, without white space and control characters.
  private static func seenByBrowsers(_ bytes: Substring.UTF8View) -> String {
    let isUsual = bytes.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    if isUsual { return String(Substring(bytes)) }
    var scheme = String.UnicodeScalarView()
    for scalar in Substring(bytes).unicodeScalars {
      switch scalar.value {
      case ...0x20, 0x7F...0xA0: continue
      case 0x41...0x5A: scheme.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      default: scheme.append(scalar)
      }
    }
    return String(scheme)
  }

  /// Pictures that hold no script and that cmark writes.
  private static func isPlainImage(_ rest: Substring.UTF8View) -> Bool {
    // The longest media type that is accepted ends well before this.
    let start = seenByBrowsers(rest.prefix(64))
    return [
      "image/png;base64,", "image/jpeg;base64,", "image/gif;base64,", "image/webp;base64,",
    ].contains { start.hasPrefix($0) }
  }
}
