/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/looks.h"

#include "importers/readers/marks.h"
#include "importers/readers/spacing.h"

#include <string.h>

typedef struct viewer {
    ent_arena *arena;
    ent_lines *lines;
    ent_words *words;
    bool markdown;
    bool in_fence; /* between ``` and ``` */
} viewer;

static ent_line *line_at(const viewer *v, size_t i)
{
    return &v->lines->items.items[i];
}

static bool stands_alone(const viewer *v, size_t i)
{
    return (i == 0 || line_at(v, i)->blanks > 0) && (i + 1 == v->lines->items.n || line_at(v, i + 1)->blanks > 0);
}

static bool is_made_of(ent_str s, const char *chars)
{
    size_t n = strlen(chars);
    for (size_t i = 0; i < s.len; i++)
        if (!memchr(chars, s.data[i], n))
            return false;
    return s.len > 0;
}

/* ---- Markdown ---------------------------------------------------------------------------------------------------- */

static size_t run_of(ent_str s, char c)
{
    size_t n = 0;
    while (n < s.len && s.data[n] == c)
        n++;
    return n;
}

/* "## Title ##" */
static bool look_at_hashes(const viewer *v, ent_line *line, ent_str text)
{
    size_t n = run_of(text, '#');
    if (n == 0 || n > 6 || n == text.len || !ent_is_space(text.data[n]) || text.len > ENT_MAX_HEADING_BYTES)
        return false;
    line->look = ENT_LOOK_MARKED;
    line->level = (uint8_t)n;
    line->skip += (uint32_t)n;
    while (ent_is_space(v->lines->bytes.data[line->begin + line->skip])) /* ends at the title: the line has one */
        line->skip++;
    const char *data = v->lines->bytes.data;
    while (line->end > line->begin + line->skip && data[line->end - 1] == '#')
        line->end--;
    while (line->end > line->begin + line->skip && ent_is_space(data[line->end - 1]))
        line->end--;
    return true;
}

/* "**Title**" alone in its paragraph. */
static bool look_at_bold(const viewer *v, size_t i, ent_str text)
{
    bool stars = ent_str_starts(text, ENT_STR("**")) && ent_str_ends(text, ENT_STR("**"));
    bool bars = ent_str_starts(text, ENT_STR("__")) && ent_str_ends(text, ENT_STR("__"));
    if (!(stars || bars) || text.len < 6 || text.len > ENT_MAX_HEADING_BYTES || !stands_alone(v, i))
        return false;
    ent_str inner = ent_str_slice(text, 2, text.len - 2);
    if (ent_str_find(inner, stars ? ENT_STR("**") : ENT_STR("__"), 0) != ENT_STR_NONE || ent_marks_terminated(inner))
        return false;
    line_at(v, i)->look = ENT_LOOK_MARKED;
    line_at(v, i)->level = ENT_BOLD_LEVEL;
    return true;
}

/* What of a line belongs to Markdown alone; true when that settles it. */
static bool look_at_markdown(viewer *v, size_t i)
{
    ent_line *line = line_at(v, i);
    ent_str text = ent_lines_text(v->lines, i);
    if (ent_str_starts(text, ENT_STR("```")) || ent_str_starts(text, ENT_STR("~~~"))) {
        v->in_fence = !v->in_fence;
        line->flags |= ENT_LINE_DROPPED;
        return true;
    }
    bool comment = ent_str_starts(text, ENT_STR("<!--")) && ent_str_ends(text, ENT_STR("-->"));
    if (comment)
        line->flags |= ENT_LINE_DROPPED;
    if (v->in_fence || comment)
        return true;
    while (ent_str_starts(text, ENT_STR(">")) && text.len > 1) { /* a quotation */
        line->skip += text.data[1] == ' ' ? 2 : 1;
        text = ent_lines_text(v->lines, i);
    }
    return look_at_hashes(v, line, text) || look_at_bold(v, i, text);
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

/* "---|---" or "|:--|"; one column only where both lines end in two spaces, as a heading's underline does not. */
static bool is_table_rule(const viewer *v, size_t i)
{
    ent_str text = ent_lines_text(v->lines, i);
    if (i == 0 || line_at(v, i)->blanks || !is_made_of(text, "-|: +") || !memchr(text.data, '-', text.len))
        return false;
    bool one_column = line_at(v, i)->flags & line_at(v, i - 1)->flags & ENT_LINE_HARD_BREAK;
    return memchr(text.data, '|', text.len) || (v->markdown && one_column);
}

static size_t count_bars(ent_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.data[i] == '|';
    return n;
}

static bool is_row(ent_str text)
{
    bool framed = text.len > 2 && text.data[0] == '|' && text.data[text.len - 1] == '|';
    return framed ||
           (text.len <= ENT_MAX_HEADING_BYTES && (count_bars(text) >= 2 || memchr(text.data, '\t', text.len)));
}

static void mark_tables(viewer *v)
{
    for (size_t i = 1; i < v->lines->items.n; i++) {
        if (!is_table_rule(v, i))
            continue;
        line_at(v, i)->flags |= ENT_LINE_DROPPED;
        line_at(v, i - 1)->look = ENT_LOOK_ROW;
        while (i + 1 < v->lines->items.n && line_at(v, i + 1)->blanks == 0)
            line_at(v, ++i)->look = ENT_LOOK_ROW;
    }
}

/* ---- any text ---------------------------------------------------------------------------------------------------- */

/* "== Title ==", as wikis write it. */
static bool look_at_equals(const viewer *v, ent_line *line, ent_str text)
{
    enum { DEEPEST = 6 };
    size_t n = run_of(text, '=');
    if (n == 0 || n > DEEPEST || text.len <= 2 * n || text.len > ENT_MAX_HEADING_BYTES)
        return false;
    for (size_t i = 1; i <= n; i++)
        if (text.data[text.len - i] != '=')
            return false;
    ent_str inner = ent_str_slice(text, n, text.len - n);
    if (inner.data[0] == '=' || inner.data[inner.len - 1] == '=' || !ent_marks_readable(inner))
        return false;
    line->look = ENT_LOOK_MARKED;
    line->level = (uint8_t)n;
    line->skip += (uint32_t)n;
    line->end -= n;
    const char *data = v->lines->bytes.data;
    while (ent_is_space(data[line->begin + line->skip]))
        line->skip++;
    while (ent_is_space(data[line->end - 1]))
        line->end--;
    return true;
}

static bool look_at_rule(ent_line *line, ent_str text)
{
    bool underline = text.len >= 3 && (is_made_of(text, "=") || is_made_of(text, "-"));
    if (underline)
        line->look = ENT_LOOK_UNDERLINE;
    else if (!ent_marks_readable(text))
        line->flags |= ENT_LINE_DROPPED;
    return underline || (line->flags & ENT_LINE_DROPPED);
}

/* "A. Background" and "IV. Findings" head a section when they stand alone. */
static bool is_lettered_heading(const viewer *v, size_t i, ent_str text)
{
    ent_number number = ent_marks_number(text);
    return number.kind == ENT_NUMBER_CAPITAL && stands_alone(v, i) &&
           ent_marks_title(ent_str_slice(text, number.len, text.len));
}

static bool look_at_heading(const viewer *v, size_t i, ent_str text)
{
    ent_line *line = line_at(v, i);
    ent_label label = ent_marks_label(text);
    if (label.rank || is_lettered_heading(v, i, text)) {
        line->look = ENT_LOOK_LABEL;
        line->flags |= label.bare ? ENT_LINE_BARE : 0;
        return true;
    }
    bool names = ent_str_find(text, ENT_STR("·"), 0) != ENT_STR_NONE; /* "ADA GEAR · BEN COG" */
    if (!ent_marks_capitals(text) || names || (ent_marks_number(text).len && i > 0 && line->blanks == 0))
        return false;
    line->look = ENT_LOOK_CAPITALS;
    return true;
}

static bool look_at_item(ent_line *line, ent_str text)
{
    size_t bullet = ent_marks_bullet(text);
    ent_number number = ent_marks_number(text);
    if (!bullet && (!number.len || number.kind == ENT_NUMBER_CAPITAL))
        return false;
    line->look = ENT_LOOK_ITEM;
    line->skip += (uint32_t)bullet;
    line->flags |= bullet ? 0 : ENT_LINE_NUMBERED;
    return true;
}

/* Begins like a word in running text ("The", "of"): no number, bullet or capitals to look for. "iv)" is none. */
static bool begins_with_word(ent_str text)
{
    return text.len > 6 && ent_is_alpha(text.data[0]) && ent_is_lower(text.data[1]) && !memchr(text.data, ')', 6);
}

static void look_at_label_or_row(ent_line *line, ent_str text)
{
    ent_label label = ent_marks_label(text);
    line->look = label.rank ? ENT_LOOK_LABEL : is_row(text) ? ENT_LOOK_ROW : ENT_LOOK_TEXT;
    line->flags |= label.bare ? ENT_LINE_BARE : 0;
}

/* A line's text for what it says: without emphasis marks at its start, letter-spacing mended. In the arena or in the
 * file. */
static ent_str text_of(const viewer *v, size_t i)
{
    ent_str text = ent_lines_text(v->lines, i);
    ent_spacing spacing;
    if ((v->lines->items.items[i].flags & ENT_LINE_SPACED) && ent_spacing_find(v->words, text, &spacing))
        text = ent_spacing_apply(v->arena, text, &spacing);
    while (text.len && memchr("*_ ", text.data[0], 3))
        text = ent_str_slice(text, 1, text.len);
    return text;
}

static void look_at(viewer *v, size_t i)
{
    ent_line *line = line_at(v, i);
    if (v->markdown && look_at_markdown(v, i)) {
        if (line->look == ENT_LOOK_MARKED && ent_marks_label(text_of(v, i)).bare)
            line->flags |= ENT_LINE_BARE;
        return;
    }
    ent_str text = ent_lines_text(v->lines, i);
    if (begins_with_word(text)) {
        look_at_label_or_row(line, text);
        return;
    }
    if (look_at_equals(v, line, text) || look_at_rule(line, text))
        return;
    if (ent_marks_bullet(text)) {
        look_at_item(line, text);
        return;
    }
    ent_spacing spacing;
    if (ent_marks_capitals(text) && ent_spacing_find(v->words, text, &spacing)) {
        line->flags |= ENT_LINE_SPACED;
        text = ent_spacing_apply(v->arena, text, &spacing);
    }
    if (look_at_heading(v, i, text) || look_at_item(line, text))
        return;
    line->look = is_row(text) ? ENT_LOOK_ROW : ENT_LOOK_TEXT;
}

void ent_looks_decide(ent_arena *arena, ent_lines *lines, ent_words *words, bool markdown)
{
    viewer v = {arena, lines, words, markdown, false};
    mark_tables(&v);
    for (size_t i = 0; i < lines->items.n; i++)
        if (!(line_at(&v, i)->flags & ENT_LINE_DROPPED) && line_at(&v, i)->look == ENT_LOOK_TEXT)
            look_at(&v, i);
}
