#ifndef SITEGEN_CSHIMS_H
#define SITEGEN_CSHIMS_H
#endif
