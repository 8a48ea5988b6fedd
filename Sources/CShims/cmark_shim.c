// RTLD_NEXT
#define _GNU_SOURCE

#include "cmark_shim.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

// cmark-gfm 0.29.0.gfm.6 keeps the characters at which an inline may start in two global tables
// (src/inlines.c). Finishing a parse adds those of the parser's extensions and removes them
// again at the end, so one thread removes what another still needs.
//
// The library calls cmark_manage_extensions_special_characters for both. Where the dynamic linker
// binds that call to the function of the same name below, the characters are added once and stay:
// every parser of this process has the same extensions.

// The extensions library exports these, but its headers don't name them.
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

typedef void (*manage_function)(cmark_parser *, int);

static manage_function library_manage;
static atomic_int calls;
static atomic_int forwards;
static atomic_int exclusion;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t finishing = PTHREAD_MUTEX_INITIALIZER;

// Weak: with a static library, the library's own function is the one that is linked.
__attribute__((weak, visibility("default"))) void
cmark_manage_extensions_special_characters(cmark_parser *parser, int add) {
  atomic_fetch_add_explicit(&calls, 1, memory_order_relaxed);
  if (atomic_load_explicit(&forwards, memory_order_relaxed) && library_manage != NULL)
    library_manage(parser, add);
}

static void prepare(void) {
  cmark_gfm_core_extensions_ensure_registered();
  library_manage =
      (manage_function)dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");

  cmark_parser *parser = sitegen_cmark_parser_new(CMARK_OPT_DEFAULT, cmark_get_default_mem_allocator());
  int before = atomic_load(&calls);
  cmark_node *document = cmark_parser_finish(parser);
  bool is_bound = atomic_load(&calls) > before && library_manage != NULL;
  if (document != NULL) cmark_node_free(document);
  cmark_parser_free(parser);

  if (is_bound) {
    // The list of extensions is the parser's, so the table is filled by one that has them all.
    parser = sitegen_cmark_parser_new(CMARK_OPT_DEFAULT, cmark_get_default_mem_allocator());
    library_manage(parser, 1);
    cmark_parser_free(parser);
  }
  atomic_store(&exclusion, is_bound ? SITEGEN_CMARK_INTERPOSED : SITEGEN_CMARK_LOCKED);
}

enum sitegen_cmark_exclusion sitegen_cmark_prepare(void) {
  pthread_once(&once, prepare);
  return (enum sitegen_cmark_exclusion)atomic_load(&exclusion);
}

void sitegen_cmark_force_lock(void) {
  sitegen_cmark_prepare();
  atomic_store(&exclusion, SITEGEN_CMARK_LOCKED);
  atomic_store(&forwards, 1);
}

struct cmark_parser *sitegen_cmark_parser_new(int options, cmark_mem *memory) {
  static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_parser *parser = cmark_parser_new_with_mem(options, memory);
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(names[index]);
    if (extension != NULL) cmark_parser_attach_syntax_extension(parser, extension);
  }
  return parser;
}

struct cmark_node *sitegen_cmark_parser_finish(struct cmark_parser *parser) {
  bool locks = atomic_load_explicit(&exclusion, memory_order_relaxed) != SITEGEN_CMARK_INTERPOSED;
  if (!locks) return cmark_parser_finish(parser);
  pthread_mutex_lock(&finishing);
  cmark_node *document = cmark_parser_finish(parser);
  pthread_mutex_unlock(&finishing);
  return document;
}

unsigned sitegen_cmark_type_table(void) { return CMARK_NODE_TABLE; }
unsigned sitegen_cmark_type_table_row(void) { return CMARK_NODE_TABLE_ROW; }
unsigned sitegen_cmark_type_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
unsigned sitegen_cmark_type_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
