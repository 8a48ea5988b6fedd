import Templating

/// Values of things of one kind, row by row.
struct ValueTable: Sendable {
  let columns: Int
  private var values: [Value] = []

  init(columns: Int) { self.columns = columns }

  var rows: Int { values.count / columns }

  mutating func append(_ row: [Value]) {
    precondition(row.count == columns)
    values += row
  }

  mutating func reserveRows(_ count: Int) { values.reserveCapacity(count * columns) }

  /// Takes over rows of another table, whose values move with their arena.
  mutating func append(
    _ rows: Range<Int>,
    of other: ValueTable,
    _ relocation: ValueArena.Relocation
  ) {
    for index in rows.lowerBound * columns..<rows.upperBound * columns {
      values.append(relocation(other.values[index]))
    }
  }

  subscript(_ row: Int, _ column: Int) -> Value { values[row * columns + column] }
}
