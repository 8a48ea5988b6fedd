import SourceText

/// `.host/Caddyfile`, to be imported in the site's block, which has `root` and `file_server`.
///
/// Addresses are looked up in maps, which heed case, as Caddy's matchers of paths don't. Source: Caddy
/// Docs, "Caddyfile Concepts", directives `map`, `header`, `error`, `handle_errors`.
struct CaddyRules: FeedFormat {
  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    plan.site.publication.hosts.contains(.caddy) ? [.unserved(".host/Caddyfile")] : []
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    let rules = context.hostRules
    var output = ByteBuffer(capacity: 1 << 14)
    output.append("# Written by sitegen; import it in the block of the site.\n")
    try writeAddresses(rules, into: &output, draining: drain)
    writeHeaders(rules, into: &output)
    try drain(&output)
  }
}

/// A path in quotes, which has neither quotes nor braces or backslashes: see ``HostRules``.
private func word(_ path: String) -> String { "\"\(path)\"" }

extension CaddyRules {
  private func writeAddresses(
    _ rules: HostRules,
    into output: inout ByteBuffer,
    draining drain: FeedDrain
  ) throws(PublishingFailure) {
    output.append("map {path} {sitegen_target} {\n")
    for redirect in rules.redirects {
      output.append("\t\(word(redirect.from)) \(word(hostPath(redirect.to)))\n")
      if output.count >= CaddyRules.pieceSize { try drain(&output) }
    }
    output.append("\tdefault \"\"\n}\n")
    output.append("@sitegen_moved not vars {sitegen_target} \"\"\n")
    output.append("redir @sitegen_moved {sitegen_target} 301\n")
    output.append("map {path} {sitegen_gone} {\n")
    for address in rules.gone {
      output.append("\t\(word(address)) \"1\"\n")
      if address.hasSuffix("/") { output.append("\t\(word(String(address.dropLast()))) \"1\"\n") }
      if output.count >= CaddyRules.pieceSize { try drain(&output) }
    }
    output.append("\tdefault \"\"\n}\n")
    output.append("@sitegen_gone {\n\tnot file {path} {path}/index.html\n")
    output.append("\tvars {sitegen_gone} 1\n}\nerror @sitegen_gone 410\n")
    output.append("@sitegen_hidden {\n\tpath */.* \(word(rules.basePath + "/_headers")) ")
    output.append("\(word(rules.basePath + "/_redirects")) \(word(rules.notFound))\n")
    output.append("\tnot path */.well-known/*\n}\nerror @sitegen_hidden 404\n")
    for (index, feed) in rules.feeds.enumerated() {
      guard let folder = feed.folder, case .name(let file)? = feed.segments.last else { continue }
      let name = "sitegen_folder_\(index)"
      output.append("@\(name) path_regexp \(name) ")
      output.append("`^(\(folder.expression(below: rules.basePath)))/?$`\n")
      output.append("rewrite @\(name) {re.\(name).1}/\(file)\n")
    }
    // What was said of the address holds for the file that isn't there no more.
    output.append("handle_errors {\n\theader Cache-Control ")
    output.append("\"\(HostRules.CacheLifetime.pages)\"\n\theader -Access-Control-Allow-Origin\n")
    output.append("\trewrite * \(word(rules.notFound))\n\tfile_server\n}\n")
  }

  private func writeHeaders(_ rules: HostRules, into output: inout ByteBuffer) {
    output.append("header {\n")
    for header in rules.headers { output.append("\t\(header.name) \"\(header.value)\"\n") }
    output.append("}\n")
    /// A file, and the folder that answers with it.
    func expressions(_ feed: FilePattern) -> [String] {
      let folder = feed.folder.map { $0.expression(below: rules.basePath) + "/?" }
      return [feed.expression(below: rules.basePath)] + (folder.map { [$0] } ?? [])
    }
    let feeds = rules.feeds.flatMap(expressions).joined(separator: "|")
    let rest = "^\(FilePattern.quoted(rules.assets))" + (feeds.isEmpty ? "" : "|^(?:\(feeds))$")
    output.append("header \(rules.assets)* Cache-Control \"\(HostRules.CacheLifetime.assets)\"\n")
    output.append("@sitegen_pages not path_regexp `\(rest)`\n")
    output.append("header @sitegen_pages Cache-Control \"\(HostRules.CacheLifetime.pages)\"\n")
    for (index, group) in rules.feedsByType.enumerated() {
      output.append("@sitegen_type_\(index) path_regexp ")
      output.append("`^(?:\(group.patterns.flatMap(expressions).joined(separator: "|")))$`\n")
      output.append("header @sitegen_type_\(index) {\n\tContent-Type \"\(group.contentType)\"\n")
      output.append("\tAccess-Control-Allow-Origin \"*\"\n")
      output.append("\tCache-Control \"\(HostRules.CacheLifetime.feeds)\"\n}\n")
    }
  }
}
