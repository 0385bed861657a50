/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/contents.h"

#include "importers/readers/marks.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_CONTENTS_LINE = 300, MAX_PAGE_DIGITS = 4, MIN_LEADERS = 3 };

/* "Contents", "TABLE OF CONTENTS", with or without marks around. */
static bool is_contents_heading(ent_str text)
{
    static const char *const titles[] = {"contents", "table of contents"};
    if (text.len > 40)
        return false;
    uint64_t letters = ent_marks_letters(text);
    for (size_t i = 0; i < 2; i++)
        if (letters == ent_marks_letters(ent_str_from(titles[i])))
            return true;
    return false;
}

static bool is_leader(char c)
{
    return c == '.' || c == ' ' || c == '_' || (unsigned char)c == 0xE2 || (unsigned char)c == 0x80 ||
           (unsigned char)c == 0xA6;
}

/* What stands behind the title: a tab, or dots, and the page. */
typedef struct page_column {
    size_t title_end; /* bytes of the line that are title */
    bool page, tab, leaders;
} page_column;

static page_column find_column(ent_str line)
{
    size_t digits = 0;
    while (digits < line.len && digits <= MAX_PAGE_DIGITS && ent_is_digit(line.data[line.len - 1 - digits]))
        digits++;
    page_column column = {.page = digits > 0 && digits <= MAX_PAGE_DIGITS};
    size_t end = line.len - (column.page ? digits : 0), n_leaders = 0;
    while (end > 0 && (is_leader(line.data[end - 1]) || line.data[end - 1] == '\t')) {
        column.tab |= line.data[end - 1] == '\t';
        n_leaders += line.data[end - 1] != ' ' && line.data[end - 1] != '\t';
        end--;
    }
    column.leaders = n_leaders >= MIN_LEADERS;
    column.title_end = end;
    return column;
}

static void mark_line(ent_arena *arena, ent_lines *lines, size_t i, ent_contents *out)
{
    ent_line *line = &lines->items.items[i];
    page_column column = find_column(ent_lines_text(lines, i));
    line->look = ENT_LOOK_CONTENTS;
    if (column.page && (column.tab || column.leaders))
        line->end = line->begin + column.title_end;
    if (line->end == line->begin || (column.page && column.title_end == 0)) /* a page without a title */
        line->flags |= ENT_LINE_DROPPED;
    else
        ent_vec_push(arena, &out->titles, ent_marks_letters(ent_lines_text(lines, i)));
}

/* A line that only a table of contents has: dots up to a page number; under the heading "Contents" a tab is enough. */
static bool is_entry(const ent_lines *lines, size_t i, bool under_heading)
{
    ent_str line = ent_lines_text(lines, i);
    if (line.len > MAX_CONTENTS_LINE)
        return false;
    page_column column = find_column(line);
    bool tab_end = lines->items.items[i].flags & ENT_LINE_TAB_END;
    return (column.page && column.leaders) ||
           (under_heading && ((column.page && column.tab) || tab_end || column.leaders));
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

void ent_contents_mark(ent_arena *arena, ent_lines *lines, ent_contents *out)
{
    bool under_heading = false, in_table = false;
    for (size_t i = 0; i < lines->items.n; i++) {
        const ent_line *line = &lines->items.items[i];
        if (is_contents_heading(ent_lines_text(lines, i))) {
            under_heading = true;
            in_table = false;
        } else if (is_entry(lines, i, under_heading) || (in_table && under_heading && line->blanks == 0)) {
            mark_line(arena, lines, i, out);
            in_table = true;
        } else if (in_table || line->end - line->begin > MAX_CONTENTS_LINE) {
            in_table = under_heading = false;
        }
    }
    if (out->titles.n)
        qsort(out->titles.items, out->titles.n, sizeof *out->titles.items, compare);
}

bool ent_contents_has(const ent_contents *contents, ent_str title)
{
    uint64_t letters = ent_marks_letters(title);
    return contents->titles.n &&
           bsearch(&letters, contents->titles.items, contents->titles.n, sizeof letters, compare) != NULL;
}
