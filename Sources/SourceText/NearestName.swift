/// The known name that a misspelt one most likely means.
///
/// Distances are Damerau–Levenshtein (one transposition counts once) over lower-cased bytes in
/// which `-` and `_` are the same.
///
/// - Returns: the nearest candidate within 2 edits (1 for names under 4 bytes), the first of those
///   that are equally near, or `nil`.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  nearestNames(to: name, in: candidates).names.first
}

/// The one known name that a misspelt one can only mean, for changes that nobody looks at before.
///
/// - Returns: the nearest candidate if no other is as near, and if it is one slip away, or two in a
///   name of 8 bytes or more; for names under 4 bytes only another case or another of `-` and `_`.
package func certainName(for name: String, in candidates: some Sequence<String>) -> String? {
  let (names, distance) = nearestNames(to: name, in: candidates)
  let limit = name.utf8.count < 4 ? 0 : name.utf8.count < 8 ? 1 : 2
  return names.count == 1 && distance <= limit ? names[0] : nil
}

/// All known names that are nearest to a misspelt one, and how many edits away they are.
///
/// - Returns: those within 2 edits (1 for names under 4 bytes), in the order of `candidates`.
package func nearestNames(
  to name: String,
  in candidates: some Sequence<String>
) -> (names: [String], distance: Int) {
  let wanted = folded(name)
  let limit = wanted.count < 4 ? 1 : 2
  var best: (names: [String], distance: Int) = ([], .max)
  for candidate in candidates {
    let other = folded(candidate)
    guard abs(other.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    guard distance <= limit, distance <= best.distance else { continue }
    if distance < best.distance { best = ([], distance) }
    best.names.append(candidate)
  }
  return best
}

private func folded(_ name: String) -> [UInt8] {
  // A hostile name is not worth a quadratic search.
  name.utf8.prefix(64).map { byte in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case UInt8(ascii: "-"), UInt8(ascii: " "): UInt8(ascii: "_")
    default: byte
    }
  }
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
