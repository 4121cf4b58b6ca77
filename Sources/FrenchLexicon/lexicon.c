#include "FrenchLexicon.h"

static const unsigned char lexicon[] = {
#embed "lexicon.bin"
};

const unsigned char *newsfind_lexicon(void) { return lexicon; }

size_t newsfind_lexicon_size(void) { return sizeof lexicon; }
