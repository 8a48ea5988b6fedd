import _FoundationICU

/// A table of the toolchain's ICU: maps and lists of texts that Foundation has no call for.
///
/// Source: CLDR, as ICU carries it; what stands where is known from ICU4C's own source files
/// `supplementalData.txt` and `metadata.txt`.
struct ICUTable: ~Copyable {
  private let handle: OpaquePointer

  private init(owning handle: OpaquePointer) { self.handle = handle }

  deinit { swift_ures_close(handle) }
}

extension ICUTable {
  /// Where ICU keeps a bundle.
  enum Tree: String {
    case root = ""
    case currencies = "-curr"
  }

  /// Opens a whole bundle; nothing if this ICU was made without it.
  static func open(_ bundle: String, in tree: Tree = .root) -> ICUTable? {
    var status = U_ZERO_ERROR
    // Data files are named for the version and for the order of bytes of the machine.
    let isLittle = 1.littleEndian == 1
    let package = "icudt\(U_ICU_VERSION_SHORT)\(isLittle ? "l" : "b")\(tree.rawValue)"
    let handle = swift_ures_openDirect(tree == .root ? nil : package, bundle, &status)
    return status.rawValue > 0 ? nil : handle.map { ICUTable(owning: $0) }
  }

  /// The table under a key.
  func table(_ key: String) -> ICUTable? {
    var status = U_ZERO_ERROR
    let found = swift_ures_getByKey(handle, key, nil, &status)
    return status.rawValue > 0 ? nil : found.map { ICUTable(owning: $0) }
  }

  /// The table at a place, and its key.
  func table(at index: Int) -> ICUTable? {
    var status = U_ZERO_ERROR
    let found = swift_ures_getByIndex(handle, Int32(index), nil, &status)
    return status.rawValue > 0 ? nil : found.map { ICUTable(owning: $0) }
  }

  var count: Int { Int(swift_ures_getSize(handle)) }

  /// What this table is called in the one around it.
  var key: String { swift_ures_getKey(handle).map { String(cString: $0) } ?? "" }

  func text(at index: Int) -> String? {
    var status = U_ZERO_ERROR
    var length: Int32 = 0
    let units = swift_ures_getStringByIndex(handle, Int32(index), &length, &status)
    return status.rawValue > 0 ? nil : units.map { ICUTable.text($0, length) }
  }

  func text(_ key: String) -> String? {
    var status = U_ZERO_ERROR
    var length: Int32 = 0
    let units = swift_ures_getStringByKey(handle, key, &length, &status)
    return status.rawValue > 0 ? nil : units.map { ICUTable.text($0, length) }
  }

  func has(_ key: String) -> Bool {
    var status = U_ZERO_ERROR
    let found = swift_ures_getByKey(handle, key, nil, &status)
    swift_ures_close(found)
    return status.rawValue <= 0
  }

  private static func text(_ units: UnsafePointer<UInt16>, _ length: Int32) -> String {
    String(decoding: UnsafeBufferPointer(start: units, count: Int(length)), as: UTF16.self)
  }
}

// MARK: - Codes

extension ICUTable {
  /// Codes of a kind: `currency` or `subdivision`, in use (`regular`) or not any more (`deprecated`).
  static func codes(of kind: String, _ status: String) -> ICUTable? {
    open("supplementalData")?.table("idValidity")?.table(kind)?.table(status)
  }

  /// All codes of the list, which has several in a row as `XBA~D`.
  var codes: [String] { (0..<count).flatMap { text(at: $0).map(codesInRange) ?? [] } }
}

/// `usal`, or each of `usak~m`: what follows the `~` stands for as many letters in front of it.
///
/// Source: Unicode LDML part 1, "String Range".
func codesInRange(_ text: String) -> [String] {
  let parts = text.utf8.split(separator: UInt8(ascii: "~"))
  guard parts.count == 2, parts[1].count <= parts[0].count else { return [text] }
  var codes = [Array(parts[0].dropLast(parts[1].count))]
  for (low, high) in zip(parts[0].suffix(parts[1].count), parts[1]) where low <= high {
    codes = codes.flatMap { code in (low...high).map { code + [$0] } }
  }
  return codes.map { String(decoding: $0, as: UTF8.self) }
}
