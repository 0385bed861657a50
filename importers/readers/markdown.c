/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown as reports are written in it: headings, emphasis, lists, tables, links, notes, front matter. Wrapped lines
 * are joined as in plain text, because much Markdown is made from pages. */
#include "core/base/text.h"
#include "importers/readers/frontmatter.h"
#include "importers/readers/reader.h"
#include "importers/readers/structure.h"

enum {
    LOOKED_AT = 256 * 1024,
    BY_NAME = 90,
    BASE = 35,
    MOST = 85,
    HEADING = 10,
    FRONT = 30,
    TABLE = 20,
    EMPHASIS = 6,
    LINK = 6,
    FEW = 3
};

static bool is_heading(ent_str line)
{
    size_t n = 0;
    while (n < line.len && line.data[n] == '#')
        n++;
    return n > 0 && n <= 6 && n + 1 < line.len && line.data[n] == ' ' && !ent_is_space(line.data[n + 1]);
}

static bool is_table_rule(ent_str line)
{
    size_t bars = 0, dashes = 0;
    for (size_t i = 0; i < line.len; i++) {
        bars += line.data[i] == '|';
        dashes += line.data[i] == '-';
        if (line.data[i] != '|' && line.data[i] != '-' && line.data[i] != ':' && !ent_is_space(line.data[i]))
            return false;
    }
    return bars && dashes >= 3;
}

/* How often something is seen, up to a few times. */
static int few(size_t n)
{
    return n < FEW ? (int)n : FEW;
}

static int recognizes(ent_str path, ent_str bytes)
{
    if (ent_str_ends(path, ENT_STR(".md")) || ent_str_ends(path, ENT_STR(".markdown")))
        return BY_NAME;
    ent_arena scratch = {0};
    size_t from = ent_text_mark(bytes), headings = 0, tables = 0, emphasis = 0, links = 0;
    bool front = ent_frontmatter_read(&scratch, bytes, from).end > from;
    ent_arena_clear(&scratch);
    ent_str rest = ent_str_slice(bytes, from, from + LOOKED_AT), line;
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        headings += is_heading(line);
        tables += is_table_rule(line);
        emphasis += ent_str_find(line, ENT_STR("**"), 0) != ENT_STR_NONE;
        links += ent_str_find(line, ENT_STR("](http"), 0) != ENT_STR_NONE;
    }
    int sure = BASE + HEADING * few(headings) + FRONT * front + TABLE * few(tables) + EMPHASIS * few(emphasis) +
               LINK * few(links);
    return sure < MOST ? sure : MOST;
}

static ent_status read_markdown(ent_arena *arena, ent_str path, ent_str bytes, ent_document *out, ent_error *err)
{
    ent_frontmatter front = ent_frontmatter_read(arena, bytes, ent_text_mark(bytes));
    out->title = front.title;
    out->date = front.date;
    return ent_structure_read(arena, path, bytes, front.end, true, out, err);
}

const ent_reader ent_reader_markdown = {"markdown", recognizes, read_markdown};
