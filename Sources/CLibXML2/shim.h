#include <libxml/xmlversion.h>
// ICU's headers, which Debian's libxml2 includes for a struct that is not used here, clash with Foundation's own.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
