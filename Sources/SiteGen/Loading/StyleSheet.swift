import SourceText

/// The text of a style sheet on its way to a published asset.
struct StyleSheet {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Puts the published names of assets into `url(…)`.
  ///
  /// - Parameters:
  ///   - assets: what may be named.
  ///   - sheet: the style sheet's own name, from which relative addresses start.
  mutating func rename(_ assets: [Asset], from sheet: String) {
    let folder = sheet.split(separator: "/").dropLast()
    let up = String(repeating: "../", count: folder.count)
    let own = folder.map { $0 + "/" }.joined()
    var targets: [String: String] = [:]
    for asset in assets {
      let relative =
        asset.name.hasPrefix(own) ? String(asset.name.dropFirst(own.count)) : up + asset.name
      targets[relative] = up + asset.outputName.dropFirst("assets/".count)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var rest = bytes[...]
    while let address = StyleSheet.nextAddress(in: rest) {
      result += rest[..<address.startIndex]
      let target = targets[String(decoding: address, as: UTF8.self)]
      result += target.map { Array($0.utf8) } ?? Array(address)
      rest = rest[address.endIndex...]
    }
    bytes = result + rest
  }

  /// Puts the theme's tokens in the place of `@import "tokens.css";`.
  mutating func importTokens(_ tokens: [UInt8]) {
    for quote in ["\"", "'"] {
      let statement = Array("@import \(quote)\(ThemeTokens.sheetName)\(quote);".utf8)
      let first = bytes.indices.first {
        bytes[$0] == statement[0] && bytes[$0...].starts(with: statement)
      }
      guard let first else { continue }
      bytes.replaceSubrange(first..<first + statement.count, with: tokens)
    }
  }

  /// What stands between the parentheses of the first `url(…)`, without quotes.
  private static func nextAddress(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "(")) {
      let inside = rest[(start + 1)...]
      guard rest[..<start].suffix(3).elementsEqual("url".utf8) else {
        rest = inside
        continue
      }
      let quote = inside.first.flatMap { "\"'".utf8.contains($0) ? $0 : nil }
      let address = inside.dropFirst(quote == nil ? 0 : 1)
      guard let end = address.firstIndex(of: quote ?? UInt8(ascii: ")")) else { return nil }
      return address[..<end]
    }
    return nil
  }
}
