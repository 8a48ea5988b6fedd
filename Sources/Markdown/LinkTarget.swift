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

  /// Lower-cased bytes in front of the first colon, and what follows it.
  private static func parts(_ target: String) -> (scheme: String?, rest: String) {
    var kept: [UInt8] = []
    var colon: Int?
    for scalar in target.unicodeScalars {
      if scalar.value <= 0x20 || scalar.properties.isWhitespace { continue }
      if (0x7F..<0xA0).contains(scalar.value) { continue }
      if colon == nil {
        switch scalar {
        case "/", "?", "#": return (nil, target)
        case ":": colon = kept.count
        default: break
        }
      }
      kept.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      // The longest media type that is accepted ends well before this.
      if kept.count > 64 { break }
    }
    guard let colon, colon > 0 else { return (nil, target) }
    let scheme = String(decoding: kept[..<colon].map(lowercased), as: UTF8.self)
    let rest = String(decoding: kept[(colon + 1)...].map(lowercased), as: UTF8.self)
    return (scheme, rest)
  }

  /// Pictures that hold no script and that cmark writes; the media type is lower-cased.
  private static func isPlainImage(_ rest: String) -> Bool {
    ["image/png;base64,", "image/jpeg;base64,", "image/gif;base64,", "image/webp;base64,"]
      .contains { rest.hasPrefix($0) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
