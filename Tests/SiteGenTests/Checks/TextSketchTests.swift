import SiteGen
import Testing

/// How surely texts that are nearly the same are told from others.
@Suite struct TextSketchTests {
  /// Figures of a fixed sequence, so that each run judges the same texts.
  private struct Sequence {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  /// Words of which some come up often, as in prose.
  private static func words(_ count: Int, _ sequence: inout Sequence) -> [String] {
    (0..<count).map { _ in
      let most = sequence.next(below: 3) == 0 ? 40 : 4000
      return "word\(sequence.next(below: most))"
    }
  }

  private static func runs(_ words: [String]) -> Set<[String]> {
    Set((0..<words.count - 3).map { Array(words[$0..<$0 + 4]) })
  }

  /// The share of word runs that two texts have in common, of all that they have.
  private static func likeness(_ left: [String], _ right: [String]) -> Double {
    let (left, right) = (runs(left), runs(right))
    return Double(left.intersection(right).count) / Double(left.union(right).count)
  }

  private static func sketch(_ words: [String]) -> TextSketch {
    let bytes = Array(words.joined(separator: " ").utf8)
    return TextSketch(of: bytes, in: 0..<bytes.count)
  }

  /// Pairs of texts with a likeness between two figures: one is the other with words changed, taken
  /// away and added.
  private static func pairs(_ likenesses: Range<Double>, count: Int) -> [([String], [String])] {
    var sequence = Sequence(state: 2026)
    var pairs: [([String], [String])] = []
    while pairs.count < count {
      let text = words([60, 120, 250, 600][pairs.count % 4], &sequence)
      var other = text
      for _ in 0..<1 + sequence.next(below: max(2, text.count / 8)) {
        let place = sequence.next(below: other.count)
        switch sequence.next(below: 4) {
        case 0: other.remove(at: place)
        case 1: other.insert(contentsOf: words(3, &sequence), at: place)
        default: other[place] = "other\(sequence.next(below: 4000))"
        }
      }
      if likenesses.contains(likeness(text, other)) { pairs.append((text, other)) }
    }
    return pairs
  }

  private static func haveKeyInCommon(_ left: TextSketch, _ right: TextSketch) -> Bool {
    zip(left.keys, right.keys).contains { $0 == $1 }
  }

  @Test func `of texts that share 85 % and more, 95 % and more are found`() {
    let pairs = TextSketchTests.pairs(0.85..<1, count: 1000)
    let found = pairs.count { text, other in
      let (left, right) = (TextSketchTests.sketch(text), TextSketchTests.sketch(other))
      return left.isNearly(right) && TextSketchTests.haveKeyInCommon(left, right)
    }
    #expect(found >= 950)
  }

  @Test func `of texts that share 85 to 88 %, most are found`() {
    let pairs = TextSketchTests.pairs(0.85..<0.88, count: 400)
    let found = pairs.count { text, other in
      let (left, right) = (TextSketchTests.sketch(text), TextSketchTests.sketch(other))
      return left.isNearly(right) && TextSketchTests.haveKeyInCommon(left, right)
    }
    #expect(found >= 380)
  }

  @Test func `of texts that share less than 60 %, none is found`() {
    let pairs = TextSketchTests.pairs(0.4..<0.6, count: 1000)
    let found = pairs.count { text, other in
      TextSketchTests.sketch(text).isNearly(TextSketchTests.sketch(other))
    }
    #expect(found == 0)
  }

  @Test func `a posting keeps 64 bytes`() { #expect(MemoryLayout<TextSketch>.size == 64) }
}
