/// Fonts that every system has, by what they look like.
///
/// Each is a list of families, of which a browser takes the first that is there: nothing is fetched.
package enum FontStack: String, CaseIterable, Sendable {
  case sans, serif, rounded, mono

  /// The value of `font-family`.
  package var families: String {
    switch self {
    case .sans:
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Noto Sans Arabic\",sans-serif"
    case .serif:
      "\"Iowan Old Style\",\"Palatino Linotype\",Palatino,Georgia,\"Noto Serif\","
        + "\"Noto Naskh Arabic\",\"Noto Serif CJK JP\",serif"
    case .rounded:
      "ui-rounded,\"Hiragino Maru Gothic ProN\",Quicksand,Comfortaa,Manjari,"
        + "\"Arial Rounded MT Bold\",Calibri,system-ui,sans-serif"
    case .mono:
      "ui-monospace,\"Cascadia Code\",\"Source Code Pro\",Menlo,Consolas,\"DejaVu Sans Mono\","
        + "monospace"
    }
  }

  /// How style sheets name the format of a font file; `nil` for a file that is none.
  package static func format(ofFile name: String) -> String? {
    switch name.utf8.lastIndex(of: UInt8(ascii: ".")).map({ name[$0...].lowercased() }) {
    case ".woff2": "woff2"
    case ".woff": "woff"
    case ".ttf": "truetype"
    case ".otf": "opentype"
    default: nil
    }
  }
}
