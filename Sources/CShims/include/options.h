#ifndef SITEGEN_OPTIONS_H
#define SITEGEN_OPTIONS_H

/// A long option of getopt_long: its name, whether a value follows, and what it is reported as.
struct sitegen_option {
  const char *_Nonnull name;
  int takes_value;
  int code;
};

/// Starts parsing again; getopt_long keeps its place in globals.
void sitegen_options_reset(void);

/// The next option's code, '?' for one that isn't known, ':' for a missing value, -1 at the end.
int sitegen_options_next(int count, char *_Nullable const *_Nonnull arguments,
                         const struct sitegen_option *_Nonnull options, int option_count);

/// The value of the option just returned.
const char *_Nullable sitegen_options_value(void);

/// The index of the first argument that is no option, after getopt_long has moved them to the end.
int sitegen_options_index(void);

#endif
