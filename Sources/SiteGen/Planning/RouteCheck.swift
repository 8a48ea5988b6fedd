import SourceText

/// Looks for outputs that can't all be where they want to be.
///
/// Paths are compared by number (FNV-1a); texts only where two numbers are the same. A site of ten
/// thousand postings would else hash and cut about thirty thousand texts.
struct RouteCheck {
  private let outputs: [PlannedOutput]
  private let files: [String]
  /// The output with a file's number; of several, the last.
  private var indices: [UInt64: Int] = [:]

  private init(_ outputs: [PlannedOutput]) {
    self.outputs = outputs
    files = outputs.map(\.route.file)
  }

  /// - Returns: `site/route-collision` and `site/address-not-allowed`.
  static func faults(in outputs: [PlannedOutput]) -> [Diagnostic] {
    var check = RouteCheck(outputs)
    return check.faults()
  }

  private mutating func faults() -> [Diagnostic] {
    indices.reserveCapacity(outputs.count)
    var faults: [Diagnostic] = []
    for (index, file) in files.enumerated() {
      guard let other = indices.updateValue(index, forKey: PathNumber(of: file).value),
        files[other] == file, !isSamePosting(outputs[index], outputs[other])
      else { continue }
      faults.append(collision(outputs[other], outputs[index]))
    }
    for index in outputs.indices { check(index, &faults) }
    return faults
  }

  private func collision(_ first: PlannedOutput, _ second: PlannedOutput) -> Diagnostic {
    let route = second.route.path
    var (first, second) = (first.origin, second.origin)
    // The file that says where it wants to be can be changed.
    if second.range == nil, first.range != nil { swap(&first, &second) }
    return Diagnostic(
      "site/route-collision",
      "two things want the address \(route): \(first.message) and \(second.message)",
      path: second.path,
      range: second.range,
      hint: "change the address of one of them",
      notes: [.init(first.message, path: first.path, range: first.range)]
    )
  }

  /// A file that stands where another output needs a folder, or where none may stand.
  private func check(_ index: Int, _ faults: inout [Diagnostic]) {
    var number = PathNumber()
    var length = 0
    var isAllowed = !files[index].utf8.starts(with: ".sitegen/".utf8) && files[index] != ".sitegen"
    if isAuthored(outputs[index]) { isAllowed = isAllowed && !isReserved(files[index]) }
    for byte in files[index].utf8 {
      if byte == UInt8(ascii: "/") {
        isAllowed = isAllowed && length > 0
        length = 0
        if let other = indices[number.value], isFolder(files[other], of: files[index]) {
          faults.append(blocked(outputs[index].origin, by: outputs[other].origin))
        }
      } else {
        length += 1
        isAllowed = isAllowed && length <= 255
      }
      number.append(byte)
    }
    if !isAllowed || length == 0 { faults.append(notAllowed(outputs[index])) }
  }

  /// Whether an author chose the address.
  private func isAuthored(_ output: PlannedOutput) -> Bool {
    switch output.content {
    case .page, .redirect: true
    case .home, .list, .group, .job, .notFound, .asset, .feed: false
    }
  }

  /// Whether hosts treat a file in another way than pages: they hide folders that begin with a dot, and
  /// let browsers keep assets for a year.
  private func isReserved(_ file: String) -> Bool {
    let folders = file.split(separator: "/").dropLast()
    return folders.first == "assets" || folders.contains { $0.utf8.first == UInt8(ascii: ".") }
  }

  private func isFolder(_ folder: String, of file: String) -> Bool {
    file.utf8.starts(with: folder.utf8)
      && file.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
  }

  private func blocked(_ origin: Diagnostic.Note, by other: Diagnostic.Note) -> Diagnostic {
    Diagnostic(
      "site/route-collision",
      "\(origin.message) can't stand below \(other.message), which is no folder",
      path: origin.path,
      range: origin.range,
      hint: "change the address of one of them",
      notes: [.init("the file is this", path: other.path)]
    )
  }

  private func notAllowed(_ output: PlannedOutput) -> Diagnostic {
    Diagnostic(
      "site/address-not-allowed",
      "\(output.origin.message) can't have the address \(output.route.path)",
      path: output.origin.path,
      range: output.origin.range,
      hint: "use a shorter name, in letters and digits"
    )
  }

  /// Two postings with one id are a fault of their own.
  private func isSamePosting(_ left: PlannedOutput, _ right: PlannedOutput) -> Bool {
    switch (left.content, right.content) {
    case (.job, .job), (.feed(_, .posting), .feed(_, .posting)): true
    default: false
    }
  }
}

/// A number for a path and, on the way there, for each of its folders.
private struct PathNumber {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(of path: String) {
    for byte in path.utf8 { append(byte) }
  }

  mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
