package import SourceText

/// Writes JSON: commas, quotes and escapes are its business, order and meaning the caller's.
package struct JSONWriter: ~Copyable {
  package enum Target: Sendable {
    /// A file of its own.
    case file
    /// The inside of an HTML `script` element.
    case script
  }

  package var buffer: ByteBuffer
  private let target: Target
  /// Whether the next value or name is the first inside its brackets.
  private var isFirst = true

  package init(_ target: Target = .file, capacity: Int = 65_536) {
    self.target = target
    buffer = ByteBuffer(capacity: capacity)
  }

  /// Forgets what was written; the memory is kept.
  package mutating func removeAll() {
    buffer.removeAll()
    isFirst = true
  }
}

// MARK: - Structure

extension JSONWriter {
  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    buffer.append(bracket)
    isFirst = false
  }

  /// Ends a line of a file that has one value on each.
  mutating func endLine() {
    buffer.append("\n")
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Writes a name; the value comes next.
  package mutating func name(_ name: StaticString) {
    buffer.reserve(name.utf8CodeUnitCount + 4)
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(name)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(UInt8(ascii: ":"))
    isFirst = true
  }

  /// Writes a name that isn't known beforehand.
  package mutating func name(madeOf text: String) {
    value(text)
    buffer.append(UInt8(ascii: ":"))
    isFirst = true
  }
}

// MARK: - Values

extension JSONWriter {
  package mutating func value(_ text: String) {
    var text = text
    text.withUTF8 { value($0) }
  }

  /// Writes one text made of several, with `separator` between them.
  package mutating func value(joining texts: [String], with separator: StaticString) {
    beginText()
    for (index, text) in texts.enumerated() {
      if index > 0 { buffer.append(separator) }
      var text = text
      text.withUTF8 { append(text: $0) }
    }
    endText()
  }

  /// Writes UTF-8 as one text.
  package mutating func value(_ text: UnsafeBufferPointer<UInt8>) {
    beginText()
    append(text: text)
    endText()
  }

  /// Begins a text that comes in pieces, each given to ``append(text:)``.
  package mutating func beginText() {
    separate()
    buffer.append(UInt8(ascii: "\""))
  }

  package mutating func endText() { buffer.append(UInt8(ascii: "\"")) }

  /// Writes a piece of a text: UTF-8 that ends with a whole character.
  package mutating func append(text: UnsafeBufferPointer<UInt8>) {
    switch target {
    case .file: buffer.append(escapingJSON: text)
    case .script: buffer.append(escapingScriptJSON: text)
    }
  }

  package mutating func value(_ number: Int) {
    separate()
    buffer.append(decimal: number)
  }

  /// Writes an exact number, never through a `Double`.
  package mutating func value(_ amount: Amount) {
    separate()
    buffer.append(amount.text)
  }

  /// Writes degrees.
  package mutating func value(_ number: Double) {
    separate()
    buffer.append(number.description)
  }

  package mutating func null() {
    separate()
    buffer.append("null")
  }

  package mutating func value(_ flag: Bool) {
    separate()
    buffer.append(flag ? "true" : "false")
  }
}

// MARK: - Members

extension JSONWriter {
  package mutating func member(_ name: StaticString, _ text: String) {
    self.name(name)
    value(text)
  }

  /// Writes nothing for `nil`.
  package mutating func member(_ name: StaticString, _ text: String?) {
    if let text { member(name, text) }
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    self.name(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ amount: Amount?) {
    guard let amount else { return }
    self.name(name)
    value(amount)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    value(flag)
  }

  /// Writes nothing for an empty list.
  package mutating func member(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    self.name(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  package mutating func object(_ name: StaticString, type: String) {
    self.name(name)
    beginObject()
    member("@type", type)
  }
}
