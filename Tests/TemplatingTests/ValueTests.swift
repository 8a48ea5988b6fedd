import Templating
import Testing

@Suite struct ValueTests {
  @Test func `a value stays within sixteen bytes`() {
    #expect(MemoryLayout<Value>.size == 16)
  }
}
