/* SPDX-License-Identifier: MIT */
/* What LeakSanitizer, where the program is built with it, is not to report: Graphviz and the libraries it draws with
 * keep their plugins, fonts and layouts until the end. Our own leaks are still told. */
#include "graphs/draw/picture.h"

#ifdef __SANITIZE_ADDRESS__
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libgvc\nleak:libgvplugin\nleak:libcgraph\nleak:libcdt\nleak:libpango\nleak:libfontconfig\n"
           "leak:libcairo\nleak:libglib\nleak:libgobject\nleak:libexpat\n";
}
#endif
