/// An ordinary page: its front matter and its rendered body.
package struct ContentPage: Sendable {
  package var path = ""
  /// The file's name without its ending: how translations name each other.
  package var name = ""
  package var title = ""
  package var route: Located<String>?
  package var description: String?
  package var language = ""
  package var translationOf: Located<String>?
  package var template: Located<String>?
  package var menu: MenuPlace?
  package var isDraft = false
  package var custom: FreeValue = .map([])
  package var body = PostingBody()

  package init() {}
}

package enum MenuPlace: String, Choice { case main, footer }

extension Schema where Model == ContentPage {
  package static let page = Schema([
    Field("title", .text(1...200), \.title, .always, "The page's heading.", example: "About us"),
    Field(
      "path",
      .located(.sitePath),
      \.route,
      .optional,
      "Its address; made from the file's name when left out.",
      example: "/about/"
    ),
    Field(
      "description",
      .text(1...500),
      \.description,
      .optional,
      "One or two sentences for search engines.",
      example: "Who we are."
    ),
    Field("lang", .siteLanguage, \.language, .optional, "The language of the page.", example: "de"),
    Field(
      "translation_of",
      .located(.text(1...120)),
      \.translationOf,
      .optional,
      "The page that this one translates, by its file's name.",
      example: "about"
    ),
    Field(
      "template",
      .located(.text(1...120)),
      \.template,
      .optional,
      "A template of the theme other than page.html.",
      example: "landing.html"
    ),
    Field("menu", .choice, \.menu, .optional, "The menu it stands in.", example: "main"),
    Field(
      "draft",
      .boolean,
      \.isDraft,
      .optional,
      "Whether it isn't published yet.",
      example: "true"
    ),
    Field(
      "custom",
      .free,
      \.custom,
      .optional,
      "Free values for the theme.",
      example: "{hero: true}"
    ),
  ]) { ContentPage() }
}
