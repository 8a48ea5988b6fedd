import SourceText
package import Templating

extension SiteHost {
  package func call(
    _ function: Int,
    _ arguments: TemplateArguments,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch Function.allCases[function] {
    case .t: try translate(arguments, &arena)
    case .asset: arena.text("\(plan.basePath)/\(try asset(arguments[0], arena).outputName)")
    case .integrity: arena.text(try asset(arguments[0], arena).integrity)
    case .url: try address(arguments[0], &arena)
    }
  }

  /// `t('jobs.count', count=3)`: an interface text of the page's language.
  private func translate(
    _ arguments: TemplateArguments,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    guard let key = arena.string(arguments[0]) else {
      throw TemplateFault("template/type", "the key of t() is not a text")
    }
    if let constant = values.texts[key] { return constant }
    let values = arguments.keywords.map { keyword in
      (name: keyword.name, value: plainText(keyword.value, arena))
    }
    let count = arguments[1].intValue
    guard let text = words.find(key, count: count, values) else {
      let nearest = nearestName(to: key, in: words.keys)
      throw TemplateFault(
        "template/unknown-text",
        "there is no interface text '\(key)'",
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "add it to text/\(edition.language).yml of the theme"
      )
    }
    return arena.text(text)
  }

  private func plainText(_ value: Value, _ arena: ValueArena) -> String {
    arena.string(value) ?? value.intValue.map { String($0) } ?? value.doubleValue.map { "\($0)" }
      ?? ""
  }

  private func asset(_ name: Value, _ arena: ValueArena) throws(TemplateFault) -> Asset {
    guard let name = arena.string(name) else {
      throw TemplateFault("template/type", "the name of an asset is not a text")
    }
    guard let asset = context.assets[name] else {
      let nearest = nearestName(to: name, in: context.assets.keys.sorted())
      throw TemplateFault(
        "template/unknown-asset",
        "the theme has no asset '\(name)'",
        hint: nearest.map { "did you mean '\($0)'?" } ?? "put it into the theme's assets/"
      )
    }
    return asset
  }

  /// `url('/about/')`: a path with the site's base path.
  private func address(_ path: Value, _ arena: inout ValueArena) throws(TemplateFault) -> Value {
    guard let path = arena.string(path), path.hasPrefix("/") else {
      throw TemplateFault(
        "template/value",
        "url() wants a path that begins with '/'",
        hint: "write url('/jobs/')"
      )
    }
    return arena.text(plan.siteAddress(path))
  }
}
