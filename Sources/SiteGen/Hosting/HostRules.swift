/// What a host should do with a site's addresses: the one source of the files for each kind of host.
///
/// All paths in it are ``isSitePath(_:)`` below the site's base path, so that they have neither
/// quotes nor braces, spaces or control characters.
struct HostRules: Sendable {
  struct Redirect: Sendable {
    var from: String
    var to: String
  }

  struct Header: Sendable {
    var name: String
    var value: String
  }

  /// Sorted by the bytes of where they lead from.
  let redirects: [Redirect]
  /// Addresses that answer 410, likewise.
  let gone: [String]
  /// The files of feeds, which programs of other sites may read.
  let feeds: [FilePattern]
  /// With every answer.
  let headers: [Header]
  /// The path of the site's root on its host, without a slash at its end.
  let basePath: String

  /// The page for what isn't there.
  var notFound: String { basePath + "/404.html" }
  /// The folder of files whose names change with what they hold.
  var assets: String { basePath + "/assets/" }

  /// How long an answer may be used again without asking.
  enum CacheLifetime {
    static let assets = "public, max-age=31536000, immutable"
    static let feeds = "public, max-age=900"
    static let pages = "public, max-age=300"
  }
}

extension HostRules {
  init(_ plan: SitePlan) {
    basePath = plan.basePath
    feeds = plan.feedPatterns
    gone = plan.gone.filter(isSitePath).map { plan.basePath + $0 }
    redirects = plan.outputs.compactMap { output in
      guard case .redirect(let target) = output.content, isSitePath(output.route.path) else {
        return nil
      }
      return Redirect(from: plan.href(output.route), to: plan.href(target))
    }.sorted { $0.from.precedesByBytes($1.from) }
    headers = HostRules.headers(plan)
  }

  /// Source: OWASP Secure Headers Project.
  private static func headers(_ plan: SitePlan) -> [Header] {
    var headers = [
      Header(name: "X-Content-Type-Options", value: "nosniff"),
      Header(name: "X-Frame-Options", value: "DENY"),
      Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
      Header(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
      Header(
        name: "Permissions-Policy",
        value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
      ),
    ]
    if let policy = plan.contentSecurityPolicy {
      headers.insert(Header(name: "Content-Security-Policy", value: policy.headerText), at: 0)
    }
    if plan.site.baseURL.lowercased().hasPrefix("https:") {
      headers.append(Header(name: "Strict-Transport-Security", value: "max-age=31536000"))
    }
    return headers
  }

  /// The patterns of each media type, both sorted, with the type as hosts send it.
  var feedsByType: [(contentType: String, patterns: [FilePattern])] {
    Dictionary(grouping: feeds, by: \.mediaType).sorted { $0.key < $1.key }
      .map { (contentType: HostRules.contentType($0.key), patterns: $0.value) }
  }

  static func contentType(_ mediaType: String) -> String {
    mediaType.hasPrefix("text/") ? mediaType + "; charset=utf-8" : mediaType
  }
}

extension RenderContext {
  var hostRules: HostRules { HostRules(plan) }
}

/// A path as an address has it: everything but unreserved characters and slashes is encoded.
func hostPath(_ path: String) -> String {
  var encoded = ""
  encoded.reserveCapacity(path.utf8.count)
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      encoded += byte < 16 ? "%0" : "%"
      encoded += String(byte, radix: 16, uppercase: true)
    }
  }
  return encoded
}
