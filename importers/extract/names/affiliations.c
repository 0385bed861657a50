/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in brackets behind a person: "Jane Roe (Director of Plans, Widget Partners)". The last part, all capitals
 * and no post, is a body even where nothing in its name says so. A State behind a comma is no place as behind a town:
 * "Jane Roe, Oz". */
#include "importers/extract/names/finder.h"

enum { MAX_WORDS = 5 };

static bool is_body_word(const ent_finder *f, uint32_t token)
{
    if (ent_finder_over(f, token))
        return false;
    bool capital = f->tokens[token].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, token);
    return capital || ent_finder_is(f, token, f->words.and_) || ent_finder_is(f, token, f->words.ampersand) ||
           ent_finder_is(f, token, f->words.of);
}

static void add_body(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    if (first >= last || last - first > MAX_WORDS || !ent_finder_is_capital(f, first) ||
        ent_finder_lists(f, first) & ENT_LIST(POST))
        return;
    for (uint32_t i = first; i < last; i++)
        if (!is_body_word(f, i))
            return;
    if (last - first == 1 && !(f->tokens[first].flags & ENT_TOKEN_ALL_CAPS))
        return;
    uint32_t entity = ent_finder_entity(f, ENT_ORGANIZATION, ent_finder_name(f, first, last), ENT_STR_EMPTY);
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, ENT_ORGANIZATION, ENT_BY_FORM, entity, 0.6f));
}

void ent_find_affiliations(ent_finder *f)
{
    for (size_t i = 0, n = f->items.n; i < n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        uint32_t sentence = m->sentence, open = m->last, end = f->segments->sentences.items[sentence].last;
        bool brackets = !f->items.items[i].gone && m->kind == ENT_PERSON && open + 1 < end &&
                        ent_finder_is(f, open, f->words.open) && ent_finder_lists(f, open + 1) & ENT_LIST(POST);
        uint32_t close = open, begin = 0;
        for (; brackets && close < end && !ent_finder_is(f, close, f->words.close); close++)
            if (ent_finder_is(f, close, f->words.comma))
                begin = close + 1;
        if (brackets && close < end && begin)
            add_body(f, sentence, begin, close);
        bool comma = !f->items.items[i].gone && f->items.items[i].mention.kind == ENT_PERSON && open + 1 < end &&
                     ent_finder_is(f, open, f->words.comma);
        ent_candidate *behind = comma ? ent_finder_over(f, open + 1) : NULL;
        if (behind && behind->mention.kind == ENT_STATE)
            behind->mention.flags &= (uint8_t)~ENT_MENTION_PLACE;
    }
}
