/// What a filter works on.
struct FilterInput {
  let value: Value
  let arguments: UnsafePointer<Value>
  let count: Int
  /// Whether the filter stands where output is escaped as HTML.
  let escapes: Bool

  /// An argument by its place, or `nil` when the template leaves it out.
  subscript(_ index: Int) -> Value? {
    index < count && arguments[index].tag != .absent ? arguments[index] : nil
  }

  /// The same arguments from a later place on, for another value.
  func passing(_ value: Value, from first: Int) -> FilterInput {
    FilterInput(
      value: value,
      arguments: arguments + first,
      count: max(0, count - first),
      escapes: escapes
    )
  }
}
