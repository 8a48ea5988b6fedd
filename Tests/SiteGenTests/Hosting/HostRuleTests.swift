import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// The files of rules for hosts.
@Suite struct HostRuleTests {
  /// Two languages below a path, an old address beyond ASCII, and postings that were taken away.
  private func builtSite(_ hosts: String = "") async throws -> TestFolder {
    let site = try smallSite(
      "aliases: [/vagas/soldador-função/, /Old/Welder.html]\n",
      site: "languages: [en, pt-BR]\n" + hosts
    )
    try site.write(
      try site.read("site.yml").replacingOccurrences(
        of: "https://jobs.example",
        with: "https://www.lodemar.example/careers"
      ),
      to: "site.yml"
    )
    let painter = try site.read("content/jobs/welder.md")
      .replacingOccurrences(
        of: "aliases: [/vagas/soldador-função/, /Old/Welder.html]",
        with: "aliases: [/vacancies/17/]"
      ).replacingOccurrences(of: "Welder", with: "Painter")
    try site.write(painter + "Paint.\n", to: "content/jobs/painter.md")
    let translation = painter.replacingOccurrences(
      of: "aliases: [/vacancies/17/]",
      with: "lang: pt-BR\ntranslation_of: painter"
    )
    try site.write(translation + "Pintar.\n", to: "content/jobs/pintor.md")
    let target = try TestFolder()
    let first = await build(site.path, into: target, now: "2026-11-10")
    #expect(report(first, site.path) == "")
    for name in ["painter", "pintor"] {
      try FileManager.default.removeItem(atPath: site.path + "/content/jobs/\(name).md")
    }
    let second = await build(site.path, into: target, now: "2026-11-11")
    #expect(report(second, site.path) == "")
    return target
  }

  @Test func `each host's files are what they were`() async throws {
    let target = try await builtSite()
    let golden = folder(of: #filePath) + "/Golden/"
    let names = [
      "_redirects", "_headers", ".host/nginx-http.conf", ".host/nginx-server.conf",
      ".host/Caddyfile",
    ]
    for name in names {
      let file = name.replacingOccurrences(of: ".host/", with: "") + ".txt"
      try expectGolden(try target.read("public/" + name), at: golden + file)
    }
  }

  @Test func `Cloudflare alone gets no lines that it would leave out`() async throws {
    let target = try await builtSite("hosts: [cloudflare]\n")
    #expect(
      try target.read("public/_redirects") == """
        # Redirects of Netlify and Cloudflare Pages, written by sitegen.
        /careers/Old/Welder.html /careers/jobs/welder/ 301
        /careers/vagas/soldador-fun%C3%A7%C3%A3o/ /careers/jobs/welder/ 301

        """
    )
    #expect(!FileManager.default.fileExists(atPath: target.path + "/public/.host"))
  }

  @Test func `no hosts, no files`() async throws {
    let target = try await builtSite("hosts: []\n")
    let files = try TestFolder.files(below: target.path + "/public")
    #expect(files["index.html"] != nil)
    #expect(files["_redirects"] == nil && files["_headers"] == nil)
    #expect(!files.keys.contains { $0.hasPrefix(".host/") })
  }

  @Test func `an address that is used again is not gone`() async throws {
    let site = try smallSite()
    let posting = try site.read("content/jobs/welder.md")
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    try FileManager.default.removeItem(atPath: site.path + "/content/jobs/welder.md")
    _ = await build(site.path, into: target, now: "2026-11-11")
    #expect(try target.read("public/_redirects").contains("/jobs/welder/ /404.html 410\n"))
    #expect(try target.read("state").contains("\n/jobs/welder/\t2026-11-11\n"))
    try site.write(posting, to: "content/jobs/welder.md")
    _ = await build(site.path, into: target, now: "2026-11-12")
    #expect(!(try target.read("public/_redirects").contains("410")))
    #expect(!(try target.read("state").contains("\n/jobs/")))
  }

  @Test func `what is gone is forgotten after keep_gone days`() async throws {
    let site = try smallSite(site: "lifecycle: {keep_gone: 30}\n")
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    try FileManager.default.removeItem(atPath: site.path + "/content/jobs/welder.md")
    for (day, isGone) in [("2026-11-11", true), ("2026-12-11", true), ("2026-12-12", false)] {
      _ = await build(site.path, into: target, now: day)
      #expect(try target.read("public/_redirects").contains("410") == isGone, "\(day)")
      #expect(try target.read("state").contains("\n/jobs/welder/") == isGone, "\(day)")
    }
  }

  @Test func `a posting that stays closed is gone for keep_gone days behind its page`() async throws
  {
    let site = try smallSite(
      "status: closed\ndate_closed: 2026-11-10\n",
      site: "lifecycle: {keep_closed: 10, keep_gone: 30}\n"
    )
    let days = [
      ("2026-11-20", false), ("2026-11-21", true), ("2026-12-20", true), ("2026-12-21", false),
    ]
    for (day, isGone) in days {
      let target = try TestFolder()
      _ = await build(site.path, into: target, now: day)
      #expect(try target.read("public/_redirects").contains("410") == isGone, "\(day)")
    }
  }
}
