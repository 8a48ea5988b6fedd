#include "options.h"

#include <getopt.h>
#include <string.h>

enum { MAXIMUM_OPTIONS = 64 };

void sitegen_options_reset(void) { optind = 0; }

int sitegen_options_next(int count, char *const *arguments,
                         const struct sitegen_option *options, int option_count) {
  struct option table[MAXIMUM_OPTIONS + 1];
  memset(table, 0, sizeof table);
  for (int index = 0; index < option_count && index < MAXIMUM_OPTIONS; index++) {
    table[index].name = options[index].name;
    table[index].has_arg = options[index].takes_value ? required_argument : no_argument;
    table[index].val = options[index].code;
  }
  opterr = 0;
  return getopt_long(count, arguments, ":", table, NULL);
}

const char *sitegen_options_value(void) { return optarg; }

int sitegen_options_index(void) { return optind; }
