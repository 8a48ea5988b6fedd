import Testing

@testable import SiteGen

@Suite struct StyleSheetTests {
  static let cases: [(sheet: String, minified: String)] = [
    ("", ""),
    ("p { color : red ; }\n", "p{color:red}"),
    (
      "p {\n  color: red;\n  margin: 0 auto;\n}\n\na { top: 0 }",
      "p{color:red;margin:0 auto}a{top:0}"
    ),
    ("/* a */ p /* b */ { /* c */ top: 0; /* d */ }", "p /* b */{top:0}"),
    ("/*! kept */ p { top: 0 }", "/*! kept */p{top:0}"),
    ("a /**/b { top: 0 }", "a /**/b{top:0}"),
    ("a  >  b ,  c + d , e ~ f { top: 0 }", "a>b,c + d,e ~ f{top:0}"),
    ("a :hover , a:hover { top: 0 }", "a :hover,a:hover{top:0}"),
    ("li:nth-child( 2n + 1 ) { top: 0 }", "li:nth-child( 2n + 1 ){top:0}"),
    ("[ title = \"a  b ;}\" ] { top: 0 }", "[ title = \"a  b ;}\" ]{top:0}"),
    ("p { width: calc( 1px  +  2px ) ; }", "p{width:calc( 1px  +  2px )}"),
    ("p { content: \"a  {;} b\" ; }", "p{content:\"a  {;} b\"}"),
    ("p { content: \"\\\"  ;\" }", "p{content:\"\\\"  ;\"}"),
    ("p { background: url( a  b;c.png ) }", "p{background:url( a  b;c.png )}"),
    (
      "p { background: url(a;b.png) , url( 'c;  d' ) }", "p{background:url(a;b.png),url( 'c;  d' )}"
    ),
    (
      "p { font: 1em / 1.5  \"A  B\" , serif !important }",
      "p{font:1em / 1.5 \"A  B\",serif !important}"
    ),
    (":root { --a:  x  y ; --b: { c : d ; } ; --e: ; }", ":root{--a:x  y;--b:{ c : d ; };--e: }"),
    (
      "@media (min-width : 1px)  and  print { p { top: 0 } }",
      "@media (min-width : 1px) and print{p{top:0}}"
    ),
    (
      "@import  \"a.css\"  screen ;\n@charset \"utf-8\"",
      "@import \"a.css\" screen;@charset \"utf-8\""
    ),
    ("a { b & { top: 0; } &:hover { top: 1px } left: 0 }", "a{b &{top:0}&:hover{top:1px}left:0}"),
    (
      "@font-face { src: url(a.woff2) format(\"woff2\") ; }",
      "@font-face{src:url(a.woff2) format(\"woff2\")}"
    ),
    (".a\\, b { top: 0 }", ".a\\, b{top:0}"),
    (".a\\   { top: 0 }", ".a\\ {top:0}"),
    ("p { top: 0;; ; left: 0 }", "p{top:0;left:0}"),
    ("p { color: red", "p{color:red"),
    ("p { content: \"a", "p{content:\"a"),
    ("p { background: url(a", "p{background:url(a"),
    ("p } q { top: 0 }", "p}q{top:0}"),
  ]

  @Test(arguments: cases)
  func `a style sheet loses what no browser sees`(_ sheet: String, _ minified: String) {
    var style = StyleSheet(Array(sheet.utf8))
    style.minify()
    #expect(String(decoding: style.bytes, as: UTF8.self) == minified)
  }

  @Test(arguments: cases.map(\.minified))
  func `what is minified stays as it is`(_ sheet: String) {
    var style = StyleSheet(Array(sheet.utf8))
    style.minify()
    #expect(String(decoding: style.bytes, as: UTF8.self) == sheet)
  }

  @Test(arguments: ["@import \"tokens.css\";", "@import 'tokens.css';"])
  func `tokens stand where they are imported`(_ statement: String) {
    var style = StyleSheet(Array("\(statement)\np{top:0}".utf8))
    style.importTokens(Array(":root{--a:0}".utf8))
    #expect(String(decoding: style.bytes, as: UTF8.self) == ":root{--a:0}\np{top:0}")
  }
}
