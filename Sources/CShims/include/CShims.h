#ifndef SITEGEN_CSHIMS_H
#define SITEGEN_CSHIMS_H

#include "embedded.h"
#include "options.h"

#endif
