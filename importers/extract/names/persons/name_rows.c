/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Jane Roe, Quux Zorv, John Doe and Zorv Quux": in a plain row of names, two of which are known as persons' next to
 * each other, the others are persons' too. */
#include "importers/extract/names/persons/name_rows.h"
#include "importers/extract/names/persons/person_name.h"

enum { MAX_ROW = 24, MIN_WORDS = 2, MAX_WORDS = 3, NAME_TOKENS = 5, ASIDE = 6 };

typedef struct name_row {
    struct {
        uint32_t first, last;
        bool person;
    } names[MAX_ROW];
    size_t n;
} name_row;

static bool is_joint(const ent_finder *f, uint32_t t)
{
    return ent_finder_is(f, t, f->words.comma) || ent_finder_is(f, t, f->words.and_);
}

static bool is_person(const ent_candidate *c)
{
    return c && c->mention.kind == ENT_PERSON;
}

/* Where the name that ends at `last` begins: a person's, or capital words that nothing knows; `last` where none does.
 */
static uint32_t begin_of(const ent_finder *f, uint32_t last, uint32_t from)
{
    const ent_candidate *over = last > from ? ent_finder_over(f, last - 1) : NULL;
    if (is_person(over))
        return over->mention.first;
    uint32_t first = last;
    while (first > from && last - first < NAME_TOKENS && !ent_finder_over(f, first - 1) &&
           (ent_is_name_part(f, first - 1) || ent_is_name_particle(f, first - 1)))
        first--;
    return first;
}

/* "(chair)" that ends at `last`: where it begins, else `last`. */
static uint32_t aside_begin(const ent_finder *f, uint32_t last, uint32_t from)
{
    bool closes = last > from && ent_finder_is(f, last - 1, f->words.close);
    for (uint32_t t = last; closes && t-- > from && t + ASIDE >= last;)
        if (ent_finder_is(f, t, f->words.open))
            return t;
    return last;
}

/* "(chair)" at `t`: the token behind it, else `t`. */
static uint32_t pass_aside(const ent_finder *f, uint32_t t, uint32_t end)
{
    bool opens = t < end && ent_finder_is(f, t, f->words.open);
    for (uint32_t at = t; opens && at < end && at < t + ASIDE; at++)
        if (ent_finder_is(f, at, f->words.close))
            return at + 1;
    return t;
}

/* The first token of the row that goes on to the person at `at`. */
static uint32_t row_begin(const ent_finder *f, uint32_t at, uint32_t from)
{
    for (uint32_t first = at;;) {
        uint32_t last = first;
        while (last > from && (is_joint(f, last - 1) || ent_finder_lists(f, last - 1) & ENT_LIST(PERSON_TITLE) ||
                               (ent_finder_is(f, last - 1, f->words.stop) && last > from + 1 &&
                                ent_finder_lists(f, last - 2) & ENT_LIST(PERSON_TITLE))))
            last--;
        last = last < first ? aside_begin(f, last, from) : last;
        uint32_t begin = last < first && last > from ? begin_of(f, last, from) : last;
        if (last == first || begin == last)
            return first;
        first = begin;
    }
}

static uint32_t pass_joints(const ent_finder *f, uint32_t t, uint32_t end)
{
    uint32_t first = t;
    while (t < end && is_joint(f, t) && t < first + 2)
        t++;
    while (t > first && t < end && ent_finder_lists(f, t) & ENT_LIST(PERSON_TITLE))
        t += 1 + (t + 1 < end && ent_finder_is(f, t + 1, f->words.stop));
    return t;
}

/* The names of the row that begins at `at`; the token behind it. */
static uint32_t read_row(const ent_finder *f, name_row *row, uint32_t at, uint32_t end)
{
    uint32_t behind = at;
    while (at < end && row->n < MAX_ROW) {
        const ent_candidate *over = ent_finder_over(f, at);
        bool person = is_person(over) && over->mention.first == at;
        uint32_t last = person ? over->mention.last : over ? at : ent_name_end(f, at, end);
        uint32_t words = person || last == at ? MIN_WORDS : ent_name_words(f, at, last);
        bool closed =
            last >= end || ent_finder_is_punct(f, last) || is_joint(f, last) || ent_finder_reads(f, last, end, "from");
        if (last == at || words < MIN_WORDS || words > MAX_WORDS || (!person && !closed))
            break;
        row->names[row->n].first = at;
        row->names[row->n].last = last;
        row->names[row->n++].person = person;
        behind = last;
        uint32_t next = pass_aside(f, last, end);
        at = pass_joints(f, next, end);
        if (at == next)
            break;
    }
    return behind;
}

/* Two persons next to each other: no row of persons and where they work. A name that ends the row is joined by "and".
 */
static bool is_plain(const ent_finder *f, const name_row *row)
{
    size_t persons = 0;
    bool next = false;
    for (size_t i = 0; i < row->n; i++) {
        persons += row->names[i].person;
        next |= i > 0 && row->names[i].person && row->names[i - 1].person;
    }
    const size_t last = row->n - 1;
    return next && 3 * persons >= row->n &&
           (row->names[last].person || ent_finder_is(f, row->names[last].first - 1, f->words.and_));
}

/* A row stands at the beginning of the sentence, behind a colon or a word that no place follows. */
static bool begins_well(const ent_finder *f, uint32_t at, uint32_t from)
{
    static const char *const places[] = {"at", "in", "of", "on", "the", "to", NULL};
    return at == from || !(ent_finder_is_capital(f, at - 1) || ent_finder_reads_any(f, at - 1, at, places));
}

void ent_find_name_rows(ent_finder *f)
{
    uint32_t behind = 0;
    for (size_t i = 0, n = f->items.n; i < n; i++) {
        const ent_mention m = f->items.items[i].mention;
        if (f->items.items[i].gone || m.kind != ENT_PERSON || m.first < behind)
            continue;
        const ent_sentence *sentence = &f->segments->sentences.items[m.sentence];
        uint32_t first = row_begin(f, m.first, sentence->first > behind ? sentence->first : behind);
        name_row row = {.n = 0};
        behind = read_row(f, &row, first, sentence->last);
        if (row.n < 3 || !is_plain(f, &row) || !begins_well(f, first, sentence->first))
            continue;
        for (size_t k = 0; k < row.n; k++) {
            if (row.names[k].person)
                continue;
            uint32_t entity = ent_finder_entity(
                f, ENT_PERSON, ent_finder_name(f, row.names[k].first, row.names[k].last), ENT_STR_EMPTY);
            ent_finder_add(f, ent_finder_candidate(m.sentence, row.names[k].first, row.names[k].last, ENT_PERSON,
                                                   ENT_BY_FORM, entity, 0.75f));
        }
    }
}
