#ifndef SITEGEN_CSHIMS_H
#define SITEGEN_CSHIMS_H

#include "cmark_shim.h"
#include "embedded.h"
#include "memory.h"
#include "options.h"

#endif
