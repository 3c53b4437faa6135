// Without ICU's headers: Foundation brings another version of them, and a module that sees both does not build.
// Only `xmlCharEncodingHandler` holds less by it, and nobody here looks into one.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
