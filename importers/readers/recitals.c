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

/* ---- the title page ---------------------------------------------------------------------------------------------- */

static bool stands_at(ent_str text, size_t at, ent_str words)
{
    return ent_str_starts(ent_str_slice(text, at, text.len), words);
}

static size_t behind_word(ent_str text, size_t at)
{
    while (at < text.len && ent_is_space(text.data[at]))
        at++;
    while (at < text.len && !ent_is_space(text.data[at]))
        at++;
    return at;
}

/* "Seventy-fourth" of "Seventy-fourth session": where the word right before `at` begins, if it has a capital or is a
 * number; else `at`. */
static size_t ordinal_before(ent_str text, size_t at)
{
    size_t first = at;
    while (first > 0 && ent_is_space(text.data[first - 1]))
        first--;
    while (first > 0 && !ent_is_space(text.data[first - 1]))
        first--;
    return first < at && (ent_is_upper(text.data[first]) || ent_is_digit(text.data[first])) ? first : at;
}

/* Behind "draft resolution" or "draft decision" at the colon, or `colon`. */
static size_t behind_draft(ent_str text, size_t colon)
{
    enum { LONGEST = 24 }; /* bytes of "* revised " */
    size_t draft = ent_str_find(ent_str_slice(text, 0, colon + LONGEST < text.len ? colon + LONGEST : text.len),
                                ENT_STR("draft "), colon);
    size_t word = draft == ENT_STR_NONE ? colon : draft + 6;
    bool text_word = stands_at(text, word, ENT_STR("resolution")) || stands_at(text, word, ENT_STR("decision"));
    return text_word && draft != ENT_STR_NONE ? behind_word(text, word) : colon;
}

/* "A/C.1/99/L.5" */
static bool is_symbol(ent_str word)
{
    return word.len > 3 && ent_is_upper(word.data[0]) && ent_is_digit(word.data[word.len - 1]) &&
           ent_str_find(word, ENT_STR("/"), 0) != ENT_STR_NONE;
}

/* Parts the symbol of the document from the body's name beside it. */
static void part_symbol(ent_str text, size_t end, parts *p)
{
    for (size_t i = 0; i < end; i = behind_word(text, i)) {
        while (i < end && ent_is_space(text.data[i]))
            i++;
        if (!is_symbol(ent_str_slice(text, i, behind_word(text, i))))
            continue;
        if (i > 0)
            add(p, i);
        add(p, behind_word(text, i));
        return;
    }
}

/* Where the line says how it is distributed, or ENT_STR_NONE. */
static size_t distribution_in(ent_str text)
{
    enum { NEAR = 300 };
    return ent_str_find(ent_str_slice(text, 0, text.len < NEAR ? text.len : NEAR), ENT_STR("Distr."), 0);
}

/* The lines of a title page that says how it is distributed: "Distr.: …", "Original: …", "Fifth session", "Agenda item
 * 5", and what ends with whose draft it is. */
static void find_front(ent_str text, parts *p)
{
    enum { MAX_FRONT = 1600 };
    size_t distribution = distribution_in(text), end = text.len < MAX_FRONT ? text.len : MAX_FRONT;
    if (distribution == ENT_STR_NONE)
        return;
    bool session = false;
    part_symbol(text, distribution, p);
    for (size_t i = distribution; i < end; i++) {
        bool begins = i > 0 && ent_is_space(text.data[i - 1]);
        if (text.data[i] == ':' && behind_draft(text, i) > i) {
            add(p, behind_draft(text, i));
            return;
        }
        if (!begins)
            continue;
        if (i == distribution || stands_at(text, i, ENT_STR("Agenda item")))
            add(p, i);
        else if (stands_at(text, i, ENT_STR("Original:"))) {
            add(p, i);
            add(p, behind_word(text, i + 9));
        } else if (!session && stands_at(text, i, ENT_STR("session ")) && ordinal_before(text, i) < i) {
            add(p, ordinal_before(text, i));
            add(p, i + 7);
            session = true;
        }
    }
}

/* ---- its clauses ------------------------------------------------------------------------------------------------- */

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
    find_front(text, p);
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
    return line->end - line->begin >= MIN_LENGTH &&
           (distribution_in(text_of(lines, line)) != ENT_STR_NONE || has_recitals(text_of(lines, line)));
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
