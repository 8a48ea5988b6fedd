import SourceText

/// What a text is like, in 32 bytes, so that nearly equal texts among many thousands are found by
/// comparing numbers.
///
/// Each four words in a row fall into one of 32 bins by their hash; of each bin a byte of the least
/// hash is kept (min-hash with one permutation). The share of equal bytes of two texts is about the
/// share of the word runs that they have in common.
package struct TextSketch: Sendable, BitwiseCopyable {
  /// Four times eight bins.
  private var bands: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  package init() {}

  /// Texts of fewer words are no proof of anything.
  private static let fewestWords = 50
  private static let binCount = 32
}

// MARK: - Making

extension TextSketch {
  /// The sketch of a part of a file, or the empty one if it is short.
  ///
  /// Case, markup and punctuation don't count.
  init(of bytes: [UInt8], in range: Range<Int>) {
    self.init()
    var least = [UInt64](repeating: .max, count: Self.binCount)
    var words = 0
    least.withUnsafeMutableBufferPointer { least in
      bytes.withUnsafeBufferPointer { bytes in
        var run = WordRun()
        var word: UInt64 = 0
        for offset in range {
          let letter = folded(bytes[offset])
          if letter != 0 {
            word = (word ^ UInt64(letter)) &* 0x100_0000_01B3 &+ 1
          } else if word != 0 {
            let hash = run.append(word)
            word = 0
            words += 1
            let bin = Int(hash >> 59)
            if words > 3, hash & 0x07FF_FFFF_FFFF_FFFF < least[bin] {
              least[bin] = hash & 0x07FF_FFFF_FFFF_FFFF
            }
          }
        }
      }
    }
    guard words >= Self.fewestWords else { return }
    func band(_ first: Int) -> UInt64 {
      (first..<first + 8).reduce(0) { $0 << 8 | (least[$1] & 0xFF) }
    }
    bands = (band(0), band(8), band(16), band(24))
  }
}

/// Hashes of the last words that were read.
private struct WordRun {
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

  /// A hash of this word and the three in front of it.
  mutating func append(_ word: UInt64) -> UInt64 {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = ((words.0 &* prime &+ words.1) &* prime &+ words.2) &* prime &+ word
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    words = (words.1, words.2, word)
    return hash ^ hash >> 32
  }
}

/// A letter or digit in lower case, or 0 for what stands between words.
@inline(__always)
private func folded(_ byte: UInt8) -> UInt8 {
  if byte & 0xDF &- 0x41 < 26 { return byte | 0x20 }
  return byte &- 0x30 < 10 || byte > 0x7F ? byte : 0
}

// MARK: - Comparing

extension TextSketch {
  package var isEmpty: Bool { bands == (0, 0, 0, 0) }

  /// Two texts that are nearly the same share one of these four numbers with near certainty.
  var keys: [UInt64] {
    // The low bits of a number tell which of the four it is.
    [bands.0, bands.1, bands.2, bands.3].enumerated().map { index, band in
      (band &* 0x9E37_79B9_7F4A_7C15) & ~3 | UInt64(index)
    }
  }

  /// Whether more than four fifths of the texts are the same.
  func isNearly(_ other: TextSketch) -> Bool {
    let equal =
      equalBytes(bands.0, other.bands.0) + equalBytes(bands.1, other.bands.1)
      + equalBytes(bands.2, other.bands.2) + equalBytes(bands.3, other.bands.3)
    return equal >= 26
  }

  private func equalBytes(_ left: UInt64, _ right: UInt64) -> Int {
    let different = left ^ right
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return 8 - (((different & low) &+ low | different) & ~low).nonzeroBitCount
  }
}
