/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/recitals.h"

#include "core/base/text.h"

#include <string.h>

enum {
    MIN_LENGTH = 200,      /* bytes: a shorter line was not run together */
    MIN_RECITALS = 2,      /* as many tell a resolution from prose */
    LONGEST_ADOPTER = 120, /* bytes of "The General Assembly" */
    MAX_PARTS = 400
};

/* What a recital begins with; behind a comma these words have no capital but there. */
static bool begins_recital(ent_str word)
{
    static const char *const words[] = {
        "Acknowledging", "Acting",      "Affirming",   "Alarmed",      "Appreciating", "Aware",      "Bearing",
        "Believing",     "Cognizant",   "Commending",  "Concerned",    "Confident",    "Conscious",  "Considering",
        "Convinced",     "Deeply",      "Deploring",   "Desiring",     "Desirous",     "Determined", "Disturbed",
        "Emphasising",   "Emphasizing", "Encouraged",  "Expressing",   "Further",      "Gravely",    "Guided",
        "Having",        "Inspired",    "Mindful",     "Noting",       "Observing",    "Pursuant",   "Reaffirming",
        "Recalling",     "Recognising", "Recognizing", "Regretting",   "Reiterating",  "Resolved",   "Seeking",
        "Stressing",     "Taking",      "Underlining", "Underscoring", "Welcoming",    NULL};
    return ent_str_is_any(word, words);
}

static ent_str word_at(ent_str text, size_t at)
{
    size_t end = at;
    while (end < text.len && ent_is_alpha(text.data[end]))
        end++;
    return ent_str_slice(text, at, end);
}

typedef struct parts {
    size_t at[MAX_PARTS]; /* where they begin, in order */
    size_t n;
} parts;

static void add(parts *p, size_t at)
{
    if (p->n < MAX_PARTS && (p->n == 0 || p->at[p->n - 1] < at))
        p->at[p->n++] = at;
}

/* Where "The General Assembly" begins that ends at the comma, or the comma itself: capitals, and what joins them. */
static size_t adopter_before(ent_str text, size_t comma)
{
    size_t at = comma;
    while (at > 0 && comma - at < LONGEST_ADOPTER) {
        size_t end = at;
        while (at > 0 && !ent_is_space(text.data[at - 1]))
            at--;
        ent_str word = ent_str_slice(text, at, end);
        if (ent_str_eq(word, ENT_STR("The")))
            return at;
        static const char *const joining[] = {"of", "the", "and", "on", "for", "to", "in", NULL};
        if (!word.len || !(ent_is_upper(word.data[0]) || ent_str_is_any(word, joining)))
            return comma;
        while (at > 0 && ent_is_space(text.data[at - 1]))
            at--;
    }
    return comma;
}

/* "2. Requests the Secretary-General" at `at`: a number and a verb of the clause. */
static bool begins_clause(ent_str text, size_t at)
{
    size_t i = at;
    while (i < text.len && i - at < 2 && ent_is_digit(text.data[i]))
        i++;
    if (i == at || i + 2 >= text.len || text.data[i] != '.' || !ent_is_space(text.data[i + 1]))
        return false;
    ent_str verb = word_at(text, i + 2);
    return verb.len > 3 && ent_is_upper(verb.data[0]) && ent_str_ends(verb, ENT_STR("s"));
}

static bool is_recital(ent_str text, size_t comma)
{
    return comma + 2 < text.len && ent_is_space(text.data[comma + 1]) && begins_recital(word_at(text, comma + 2));
}

static size_t next_comma(ent_str text, size_t from)
{
    const char *comma = from < text.len ? memchr(text.data + from, ',', text.len - from) : NULL;
    return comma ? (size_t)(comma - text.data) : text.len;
}

/* Most long lines are prose: their commas alone tell. */
static bool has_recitals(ent_str text)
{
    size_t n = 0;
    for (size_t comma = next_comma(text, 0); comma < text.len && n < MIN_RECITALS; comma = next_comma(text, comma + 1))
        n += is_recital(text, comma);
    return n == MIN_RECITALS;
}

static void find_parts(ent_str text, parts *p)
{
    bool any = false;
    p->n = 0;
    for (size_t i = 0; i + 2 < text.len; i++) {
        char mark = text.data[i];
        if (mark == ',' && is_recital(text, i)) {
            if (!any)
                add(p, adopter_before(text, i));
            any = true;
            add(p, i + 2);
        } else if (any && (mark == ',' || mark == ';' || mark == ':') && ent_is_space(text.data[i + 1]) &&
                   begins_clause(text, i + 2)) {
            add(p, i + 2);
        }
    }
}

/* The pieces of a line, each a line. */
static void add_parts(ent_arena *arena, const parts *p, ent_line line, ent_lines *out)
{
    size_t begin = line.begin;
    for (size_t i = 0; i < p->n; i++) {
        ent_line part = line;
        part.end = begin + p->at[i];
        line.begin = part.end;
        while (part.end > part.begin && ent_is_space(out->bytes.data[part.end - 1]))
            part.end--;
        if (part.end > part.begin)
            ent_vec_push(arena, &out->items, part);
        line.blanks = 1;
    }
    ent_vec_push(arena, &out->items, line);
}

static ent_str text_of(const ent_lines *lines, const ent_line *line)
{
    return ent_str_slice(lines->bytes, line->begin, line->end);
}

static bool is_run_together(const ent_lines *lines, const ent_line *line)
{
    return line->end - line->begin >= MIN_LENGTH && has_recitals(text_of(lines, line));
}

void ent_lines_part_recitals(ent_arena *arena, ent_lines *lines)
{
    const ent_line *old = lines->items.items;
    size_t n = lines->items.n, first = 0;
    while (first < n && !is_run_together(lines, &old[first]))
        first++;
    if (first == n)
        return;
    lines->items.items = NULL;
    lines->items.n = lines->items.cap = 0;
    for (size_t i = 0; i < n; i++) {
        parts p = {.n = 0};
        if (i >= first && is_run_together(lines, &old[i]))
            find_parts(text_of(lines, &old[i]), &p);
        add_parts(arena, &p, old[i], lines);
    }
}
