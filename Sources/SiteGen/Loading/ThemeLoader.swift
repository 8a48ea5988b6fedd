import Hashing
package import SourceText
package import Templating
import YAML

/// A theme with everything it extends, read and ready to be compiled.
package struct Theme: Sendable {
  package var name = ""
  package var version: String?
  package var tokens = ThemeTokens()
  /// The site's values of the theme's parameters, with their defaults.
  package var params: FreeValue = .map([])
  package var templates: [TemplateSource] = []
  package var assets: [Asset] = []
  /// By language.
  package var texts: [String: InterfaceTexts] = [:]

  package init() {}
}

/// Reads themes: the site's own files first, then its theme's, then those of the theme it extends.
package struct ThemeLoader {
  package let tree: SourceTree
  package let site: SiteConfiguration
  package let codes: CodeTables
  private var faults: [Diagnostic] = []

  package init(tree: SourceTree, site: SiteConfiguration, codes: CodeTables) {
    self.tree = tree
    self.site = site
    self.codes = codes
  }
}

extension ThemeLoader {
  /// One place where files of the theme are looked for.
  private struct Layer {
    /// Its folder as faults name it, with a slash at its end; empty for the site's own files.
    var folder: String
    var files: [String]
  }

  /// - Returns: the theme, with faults `theme/unknown-theme`, `theme/extends-itself`, those of its
  ///   `theme.yml` and of its texts, and those of the site's brand.
  package mutating func load() -> Checked<Theme> {
    var theme = Theme()
    do throws(Diagnostic) {
      let layers = try layers(&theme)
      theme.params = params(theme.params)
      faults += theme.tokens.apply(site.brand, path: SourceTree.configurationPath)
      faults += theme.tokens.nameFaults() + theme.tokens.contrastFaults()
      try readTemplates(layers, into: &theme)
      try readTexts(layers, into: &theme)
      try readAssets(layers, into: &theme)
    } catch {
      faults.append(error)
    }
    return Checked(faults.containsError ? nil : theme, faults)
  }

  private mutating func layers(_ theme: inout Theme) throws(Diagnostic) -> [Layer] {
    var layers = [Layer(folder: "", files: [])]
    for folder in ["assets", "templates", "text"] {
      layers[0].files += try tree.files(below: folder)
    }
    var next: String? = site.theme
    var seen: [String] = []
    var defaults: [FreeValue.Pair] = []
    while let name = next {
      guard !seen.contains(name) else {
        let chain = (seen + [name]).joined(separator: " → ")
        throw Diagnostic(
          "theme/extends-itself",
          "the theme '\(name)' extends itself: \(chain)",
          path: layers[layers.count - 1].folder + "theme.yml",
          hint: "end the chain at one theme"
        )
      }
      seen.append(name)
      let layer = try layer(ofTheme: name)
      layers.append(layer)
      let manifest = try manifest(in: layer)
      if theme.name.isEmpty {
        theme.name = manifest.name
        theme.version = manifest.version
      }
      theme.tokens.add(manifest, path: layer.folder + "theme.yml")
      for param in manifest.params where !defaults.contains(where: { $0.key == param.key }) {
        defaults.append(.init(key: param.key, value: param.value.fallback))
      }
      next = manifest.extends
    }
    theme.params = .map(defaults)
    return layers
  }

  private func layer(ofTheme name: String) throws(Diagnostic) -> Layer {
    for folder in ["themes/\(name)/", EmbeddedFiles.root + "themes/\(name)/"] {
      let files = try tree.themeFiles(in: folder)
      if !files.isEmpty { return Layer(folder: folder, files: files) }
    }
    throw Diagnostic(
      "theme/unknown-theme",
      "there is no theme '\(name)'",
      path: "site.yml",
      hint: "put it into themes/\(name)/, or write 'theme: default'"
    )
  }

  private mutating func manifest(in layer: Layer) throws(Diagnostic) -> ThemeManifest {
    let file = try tree.read(layer.folder + "theme.yml")
    let document = YAMLDocument.parse(file, in: file.wholeRange)
    faults += document.diagnostics
    var reader = SchemaReader(
      area: "theme",
      subject: "theme.yml",
      path: file.path,
      codes: codes,
      site: Shared(site)
    )
    defer { faults += reader.diagnostics }
    guard let root = document.value?.root else { return ThemeManifest() }
    return Schema.theme.decode(root, &reader) ?? ThemeManifest()
  }

  /// The theme's defaults with the site's values over them; `site.params` holds the rest too.
  private func params(_ defaults: FreeValue) -> FreeValue {
    guard case .map(let defaults) = defaults, case .map(let own) = site.params else {
      return defaults
    }
    return .map(
      defaults.map { pair in own.first { $0.key == pair.key } ?? pair }
        + own.filter { pair in !defaults.contains { $0.key == pair.key } }
    )
  }
}

// MARK: - Files

extension ThemeLoader {
  /// The first layer's file of each name wins.
  private func names(_ layers: [Layer], in folder: String) -> [(name: String, path: String)] {
    var paths: [String: String] = [:]
    for layer in layers {
      let prefix = layer.folder + folder + "/"
      for file in layer.files where file.hasPrefix(prefix) {
        let name = String(file.dropFirst(prefix.count))
        if paths[name] == nil { paths[name] = file }
      }
    }
    return paths.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func readTemplates(_ layers: [Layer], into theme: inout Theme) throws(Diagnostic) {
    for (name, path) in names(layers, in: "templates") {
      theme.templates.append(
        TemplateSource(name: name, path: path, bytes: try tree.read(path).bytes)
      )
    }
  }

  /// Texts of a language fall back key by key to those of the layers below.
  private mutating func readTexts(_ layers: [Layer], into theme: inout Theme) throws(Diagnostic) {
    var files: [String: String] = [:]
    for layer in layers.reversed() {
      for path in layer.files where path.hasPrefix(layer.folder + "text/") {
        guard path.hasSuffix(".yml") else { continue }
        let language = String(path.dropFirst(layer.folder.count + 5).dropLast(4))
        files[language] = path
        let file = try tree.read(path)
        let document = YAMLDocument.parse(file, in: file.wholeRange)
        faults += document.diagnostics
        guard let root = document.value?.root else { continue }
        let texts = InterfaceTexts(root, path: path, &faults)
        theme.texts[language] = texts.fallingBack(to: theme.texts[language] ?? InterfaceTexts())
      }
    }
    let completeness = TextCompleteness(theme.texts, site, files: files)
    // Without the theme that it should extend, all would be missing.
    if !faults.containsError { faults += completeness.faults() }
    theme.texts.merge(completeness.texts) { _, checked in checked }
  }

  /// Leaves first, then style sheets, in which the names of leaves become their published names.
  private mutating func readAssets(_ layers: [Layer], into theme: inout Theme) throws(Diagnostic) {
    let names = names(layers, in: "assets")
    for (name, path) in names where !name.hasSuffix(".css") {
      theme.assets.append(asset(name, path, try tree.read(path).bytes))
    }
    let leaves = theme.assets
    faults += theme.tokens.assetFaults(leaves)
    let tokens = Array(theme.tokens.style(leaves).utf8)
    for (name, path) in names where name.hasSuffix(".css") {
      var sheet = StyleSheet(try tree.read(path).bytes)
      sheet.rename(leaves, from: name)
      sheet.importTokens(tokens)
      if site.output.isMinified { sheet.minify() }
      theme.assets.append(asset(name, path, sheet.bytes))
    }
  }

  private func asset(_ name: String, _ path: String, _ bytes: [UInt8]) -> Asset {
    let fingerprint = SHA256.digest(of: bytes).hexadecimal(digits: 10)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let published = "assets/\(name[..<dot]).\(fingerprint)\(name[dot...])"
    return Asset(
      name: name,
      path: path,
      outputName: published,
      integrity: "sha384-" + SHA384.base64(of: bytes),
      bytes: bytes
    )
  }
}

extension SourceTree {
  fileprivate func themeFiles(in folder: String) throws(Diagnostic) -> [String] {
    if folder.hasPrefix(EmbeddedFiles.root) { return EmbeddedFiles.paths(below: folder) }
    return try files(below: String(folder.dropLast()))
  }
}

extension SourceFile {
  package var wholeRange: SourceRange { SourceRange(0..<bytes.count) }
}
