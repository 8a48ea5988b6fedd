// Makes cmark-gfm safe to use from several threads, and says in functions what it says in
// variables. The library's own headers are not needed here.
#ifndef SITEGEN_CMARK_SHIM_H
#define SITEGEN_CMARK_SHIM_H

#include <stdbool.h>

struct cmark_parser;
struct cmark_node;
struct cmark_llist;
struct cmark_mem;

/// How parsers are kept out of each other's way.
enum sitegen_cmark_exclusion {
  /// The characters of the extensions stay in the global tables for ever; nothing is locked.
  SITEGEN_CMARK_INTERPOSED = 1,
  /// One thread at a time finishes a parse.
  SITEGEN_CMARK_LOCKED = 2,
};

/// Registers the extensions and finds out which exclusion works, once per process.
enum sitegen_cmark_exclusion sitegen_cmark_prepare(void);

/// Takes the lock from now on, as where the library can't be interposed.
///
/// For tests, before any other thread uses the library.
void sitegen_cmark_force_lock(void);

/// A new parser with the extensions table, strikethrough, autolink and tasklist.
struct cmark_parser *sitegen_cmark_parser_new(int options, struct cmark_mem *memory);

/// The memory of the calling thread: what is taken from it is never given back one by one.
struct cmark_mem *sitegen_cmark_arena(void);

/// Forgets everything that the calling thread took: parsers, trees and HTML.
void sitegen_cmark_arena_reset(void);

/// `cmark_parser_finish` that may run in several threads.
struct cmark_node *sitegen_cmark_parser_finish(struct cmark_parser *parser);

/// Node types of extensions; the library keeps them in variables that registration sets.
unsigned sitegen_cmark_type_table(void);
unsigned sitegen_cmark_type_table_row(void);
unsigned sitegen_cmark_type_table_cell(void);
unsigned sitegen_cmark_type_strikethrough(void);

#endif
