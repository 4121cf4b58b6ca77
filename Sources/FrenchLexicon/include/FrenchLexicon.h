#ifndef FRENCH_LEXICON_H
#define FRENCH_LEXICON_H

#include <stddef.h>

// The lexicon of inflected forms, as Scripts/lexicon/lexicon.py writes and describes it.
// Read-only data of the binary: nothing is read or parsed when a program starts.
const unsigned char *newsfind_lexicon(void);
size_t newsfind_lexicon_size(void);

#endif
