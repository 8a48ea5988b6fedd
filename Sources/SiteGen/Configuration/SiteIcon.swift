/// An icon of the site, as links in a page's head name it.
package struct SiteIcon: Sendable {
  /// `icon` or `apple-touch-icon`.
  package let relation: String
  package let mediaType: String
  /// `any` for drawings; else such as `32x32`, several with spaces between them.
  package let sizes: String

  /// Reads the type from the file's name and the sizes from its first bytes.
  ///
  /// - Returns: `nil` for a file that is none of SVG, PNG and ICO. Source of the formats: PNG
  ///   (section 5.3 and 11.2.1); ICO, the directory of images.
  package init?(_ asset: Asset) {
    let bytes = asset.bytes
    switch asset.name.split(separator: ".").last?.lowercased() {
    case "svg":
      mediaType = "image/svg+xml"
      sizes = "any"
    case "png":
      guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
      func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
      mediaType = "image/png"
      sizes = "\(number(16))x\(number(20))"
    case "ico":
      guard bytes.count >= 6, bytes.starts(with: [0, 0, 1, 0]), bytes[4] > 0, bytes[5] == 0,
        bytes.count >= 6 + 16 * Int(bytes[4])
      else { return nil }
      mediaType = "image/vnd.microsoft.icon"
      sizes = (0..<Int(bytes[4])).map { image in
        // 0 stands for 256.
        let sides = bytes[(6 + 16 * image)...].prefix(2).map { $0 == 0 ? 256 : Int($0) }
        return "\(sides[0])x\(sides[1])"
      }.joined(separator: " ")
    default: return nil
    }
    relation = SiteIcon.isTouchIcon(asset.name) ? "apple-touch-icon" : "icon"
  }

  /// The name under which browsers ask for an icon at the site's root, linked or not.
  package static func rootName(of asset: String) -> String? {
    let name = asset.split(separator: "/").last.map(String.init) ?? asset
    return name == "favicon.ico" || name == "apple-touch-icon.png" ? name : nil
  }

  private static func isTouchIcon(_ name: String) -> Bool {
    name.split(separator: "/").last?.hasPrefix("apple-touch-icon") ?? false
  }
}
