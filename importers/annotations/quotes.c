/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotes of a document are merged, relation by relation, into one list for each line of the original: a quote that
 * stands in the list behind the relation's last one is that one; else it goes in there. So each relation's quotes stand
 * in the order of its rows, and most quotes stand there once. */
#include "importers/annotations/quotes.h"

#include "core/base/buf.h"
#include "core/base/map.h"

#include <stdlib.h>

enum { NONE = UINT32_MAX, MAX_LOOKED_AT = 1000 }; /* quotes of a line that are compared with a new one */

typedef struct passage {
    const ent_noted_relation *from;
    uint32_t next; /* on the same line, or NONE */
    size_t begin;  /* in the text */
} passage;

typedef struct original_line {
    uint32_t page, line, first;
} original_line;

typedef struct collector {
    ent_arena *arena;
    ent_map by_place;
    ENT_VEC(original_line) lines;
    ENT_VEC(passage) passages;
} collector;

static int compare_lines(const original_line *a, const original_line *b)
{
    return a->page != b->page ? (a->page > b->page) - (a->page < b->page) : (a->line > b->line) - (a->line < b->line);
}

static int by_place(const void *a, const void *b)
{
    return compare_lines(a, b);
}

static uint32_t find_line(collector *c, uint32_t page, uint32_t line)
{
    ent_str place = ent_arena_format(c->arena, "%u %u", (unsigned)page, (unsigned)line);
    uint32_t at = ent_map_find_or_set(c->arena, &c->by_place, place, (uint32_t)c->lines.n);
    if (at == c->lines.n)
        ent_vec_push(c->arena, &c->lines, (original_line){page, line, NONE});
    return at;
}

static bool is_same(const ent_noted_relation *a, const ent_noted_relation *b)
{
    return a->page == b->page && a->original_line == b->original_line && ent_str_eq(a->section, b->section) &&
           ent_str_eq(a->quote.words, b->quote.words);
}

static bool is_of_one_relation(const ent_noted_relation *a, const ent_noted_relation *b)
{
    return ent_str_eq(a->type, b->type) && ent_str_eq(a->source.key, b->source.key) &&
           ent_str_eq(a->target.key, b->target.key);
}

/* The passage of a quote on a line: the first equal one at or behind `from` (NONE: from the line's first), or a new
 * one. */
static uint32_t place_quote(collector *c, uint32_t line, uint32_t from, const ent_noted_relation *relation)
{
    uint32_t before = from, at = from == NONE ? c->lines.items[line].first : from;
    for (size_t n = 0; at != NONE && n < MAX_LOOKED_AT; n++) {
        if (is_same(c->passages.items[at].from, relation))
            return at;
        before = at;
        at = c->passages.items[at].next;
    }
    uint32_t made = (uint32_t)c->passages.n;
    ent_vec_push(c->arena, &c->passages, (passage){relation, at, 0});
    *(before == NONE ? &c->lines.items[line].first : &c->passages.items[before].next) = made;
    return made;
}

/* The passage of each relation's quote. */
static uint32_t *place_all(collector *c, const ent_notes *notes)
{
    uint32_t *places = ENT_ARENA_NEW(c->arena, uint32_t, notes->relations.n + 1), line = NONE, last = NONE;
    for (size_t i = 0; i < notes->relations.n; i++) {
        const ent_noted_relation *r = &notes->relations.items[i];
        places[i] = NONE;
        if (!ent_str_trim(r->quote.words).len)
            continue; /* nothing to make a passage of: it will be refused */
        uint32_t own = find_line(c, r->page, r->original_line);
        bool goes_on = i > 0 && last != NONE && is_of_one_relation(r - 1, r);
        bool ahead = !goes_on || compare_lines(&c->lines.items[own], &c->lines.items[line]) > 0;
        places[i] = place_quote(c, ahead ? own : line, ahead ? NONE : last, r);
        line = ahead ? own : line;
        last = places[i];
    }
    return places;
}

static void write_passage(collector *c, passage *p, ent_buf *text, ent_facts *out)
{
    const ent_noted_relation *r = p->from;
    p->begin = text->len;
    ent_buf_add(text, ent_str_trim(r->quote.words));
    ent_fact_passage stored = {p->begin, text->len, r->original_line, r->page, r->section};
    ent_buf_add_char(text, '\n');
    ent_vec_push(c->arena, &out->passages, stored);
    ent_vec_push(c->arena, &out->origins, (ent_origin){p->begin, p->begin, r->original_line});
}

void ent_quotes_collect(ent_arena *arena, ent_notes *notes, ent_facts *out)
{
    collector c = {.arena = arena};
    ent_buf text = {0};
    uint32_t *places = place_all(&c, notes);
    if (c.lines.n)
        qsort(c.lines.items, c.lines.n, sizeof *c.lines.items, by_place);
    for (size_t i = 0; i < c.lines.n; i++)
        for (uint32_t at = c.lines.items[i].first; at != NONE; at = c.passages.items[at].next)
            write_passage(&c, &c.passages.items[at], &text, out);
    out->text = ent_arena_str(arena, ent_buf_str(&text));
    ent_buf_clear(&text);
    for (size_t i = 0; i < notes->relations.n; i++)
        if (places[i] != NONE) {
            notes->relations.items[i].quote.hint = ENT_HINT_BYTE;
            notes->relations.items[i].quote.place = c.passages.items[places[i]].begin;
        }
}
