/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line's pieces are grouped so that as many as possible stand in words the document knows; the cheapest grouping is
 * found from left to right (dynamic programming over at most MAX_PIECES pieces). */
#include "importers/readers/spacing.h"

#include <string.h>

enum {
    MAX_PIECES = 150,
    MAX_GROUP = 14,
    MAX_WORD = 40,
    SHORT_PIECE = 4,
    COST_KNOWN = 10,
    COST_UNKNOWN = 50,
    COST_JOINED = 12
};

typedef struct piece {
    uint16_t begin, end;    /* of the line, between spaces */
    uint16_t core_end;      /* without the marks at its end: "BEHAVIOUR?" */
    bool plain, known, far; /* only letters before the marks; a word of the document; two spaces or more before it */
} piece;

typedef struct grouping {
    piece pieces[MAX_PIECES];
    size_t n;
    uint32_t cost[MAX_PIECES + 1];
    uint8_t size[MAX_PIECES + 1]; /* pieces in the group that ends here */
} grouping;

static bool cut_pieces(ent_str line, grouping *g)
{
    for (size_t at = 0; at < line.len;) {
        size_t begin = at;
        while (at < line.len && line.data[at] != ' ')
            at++;
        if (at > begin) {
            if (g->n == MAX_PIECES)
                return false;
            size_t core = begin;
            while (core < at && ent_is_upper(line.data[core]))
                core++;
            size_t marks = core;
            while (marks < at && !ent_is_alpha(line.data[marks]) && !ent_is_digit(line.data[marks]))
                marks++;
            bool far = begin >= 2 && line.data[begin - 2] == ' ';
            g->pieces[g->n++] =
                (piece){(uint16_t)begin, (uint16_t)at, (uint16_t)core, core > begin && marks == at, false, far};
        }
        at++;
    }
    return g->n > 1;
}

/* The letters of pieces [first, last) when they may be one word: only the last may have a mark behind it. */
static ent_str joined(ent_str line, const grouping *g, size_t first, size_t last, char out[MAX_WORD])
{
    size_t n = 0;
    for (size_t i = first; i < last; i++) {
        const piece *p = &g->pieces[i];
        size_t len = (size_t)(p->core_end - p->begin);
        if (!p->plain || n + len > MAX_WORD || (i + 1 < last && p->core_end != p->end))
            return ENT_STR_EMPTY;
        memcpy(out + n, line.data + p->begin, len);
        n += len;
    }
    return (ent_str){out, n};
}

static bool all_known(const grouping *g, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (!g->pieces[i].known)
            return false;
    return true;
}

static uint32_t group_cost(ent_words *words, ent_str line, const grouping *g, size_t first, size_t last)
{
    if (last - first == 1)
        return g->pieces[first].known || !g->pieces[first].plain ? COST_KNOWN : COST_UNKNOWN;
    char letters[MAX_WORD];
    ent_str word = joined(line, g, first, last, letters);
    bool word_known = word.len > 1 && !all_known(g, first, last) && ent_words_has(words, word, ENT_STR_EMPTY);
    return word_known ? COST_JOINED : UINT32_MAX;
}

static void find_groups(ent_words *words, ent_str line, grouping *g)
{
    g->cost[0] = 0;
    for (size_t last = 1; last <= g->n; last++) {
        g->cost[last] = UINT32_MAX;
        for (size_t size = 1; size <= MAX_GROUP && size <= last; size++) {
            uint32_t cost = group_cost(words, line, g, last - size, last);
            if (cost == UINT32_MAX || g->cost[last - size] + cost >= g->cost[last])
                continue;
            g->cost[last] = g->cost[last - size] + cost;
            g->size[last] = (uint8_t)size;
        }
    }
}

/* The spaces before pieces first + 1 … last - 1, in front of those found already. */
static void drop_spaces(const grouping *g, size_t first, size_t last, ent_spacing *out)
{
    for (size_t i = first + 1; i < last; i++)
        for (size_t at = g->pieces[i - 1].end; at < g->pieces[i].begin; at++)
            if (out->n < sizeof out->drops / sizeof *out->drops)
                out->drops[out->n++] = (uint16_t)at;
}

/* "S U M M A R Y   R E P O R T": every piece one capital. */
static bool is_single_capitals(const grouping *g)
{
    for (size_t i = 0; i < g->n; i++)
        if (!g->pieces[i].plain || g->pieces[i].core_end - g->pieces[i].begin != 1)
            return false;
    return g->n >= 3;
}

static void join_singles(const grouping *g, ent_spacing *out)
{
    size_t first = 0;
    for (size_t i = 1; i <= g->n; i++)
        if (i == g->n || g->pieces[i].far) {
            drop_spaces(g, first, i, out);
            first = i;
        }
}

static void join_groups(const grouping *g, ent_spacing *out)
{
    uint8_t starts[MAX_PIECES + 1] = {0}; /* size of the group that starts here */
    for (size_t last = g->n; last > 0; last -= g->size[last])
        starts[last - g->size[last]] = g->size[last];
    for (size_t first = 0; first < g->n; first += starts[first])
        drop_spaces(g, first, first + starts[first], out);
}

static bool is_small_word(ent_str core)
{
    static const char *const words[] = {"A",   "AN",  "AND",  "AS", "AT", "BY", "FOR", "FROM", "I",  "II",
                                        "III", "IN",  "INTO", "IS", "IV", "IX", "NEW", "NO",   "OF", "ON",
                                        "OR",  "THE", "TO",   "UN", "V",  "VI", "VII", "WITH", "X"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ent_str_is(core, words[i]))
            return true;
    return false;
}

static ent_str core_of(ent_str line, const piece *p)
{
    return ent_str_slice(line, p->begin, p->core_end);
}

/* Most capitals are what they look like: only an odd short piece is worth gathering the document's words for. */
static bool has_odd_piece(ent_str line, const grouping *g)
{
    for (size_t i = 0; i < g->n; i++) {
        ent_str core = core_of(line, &g->pieces[i]);
        if (g->pieces[i].plain && core.len <= SHORT_PIECE && !is_small_word(core))
            return true;
    }
    return false;
}

static bool looks_spaced(ent_words *words, ent_str line, grouping *g)
{
    bool spaced = false;
    for (size_t i = 0; i < g->n; i++) {
        piece *p = &g->pieces[i];
        ent_str core = core_of(line, p);
        if (!p->plain)
            continue;
        p->known = ent_words_has(words, core, ENT_STR_EMPTY) && (core.len > 1 || core.data[0] == 'A');
        spaced |= !p->known && core.len <= SHORT_PIECE;
    }
    return spaced;
}

bool ent_spacing_find(ent_words *words, ent_str line, ent_spacing *out)
{
    grouping g = {0};
    out->n = 0;
    if (line.len > ENT_MAX_SPACED || !cut_pieces(line, &g) || !has_odd_piece(line, &g) ||
        !looks_spaced(words, line, &g))
        return false;
    find_groups(words, line, &g);
    if (is_single_capitals(&g) && g.cost[g.n] >= COST_UNKNOWN)
        join_singles(&g, out);
    else
        join_groups(&g, out);
    return out->n > 0;
}

ent_str ent_spacing_apply(ent_arena *arena, ent_str line, const ent_spacing *spacing)
{
    char *mended = ent_arena_alloc(arena, line.len + 1);
    size_t n = 0, drop = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (drop < spacing->n && spacing->drops[drop] == i)
            drop++;
        else
            mended[n++] = line.data[i];
    }
    return (ent_str){mended, n};
}
