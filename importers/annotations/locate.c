/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/locate.h"

#include <string.h>

ent_locator ent_locator_over(ent_arena *arena, const ent_facts *facts)
{
    return (ent_locator){.arena = arena, .facts = facts, .characters = ent_characters_of(arena, facts->text)};
}

/* ---- hints ------------------------------------------------------------------------------------------------------- */

/* Where a byte of the original came to stand: in the piece that begins last before it. */
static size_t place_of_source(const ent_facts *facts, size_t source)
{
    const ent_origin *all = facts->origins.items;
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < facts->origins.n; i++)
        if (all[i].source <= source && (best == SIZE_MAX || all[i].source > all[best].source))
            best = i;
    if (best == SIZE_MAX)
        return 0;
    size_t end = best + 1 < facts->origins.n ? all[best + 1].text : facts->text.len;
    size_t place = all[best].text + (source - all[best].source);
    return place < end ? place : end;
}

static size_t place_of_line(const ent_facts *facts, size_t line)
{
    size_t place = 0;
    for (size_t i = 0; i < facts->passages.n && facts->passages.items[i].line <= line; i++) {
        place = facts->passages.items[i].begin;
        if (facts->passages.items[i].line == line)
            break;
    }
    return place;
}

static size_t place_of(const ent_locator *l, const ent_noted_quote *quote)
{
    switch (quote->hint) {
    case ENT_HINT_CHARACTER:
        return ent_characters_byte(&l->characters, quote->place);
    case ENT_HINT_SOURCE:
        return place_of_source(l->facts, quote->place);
    case ENT_HINT_LINE:
        return place_of_line(l->facts, quote->place);
    case ENT_HINT_BYTE:
        return quote->place < l->facts->text.len ? quote->place : l->facts->text.len;
    case ENT_HINT_NONE:
        break;
    }
    return 0;
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* Bytes to be searched, and where each came from in the text (NULL: the text itself). */
typedef struct haystack {
    ent_str bytes;
    const size_t *places;
} haystack;

static bool is_word(ent_str s, size_t at)
{
    return at < s.len && (ent_is_alpha(s.data[at]) || ent_is_digit(s.data[at]) || (unsigned char)s.data[at] >= 0x80);
}

/* Whether no word is cut at either end: "UN" does not stand in "UNIDIR". */
static bool is_whole(ent_str text, const haystack *in, size_t at, size_t len)
{
    size_t begin = in->places ? in->places[at] : at, last = in->places ? in->places[at + len - 1] : at + len - 1;
    bool cut_before = begin > 0 && is_word(text, begin - 1) && is_word(text, begin);
    return !cut_before && !(is_word(text, last) && is_word(text, last + 1));
}

/* The first whole place of `words` in [from, until), or ENT_STR_NONE. */
static size_t find_whole(ent_str text, const haystack *in, ent_str words, size_t from, size_t until)
{
    ent_str within = ent_str_slice(in->bytes, 0, until + words.len);
    for (size_t at = ent_str_find(within, words, from); at != ENT_STR_NONE; at = ent_str_find(within, words, at + 1))
        if (at >= until || is_whole(text, in, at, words.len))
            return at < until ? at : ENT_STR_NONE;
    return ENT_STR_NONE;
}

/* The place nearest to `from`: looks ahead first, then back no farther than that. */
static size_t find_nearest(ent_str text, const haystack *in, ent_str words, size_t from)
{
    size_t ahead = find_whole(text, in, words, from, in->bytes.len), nearest = ahead;
    size_t reach = ahead == ENT_STR_NONE || ahead - from > from ? from : ahead - from;
    for (size_t at = find_whole(text, in, words, from - reach, from); at != ENT_STR_NONE;
         at = find_whole(text, in, words, at + 1, from))
        nearest = at;
    return nearest;
}

/* Bytes of white space or a hyphen at `at`; 0 where something else stands. */
static size_t passed_over(ent_str s, size_t at)
{
    static const ent_str others[] = {{"\xC2\xA0", 2},     /* no-break space */
                                     {"\xC2\xAD", 2},     /* soft hyphen */
                                     {"\xE2\x80\x90", 3}, /* hyphen */
                                     {"\xE2\x80\x91", 3}};
    if (ent_is_space(s.data[at]) || s.data[at] == '-')
        return 1;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ent_str_starts(ent_str_slice(s, at, s.len), others[i]))
            return others[i].len;
    return 0;
}

static ent_str squeeze(ent_arena *arena, ent_str s, size_t *places)
{
    char *out = ent_arena_alloc(arena, s.len + 1);
    size_t n = 0;
    for (size_t at = 0; at < s.len;) {
        size_t passed = passed_over(s, at);
        if (!passed && places)
            places[n] = at;
        if (!passed)
            out[n++] = s.data[at];
        at += passed ? passed : 1;
    }
    return (ent_str){out, n};
}

/* The first byte of the squeezed text that came from `place` or from behind it. */
static size_t squeezed_place(const ent_locator *l, size_t place)
{
    size_t low = 0, high = l->squeezed.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (l->places[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool locate_squeezed(ent_locator *l, ent_str words, size_t from, size_t *begin, size_t *end)
{
    ent_str text = l->facts->text, squeezed = squeeze(l->arena, words, NULL);
    if (!l->places) {
        size_t *places = ENT_ARENA_NEW(l->arena, size_t, text.len + 1);
        l->squeezed = squeeze(l->arena, text, places);
        l->places = places;
    }
    if (!squeezed.len)
        return false;
    haystack in = {l->squeezed, l->places};
    size_t at = find_nearest(text, &in, squeezed, squeezed_place(l, from));
    if (at == ENT_STR_NONE)
        return false;
    *begin = l->places[at];
    *end = l->places[at + squeezed.len - 1] + 1;
    return true;
}

/* Where the words begin in a passage that begins on this line, or ENT_STR_NONE. */
static size_t find_on_line(const ent_facts *facts, ent_str words, size_t line)
{
    haystack in = {facts->text, NULL};
    for (size_t i = 0; i < facts->passages.n; i++) {
        const ent_fact_passage *p = &facts->passages.items[i];
        size_t at = p->line == line ? find_whole(facts->text, &in, words, p->begin, p->end) : ENT_STR_NONE;
        if (at != ENT_STR_NONE)
            return at;
    }
    return ENT_STR_NONE;
}

bool ent_locate(ent_locator *locator, const ent_noted_quote *quote, size_t *begin, size_t *end)
{
    ent_str words = ent_str_trim(quote->words), text = locator->facts->text;
    haystack in = {text, NULL};
    if (!words.len)
        return false;
    size_t from = place_of(locator, quote);
    bool pointed_at = quote->hint != ENT_HINT_NONE && ent_str_starts(ent_str_slice(text, from, text.len), words);
    *begin = pointed_at ? from : ENT_STR_NONE;
    if (!pointed_at && quote->hint == ENT_HINT_LINE)
        *begin = find_on_line(locator->facts, words, quote->place);
    if (*begin == ENT_STR_NONE)
        *begin = find_nearest(text, &in, words, from);
    if (*begin == ENT_STR_NONE)
        return locate_squeezed(locator, words, from, begin, end);
    *end = *begin + words.len;
    return true;
}
