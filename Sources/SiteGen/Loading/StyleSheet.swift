/// The text of a style sheet, of which only `url(…)` matters here.
struct StyleSheet {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Puts the published names of assets into `url(…)`.
  ///
  /// - Parameters:
  ///   - assets: what may be named.
  ///   - sheet: the style sheet's own name, from which relative addresses start.
  /// - Returns: the whole style sheet.
  func renaming(_ assets: [Asset], from sheet: String) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    let folder = sheet.split(separator: "/").dropLast()
    let depth = folder.count
    for asset in assets {
      let up = String(repeating: "../", count: depth)
      let own = folder.joined(separator: "/") + (folder.isEmpty ? "" : "/")
      let relative =
        asset.name.hasPrefix(own) ? String(asset.name.dropFirst(own.count)) : up + asset.name
      let target = up + asset.outputName.dropFirst("assets/".count)
      for quote in ["", "\"", "'"] {
        text = text.split(
          separator: "url(\(quote)\(relative)\(quote))",
          omittingEmptySubsequences: false
        )
        .joined(separator: "url(\(quote)\(target)\(quote))")
      }
    }
    return Array(text.utf8)
  }
}
