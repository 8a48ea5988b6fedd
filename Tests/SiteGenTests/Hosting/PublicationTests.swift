import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// The small files for crawlers, browsers and people who find a weakness.
@Suite struct PublicationTests {
  private func file(_ name: String, site: String, _ front: String = "") async throws -> String {
    let folder = try smallSite(front, site: site)
    let target = try TestFolder()
    let result = await build(folder.path, into: target)
    #expect(report(result, folder.path) == "")
    return try target.read("public/" + name)
  }

  @Test func `robots.txt says who may read what`() async throws {
    #expect(
      try await file(
        "robots.txt",
        site: "robots: {disallow: [/pay/], deny: [ExampleBot], ai_training: false}\n"
      ) == """
        User-agent: ExampleBot
        User-agent: AI2Bot
        User-agent: Applebot-Extended
        User-agent: Bytespider
        User-agent: CCBot
        User-agent: ClaudeBot
        User-agent: Diffbot
        User-agent: GPTBot
        User-agent: Google-Extended
        User-agent: Meta-ExternalAgent
        User-agent: PanguBot
        User-agent: omgili
        Disallow: /

        User-agent: *
        Disallow: /pay/

        Sitemap: https://jobs.example/sitemap.xml

        """
    )
    #expect(
      try await file("robots.txt", site: "feeds: {sitemap: false}\n")
        == "User-agent: *\nAllow: /\n"
    )
  }

  @Test func `security.txt has every field that is given`() async throws {
    #expect(
      try await file(
        ".well-known/security.txt",
        site: """
          languages: [en, de]
          time_zone: Europe/Lisbon
          security:
            contact: [security@acme.example, "https://acme.example/report", "tel:+351-265-000"]
            expires: 2027-10-31
            policy: https://acme.example/security
            encryption: https://acme.example/key.txt
            acknowledgments: https://acme.example/thanks

          """
      ) == """
        Contact: mailto:security@acme.example
        Contact: https://acme.example/report
        Contact: tel:+351-265-000
        Expires: 2027-10-31T23:59:59Z
        Encryption: https://acme.example/key.txt
        Acknowledgments: https://acme.example/thanks
        Preferred-Languages: en, de
        Canonical: https://jobs.example/.well-known/security.txt
        Policy: https://acme.example/security
        Hiring: https://jobs.example/

        """
    )
  }

  @Test func `llms.txt keeps texts from being Markdown`() async throws {
    let text = try await file(
      "llms.txt",
      site: "description: \"Work [here](//evil.example) <b>\"\n",
      "department: \"A_B *C*\"\n"
    )
    #expect(
      text == """
        # Jobs

        > Work \\[here\\](//evil.example) \\<b\\>

        Open jobs on 2026-11-23: 1.

        ## Jobs

        - [Welder](https://jobs.example/jobs/welder/): Porto, PT; A\\_B \\*C\\*

        ## Optional

        - [Jobs: open jobs](https://jobs.example/feed.json)
        - [Jobs: open jobs (RSS)](https://jobs.example/rss.xml)
        - [Jobs: open jobs (Atom)](https://jobs.example/atom.xml)
        - [All jobs](https://jobs.example/jobs/)

        """
    )
  }

  @Test func `the IndexNow key is a file, and changes are a request`() async throws {
    let site = try smallSite(site: "indexnow: 4f1c7d2ab98e4c0f\n")
    let target = try TestFolder()
    let reports = target.path + "/reports"
    _ = await build(site.path, into: target) { $0.report = reports }
    #expect(try target.read("public/4f1c7d2ab98e4c0f.txt") == "4f1c7d2ab98e4c0f")
    #expect(
      try target.read("reports/indexnow.jsonl")
        == "{\"host\":\"jobs.example\",\"key\":\"4f1c7d2ab98e4c0f\","
        + "\"keyLocation\":\"https://jobs.example/4f1c7d2ab98e4c0f.txt\","
        + "\"urlList\":[\"https://jobs.example/jobs/welder/\"]}\n"
    )
    _ = await build(site.path, into: target) { $0.report = reports }
    #expect(try target.read("reports/indexnow.jsonl") == "")
    #expect(try target.read("reports/indexing-api.jsonl") == "")
  }

  @Test func `icons get their types and sizes from the files`() async throws {
    let site = try smallSite(
      site: """
        icons: [favicon.ico, icon.svg, apple-touch-icon.png]
        manifest: {short_name: Jobs, theme_color: "#0B5B6B", display: minimal-ui}

        """
    )
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]
      + [0, 0, 0, 180, 0, 0, 0, 180]
    let entry = [UInt8](repeating: 0, count: 14)
    let ico: [UInt8] = [0, 0, 1, 0, 2, 0] + [32, 32] + entry + [0, 0] + entry
    for (name, bytes) in [
      ("favicon.ico", ico), ("apple-touch-icon.png", png), ("icon.svg", Array("<svg/>".utf8)),
    ] {
      try site.write("", to: "assets/" + name)
      try Data(bytes).write(to: URL(fileURLWithPath: site.path + "/assets/" + name))
    }
    try site.write(
      """
      {% for icon in site.icons %}{{ icon.rel }} {{ icon.type }} {{ icon.sizes }}
      {% endfor %}{{ site.manifest }}
      """,
      to: "templates/not-found.html"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(report(result, site.path) == "")
    let page = try target.read("public/404.html")
    let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words
        == "icon image/vnd.microsoft.icon 32x32 256x256 icon image/svg+xml any "
        + "apple-touch-icon image/png 180x180 /manifest.webmanifest"
    )
    let files = try TestFolder.files(below: target.path + "/public")
    #expect(files["favicon.ico"] == Data(ico) && files["apple-touch-icon.png"] == Data(png))
    let json = try JSONSerialization.jsonObject(with: files["manifest.webmanifest"] ?? Data())
    let manifest = try #require(json as? [String: Any])
    #expect(manifest["theme_color"] as? String == "#0b5b6b")
    #expect(manifest["display"] as? String == "minimal-ui")
    let icons = try #require(manifest["icons"] as? [[String: String]])
    #expect(icons.map { $0["sizes"] } == ["32x32 256x256", "any"])
    #expect(icons.allSatisfy { files[String($0["src"]?.dropFirst() ?? "")] != nil })
  }

  static let addresses = [
    ("https://apply.example/1", "https://apply.example/1?utm_source=a%20b&q=%26"),
    ("https://apply.example/1?x=1", "https://apply.example/1?x=1&utm_source=a%20b&q=%26"),
    ("https://apply.example/1?", "https://apply.example/1?utm_source=a%20b&q=%26"),
    ("https://apply.example/1?x=1&", "https://apply.example/1?x=1&utm_source=a%20b&q=%26"),
    ("https://apply.example/1#form", "https://apply.example/1?utm_source=a%20b&q=%26#form"),
    ("https://apply.example/?x=1#a?b", "https://apply.example/?x=1&utm_source=a%20b&q=%26#a?b"),
  ]

  @Test(arguments: addresses)
  func `a tracked address keeps its query and fragment`(_ address: String, _ tracked: String)
    async throws
  {
    let site = try smallSite(
      site: "apply: {email: jobs@acme.example, track: {rss: {utm_source: a b, q: \"&\"}}}\n"
    )
    let target = try TestFolder()
    let plan = try #require(await build(site.path, into: target).context?.plan)
    #expect(plan.tracked(address, in: "rss") == tracked)
    #expect(plan.tracked(address, in: "json") == address)
  }

  @Test func `a sitemap is cut where it would be too long`() async throws {
    let target = try TestFolder()
    let plan = try #require(await build(repository, into: target).context?.plan)
    let listed = plan.outputs.filter { $0.isInSitemap(plan) }.count
    for (addresses, bytes) in [(7, 1 << 20), (1000, 9_000), (1000, 1)] {
      let parts = SitemapParts(
        plan.outputs,
        plan,
        addressLimit: addresses,
        byteLimit: bytes
      ).ranges
      let counts = parts.map { plan.outputs[$0].count { $0.isInSitemap(plan) } }
      #expect(counts.reduce(0, +) == listed)
      #expect(counts.allSatisfy { 1...addresses ~= $0 })
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      if bytes == 1 { #expect(parts.count == listed) }
    }
    let text = try target.read("public/sitemap.xml")
    #expect(SitemapParts(plan.outputs, plan, byteLimit: text.utf8.count / 2).ranges.count > 1)
  }
}
