#ifndef SITEGEN_EMBEDDED_H
#define SITEGEN_EMBEDDED_H

/// A file that the program carries, by its path in the repository.
struct sitegen_embedded_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  unsigned long count;
};

int sitegen_embedded_count(void);
struct sitegen_embedded_file sitegen_embedded_file(int index);

#endif
