/// The bytes of one output while it is being made.
///
/// It owns one growing block of memory and is used again for the next output, so that nothing is
/// allocated per page. Callers write runs, not single characters; what comes from somebody else
/// goes through an `escaping` method.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes have been written.
  public internal(set) var count: Int = 0

  public init(capacity: Int = 16_384) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  @inlinable public var isEmpty: Bool { count == 0 }
}

// MARK: - Writing

extension ByteBuffer {
  /// Makes room for `additional` bytes more.
  @inlinable public mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(to: count + additional) }
  }

  @usableFromInline mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    block.update(from: base, count: count)
    base.deallocate()
    base = block
    capacity = larger
  }

  @inlinable public mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    setCount(count + 1)
  }

  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    ByteBuffer.copy(source, to: base + count, count: bytes.count)
    setCount(count + bytes.count)
  }

  /// Copies a run; most are short, and take half the time when nothing is called.
  @inline(__always)
  @usableFromInline static func copy(
    _ source: UnsafePointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>,
    count: Int
  ) {
    guard 8...32 ~= count else {
      target.update(from: source, count: count)
      return
    }
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    var offset = 0
    while offset < count - 8 {
      let word = from.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      to.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    let word = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    to.storeBytes(of: word, toByteOffset: count - 8, as: UInt64.self)
  }

  @inlinable public mutating func append(_ literal: StaticString) {
    append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inlinable public mutating func append(_ text: borrowing String) {
    var text = copy text
    text.withUTF8 { append($0) }
  }

  @inlinable public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  @inlinable public mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Writes all of `other`.
  @inlinable public mutating func append(_ other: borrowing ByteBuffer) {
    append(UnsafeBufferPointer(start: other.base, count: other.count))
  }

  /// Writes a whole number in decimal.
  public mutating func append(decimal number: Int) {
    reserve(20)
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let first = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    var digits = UnsafeMutableBufferPointer(start: base + first, count: count - first)
    digits.reverse()
  }

  /// Writes a whole number in lower-case hexadecimal, without zeros in front.
  public mutating func append(hexadecimal number: UInt64) {
    var shift = number == 0 ? 0 : (63 - number.leadingZeroBitCount) & ~3
    while shift >= 0 {
      let digit = UInt8(number >> UInt64(shift) & 15)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      shift -= 4
    }
  }

  /// Writes a number from 0 to 99 as two digits.
  @inlinable public mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Forgets everything behind the first `count` bytes; the memory is kept.
  @inlinable public mutating func truncate(to count: Int) {
    precondition(count <= self.count)
    setCount(count)
  }

  @inlinable public mutating func removeAll() { setCount(0) }

  @usableFromInline mutating func setCount(_ count: Int) { self.count = count }
}

// MARK: - Reading

extension ByteBuffer {
  /// Lends the bytes for the length of `body`.
  @inlinable public borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// A copy of the bytes from `start` on.
  public borrowing func bytes(from start: Int = 0) -> [UInt8] {
    Array(UnsafeBufferPointer(start: base + start, count: count - start))
  }

  /// A copy as text.
  public borrowing func text() -> String {
    String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }
}
