#ifndef SITEGEN_CSHIMS_H
#define SITEGEN_CSHIMS_H
#include "cmark_shim.h"
#endif
