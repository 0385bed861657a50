/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "the Preparatory Committee" where the text has named "the Preparatory Committee for the Widget Conference": the words
 * with which a longer name began. */
#include "importers/extract/names/finder.h"

enum { MAX_BACK = 300 }; /* names looked at */

/* The token behind the words with capitals from `first` on, where the last of them is a head; else `first`. */
static uint32_t words_end(const ent_finder *f, uint32_t first, uint32_t end)
{
    uint32_t last = first;
    while (last < end && f->tokens[last].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, last))
        last++;
    bool goes_on = last + 1 < end && ent_finder_lists(f, last) & ENT_LIST(LINK) && ent_finder_is(f, last, f->words.of);
    bool headed = last > first + 1 && ent_finder_lists(f, last - 1) & ENT_LIST(REFERENCE);
    return headed && !goes_on ? last : first;
}

/* Whether the longer name begins with the tokens [first, last) and goes on with a linking word. */
static bool begins_with(const ent_finder *f, const ent_mention *name, uint32_t first, uint32_t last)
{
    uint32_t n = last - first;
    if (name->last - name->first <= n + 1 || !(ent_finder_lists(f, name->first + n) & ENT_LIST(LINK)))
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (!ent_str_eq_nocase(ent_token_text(f->segments, name->first + i), ent_token_text(f->segments, first + i)))
            return false;
    return true;
}

/* What the latest longer name before the tokens names, or ENT_UNRESOLVED. */
static uint32_t longer_name(ent_finder *f, uint32_t first, uint32_t last)
{
    const ent_kinds kinds = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_EVENT) |
                            ENT_KIND_BIT(ENT_INSTRUMENT);
    uint32_t best = ENT_UNRESOLVED, at = 0;
    for (size_t i = f->items.n, looked = 0; i-- > 0 && looked < MAX_BACK; looked++) {
        const ent_candidate *c = &f->items.items[i];
        bool before = !c->gone && c->mention.last <= first && ent_kinds_has(kinds, c->mention.kind);
        if (!before || c->mention.first < at || !begins_with(f, &c->mention, first, last))
            continue;
        at = c->mention.first;
        best = ent_finder_names(f, c);
    }
    return best;
}

static void find_at(ent_finder *f, uint32_t s, uint32_t first, uint32_t last)
{
    ent_candidate *over = ent_finder_over(f, first);
    bool open = over && over->mention.first == first && over->mention.last == last &&
                ent_finder_names(f, over) == ENT_UNRESOLVED; /* a short form that nothing near has decided */
    uint32_t entity = !over || open ? longer_name(f, first, last) : ENT_UNRESOLVED;
    if (entity == ENT_UNRESOLVED)
        return;
    ent_kind kind = f->out->entities.items[entity].kind;
    ent_candidate found = ent_finder_candidate(s, first, last, kind, ENT_BY_REFERENCE, entity, 0.8f);
    if (open)
        *over = found;
    else
        ent_finder_add(f, found);
}

void ent_find_shortened(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        if (f->capitals[s] != ENT_CAPITALS_USUAL)
            continue;
        for (uint32_t i = sentence->first; i + 2 < sentence->last; i++) {
            uint32_t last = ent_finder_is(f, i, f->words.the) ? words_end(f, i + 1, sentence->last) : i + 1;
            if (last > i + 1)
                find_at(f, s, i + 1, last);
        }
    }
}
