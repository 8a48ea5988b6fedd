import CYAML

/// Owns one libyaml parser and the event it is at.
///
/// `yaml_parser_t` stores its own address, so it lives on the heap and is never moved. The input
/// must outlive the reader. Source: libyaml 0.2.5, `yaml.h`.
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// A reader in front of the first event of `input`, which holds at least one byte.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml has no memory for a parser")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }
}

// MARK: - The current event

extension YAMLEventReader {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  /// Moves to the next event.
  mutating func advance() throws(YAMLProblem) -> Kind {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) == 1 else { throw problem }
    switch unsafe event.pointee.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .streamEnd
    }
  }

  /// The characters before the event's first one.
  var start: Int { unsafe event.pointee.start_mark.index }

  /// The characters before the end of the event.
  var end: Int { unsafe event.pointee.end_mark.index }

  /// The name behind `&` or `*`.
  var anchor: String? {
    let name =
      switch unsafe event.pointee.type {
      case YAML_ALIAS_EVENT: unsafe event.pointee.data.alias.anchor
      case YAML_SCALAR_EVENT: unsafe event.pointee.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: unsafe event.pointee.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: unsafe event.pointee.data.mapping_start.anchor
      default: unsafe UnsafeMutablePointer<yaml_char_t>?.none
      }
    guard let name = unsafe name else { return nil }
    return unsafe String(cString: name)
  }

  /// Whether a node is written with a tag, such as `!!str`.
  var hasTag: Bool {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe event.pointee.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: unsafe event.pointee.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: unsafe event.pointee.data.mapping_start.tag != nil
    default: false
    }
  }

  /// Whether a collection's start is written as indented lines, not with brackets.
  var isBlock: Bool {
    switch unsafe event.pointee.type {
    case YAML_SEQUENCE_START_EVENT:
      unsafe event.pointee.data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      unsafe event.pointee.data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE
    default: false
    }
  }

  /// How a scalar is written.
  var style: ScalarStyle {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuotes
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuotes
    default: .lines
    }
  }

  /// Copies a scalar's text behind `text`.
  func appendScalar(to text: inout [UInt8]) {
    let scalar = unsafe event.pointee.data.scalar
    unsafe text.append(
      contentsOf: UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    )
  }
}

// MARK: - Faults

/// What libyaml says about text that it can't read.
struct YAMLProblem: Error {
  /// What it was doing, such as `while scanning a simple key`.
  var context: String
  /// What it found, such as `could not find expected ':'`.
  var sentence: String
  /// Where it stopped, in characters.
  var place: Int
  /// Where what it was doing began, in characters.
  var contextPlace: Int
}

extension YAMLEventReader {
  private var problem: YAMLProblem {
    guard unsafe parser.pointee.error != YAML_MEMORY_ERROR else {
      preconditionFailure("libyaml has no memory for an event")
    }
    let context = unsafe parser.pointee.context
    let sentence = unsafe parser.pointee.problem
    return unsafe YAMLProblem(
      context: context.map { unsafe String(cString: $0) } ?? "",
      sentence: sentence.map { unsafe String(cString: $0) } ?? "",
      place: parser.pointee.problem_mark.index,
      contextPlace: context == nil
        ? parser.pointee.problem_mark.index : parser.pointee.context_mark.index
    )
  }
}
