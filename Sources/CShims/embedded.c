// Made by `make embed`. The files that the program carries.
#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../docs/faults/body/broken-link.md"
};
static const unsigned char file_1[] = {
#embed "../../docs/faults/body/control-character.md"
};
static const unsigned char file_2[] = {
#embed "../../docs/faults/body/image-without-text.md"
};
static const unsigned char file_3[] = {
#embed "../../docs/faults/body/missing-picture.md"
};
static const unsigned char file_4[] = {
#embed "../../docs/faults/body/not-utf8.md"
};
static const unsigned char file_5[] = {
#embed "../../docs/faults/body/raw-html.md"
};
static const unsigned char file_6[] = {
#embed "../../docs/faults/body/remote-image.md"
};
static const unsigned char file_7[] = {
#embed "../../docs/faults/body/too-complex.md"
};
static const unsigned char file_8[] = {
#embed "../../docs/faults/body/too-deep.md"
};
static const unsigned char file_9[] = {
#embed "../../docs/faults/body/too-large.md"
};
static const unsigned char file_10[] = {
#embed "../../docs/faults/body/unclaimed-heading.md"
};
static const unsigned char file_11[] = {
#embed "../../docs/faults/body/unclosed-comment.md"
};
static const unsigned char file_12[] = {
#embed "../../docs/faults/body/unsafe-link.md"
};
static const unsigned char file_13[] = {
#embed "../../docs/faults/front-matter/missing.md"
};
static const unsigned char file_14[] = {
#embed "../../docs/faults/front-matter/too-large.md"
};
static const unsigned char file_15[] = {
#embed "../../docs/faults/front-matter/unclosed.md"
};
static const unsigned char file_16[] = {
#embed "../../docs/faults/google/decorated-title.md"
};
static const unsigned char file_17[] = {
#embed "../../docs/faults/google/missing-recommended.md"
};
static const unsigned char file_18[] = {
#embed "../../docs/faults/google/no-description.md"
};
static const unsigned char file_19[] = {
#embed "../../docs/faults/google/overloaded-title.md"
};
static const unsigned char file_20[] = {
#embed "../../docs/faults/google/short-description.md"
};
static const unsigned char file_21[] = {
#embed "../../docs/faults/io/cannot-read.md"
};
static const unsigned char file_22[] = {
#embed "../../docs/faults/io/cannot-write.md"
};
static const unsigned char file_23[] = {
#embed "../../docs/faults/io/not-found.md"
};
static const unsigned char file_24[] = {
#embed "../../docs/faults/io/too-large.md"
};
static const unsigned char file_25[] = {
#embed "../../docs/faults/job/ambiguous-location.md"
};
static const unsigned char file_26[] = {
#embed "../../docs/faults/job/closed-but-open.md"
};
static const unsigned char file_27[] = {
#embed "../../docs/faults/job/closed-in-future.md"
};
static const unsigned char file_28[] = {
#embed "../../docs/faults/job/control-character.md"
};
static const unsigned char file_29[] = {
#embed "../../docs/faults/job/dates-out-of-order.md"
};
static const unsigned char file_30[] = {
#embed "../../docs/faults/job/doubtful-region.md"
};
static const unsigned char file_31[] = {
#embed "../../docs/faults/job/foreign-currency.md"
};
static const unsigned char file_32[] = {
#embed "../../docs/faults/job/ghost-job.md"
};
static const unsigned char file_33[] = {
#embed "../../docs/faults/job/implausible-salary.md"
};
static const unsigned char file_34[] = {
#embed "../../docs/faults/job/keywords-not-listed.md"
};
static const unsigned char file_35[] = {
#embed "../../docs/faults/job/language-not-on-site.md"
};
static const unsigned char file_36[] = {
#embed "../../docs/faults/job/missing-field.md"
};
static const unsigned char file_37[] = {
#embed "../../docs/faults/job/misspelt-benefit.md"
};
static const unsigned char file_38[] = {
#embed "../../docs/faults/job/near-duplicate.md"
};
static const unsigned char file_39[] = {
#embed "../../docs/faults/job/not-a-choice.md"
};
static const unsigned char file_40[] = {
#embed "../../docs/faults/job/not-a-coordinate.md"
};
static const unsigned char file_41[] = {
#embed "../../docs/faults/job/not-a-date.md"
};
static const unsigned char file_42[] = {
#embed "../../docs/faults/job/not-a-list.md"
};
static const unsigned char file_43[] = {
#embed "../../docs/faults/job/not-a-map.md"
};
static const unsigned char file_44[] = {
#embed "../../docs/faults/job/not-a-number.md"
};
static const unsigned char file_45[] = {
#embed "../../docs/faults/job/not-a-path.md"
};
static const unsigned char file_46[] = {
#embed "../../docs/faults/job/not-a-slug.md"
};
static const unsigned char file_47[] = {
#embed "../../docs/faults/job/not-a-switch.md"
};
static const unsigned char file_48[] = {
#embed "../../docs/faults/job/not-a-url.md"
};
static const unsigned char file_49[] = {
#embed "../../docs/faults/job/not-a-way-to-apply.md"
};
static const unsigned char file_50[] = {
#embed "../../docs/faults/job/not-an-amount.md"
};
static const unsigned char file_51[] = {
#embed "../../docs/faults/job/not-an-email.md"
};
static const unsigned char file_52[] = {
#embed "../../docs/faults/job/not-an-experience.md"
};
static const unsigned char file_53[] = {
#embed "../../docs/faults/job/not-an-image.md"
};
static const unsigned char file_54[] = {
#embed "../../docs/faults/job/placeholder.md"
};
static const unsigned char file_55[] = {
#embed "../../docs/faults/job/posted-far-ahead.md"
};
static const unsigned char file_56[] = {
#embed "../../docs/faults/job/remote-mismatch.md"
};
static const unsigned char file_57[] = {
#embed "../../docs/faults/job/salary-empty.md"
};
static const unsigned char file_58[] = {
#embed "../../docs/faults/job/salary-order.md"
};
static const unsigned char file_59[] = {
#embed "../../docs/faults/job/salary-twice.md"
};
static const unsigned char file_60[] = {
#embed "../../docs/faults/job/same-title.md"
};
static const unsigned char file_61[] = {
#embed "../../docs/faults/job/too-many-entries.md"
};
static const unsigned char file_62[] = {
#embed "../../docs/faults/job/unfilled.md"
};
static const unsigned char file_63[] = {
#embed "../../docs/faults/job/unknown-check.md"
};
static const unsigned char file_64[] = {
#embed "../../docs/faults/job/unknown-company.md"
};
static const unsigned char file_65[] = {
#embed "../../docs/faults/job/unknown-country.md"
};
static const unsigned char file_66[] = {
#embed "../../docs/faults/job/unknown-currency.md"
};
static const unsigned char file_67[] = {
#embed "../../docs/faults/job/unknown-department.md"
};
static const unsigned char file_68[] = {
#embed "../../docs/faults/job/unknown-field.md"
};
static const unsigned char file_69[] = {
#embed "../../docs/faults/job/unknown-language.md"
};
static const unsigned char file_70[] = {
#embed "../../docs/faults/job/unknown-location.md"
};
static const unsigned char file_71[] = {
#embed "../../docs/faults/job/unknown-region.md"
};
static const unsigned char file_72[] = {
#embed "../../docs/faults/job/unknown-time-zone.md"
};
static const unsigned char file_73[] = {
#embed "../../docs/faults/job/unread-file.md"
};
static const unsigned char file_74[] = {
#embed "../../docs/faults/job/unused-allow.md"
};
static const unsigned char file_75[] = {
#embed "../../docs/faults/job/updated-in-future.md"
};
static const unsigned char file_76[] = {
#embed "../../docs/faults/job/wrong-kind.md"
};
static const unsigned char file_77[] = {
#embed "../../docs/faults/job/wrong-length.md"
};
static const unsigned char file_78[] = {
#embed "../../docs/faults/new/exists.md"
};
static const unsigned char file_79[] = {
#embed "../../docs/faults/new/no-name.md"
};
static const unsigned char file_80[] = {
#embed "../../docs/faults/new/options.md"
};
static const unsigned char file_81[] = {
#embed "../../docs/faults/page/control-character.md"
};
static const unsigned char file_82[] = {
#embed "../../docs/faults/page/language-not-on-site.md"
};
static const unsigned char file_83[] = {
#embed "../../docs/faults/page/missing-field.md"
};
static const unsigned char file_84[] = {
#embed "../../docs/faults/page/not-a-choice.md"
};
static const unsigned char file_85[] = {
#embed "../../docs/faults/page/not-a-map.md"
};
static const unsigned char file_86[] = {
#embed "../../docs/faults/page/not-a-path.md"
};
static const unsigned char file_87[] = {
#embed "../../docs/faults/page/not-a-switch.md"
};
static const unsigned char file_88[] = {
#embed "../../docs/faults/page/unknown-field.md"
};
static const unsigned char file_89[] = {
#embed "../../docs/faults/page/unknown-language.md"
};
static const unsigned char file_90[] = {
#embed "../../docs/faults/page/wrong-kind.md"
};
static const unsigned char file_91[] = {
#embed "../../docs/faults/page/wrong-length.md"
};
static const unsigned char file_92[] = {
#embed "../../docs/faults/publish/cannot-read.md"
};
static const unsigned char file_93[] = {
#embed "../../docs/faults/publish/cannot-write.md"
};
static const unsigned char file_94[] = {
#embed "../../docs/faults/publish/damaged-journal.md"
};
static const unsigned char file_95[] = {
#embed "../../docs/faults/publish/damaged-manifest.md"
};
static const unsigned char file_96[] = {
#embed "../../docs/faults/publish/edited-file.md"
};
static const unsigned char file_97[] = {
#embed "../../docs/faults/publish/foreign-file.md"
};
static const unsigned char file_98[] = {
#embed "../../docs/faults/publish/locked.md"
};
static const unsigned char file_99[] = {
#embed "../../docs/faults/publish/path-collision.md"
};
static const unsigned char file_100[] = {
#embed "../../docs/faults/publish/path-not-allowed.md"
};
static const unsigned char file_101[] = {
#embed "../../docs/faults/site/address-not-allowed.md"
};
static const unsigned char file_102[] = {
#embed "../../docs/faults/site/control-character.md"
};
static const unsigned char file_103[] = {
#embed "../../docs/faults/site/duplicate-id.md"
};
static const unsigned char file_104[] = {
#embed "../../docs/faults/site/expired.md"
};
static const unsigned char file_105[] = {
#embed "../../docs/faults/site/language-not-on-site.md"
};
static const unsigned char file_106[] = {
#embed "../../docs/faults/site/low-contrast.md"
};
static const unsigned char file_107[] = {
#embed "../../docs/faults/site/missing-field.md"
};
static const unsigned char file_108[] = {
#embed "../../docs/faults/site/not-a-choice.md"
};
static const unsigned char file_109[] = {
#embed "../../docs/faults/site/not-a-color.md"
};
static const unsigned char file_110[] = {
#embed "../../docs/faults/site/not-a-contact.md"
};
static const unsigned char file_111[] = {
#embed "../../docs/faults/site/not-a-coordinate.md"
};
static const unsigned char file_112[] = {
#embed "../../docs/faults/site/not-a-crawler.md"
};
static const unsigned char file_113[] = {
#embed "../../docs/faults/site/not-a-date.md"
};
static const unsigned char file_114[] = {
#embed "../../docs/faults/site/not-a-font.md"
};
static const unsigned char file_115[] = {
#embed "../../docs/faults/site/not-a-hex-color.md"
};
static const unsigned char file_116[] = {
#embed "../../docs/faults/site/not-a-key.md"
};
static const unsigned char file_117[] = {
#embed "../../docs/faults/site/not-a-length.md"
};
static const unsigned char file_118[] = {
#embed "../../docs/faults/site/not-a-link.md"
};
static const unsigned char file_119[] = {
#embed "../../docs/faults/site/not-a-list.md"
};
static const unsigned char file_120[] = {
#embed "../../docs/faults/site/not-a-map.md"
};
static const unsigned char file_121[] = {
#embed "../../docs/faults/site/not-a-number.md"
};
static const unsigned char file_122[] = {
#embed "../../docs/faults/site/not-a-path.md"
};
static const unsigned char file_123[] = {
#embed "../../docs/faults/site/not-a-slug.md"
};
static const unsigned char file_124[] = {
#embed "../../docs/faults/site/not-a-switch.md"
};
static const unsigned char file_125[] = {
#embed "../../docs/faults/site/not-a-url.md"
};
static const unsigned char file_126[] = {
#embed "../../docs/faults/site/not-a-way-to-apply.md"
};
static const unsigned char file_127[] = {
#embed "../../docs/faults/site/not-an-email.md"
};
static const unsigned char file_128[] = {
#embed "../../docs/faults/site/not-an-icon.md"
};
static const unsigned char file_129[] = {
#embed "../../docs/faults/site/not-an-image.md"
};
static const unsigned char file_130[] = {
#embed "../../docs/faults/site/route-collision.md"
};
static const unsigned char file_131[] = {
#embed "../../docs/faults/site/same-number.md"
};
static const unsigned char file_132[] = {
#embed "../../docs/faults/site/translation-twice.md"
};
static const unsigned char file_133[] = {
#embed "../../docs/faults/site/unknown-asset.md"
};
static const unsigned char file_134[] = {
#embed "../../docs/faults/site/unknown-check.md"
};
static const unsigned char file_135[] = {
#embed "../../docs/faults/site/unknown-country.md"
};
static const unsigned char file_136[] = {
#embed "../../docs/faults/site/unknown-department.md"
};
static const unsigned char file_137[] = {
#embed "../../docs/faults/site/unknown-feed.md"
};
static const unsigned char file_138[] = {
#embed "../../docs/faults/site/unknown-field.md"
};
static const unsigned char file_139[] = {
#embed "../../docs/faults/site/unknown-job-field.md"
};
static const unsigned char file_140[] = {
#embed "../../docs/faults/site/unknown-language.md"
};
static const unsigned char file_141[] = {
#embed "../../docs/faults/site/unknown-region.md"
};
static const unsigned char file_142[] = {
#embed "../../docs/faults/site/unknown-time-zone.md"
};
static const unsigned char file_143[] = {
#embed "../../docs/faults/site/unknown-token.md"
};
static const unsigned char file_144[] = {
#embed "../../docs/faults/site/unknown-translation.md"
};
static const unsigned char file_145[] = {
#embed "../../docs/faults/site/wrong-kind.md"
};
static const unsigned char file_146[] = {
#embed "../../docs/faults/site/wrong-length.md"
};
static const unsigned char file_147[] = {
#embed "../../docs/faults/state/not-readable.md"
};
static const unsigned char file_148[] = {
#embed "../../docs/faults/template/arguments.md"
};
static const unsigned char file_149[] = {
#embed "../../docs/faults/template/blocked-value.md"
};
static const unsigned char file_150[] = {
#embed "../../docs/faults/template/escape-context.md"
};
static const unsigned char file_151[] = {
#embed "../../docs/faults/template/inheritance.md"
};
static const unsigned char file_152[] = {
#embed "../../docs/faults/template/recursion.md"
};
static const unsigned char file_153[] = {
#embed "../../docs/faults/template/syntax.md"
};
static const unsigned char file_154[] = {
#embed "../../docs/faults/template/template-not-found.md"
};
static const unsigned char file_155[] = {
#embed "../../docs/faults/template/too-large.md"
};
static const unsigned char file_156[] = {
#embed "../../docs/faults/template/type.md"
};
static const unsigned char file_157[] = {
#embed "../../docs/faults/template/unclosed-tag.md"
};
static const unsigned char file_158[] = {
#embed "../../docs/faults/template/undefined.md"
};
static const unsigned char file_159[] = {
#embed "../../docs/faults/template/unknown-asset.md"
};
static const unsigned char file_160[] = {
#embed "../../docs/faults/template/unknown-field.md"
};
static const unsigned char file_161[] = {
#embed "../../docs/faults/template/unknown-filter.md"
};
static const unsigned char file_162[] = {
#embed "../../docs/faults/template/unknown-function.md"
};
static const unsigned char file_163[] = {
#embed "../../docs/faults/template/unknown-method.md"
};
static const unsigned char file_164[] = {
#embed "../../docs/faults/template/unknown-name.md"
};
static const unsigned char file_165[] = {
#embed "../../docs/faults/template/unknown-test.md"
};
static const unsigned char file_166[] = {
#embed "../../docs/faults/template/unknown-text.md"
};
static const unsigned char file_167[] = {
#embed "../../docs/faults/template/value.md"
};
static const unsigned char file_168[] = {
#embed "../../docs/faults/theme/control-character.md"
};
static const unsigned char file_169[] = {
#embed "../../docs/faults/theme/extends-itself.md"
};
static const unsigned char file_170[] = {
#embed "../../docs/faults/theme/low-contrast.md"
};
static const unsigned char file_171[] = {
#embed "../../docs/faults/theme/missing-field.md"
};
static const unsigned char file_172[] = {
#embed "../../docs/faults/theme/missing-template.md"
};
static const unsigned char file_173[] = {
#embed "../../docs/faults/theme/missing-text.md"
};
static const unsigned char file_174[] = {
#embed "../../docs/faults/theme/not-a-choice.md"
};
static const unsigned char file_175[] = {
#embed "../../docs/faults/theme/not-a-color.md"
};
static const unsigned char file_176[] = {
#embed "../../docs/faults/theme/not-a-font.md"
};
static const unsigned char file_177[] = {
#embed "../../docs/faults/theme/not-a-length.md"
};
static const unsigned char file_178[] = {
#embed "../../docs/faults/theme/not-a-list.md"
};
static const unsigned char file_179[] = {
#embed "../../docs/faults/theme/not-a-map.md"
};
static const unsigned char file_180[] = {
#embed "../../docs/faults/theme/not-a-slug.md"
};
static const unsigned char file_181[] = {
#embed "../../docs/faults/theme/text-not-text.md"
};
static const unsigned char file_182[] = {
#embed "../../docs/faults/theme/unknown-asset.md"
};
static const unsigned char file_183[] = {
#embed "../../docs/faults/theme/unknown-field.md"
};
static const unsigned char file_184[] = {
#embed "../../docs/faults/theme/unknown-theme.md"
};
static const unsigned char file_185[] = {
#embed "../../docs/faults/theme/unknown-token.md"
};
static const unsigned char file_186[] = {
#embed "../../docs/faults/theme/wrong-kind.md"
};
static const unsigned char file_187[] = {
#embed "../../docs/faults/theme/wrong-length.md"
};
static const unsigned char file_188[] = {
#embed "../../docs/faults/yaml/alias-limit.md"
};
static const unsigned char file_189[] = {
#embed "../../docs/faults/yaml/complex-key.md"
};
static const unsigned char file_190[] = {
#embed "../../docs/faults/yaml/control-character.md"
};
static const unsigned char file_191[] = {
#embed "../../docs/faults/yaml/curly-quotes.md"
};
static const unsigned char file_192[] = {
#embed "../../docs/faults/yaml/cut-value.md"
};
static const unsigned char file_193[] = {
#embed "../../docs/faults/yaml/duplicate-key.md"
};
static const unsigned char file_194[] = {
#embed "../../docs/faults/yaml/not-utf8.md"
};
static const unsigned char file_195[] = {
#embed "../../docs/faults/yaml/several-documents.md"
};
static const unsigned char file_196[] = {
#embed "../../docs/faults/yaml/syntax.md"
};
static const unsigned char file_197[] = {
#embed "../../docs/faults/yaml/tag.md"
};
static const unsigned char file_198[] = {
#embed "../../docs/faults/yaml/too-deep.md"
};
static const unsigned char file_199[] = {
#embed "../../docs/faults/yaml/unknown-alias.md"
};
static const unsigned char file_200[] = {
#embed "../../starter/content/jobs/first-job.md"
};
static const unsigned char file_201[] = {
#embed "../../starter/content/pages/about.md"
};
static const unsigned char file_202[] = {
#embed "../../starter/gitignore"
};
static const unsigned char file_203[] = {
#embed "../../starter/posting.schema.json"
};
static const unsigned char file_204[] = {
#embed "../../starter/site.yml"
};
static const unsigned char file_205[] = {
#embed "../../themes/default/assets/favicon.svg"
};
static const unsigned char file_206[] = {
#embed "../../themes/default/assets/site.js"
};
static const unsigned char file_207[] = {
#embed "../../themes/default/assets/style.css"
};
static const unsigned char file_208[] = {
#embed "../../themes/default/templates/base.html"
};
static const unsigned char file_209[] = {
#embed "../../themes/default/templates/group.html"
};
static const unsigned char file_210[] = {
#embed "../../themes/default/templates/home.html"
};
static const unsigned char file_211[] = {
#embed "../../themes/default/templates/job.html"
};
static const unsigned char file_212[] = {
#embed "../../themes/default/templates/list.html"
};
static const unsigned char file_213[] = {
#embed "../../themes/default/templates/not-found.html"
};
static const unsigned char file_214[] = {
#embed "../../themes/default/templates/page.html"
};
static const unsigned char file_215[] = {
#embed "../../themes/default/templates/partials/apply-bar.html"
};
static const unsigned char file_216[] = {
#embed "../../themes/default/templates/partials/apply-button.html"
};
static const unsigned char file_217[] = {
#embed "../../themes/default/templates/partials/apply-form.html"
};
static const unsigned char file_218[] = {
#embed "../../themes/default/templates/partials/apply.html"
};
static const unsigned char file_219[] = {
#embed "../../themes/default/templates/partials/browse.html"
};
static const unsigned char file_220[] = {
#embed "../../themes/default/templates/partials/card.html"
};
static const unsigned char file_221[] = {
#embed "../../themes/default/templates/partials/crumbs.html"
};
static const unsigned char file_222[] = {
#embed "../../themes/default/templates/partials/facts.html"
};
static const unsigned char file_223[] = {
#embed "../../themes/default/templates/partials/feeds.html"
};
static const unsigned char file_224[] = {
#embed "../../themes/default/templates/partials/footer.html"
};
static const unsigned char file_225[] = {
#embed "../../themes/default/templates/partials/head.html"
};
static const unsigned char file_226[] = {
#embed "../../themes/default/templates/partials/header.html"
};
static const unsigned char file_227[] = {
#embed "../../themes/default/templates/partials/hero.html"
};
static const unsigned char file_228[] = {
#embed "../../themes/default/templates/partials/job-facts.html"
};
static const unsigned char file_229[] = {
#embed "../../themes/default/templates/partials/job-head.html"
};
static const unsigned char file_230[] = {
#embed "../../themes/default/templates/partials/job-more.html"
};
static const unsigned char file_231[] = {
#embed "../../themes/default/templates/partials/job-state.html"
};
static const unsigned char file_232[] = {
#embed "../../themes/default/templates/partials/job-text.html"
};
static const unsigned char file_233[] = {
#embed "../../themes/default/templates/partials/keywords.html"
};
static const unsigned char file_234[] = {
#embed "../../themes/default/templates/partials/languages.html"
};
static const unsigned char file_235[] = {
#embed "../../themes/default/templates/partials/links.html"
};
static const unsigned char file_236[] = {
#embed "../../themes/default/templates/partials/list-body.html"
};
static const unsigned char file_237[] = {
#embed "../../themes/default/templates/partials/meta.html"
};
static const unsigned char file_238[] = {
#embed "../../themes/default/templates/partials/no-jobs.html"
};
static const unsigned char file_239[] = {
#embed "../../themes/default/templates/partials/pagination.html"
};
static const unsigned char file_240[] = {
#embed "../../themes/default/templates/partials/share.html"
};
static const unsigned char file_241[] = {
#embed "../../themes/default/templates/partials/similar.html"
};
static const unsigned char file_242[] = {
#embed "../../themes/default/templates/partials/social.html"
};
static const unsigned char file_243[] = {
#embed "../../themes/default/templates/partials/why.html"
};
static const unsigned char file_244[] = {
#embed "../../themes/default/templates/redirect.html"
};
static const unsigned char file_245[] = {
#embed "../../themes/default/text/ar.yml"
};
static const unsigned char file_246[] = {
#embed "../../themes/default/text/de.yml"
};
static const unsigned char file_247[] = {
#embed "../../themes/default/text/en.yml"
};
static const unsigned char file_248[] = {
#embed "../../themes/default/text/es.yml"
};
static const unsigned char file_249[] = {
#embed "../../themes/default/text/fr.yml"
};
static const unsigned char file_250[] = {
#embed "../../themes/default/text/ja.yml"
};
static const unsigned char file_251[] = {
#embed "../../themes/default/text/pt.yml"
};
static const unsigned char file_252[] = {
#embed "../../themes/default/theme.yml"
};

static const struct sitegen_embedded_file files[] = {
  {"docs/faults/body/broken-link.md", file_0, sizeof file_0},
  {"docs/faults/body/control-character.md", file_1, sizeof file_1},
  {"docs/faults/body/image-without-text.md", file_2, sizeof file_2},
  {"docs/faults/body/missing-picture.md", file_3, sizeof file_3},
  {"docs/faults/body/not-utf8.md", file_4, sizeof file_4},
  {"docs/faults/body/raw-html.md", file_5, sizeof file_5},
  {"docs/faults/body/remote-image.md", file_6, sizeof file_6},
  {"docs/faults/body/too-complex.md", file_7, sizeof file_7},
  {"docs/faults/body/too-deep.md", file_8, sizeof file_8},
  {"docs/faults/body/too-large.md", file_9, sizeof file_9},
  {"docs/faults/body/unclaimed-heading.md", file_10, sizeof file_10},
  {"docs/faults/body/unclosed-comment.md", file_11, sizeof file_11},
  {"docs/faults/body/unsafe-link.md", file_12, sizeof file_12},
  {"docs/faults/front-matter/missing.md", file_13, sizeof file_13},
  {"docs/faults/front-matter/too-large.md", file_14, sizeof file_14},
  {"docs/faults/front-matter/unclosed.md", file_15, sizeof file_15},
  {"docs/faults/google/decorated-title.md", file_16, sizeof file_16},
  {"docs/faults/google/missing-recommended.md", file_17, sizeof file_17},
  {"docs/faults/google/no-description.md", file_18, sizeof file_18},
  {"docs/faults/google/overloaded-title.md", file_19, sizeof file_19},
  {"docs/faults/google/short-description.md", file_20, sizeof file_20},
  {"docs/faults/io/cannot-read.md", file_21, sizeof file_21},
  {"docs/faults/io/cannot-write.md", file_22, sizeof file_22},
  {"docs/faults/io/not-found.md", file_23, sizeof file_23},
  {"docs/faults/io/too-large.md", file_24, sizeof file_24},
  {"docs/faults/job/ambiguous-location.md", file_25, sizeof file_25},
  {"docs/faults/job/closed-but-open.md", file_26, sizeof file_26},
  {"docs/faults/job/closed-in-future.md", file_27, sizeof file_27},
  {"docs/faults/job/control-character.md", file_28, sizeof file_28},
  {"docs/faults/job/dates-out-of-order.md", file_29, sizeof file_29},
  {"docs/faults/job/doubtful-region.md", file_30, sizeof file_30},
  {"docs/faults/job/foreign-currency.md", file_31, sizeof file_31},
  {"docs/faults/job/ghost-job.md", file_32, sizeof file_32},
  {"docs/faults/job/implausible-salary.md", file_33, sizeof file_33},
  {"docs/faults/job/keywords-not-listed.md", file_34, sizeof file_34},
  {"docs/faults/job/language-not-on-site.md", file_35, sizeof file_35},
  {"docs/faults/job/missing-field.md", file_36, sizeof file_36},
  {"docs/faults/job/misspelt-benefit.md", file_37, sizeof file_37},
  {"docs/faults/job/near-duplicate.md", file_38, sizeof file_38},
  {"docs/faults/job/not-a-choice.md", file_39, sizeof file_39},
  {"docs/faults/job/not-a-coordinate.md", file_40, sizeof file_40},
  {"docs/faults/job/not-a-date.md", file_41, sizeof file_41},
  {"docs/faults/job/not-a-list.md", file_42, sizeof file_42},
  {"docs/faults/job/not-a-map.md", file_43, sizeof file_43},
  {"docs/faults/job/not-a-number.md", file_44, sizeof file_44},
  {"docs/faults/job/not-a-path.md", file_45, sizeof file_45},
  {"docs/faults/job/not-a-slug.md", file_46, sizeof file_46},
  {"docs/faults/job/not-a-switch.md", file_47, sizeof file_47},
  {"docs/faults/job/not-a-url.md", file_48, sizeof file_48},
  {"docs/faults/job/not-a-way-to-apply.md", file_49, sizeof file_49},
  {"docs/faults/job/not-an-amount.md", file_50, sizeof file_50},
  {"docs/faults/job/not-an-email.md", file_51, sizeof file_51},
  {"docs/faults/job/not-an-experience.md", file_52, sizeof file_52},
  {"docs/faults/job/not-an-image.md", file_53, sizeof file_53},
  {"docs/faults/job/placeholder.md", file_54, sizeof file_54},
  {"docs/faults/job/posted-far-ahead.md", file_55, sizeof file_55},
  {"docs/faults/job/remote-mismatch.md", file_56, sizeof file_56},
  {"docs/faults/job/salary-empty.md", file_57, sizeof file_57},
  {"docs/faults/job/salary-order.md", file_58, sizeof file_58},
  {"docs/faults/job/salary-twice.md", file_59, sizeof file_59},
  {"docs/faults/job/same-title.md", file_60, sizeof file_60},
  {"docs/faults/job/too-many-entries.md", file_61, sizeof file_61},
  {"docs/faults/job/unfilled.md", file_62, sizeof file_62},
  {"docs/faults/job/unknown-check.md", file_63, sizeof file_63},
  {"docs/faults/job/unknown-company.md", file_64, sizeof file_64},
  {"docs/faults/job/unknown-country.md", file_65, sizeof file_65},
  {"docs/faults/job/unknown-currency.md", file_66, sizeof file_66},
  {"docs/faults/job/unknown-department.md", file_67, sizeof file_67},
  {"docs/faults/job/unknown-field.md", file_68, sizeof file_68},
  {"docs/faults/job/unknown-language.md", file_69, sizeof file_69},
  {"docs/faults/job/unknown-location.md", file_70, sizeof file_70},
  {"docs/faults/job/unknown-region.md", file_71, sizeof file_71},
  {"docs/faults/job/unknown-time-zone.md", file_72, sizeof file_72},
  {"docs/faults/job/unread-file.md", file_73, sizeof file_73},
  {"docs/faults/job/unused-allow.md", file_74, sizeof file_74},
  {"docs/faults/job/updated-in-future.md", file_75, sizeof file_75},
  {"docs/faults/job/wrong-kind.md", file_76, sizeof file_76},
  {"docs/faults/job/wrong-length.md", file_77, sizeof file_77},
  {"docs/faults/new/exists.md", file_78, sizeof file_78},
  {"docs/faults/new/no-name.md", file_79, sizeof file_79},
  {"docs/faults/new/options.md", file_80, sizeof file_80},
  {"docs/faults/page/control-character.md", file_81, sizeof file_81},
  {"docs/faults/page/language-not-on-site.md", file_82, sizeof file_82},
  {"docs/faults/page/missing-field.md", file_83, sizeof file_83},
  {"docs/faults/page/not-a-choice.md", file_84, sizeof file_84},
  {"docs/faults/page/not-a-map.md", file_85, sizeof file_85},
  {"docs/faults/page/not-a-path.md", file_86, sizeof file_86},
  {"docs/faults/page/not-a-switch.md", file_87, sizeof file_87},
  {"docs/faults/page/unknown-field.md", file_88, sizeof file_88},
  {"docs/faults/page/unknown-language.md", file_89, sizeof file_89},
  {"docs/faults/page/wrong-kind.md", file_90, sizeof file_90},
  {"docs/faults/page/wrong-length.md", file_91, sizeof file_91},
  {"docs/faults/publish/cannot-read.md", file_92, sizeof file_92},
  {"docs/faults/publish/cannot-write.md", file_93, sizeof file_93},
  {"docs/faults/publish/damaged-journal.md", file_94, sizeof file_94},
  {"docs/faults/publish/damaged-manifest.md", file_95, sizeof file_95},
  {"docs/faults/publish/edited-file.md", file_96, sizeof file_96},
  {"docs/faults/publish/foreign-file.md", file_97, sizeof file_97},
  {"docs/faults/publish/locked.md", file_98, sizeof file_98},
  {"docs/faults/publish/path-collision.md", file_99, sizeof file_99},
  {"docs/faults/publish/path-not-allowed.md", file_100, sizeof file_100},
  {"docs/faults/site/address-not-allowed.md", file_101, sizeof file_101},
  {"docs/faults/site/control-character.md", file_102, sizeof file_102},
  {"docs/faults/site/duplicate-id.md", file_103, sizeof file_103},
  {"docs/faults/site/expired.md", file_104, sizeof file_104},
  {"docs/faults/site/language-not-on-site.md", file_105, sizeof file_105},
  {"docs/faults/site/low-contrast.md", file_106, sizeof file_106},
  {"docs/faults/site/missing-field.md", file_107, sizeof file_107},
  {"docs/faults/site/not-a-choice.md", file_108, sizeof file_108},
  {"docs/faults/site/not-a-color.md", file_109, sizeof file_109},
  {"docs/faults/site/not-a-contact.md", file_110, sizeof file_110},
  {"docs/faults/site/not-a-coordinate.md", file_111, sizeof file_111},
  {"docs/faults/site/not-a-crawler.md", file_112, sizeof file_112},
  {"docs/faults/site/not-a-date.md", file_113, sizeof file_113},
  {"docs/faults/site/not-a-font.md", file_114, sizeof file_114},
  {"docs/faults/site/not-a-hex-color.md", file_115, sizeof file_115},
  {"docs/faults/site/not-a-key.md", file_116, sizeof file_116},
  {"docs/faults/site/not-a-length.md", file_117, sizeof file_117},
  {"docs/faults/site/not-a-link.md", file_118, sizeof file_118},
  {"docs/faults/site/not-a-list.md", file_119, sizeof file_119},
  {"docs/faults/site/not-a-map.md", file_120, sizeof file_120},
  {"docs/faults/site/not-a-number.md", file_121, sizeof file_121},
  {"docs/faults/site/not-a-path.md", file_122, sizeof file_122},
  {"docs/faults/site/not-a-slug.md", file_123, sizeof file_123},
  {"docs/faults/site/not-a-switch.md", file_124, sizeof file_124},
  {"docs/faults/site/not-a-url.md", file_125, sizeof file_125},
  {"docs/faults/site/not-a-way-to-apply.md", file_126, sizeof file_126},
  {"docs/faults/site/not-an-email.md", file_127, sizeof file_127},
  {"docs/faults/site/not-an-icon.md", file_128, sizeof file_128},
  {"docs/faults/site/not-an-image.md", file_129, sizeof file_129},
  {"docs/faults/site/route-collision.md", file_130, sizeof file_130},
  {"docs/faults/site/same-number.md", file_131, sizeof file_131},
  {"docs/faults/site/translation-twice.md", file_132, sizeof file_132},
  {"docs/faults/site/unknown-asset.md", file_133, sizeof file_133},
  {"docs/faults/site/unknown-check.md", file_134, sizeof file_134},
  {"docs/faults/site/unknown-country.md", file_135, sizeof file_135},
  {"docs/faults/site/unknown-department.md", file_136, sizeof file_136},
  {"docs/faults/site/unknown-feed.md", file_137, sizeof file_137},
  {"docs/faults/site/unknown-field.md", file_138, sizeof file_138},
  {"docs/faults/site/unknown-job-field.md", file_139, sizeof file_139},
  {"docs/faults/site/unknown-language.md", file_140, sizeof file_140},
  {"docs/faults/site/unknown-region.md", file_141, sizeof file_141},
  {"docs/faults/site/unknown-time-zone.md", file_142, sizeof file_142},
  {"docs/faults/site/unknown-token.md", file_143, sizeof file_143},
  {"docs/faults/site/unknown-translation.md", file_144, sizeof file_144},
  {"docs/faults/site/wrong-kind.md", file_145, sizeof file_145},
  {"docs/faults/site/wrong-length.md", file_146, sizeof file_146},
  {"docs/faults/state/not-readable.md", file_147, sizeof file_147},
  {"docs/faults/template/arguments.md", file_148, sizeof file_148},
  {"docs/faults/template/blocked-value.md", file_149, sizeof file_149},
  {"docs/faults/template/escape-context.md", file_150, sizeof file_150},
  {"docs/faults/template/inheritance.md", file_151, sizeof file_151},
  {"docs/faults/template/recursion.md", file_152, sizeof file_152},
  {"docs/faults/template/syntax.md", file_153, sizeof file_153},
  {"docs/faults/template/template-not-found.md", file_154, sizeof file_154},
  {"docs/faults/template/too-large.md", file_155, sizeof file_155},
  {"docs/faults/template/type.md", file_156, sizeof file_156},
  {"docs/faults/template/unclosed-tag.md", file_157, sizeof file_157},
  {"docs/faults/template/undefined.md", file_158, sizeof file_158},
  {"docs/faults/template/unknown-asset.md", file_159, sizeof file_159},
  {"docs/faults/template/unknown-field.md", file_160, sizeof file_160},
  {"docs/faults/template/unknown-filter.md", file_161, sizeof file_161},
  {"docs/faults/template/unknown-function.md", file_162, sizeof file_162},
  {"docs/faults/template/unknown-method.md", file_163, sizeof file_163},
  {"docs/faults/template/unknown-name.md", file_164, sizeof file_164},
  {"docs/faults/template/unknown-test.md", file_165, sizeof file_165},
  {"docs/faults/template/unknown-text.md", file_166, sizeof file_166},
  {"docs/faults/template/value.md", file_167, sizeof file_167},
  {"docs/faults/theme/control-character.md", file_168, sizeof file_168},
  {"docs/faults/theme/extends-itself.md", file_169, sizeof file_169},
  {"docs/faults/theme/low-contrast.md", file_170, sizeof file_170},
  {"docs/faults/theme/missing-field.md", file_171, sizeof file_171},
  {"docs/faults/theme/missing-template.md", file_172, sizeof file_172},
  {"docs/faults/theme/missing-text.md", file_173, sizeof file_173},
  {"docs/faults/theme/not-a-choice.md", file_174, sizeof file_174},
  {"docs/faults/theme/not-a-color.md", file_175, sizeof file_175},
  {"docs/faults/theme/not-a-font.md", file_176, sizeof file_176},
  {"docs/faults/theme/not-a-length.md", file_177, sizeof file_177},
  {"docs/faults/theme/not-a-list.md", file_178, sizeof file_178},
  {"docs/faults/theme/not-a-map.md", file_179, sizeof file_179},
  {"docs/faults/theme/not-a-slug.md", file_180, sizeof file_180},
  {"docs/faults/theme/text-not-text.md", file_181, sizeof file_181},
  {"docs/faults/theme/unknown-asset.md", file_182, sizeof file_182},
  {"docs/faults/theme/unknown-field.md", file_183, sizeof file_183},
  {"docs/faults/theme/unknown-theme.md", file_184, sizeof file_184},
  {"docs/faults/theme/unknown-token.md", file_185, sizeof file_185},
  {"docs/faults/theme/wrong-kind.md", file_186, sizeof file_186},
  {"docs/faults/theme/wrong-length.md", file_187, sizeof file_187},
  {"docs/faults/yaml/alias-limit.md", file_188, sizeof file_188},
  {"docs/faults/yaml/complex-key.md", file_189, sizeof file_189},
  {"docs/faults/yaml/control-character.md", file_190, sizeof file_190},
  {"docs/faults/yaml/curly-quotes.md", file_191, sizeof file_191},
  {"docs/faults/yaml/cut-value.md", file_192, sizeof file_192},
  {"docs/faults/yaml/duplicate-key.md", file_193, sizeof file_193},
  {"docs/faults/yaml/not-utf8.md", file_194, sizeof file_194},
  {"docs/faults/yaml/several-documents.md", file_195, sizeof file_195},
  {"docs/faults/yaml/syntax.md", file_196, sizeof file_196},
  {"docs/faults/yaml/tag.md", file_197, sizeof file_197},
  {"docs/faults/yaml/too-deep.md", file_198, sizeof file_198},
  {"docs/faults/yaml/unknown-alias.md", file_199, sizeof file_199},
  {"starter/content/jobs/first-job.md", file_200, sizeof file_200},
  {"starter/content/pages/about.md", file_201, sizeof file_201},
  {"starter/gitignore", file_202, sizeof file_202},
  {"starter/posting.schema.json", file_203, sizeof file_203},
  {"starter/site.yml", file_204, sizeof file_204},
  {"themes/default/assets/favicon.svg", file_205, sizeof file_205},
  {"themes/default/assets/site.js", file_206, sizeof file_206},
  {"themes/default/assets/style.css", file_207, sizeof file_207},
  {"themes/default/templates/base.html", file_208, sizeof file_208},
  {"themes/default/templates/group.html", file_209, sizeof file_209},
  {"themes/default/templates/home.html", file_210, sizeof file_210},
  {"themes/default/templates/job.html", file_211, sizeof file_211},
  {"themes/default/templates/list.html", file_212, sizeof file_212},
  {"themes/default/templates/not-found.html", file_213, sizeof file_213},
  {"themes/default/templates/page.html", file_214, sizeof file_214},
  {"themes/default/templates/partials/apply-bar.html", file_215, sizeof file_215},
  {"themes/default/templates/partials/apply-button.html", file_216, sizeof file_216},
  {"themes/default/templates/partials/apply-form.html", file_217, sizeof file_217},
  {"themes/default/templates/partials/apply.html", file_218, sizeof file_218},
  {"themes/default/templates/partials/browse.html", file_219, sizeof file_219},
  {"themes/default/templates/partials/card.html", file_220, sizeof file_220},
  {"themes/default/templates/partials/crumbs.html", file_221, sizeof file_221},
  {"themes/default/templates/partials/facts.html", file_222, sizeof file_222},
  {"themes/default/templates/partials/feeds.html", file_223, sizeof file_223},
  {"themes/default/templates/partials/footer.html", file_224, sizeof file_224},
  {"themes/default/templates/partials/head.html", file_225, sizeof file_225},
  {"themes/default/templates/partials/header.html", file_226, sizeof file_226},
  {"themes/default/templates/partials/hero.html", file_227, sizeof file_227},
  {"themes/default/templates/partials/job-facts.html", file_228, sizeof file_228},
  {"themes/default/templates/partials/job-head.html", file_229, sizeof file_229},
  {"themes/default/templates/partials/job-more.html", file_230, sizeof file_230},
  {"themes/default/templates/partials/job-state.html", file_231, sizeof file_231},
  {"themes/default/templates/partials/job-text.html", file_232, sizeof file_232},
  {"themes/default/templates/partials/keywords.html", file_233, sizeof file_233},
  {"themes/default/templates/partials/languages.html", file_234, sizeof file_234},
  {"themes/default/templates/partials/links.html", file_235, sizeof file_235},
  {"themes/default/templates/partials/list-body.html", file_236, sizeof file_236},
  {"themes/default/templates/partials/meta.html", file_237, sizeof file_237},
  {"themes/default/templates/partials/no-jobs.html", file_238, sizeof file_238},
  {"themes/default/templates/partials/pagination.html", file_239, sizeof file_239},
  {"themes/default/templates/partials/share.html", file_240, sizeof file_240},
  {"themes/default/templates/partials/similar.html", file_241, sizeof file_241},
  {"themes/default/templates/partials/social.html", file_242, sizeof file_242},
  {"themes/default/templates/partials/why.html", file_243, sizeof file_243},
  {"themes/default/templates/redirect.html", file_244, sizeof file_244},
  {"themes/default/text/ar.yml", file_245, sizeof file_245},
  {"themes/default/text/de.yml", file_246, sizeof file_246},
  {"themes/default/text/en.yml", file_247, sizeof file_247},
  {"themes/default/text/es.yml", file_248, sizeof file_248},
  {"themes/default/text/fr.yml", file_249, sizeof file_249},
  {"themes/default/text/ja.yml", file_250, sizeof file_250},
  {"themes/default/text/pt.yml", file_251, sizeof file_251},
  {"themes/default/theme.yml", file_252, sizeof file_252},
};

int sitegen_embedded_count(void) { return sizeof files / sizeof files[0]; }

struct sitegen_embedded_file sitegen_embedded_file(int index) { return files[index]; }
