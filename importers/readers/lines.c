/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/lines.h"

#include <string.h>

typedef struct splitter {
    ent_arena *arena;
    ent_lines *out;
    uint32_t number, page, blanks;
} splitter;

/* White space at the start of s: its bytes, 0 for none. No-break spaces and byte-order marks count. */
static size_t space_at(ent_str s)
{
    if (s.len && ent_is_space(s.data[0]))
        return 1;
    if (s.len >= 2 && memcmp(s.data, "\xC2\xA0", 2) == 0)
        return 2;
    if (s.len >= 3 && (memcmp(s.data, "\xE2\x80\x8B", 3) == 0 || memcmp(s.data, "\xEF\xBB\xBF", 3) == 0))
        return 3;
    return 0;
}

static size_t space_before_end(ent_str s)
{
    for (size_t n = 1; n <= 3 && n <= s.len; n++)
        if (space_at(ent_str_slice(s, s.len - n, s.len)) == n)
            return n;
    return 0;
}

static void add_line(splitter *s, size_t begin, size_t end)
{
    ent_line line = {.begin = begin, .end = end, .number = s->number, .page = s->page};
    line.blanks = (uint16_t)(s->blanks < UINT16_MAX ? s->blanks : UINT16_MAX);
    const char *data = s->out->bytes.data;
    size_t n;
    while ((n = space_at((ent_str){data + line.begin, line.end - line.begin})) > 0) {
        line.indent += data[line.begin] == '\t' ? 4 : 1;
        line.begin += n;
    }
    while ((n = space_before_end((ent_str){data + line.begin, line.end - line.begin})) > 0) {
        if (data[line.end - n] == '\t')
            line.flags |= ENT_LINE_TAB_END;
        line.end -= n;
    }
    if (line.begin == line.end) {
        s->blanks++;
        return;
    }
    if (end >= line.end + 2 && memcmp(data + line.end, "  ", 2) == 0)
        line.flags |= ENT_LINE_HARD_BREAK;
    s->blanks = 0;
    ent_vec_push(s->arena, &s->out->items, line);
}

static size_t line_end(ent_str bytes, size_t at)
{
    const char *data = bytes.data;
    while (at < bytes.len &&
           ((unsigned char)data[at] > '\r' || !(data[at] == '\n' || data[at] == '\r' || data[at] == '\f')))
        at++;
    return at;
}

ent_status ent_lines_split(ent_arena *arena, ent_str path, ent_str bytes, size_t from, ent_lines *out, ent_error *err)
{
    *out = (ent_lines){.bytes = bytes};
    splitter s = {.arena = arena, .out = out, .number = 1};
    for (size_t i = 0; i < from; i++)
        s.number += bytes.data[i] == '\n';
    s.page = memchr(bytes.data + from, '\f', bytes.len - from) ? 1 : 0;
    while (from < bytes.len) {
        size_t end = line_end(bytes, from);
        add_line(&s, from, end);
        if (out->items.n > ENT_MAX_LINES)
            return ent_fail(err, ENT_FAILED, ent_arena_cstr(arena, path), "has more than %d lines", ENT_MAX_LINES);
        if (end < bytes.len && bytes.data[end] == '\f') {
            s.page++;
            s.blanks++;
        } else {
            s.number++;
        }
        bool crlf = end + 1 < bytes.len && bytes.data[end] == '\r' && bytes.data[end + 1] == '\n';
        from = end + (crlf ? 2 : 1);
    }
    return ENT_OK;
}

ent_str ent_lines_text(const ent_lines *lines, size_t line)
{
    const ent_line *l = &lines->items.items[line];
    return ent_str_slice(lines->bytes, l->begin + l->skip, l->end);
}
