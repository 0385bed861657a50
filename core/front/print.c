/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table in the format asked for. */
#include "core/front/print.h"

#include <errno.h>
#include <string.h>

bool ent_format_find(ent_str name, ent_format *out)
{
    static const char *const names[] = {"text", "json", "csv", "md"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (ent_str_is(name, names[i])) {
            *out = (ent_format)i;
            return true;
        }
    return false;
}

void ent_table_render(const ent_table *table, ent_print_style style, ent_buf *out)
{
    switch (style.format) {
    case ENT_FORMAT_TEXT:
        ent_print_text(table, style, out);
        break;
    case ENT_FORMAT_JSON:
        ent_print_json(table, style.single, out);
        break;
    case ENT_FORMAT_CSV:
        ent_print_csv(table, out);
        break;
    case ENT_FORMAT_MARKDOWN:
        ent_print_markdown(table, out);
        break;
    }
}

ent_status ent_table_print(const ent_table *table, ent_print_style style, FILE *out, ent_error *err)
{
    ent_buf bytes = {0};
    ent_table_render(table, style, &bytes);
    errno = 0;
    bool written = fwrite(bytes.data ? bytes.data : "", 1, bytes.len, out) == bytes.len && fflush(out) == 0;
    ent_status status =
        written ? ENT_OK : ent_fail(err, ENT_FAILED, "standard output", "cannot be written: %s", strerror(errno));
    ent_buf_clear(&bytes);
    return status;
}
