/// A file of a theme that is published under a name with its fingerprint.
package struct Asset: Sendable {
  /// What templates call it: `style.css`, `images/logo.svg`.
  package var name: String
  /// Where faults say it is.
  package var path: String
  /// The path in the output folder: `assets/style.3f9a1c20.css`.
  package var outputName: String
  /// What browsers hold it against: `sha384-…`.
  package var integrity: String
  package var bytes: [UInt8]
}
