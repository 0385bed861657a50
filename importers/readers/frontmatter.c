/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/frontmatter.h"

#include <string.h>

enum { MAX_FIELDS = 200, DATE_BYTES = 10 };

/* The next line without its line end; false at the end of the bytes. */
static bool next_line(ent_str bytes, size_t *at, ent_str *line)
{
    if (*at >= bytes.len)
        return false;
    const char *end = memchr(bytes.data + *at, '\n', bytes.len - *at);
    size_t stop = end ? (size_t)(end - bytes.data) : bytes.len;
    *line = ent_str_slice(bytes, *at, stop);
    *at = end ? stop + 1 : stop;
    while (line->len && ent_is_space(line->data[line->len - 1]))
        line->len--;
    return true;
}

/* The value of a quoted scalar: "\_" and "\ " are spaces, a backslash else stands for what follows it; '' is one '. */
static ent_str unquote(ent_arena *arena, ent_str value)
{
    char quote = value.len > 1 ? value.data[0] : '\0';
    if ((quote != '"' && quote != '\'') || value.data[value.len - 1] != quote)
        return value;
    char *out = ent_arena_alloc(arena, value.len);
    size_t n = 0;
    for (size_t i = 1; i + 1 < value.len; i++) {
        bool escape =
            i + 2 < value.len && ((quote == '"' && value.data[i] == '\\') || (quote == '\'' && value.data[i] == '\''));
        i += escape;
        out[n++] = escape && value.data[i] == '_' ? ' ' : value.data[i];
    }
    return ent_str_trim((ent_str){out, n});
}

/* The first yyyy-mm-dd of a value, or yyyy-mm, or yyyy at its start. */
static ent_str iso_date(ent_str value)
{
    static const char shape[] = "dddd-dd-dd";
    size_t n = 0;
    while (n < DATE_BYTES && n < value.len &&
           (shape[n] == 'd' ? ent_is_digit(value.data[n]) : value.data[n] == shape[n]))
        n++;
    n = n == DATE_BYTES ? n : n >= 7 ? 7 : n >= 4 ? 4 : 0;
    return ent_str_slice(value, 0, n);
}

static void take_field(ent_arena *arena, ent_str line, ent_frontmatter *out)
{
    size_t colon = ent_str_find(line, ENT_STR(":"), 0);
    if (colon == ENT_STR_NONE || ent_is_space(line.data[0]))
        return;
    ent_str key = ent_str_slice(line, 0, colon);
    ent_str value = unquote(arena, ent_str_trim(ent_str_slice(line, colon + 1, line.len)));
    if (ent_str_eq_nocase(key, ENT_STR("title")) && !out->title.len)
        out->title = value;
    bool date = ent_str_eq_nocase(key, ENT_STR("date")) || ent_str_eq_nocase(key, ENT_STR("published")) ||
                ent_str_eq_nocase(key, ENT_STR("published_time"));
    if (date && !out->date.len)
        out->date = iso_date(value);
}

ent_frontmatter ent_frontmatter_read(ent_arena *arena, ent_str bytes, size_t from)
{
    ent_frontmatter found = {from, ENT_STR_EMPTY, ENT_STR_EMPTY}, none = found;
    ent_str line;
    size_t at = from;
    if (!next_line(bytes, &at, &line) || !ent_str_eq(line, ENT_STR("---")))
        return none;
    for (size_t i = 0; i < MAX_FIELDS && next_line(bytes, &at, &line); i++) {
        if (ent_str_eq(line, ENT_STR("---")) || ent_str_eq(line, ENT_STR("..."))) {
            found.end = at;
            return i > 0 ? found : none;
        }
        if (i == 0 && ent_str_find(line, ENT_STR(":"), 0) == ENT_STR_NONE)
            return none;
        if (line.len)
            take_field(arena, line, &found);
    }
    return none;
}
