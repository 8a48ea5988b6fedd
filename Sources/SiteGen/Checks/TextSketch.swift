import SourceText

/// What a text is like, in 64 bytes, so that nearly equal texts among many thousands are found by
/// comparing numbers.
///
/// Each four words in a row fall into one of 128 bins by their hash; of each bin four bits of the least
/// hash are kept, 0 for a bin that nothing fell into (min-hash with one permutation). Of the bins in
/// which either text has something, the share of equal ones is about the share of word runs that the
/// two have in common, of all that they have. Source: Li, Owen, Zhang, "One Permutation Hashing" (2012);
/// Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing" (2017).
package struct TextSketch: Sendable, BitwiseCopyable {
  /// Sixteen bins each, the first in the lowest bits.
  private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
    (0, 0, 0, 0, 0, 0, 0, 0)

  package init() {}

  /// Texts of fewer words are no proof of anything.
  private static let fewestWords = 50
  private static let binCount = 128
  /// How many bins a key is made of; half a word.
  private static let keyBins = 8
  /// Of equal texts each key is equal, of those that share 85 % of their runs about every third.
  static let keyCount = binCount / keyBins
}

// MARK: - Making

extension TextSketch {
  /// The sketch of a part of a file, or the empty one if it is short.
  ///
  /// Case, markup and punctuation don't count.
  package init(of bytes: [UInt8], in range: Range<Int>) {
    self.init()
    var least = [UInt64](repeating: .max, count: Self.binCount)
    var words = 0
    least.withUnsafeMutableBufferPointer { least in
      bytes.withUnsafeBufferPointer { bytes in
        var run = WordRun()
        var word: UInt64 = 0
        // A last word without anything behind it counts as well.
        for offset in range.lowerBound...range.upperBound {
          let letter = offset < range.upperBound ? folded(bytes[offset]) : 0
          if letter != 0 {
            word = (word ^ UInt64(letter)) &* 0x100_0000_01B3 &+ 1
          } else if word != 0 {
            let hash = run.append(word)
            word = 0
            words += 1
            let bin = Int(hash >> 57)
            if words > 3, hash & 0x01FF_FFFF_FFFF_FFFF < least[bin] {
              least[bin] = hash & 0x01FF_FFFF_FFFF_FFFF
            }
          }
        }
      }
    }
    guard words >= Self.fewestWords else { return }
    withUnsafeMutableBytes(of: &self.words) { bytes in
      for (bin, hash) in least.enumerated() where hash != .max {
        // 1 to 15, as 0 stands for an empty bin.
        let sign = UInt8(1 + hash % 15)
        bytes[bin / 2] |= bin & 1 == 0 ? sign : sign << 4
      }
    }
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
  package var isEmpty: Bool {
    withUnsafeBytes(of: words) { bytes in bytes.allSatisfy { $0 == 0 } }
  }

  /// Numbers of which two texts that are nearly the same have one in common with near certainty, at
  /// the same place of the list; none for a short text.
  ///
  /// A bin that is empty borrows from another one, so that short texts have different keys as well.
  package var keys: [UInt32] {
    guard !isEmpty else { return [] }
    return withUnsafeBytes(of: words) { bytes in
      func sign(_ bin: Int) -> UInt32 { UInt32(bytes[bin / 2] >> (bin & 1 == 0 ? 0 : 4) & 0xF) }
      return (0..<Self.keyCount).map { place in
        var key: UInt32 = 0
        for bin in place * Self.keyBins..<(place + 1) * Self.keyBins {
          var lent = sign(bin)
          var lender = UInt32(bin)
          while lent == 0 {
            lender = lender &* 1_664_525 &+ 1_013_904_223
            lent = sign(Int(lender >> 25))
          }
          key = key << 4 | lent
        }
        return key
      }
    }
  }

  /// Whether two texts have about four fifths or more of their word runs in common.
  ///
  /// Of unequal bins every fifteenth looks equal, so the limit is a little higher than the share.
  package func isNearly(_ other: TextSketch) -> Bool {
    var equal = 0
    var used = 0
    withUnsafeBytes(of: words) { left in
      withUnsafeBytes(of: other.words) { right in
        for offset in stride(from: 0, to: Self.binCount / 2, by: 8) {
          let left = left.load(fromByteOffset: offset, as: UInt64.self)
          let right = right.load(fromByteOffset: offset, as: UInt64.self)
          let filled = nonzeroSigns(left | right)
          used += filled
          equal += filled - nonzeroSigns(left ^ right)
        }
      }
    }
    return used > 0 && equal * 100 >= used * Self.likeness
  }

  /// In hundredths: 128 bins of texts with 85 % in common are below it once in forty times, those of
  /// texts with 60 % above it once in some ten thousand.
  private static let likeness = 80
}

/// How many of sixteen groups of four bits aren't 0.
private func nonzeroSigns(_ word: UInt64) -> Int {
  let low: UInt64 = 0x7777_7777_7777_7777
  return (((word & low) &+ low | word) & ~low).nonzeroBitCount
}
