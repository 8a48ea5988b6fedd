import SourceText

// Addresses that say which feed a reader came from.

extension SitePlan {
  /// An address with the query parameters that `site.yml` gives to a feed under `apply.track`.
  ///
  /// - Parameters:
  ///   - address: absolute; its own query and fragment stay.
  ///   - feed: the name of a feed as `feeds` in `site.yml` spells it, such as `indeed`.
  /// - Returns: the address itself where nothing is to be added.
  package func tracked(_ address: String, in feed: String) -> String {
    guard let parameters = site.apply?.track.value(of: feed), !parameters.isEmpty else {
      return address
    }
    let end = address.firstIndex(of: "#") ?? address.endIndex
    var tracked = String(address[..<end])
    var separator = tracked.contains("?") ? "&" : "?"
    if let last = tracked.last, last == "?" || last == "&" { separator = "" }
    for parameter in parameters {
      tracked += separator
      append(queryPart: parameter.key, to: &tracked)
      tracked += "="
      append(queryPart: parameter.value, to: &tracked)
      separator = "&"
    }
    return tracked + address[end...]
  }

  /// Where the readers of a feed apply on the web; `nil` where they apply by e-mail alone.
  package func applyAddress(of job: Int, in feed: String) -> String? {
    guard let target = applyTarget(of: postings[job]) else { return nil }
    return (target.url ?? target.form).map { tracked($0, in: feed) }
  }

  /// Writes a name or value of a query with everything but unreserved characters encoded (RFC 3986,
  /// section 2.3).
  private func append(queryPart text: String, to query: inout String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        query.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        query += byte < 16 ? "%0" : "%"
        query += String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
