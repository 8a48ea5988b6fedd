import SiteGen
import Testing

@Suite struct ColorTests {
  @Test(arguments: [
    ("#0b5b6b", "#0b5b6b"), ("#0B5B6B", "#0b5b6b"), ("#05b", "#0055bb"), ("0b5b6b", nil),
    ("#0b5b6", nil), ("#0b5b6g", nil), ("#", nil), ("", nil), ("teal", nil), ("#+b5b6b", nil),
  ])
  func `a colour is six digits behind a sign, or three`(_ text: String, _ hex: String?) {
    #expect(Color(hex: text)?.hex == hex)
  }

  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54),
    ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#ffffff", 4.0), ("#0b5b6b", "#0b5b6b", 1.0),
  ])
  func `contrast is that of WCAG`(_ left: String, _ right: String, _ ratio: Double) throws {
    let (left, right) = (try #require(Color(hex: left)), try #require(Color(hex: right)))
    #expect(abs(left.contrast(with: right) - ratio) < 0.005)
    #expect(left.contrast(with: right) == right.contrast(with: left))
  }

  @Test(arguments: [
    ("#e0a83a", 4.5, "#9b6e00"), ("#7cc8d8", 4.5, "#32808f"), ("#ffffff", 4.5, "#767676"),
    ("#777777", 4.5, "#767676"), ("#0b5b6b", 4.5, "#0b5b6b"), ("#ff2d55", 3.0, "#ff2d55"),
    ("#ffff00", 3.0, "#9a9a00"),
  ])
  func `the nearest colour that passes on white keeps its hue`(
    _ color: String,
    _ ratio: Double,
    _ nearest: String
  ) throws {
    let found = try #require(Color(hex: color)).nearest { $0.contrast(with: .white) >= ratio }
    #expect(found?.hex == nearest)
  }

  @Test func `no colour is nearest where none passes`() {
    #expect(Color.black.nearest { _ in false } == nil)
  }

  /// Source of the values: `color-mix(in oklab, …)` as Chromium computes it.
  @Test(arguments: [
    ("#0b5b6b", "#fbfaf8", 12, "#dfe6e6"), ("#ff0000", "#0000ff", 50, "#8c53a2"),
    ("#000000", "#ffffff", 50, "#636363"),
  ])
  func `colours are mixed as style sheets mix them`(
    _ first: String,
    _ second: String,
    _ percent: Int,
    _ mix: String
  ) throws {
    let (first, second) = (try #require(Color(hex: first)), try #require(Color(hex: second)))
    #expect(first.mixed(with: second, percent: percent).hex == mix)
  }

  @Test func `black or white stands on a colour, whichever reads better`() throws {
    #expect(try #require(Color(hex: "#0b5b6b")).readable == .white)
    #expect(try #require(Color(hex: "#7cc8d8")).readable == .black)
  }
}
