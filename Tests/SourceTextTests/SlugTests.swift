import SourceText
import Testing

struct SlugCase: Sendable, CustomTestStringConvertible {
  let name: String
  let slug: String
  var testDescription: String { name }

  init(_ name: String, _ slug: String) {
    self.name = name
    self.slug = slug
  }
}

@Suite struct SlugTests {
  static let cases = [
    SlugCase("Backend Engineer", "backend-engineer"),
    SlugCase("Málaga & Łódź", "malaga-and-lodz"),
    SlugCase("Straße, Ærø", "strasse-aero"),
    SlugCase("people's  choice!", "peoples-choice"),
    SlugCase("日本語 エンジニア", "日本語-エンジニア"),
    SlugCase("--- ", ""),
    SlugCase("R&D & C&A's 2nd", "r-and-d-and-c-and-as-2nd"),
    SlugCase("&", "and"),
    SlugCase("", ""),
  ]

  @Test(arguments: cases)
  func `a name becomes the part of an address`(_ name: SlugCase) {
    #expect(slug(name.name) == name.slug)
  }
}
