/// What changes in a file, as `git apply` and `patch -p1` read it.
///
/// ```text
/// --- a/content/jobs/welder.md
/// +++ b/content/jobs/welder.md
/// @@ -1,3 +1,3 @@
///  ---
/// -titel: Welder
/// +title: Welder
///  ---
/// ```
package struct UnifiedDiff {
  /// Unchanged lines around a change.
  private static let context = 3
  /// More lines than this between the first and the last change are replaced as one.
  private static let searchLimit = 4000

  private typealias Line = ArraySlice<UInt8>
  private enum Step { case keep(Line), remove(Line), insert(Line) }

  /// - Returns: the text of the diff; nothing when the two are the same.
  package static func text(path: String, from old: [UInt8], to new: [UInt8]) -> [UInt8] {
    guard old != new else { return [] }
    var output = Array("--- \(name("a/" + path))\n+++ \(name("b/" + path))\n".utf8)
    let steps = steps(from: lines(of: old), to: lines(of: new))
    for hunk in hunks(of: steps) { append(hunk, of: steps, to: &output) }
    return output
  }
}

// MARK: - Lines

extension UnifiedDiff {
  /// Each with its line feed; the last may have none.
  private static func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func steps(from old: [Line], to new: [Line]) -> [Step] {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let changed = (old[prefix..<(old.count - suffix)], new[prefix..<(new.count - suffix)])
    return old[..<prefix].map(Step.keep) + changes(Array(changed.0), Array(changed.1))
      + old[(old.count - suffix)...].map(Step.keep)
  }

  private static func changes(_ old: [Line], _ new: [Line]) -> [Step] {
    guard max(old.count, new.count) <= searchLimit else {
      return old.map(Step.remove) + new.map(Step.insert)
    }
    let difference = new.difference(from: old)
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        steps.append(.remove(old[left]))
        left += 1
      } else if inserted.contains(right) {
        steps.append(.insert(new[right]))
        right += 1
      } else {
        steps.append(.keep(old[left]))
        (left, right) = (left + 1, right + 1)
      }
    }
    return steps
  }
}

// MARK: - Hunks

extension UnifiedDiff {
  /// The runs of steps that are shown; changes that stand close together share one.
  private static func hunks(of steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() {
      if case .keep = step { continue }
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func append(_ hunk: Range<Int>, of steps: [Step], to output: inout [UInt8]) {
    func count(_ range: Range<Int>) -> (old: Int, new: Int) {
      steps[range].reduce(into: (old: 0, new: 0)) { count, step in
        switch step {
        case .keep: count = (count.old + 1, count.new + 1)
        case .remove: count.old += 1
        case .insert: count.new += 1
        }
      }
    }
    let before = count(0..<hunk.lowerBound)
    let size = count(hunk)
    // A run without lines is named by the line before it.
    let oldStart = before.old + (size.old == 0 ? 0 : 1)
    let newStart = before.new + (size.new == 0 ? 0 : 1)
    output += "@@ -\(oldStart),\(size.old) +\(newStart),\(size.new) @@\n".utf8
    for step in steps[hunk] {
      switch step {
      case .keep(let line): append(line, UInt8(ascii: " "), to: &output)
      case .remove(let line): append(line, UInt8(ascii: "-"), to: &output)
      case .insert(let line): append(line, UInt8(ascii: "+"), to: &output)
      }
    }
  }

  private static func append(_ line: Line, _ sign: UInt8, to output: inout [UInt8]) {
    output.append(sign)
    output += line
    if line.last != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n".utf8 }
  }
}

// MARK: - Names

extension UnifiedDiff {
  /// A path as git writes it: in quotes where it has quotes or control characters, with a tab
  /// behind it where it has spaces.
  private static func name(_ path: String) -> String {
    let needsQuotes = path.utf8.contains { $0 < 0x20 || $0 == 0x7F || "\"\\".utf8.contains($0) }
    guard needsQuotes else { return path.utf8.contains(0x20) ? path + "\t" : path }
    var quoted = "\""
    for scalar in path.unicodeScalars {
      switch scalar.value {
      case UInt32(UInt8(ascii: "\"")): quoted += "\\\""
      case UInt32(UInt8(ascii: "\\")): quoted += "\\\\"
      case 0..<0x20, 0x7F:
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
