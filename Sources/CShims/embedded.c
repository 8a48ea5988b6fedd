// Made by `make embed`. The files that the program carries.
#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../starter/content/jobs/first-job.md"
};
static const unsigned char file_1[] = {
#embed "../../starter/content/pages/about.md"
};
static const unsigned char file_2[] = {
#embed "../../starter/gitignore"
};
static const unsigned char file_3[] = {
#embed "../../starter/posting.schema.json"
};
static const unsigned char file_4[] = {
#embed "../../starter/site.yml"
};
static const unsigned char file_5[] = {
#embed "../../themes/default/assets/favicon.svg"
};
static const unsigned char file_6[] = {
#embed "../../themes/default/assets/style.css"
};
static const unsigned char file_7[] = {
#embed "../../themes/default/templates/base.html"
};
static const unsigned char file_8[] = {
#embed "../../themes/default/templates/group.html"
};
static const unsigned char file_9[] = {
#embed "../../themes/default/templates/home.html"
};
static const unsigned char file_10[] = {
#embed "../../themes/default/templates/job.html"
};
static const unsigned char file_11[] = {
#embed "../../themes/default/templates/list.html"
};
static const unsigned char file_12[] = {
#embed "../../themes/default/templates/not-found.html"
};
static const unsigned char file_13[] = {
#embed "../../themes/default/templates/page.html"
};
static const unsigned char file_14[] = {
#embed "../../themes/default/templates/partials/apply.html"
};
static const unsigned char file_15[] = {
#embed "../../themes/default/templates/partials/browse.html"
};
static const unsigned char file_16[] = {
#embed "../../themes/default/templates/partials/card.html"
};
static const unsigned char file_17[] = {
#embed "../../themes/default/templates/partials/crumbs.html"
};
static const unsigned char file_18[] = {
#embed "../../themes/default/templates/partials/facts.html"
};
static const unsigned char file_19[] = {
#embed "../../themes/default/templates/partials/footer.html"
};
static const unsigned char file_20[] = {
#embed "../../themes/default/templates/partials/head.html"
};
static const unsigned char file_21[] = {
#embed "../../themes/default/templates/partials/header.html"
};
static const unsigned char file_22[] = {
#embed "../../themes/default/templates/partials/job-facts.html"
};
static const unsigned char file_23[] = {
#embed "../../themes/default/templates/partials/job-more.html"
};
static const unsigned char file_24[] = {
#embed "../../themes/default/templates/partials/job-state.html"
};
static const unsigned char file_25[] = {
#embed "../../themes/default/templates/partials/no-jobs.html"
};
static const unsigned char file_26[] = {
#embed "../../themes/default/templates/partials/pagination.html"
};
static const unsigned char file_27[] = {
#embed "../../themes/default/templates/partials/similar.html"
};
static const unsigned char file_28[] = {
#embed "../../themes/default/templates/redirect.html"
};
static const unsigned char file_29[] = {
#embed "../../themes/default/text/de.yml"
};
static const unsigned char file_30[] = {
#embed "../../themes/default/text/en.yml"
};
static const unsigned char file_31[] = {
#embed "../../themes/default/text/pt.yml"
};
static const unsigned char file_32[] = {
#embed "../../themes/default/theme.yml"
};

static const struct sitegen_embedded_file files[] = {
  {"starter/content/jobs/first-job.md", file_0, sizeof file_0},
  {"starter/content/pages/about.md", file_1, sizeof file_1},
  {"starter/gitignore", file_2, sizeof file_2},
  {"starter/posting.schema.json", file_3, sizeof file_3},
  {"starter/site.yml", file_4, sizeof file_4},
  {"themes/default/assets/favicon.svg", file_5, sizeof file_5},
  {"themes/default/assets/style.css", file_6, sizeof file_6},
  {"themes/default/templates/base.html", file_7, sizeof file_7},
  {"themes/default/templates/group.html", file_8, sizeof file_8},
  {"themes/default/templates/home.html", file_9, sizeof file_9},
  {"themes/default/templates/job.html", file_10, sizeof file_10},
  {"themes/default/templates/list.html", file_11, sizeof file_11},
  {"themes/default/templates/not-found.html", file_12, sizeof file_12},
  {"themes/default/templates/page.html", file_13, sizeof file_13},
  {"themes/default/templates/partials/apply.html", file_14, sizeof file_14},
  {"themes/default/templates/partials/browse.html", file_15, sizeof file_15},
  {"themes/default/templates/partials/card.html", file_16, sizeof file_16},
  {"themes/default/templates/partials/crumbs.html", file_17, sizeof file_17},
  {"themes/default/templates/partials/facts.html", file_18, sizeof file_18},
  {"themes/default/templates/partials/footer.html", file_19, sizeof file_19},
  {"themes/default/templates/partials/head.html", file_20, sizeof file_20},
  {"themes/default/templates/partials/header.html", file_21, sizeof file_21},
  {"themes/default/templates/partials/job-facts.html", file_22, sizeof file_22},
  {"themes/default/templates/partials/job-more.html", file_23, sizeof file_23},
  {"themes/default/templates/partials/job-state.html", file_24, sizeof file_24},
  {"themes/default/templates/partials/no-jobs.html", file_25, sizeof file_25},
  {"themes/default/templates/partials/pagination.html", file_26, sizeof file_26},
  {"themes/default/templates/partials/similar.html", file_27, sizeof file_27},
  {"themes/default/templates/redirect.html", file_28, sizeof file_28},
  {"themes/default/text/de.yml", file_29, sizeof file_29},
  {"themes/default/text/en.yml", file_30, sizeof file_30},
  {"themes/default/text/pt.yml", file_31, sizeof file_31},
  {"themes/default/theme.yml", file_32, sizeof file_32},
};

int sitegen_embedded_count(void) { return sizeof files / sizeof files[0]; }

struct sitegen_embedded_file sitegen_embedded_file(int index) { return files[index]; }
