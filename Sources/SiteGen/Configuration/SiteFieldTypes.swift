import SourceText
import YAML

// The types of fields that only site.yml and theme.yml have.

extension FieldType where Value == Department {
  /// A name, or a map with more about it.
  static var department: FieldType {
    FieldType(.anyOf([.text(1...120), .map(Schema.department.part)])) { node, reader in
      guard node.kind == .scalar else { return Schema.department.decode(node, &reader) }
      return FieldType<String>.text(1...120).read(node, &reader).map { name in
        var department = Department()
        department.name = name
        return department
      }
    }
  }
}

extension FieldType where Value == ApplyDefaults {
  /// Like a posting's `apply`, with query parameters per feed under `track`.
  static var applyDefaults: FieldType {
    FieldType(.map(Schema.applyDefaults.part)) { node, reader in
      guard node.kind == .mapping else {
        return FieldType<ApplyTarget>.apply.read(node, &reader).map { target in
          var defaults = ApplyDefaults()
          defaults.target = target
          return defaults
        }
      }
      return Schema.applyDefaults.decode(node, &reader)
    }
  }
}

extension Schema where Model == ApplyDefaults {
  package static let applyDefaults = Schema([
    Field(
      "url",
      .url,
      \.target.url,
      .optional,
      "A page with a form.",
      example: "https://example.com/apply"
    ),
    Field(
      "email",
      .email,
      \.target.email,
      .optional,
      "An address for applications.",
      example: "jobs@example.com"
    ),
    Field(
      "form",
      .url,
      \.target.form,
      .optional,
      "Where a form on the page is sent to.",
      example: "https://example.com/form"
    ),
    Field(
      "instructions",
      .text(1...1000),
      \.target.instructions,
      .optional,
      "What to send, and to whom.",
      example: "Send a CV of at most two pages."
    ),
    Field(
      "track",
      .queryParameters,
      \.track,
      .optional,
      "Query parameters per feed, added to apply links.",
      example: "{indeed: {source: indeed}}"
    ),
  ]) { ApplyDefaults() }
}

extension FieldType where Value == [Entry<[Entry<String>]>] {
  /// Query parameters by the name of a feed.
  static var queryParameters: FieldType {
    .dictionary(of: .dictionary(of: .text(1...200)))
  }
}

extension FieldType where Value == [Entry<String>] {
  /// A map from languages to texts of so many characters, with one at least; whether the site has these
  /// languages shows when all of `site.yml` is read.
  static func textsByLanguage(_ length: ClosedRange<Int> = 1...120) -> FieldType {
    let texts = FieldType.dictionary(of: .text(length))
    return FieldType(texts.shape) { node, reader in
      guard let found = texts.read(node, &reader) else { return nil }
      guard Array(node.entries).isEmpty else { return found }
      reader.report(
        "missing-field",
        "\(reader.fieldName) has no text in any language",
        at: node.range,
        hint: "write texts by language, such as {en: People, de: Personal}"
      )
      return nil
    }
  }

  /// One text under an empty name, or texts by language.
  static func textByLanguage(_ length: ClosedRange<Int> = 1...120) -> FieldType {
    let texts = textsByLanguage(length)
    return FieldType(.anyOf([.text(length), texts.shape])) { node, reader in
      guard node.kind == .scalar else { return texts.read(node, &reader) }
      return FieldType<String>.text(length).read(node, &reader).map {
        [Entry(key: "", keyRange: node.range, value: $0)]
      }
    }
  }
}

extension FieldType where Value == Benefit {
  /// A text, or texts by country with a `default`.
  static var benefitText: FieldType {
    let texts = FieldType<[Entry<String>]>.dictionary(of: .text(1...300))
    return FieldType(.anyOf([.text(1...300), texts.shape])) { node, reader in
      guard node.kind == .mapping else {
        return FieldType<String>.text(1...300).read(node, &reader).map { Benefit(text: $0) }
      }
      guard let entries = texts.read(node, &reader) else { return nil }
      guard let text = entries.value(of: "default") else {
        reader.report(
          "missing-field",
          "\(reader.fieldName) has no 'default'",
          at: node.range,
          hint: "add the text for all other countries under 'default'"
        )
        return nil
      }
      var benefit = Benefit(text: text)
      for entry in entries where entry.key != "default" {
        guard reader.codes.countries.contains(entry.key) else {
          reader.report(
            "unknown-country",
            "'\(entry.key)' is not a country code",
            at: entry.keyRange,
            shape: .country
          )
          continue
        }
        benefit.byCountry[entry.key] = entry.value
      }
      return benefit
    }
  }
}

extension FieldType where Value == [String] {
  /// Heading texts by language, of which only the texts are kept.
  static var headingTexts: FieldType {
    let byLanguage = FieldType<[Entry<[String]>]>.dictionary(of: .oneOrMore(of: .text(1...120)))
    return byLanguage.map { $0.flatMap(\.value) }
  }
}

extension FieldType where Value == String {
  /// An absolute address without query and fragment, of which a slash at the end is dropped.
  static var baseURL: FieldType {
    FieldType(.url) { node, reader in
      guard let text = reader.scalar(node, expecting: .url) else { return nil }
      let address = text.hasSuffix("/") ? String(text.dropLast()) : text
      if isBaseAddress(address) { return address }
      reader.report(
        "not-a-url",
        "'\(text)' is not the address of a site",
        at: node.range,
        hint: "write an address such as https://jobs.example.com/careers, without signs such as "
          + "'?', '#' or quotes",
        fix: webAddress(meantBy: text).flatMap { node.edit(to: $0) }
      )
      return nil
    }
  }

  /// A scheme and a host, without a path, as content security policies name sites.
  static var origin: FieldType {
    FieldType(.url) { node, reader in
      guard let text = reader.scalar(node, expecting: .url) else { return nil }
      if isBaseAddress(text), let origin = ContentSecurityPolicy.origin(of: text), origin == text {
        return text
      }
      reader.report(
        "not-a-url",
        "'\(text)' is not the address of a site alone",
        at: node.range,
        hint: "write "
          + (ContentSecurityPolicy.origin(of: text) ?? "an address such as https://example.com")
          + ", without a path"
      )
      return nil
    }
  }

  /// A path on the site with an optional fragment, or an absolute address.
  static var linkTarget: FieldType {
    let shape = Shape.anyOf([.sitePath, .url])
    return FieldType(shape) { node, reader in
      guard let text = reader.scalar(node, expecting: shape) else { return nil }
      let path = text.split(separator: "#", maxSplits: 1).first.map(String.init) ?? ""
      let isMail = text.hasPrefix("mailto:") && isEmailAddress(String(text.dropFirst(7)))
      if isSitePath(path) || isWebAddress(text) || isMail { return text }
      reader.report(
        "not-a-link",
        "'\(text)' is not a link",
        at: node.range,
        hint: "write a path such as /about/, a web address, or mailto:jobs@example.com",
        fix: (isEmailAddress(text) ? "mailto:" + text : webAddress(meantBy: text))
          .flatMap { node.edit(to: $0) }
      )
      return nil
    }
  }
}

extension FieldType where Value == FreeValue {
  /// Anything: whole numbers, `true` and `false` are what they look like, the rest is text.
  static var free: FieldType {
    FieldType(.anything) { node, _ in FreeValue(node) }
  }
}

extension FreeValue {
  init(_ node: YAMLNode) {
    switch node.kind {
    case .sequence: self = .list(node.items.map { FreeValue($0) })
    case .mapping:
      self = .map(node.entries.map { Pair(key: $0.key.text, value: FreeValue($0.value)) })
    case .scalar where node.isNull: self = .none
    case .scalar where node.isPlain && node.text == "true": self = .boolean(true)
    case .scalar where node.isPlain && node.text == "false": self = .boolean(false)
    case .scalar:
      let number = node.isPlain && String(Int(node.text) ?? 0) == node.text ? Int(node.text) : nil
      self = number.map(FreeValue.integer) ?? .text(node.text)
    }
  }
}

/// Whether the text is an http or https address of a host with an optional path, without a slash
/// at its end.
package func isBaseAddress(_ text: String) -> Bool {
  guard isWebAddress(text), !text.utf8.contains(where: { "?#@".utf8.contains($0) }) else {
    return false
  }
  let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
  // Signs that mean something in the rules of a host, and folders that hosts hide.
  let special = "%$\"\\{};'`<>*|^".utf8
  return parts.allSatisfy { !$0.isEmpty && !$0.utf8.contains(where: special.contains) }
    && parts.dropFirst().allSatisfy { $0.utf8.first != UInt8(ascii: ".") }
}
