import SourceText
import Testing

@testable import SiteGen

struct AddressCase: Sendable, CustomTestStringConvertible {
  let name: String
  let html: String
  let feed: String
  var testDescription: String { name }
}

@Suite struct FeedHTMLTests {
  static let cases = [
    AddressCase(name: "no tag", html: "a &lt; b", feed: "a &lt; b"),
    AddressCase(name: "nothing", html: "", feed: ""),
    AddressCase(
      name: "a path",
      html: "<p><a href=\"/careers/about/\">us</a></p>",
      feed: "<p><a href=\"https://acme.example/careers/about/\">us</a></p>"
    ),
    AddressCase(
      name: "two addresses",
      html: "<a href=\"/a\">a</a> <img src=\"/b.png\" alt=\"b\" />",
      feed: "<a href=\"https://acme.example/a\">a</a>"
        + " <img src=\"https://acme.example/b.png\" alt=\"b\" />"
    ),
    AddressCase(
      name: "a place on the page",
      html: "<a href=\"#pay\">pay</a>",
      feed: "<a href=\"https://acme.example/careers/jobs/welder/#pay\">pay</a>"
    ),
    AddressCase(
      name: "the page itself",
      html: "<a href=\"\">here</a>",
      feed: "<a href=\"https://acme.example/careers/jobs/welder/\">here</a>"
    ),
    AddressCase(
      name: "a relative path",
      html: "<a href=\"../rigger/?a:b\">rigger</a>",
      feed: "<a href=\"https://acme.example/careers/jobs/welder/../rigger/?a:b\">rigger</a>"
    ),
    AddressCase(
      name: "another host",
      html: "<a href=\"//cdn.example/x\">x</a>",
      feed: "<a href=\"https://cdn.example/x\">x</a>"
    ),
    AddressCase(
      name: "whole addresses",
      html: "<a href=\"https://b.example/\">b</a><a href=\"mailto:c@d.example\">c</a>",
      feed: "<a href=\"https://b.example/\">b</a><a href=\"mailto:c@d.example\">c</a>"
    ),
    AddressCase(
      name: "a title that looks like an address",
      html: "<a href=\"https://b.example/\" title=\" href=\">b</a> src=&quot;/x&quot;",
      feed: "<a href=\"https://b.example/\" title=\" href=\">b</a> src=&quot;/x&quot;"
    ),
    AddressCase(name: "a tag cut off", html: "x <a href=", feed: "x <a href="),
  ]

  @Test(arguments: cases)
  func `addresses in feeds are whole`(_ address: AddressCase) {
    let feedHTML = FeedHTML(baseURL: "https://acme.example/careers")
    var output = ByteBuffer()
    var html = address.html
    html.withUTF8 { bytes in
      feedHTML.forEachRun(of: bytes, on: Route(.job(id: "welder"))) { output.append($0) }
    }
    #expect(output.text() == address.feed)
  }
}
