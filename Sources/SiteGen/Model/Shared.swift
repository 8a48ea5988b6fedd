/// A large value that many hold and nobody changes: handing it on counts one reference, not one for
/// every text in it.
package final class Shared<Value: Sendable>: Sendable {
  package let value: Value

  package init(_ value: Value) { self.value = value }
}
