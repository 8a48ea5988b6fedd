import SourceText

/// Two files for nginx to include: `.host/nginx-http.conf` in its `http` block and
/// `.host/nginx-server.conf` in the site's `server` block.
///
/// Headers come from maps and stand in the `server` block alone, since a block with a header of its
/// own has none of the outer ones. Addresses are looked up in maps too: reading 20,000 blocks for one
/// address each takes nginx 14 seconds. Source: nginx.org, ngx_http_core_module, ngx_http_map_module,
/// ngx_http_headers_module.
struct NginxRules: FeedFormat {
  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    guard plan.site.publication.hosts.contains(.nginx) else { return [] }
    var server = FeedFile.unserved(".host/nginx-server.conf")
    server.scope = .part(1)
    return [.unserved(".host/nginx-http.conf"), server]
  }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    if scope == .part(0) {
      try writeMaps(context.hostRules, draining: drain)
    } else {
      try writeServer(context.hostRules, draining: drain)
    }
  }

  /// The name of a variable that no other site on the same server has.
  private func variable(_ name: String) -> String {
    let address = context.plan.site.baseURL.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    let host = address.map { byte in
      isWordByte(byte) ? Character(Unicode.Scalar(byte)) : "_"
    }
    return "$sitegen_\(String(host))_\(name)"
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

/// A text as a word of nginx's configuration, whatever it holds.
private func word(_ text: String) -> String {
  var word = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { word += "\\" }
    word.unicodeScalars.append(scalar)
  }
  return word + "\""
}

// MARK: - nginx-http.conf

extension NginxRules {
  private func writeMaps(
    _ rules: HostRules,
    draining drain: FeedDrain
  ) throws(PublishingFailure) {
    var output = ByteBuffer(capacity: 1 << 14)
    var seen: Set<String> = []
    let stems = rules.gone.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      .filter { seen.insert($0.lowercased()).inserted }
    let twins = rules.twins(in: context.plan)
    let moved = rules.redirects.filter { !twins.contains($0.from) }
    output.append("# Written by sitegen; include it in http { }, in front of any map.\n")
    // A bucket must hold the longest key, and is a whole number of cache lines.
    let longest = (stems + moved.map(\.from)).map(\.utf8.count).max() ?? 0
    output.append("map_hash_bucket_size \((longest + 32 + 127) / 128 * 128);\n")
    output.append("map_hash_max_size \(max(2048, 2 * max(stems.count, moved.count)));\n")
    let feeds = rules.expressions(of: rules.feeds)
    output.append("map $uri \(variable("cache")) {\n")
    output.append("  default \"\(HostRules.CacheLifetime.pages)\";\n")
    output.append(
      "  \"~^\(FilePattern.quoted(rules.assets))\" \"\(HostRules.CacheLifetime.assets)\";\n"
    )
    for feeds in feeds {
      output.append("  \"~\(feeds)\" \"\(HostRules.CacheLifetime.feeds)\";\n")
    }
    output.append("}\nmap $uri \(variable("cors")) {\n  default \"\";\n")
    for feeds in feeds { output.append("  \"~\(feeds)\" \"*\";\n") }
    output.append("}\nmap $uri \(variable("target")) {\n  default \"\";\n")
    for redirect in moved {
      output.append("  \(word(redirect.from)) \(word(hostPath(redirect.to)));\n")
      if output.count >= NginxRules.pieceSize { try drain(&output) }
    }
    output.append("}\n")
    try writeGone(stems, into: &output, draining: drain)
    try drain(&output)
  }

  /// Asked only where there is no file, so that it may ignore case, as maps do.
  private func writeGone(
    _ stems: [String],
    into output: inout ByteBuffer,
    draining drain: FeedDrain
  ) throws(PublishingFailure) {
    let stem = variable("stem")
    output.append("map $uri \(stem) {\n  default $uri;\n")
    output.append("  \"~^(?<sitegen_stem>.*?)(?:/index[.]html|/+)$\" $sitegen_stem;\n}\n")
    output.append("map \(stem) \(variable("gone")) {\n  default 0;\n")
    for stem in stems {
      output.append("  ")
      output.append(word(stem))
      output.append(" 1;\n")
      if output.count >= NginxRules.pieceSize { try drain(&output) }
    }
    output.append("}\n")
  }
}

extension HostRules {
  /// Addresses of redirects that differ from another address of the site in upper and lower case
  /// alone: maps of nginx don't tell them apart.
  fileprivate func twins(in plan: SitePlan) -> Set<String> {
    guard !redirects.isEmpty else { return [] }
    let lowered = Dictionary(grouping: redirects.map(\.from)) { $0.lowercased() }
    var twins = Set(lowered.values.filter { $0.count > 1 }.joined())
    for output in plan.outputs {
      let path = plan.href(output.route)
      guard let same = lowered[path.lowercased()], !same.contains(path) else { continue }
      twins.formUnion(same)
    }
    return twins
  }

  /// The addresses of some files as few expressions: nginx takes no word beyond 4,096 bytes.
  fileprivate func expressions(of patterns: [FilePattern]) -> [String] {
    var lists: [String] = []
    for pattern in patterns {
      let expression = pattern.expression(below: basePath)
      if let last = lists.last, last.utf8.count + expression.utf8.count < 2_000 {
        lists[lists.count - 1] = last + "|" + expression
      } else {
        lists.append(expression)
      }
    }
    return lists.map { "^(?:\($0))$" }
  }
}

// MARK: - nginx-server.conf

extension NginxRules {
  private func writeServer(
    _ rules: HostRules,
    draining drain: FeedDrain
  ) throws(PublishingFailure) {
    var output = ByteBuffer(capacity: 1 << 14)
    output.append("# Written by sitegen; include it in the server { } of the site.\n")
    output.append("index index.html index.json;\ncharset utf-8;\nabsolute_redirect off;\n")
    output.append("error_page 404 410 \(word(rules.notFound));\n")
    for header in rules.headers {
      output.append("add_header \(header.name) \(word(header.value)) always;\n")
    }
    output.append("add_header Cache-Control \(variable("cache")) always;\n")
    output.append("add_header Access-Control-Allow-Origin \(variable("cors")) always;\n")
    output.append("location ~ \"/[.](?!well-known/)\" { return 404; }\n")
    output.append(
      "location ~ \"^\(FilePattern.quoted(rules.basePath))/_(?:headers|redirects)$\" "
    )
    output.append("{ return 404; }\n")
    let twins = rules.twins(in: context.plan)
    for redirect in rules.redirects where twins.contains(redirect.from) {
      output.append("location = \(word(redirect.from)) ")
      output.append("{ return 301 \(word(hostPath(redirect.to))); }\n")
      if output.count >= NginxRules.pieceSize { try drain(&output) }
    }
    for (contentType, patterns) in rules.feedsByType {
      for expression in rules.expressions(of: patterns) {
        output.append("location ~ \"\(expression)\" ")
        output.append("{ types { } default_type \(word(contentType)); }\n")
      }
    }
    for feed in rules.feeds {
      guard let folder = feed.folder, case .name(let file)? = feed.segments.last else { continue }
      output.append("location ~ \"^\(folder.expression(below: rules.basePath))$\" ")
      output.append("{ rewrite ^ $uri/\(file) last; }\n")
    }
    output.append("location = \(word(rules.notFound)) { internal; }\n")
    output.append("location \(word(rules.basePath + "/")) {\n")
    // A folder without an index is as if it weren't there.
    output.append("  recursive_error_pages on;\n  error_page 403 = @sitegen_missing;\n")
    output.append("  error_page 404 410 \(word(rules.notFound));\n")
    output.append("  if (\(variable("target"))) { return 301 \(variable("target")); }\n")
    output.append("  try_files $uri $uri/ @sitegen_missing;\n}\n")
    output.append("location @sitegen_missing {\n")
    output.append("  if (\(variable("gone"))) { return 410; }\n  return 404;\n}\n")
    try drain(&output)
  }
}
