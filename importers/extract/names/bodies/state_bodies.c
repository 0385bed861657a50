/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a State's body is, by the adjective with which its name begins: "the Widgetish Space Agency", which the lexicon
 * knows as a government's, and "the Widgetish Senate", which it need not know. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

/* The State that the words from `first` on name, as an adjective or not; *last is behind them. ENT_UNRESOLVED: none. */
static uint32_t state_at(ent_finder *f, uint32_t first, uint32_t end, uint32_t *last)
{
    const ent_trie *trie = &f->lexicon->names;
    uint32_t node = 0, found = UINT32_MAX;
    for (uint32_t i = first; i < end && (node = ent_trie_step(trie, node, f->tokens[i].word)) != 0; i++) {
        uint32_t value = ent_trie_value(trie, node);
        uint32_t entry = value == ENT_TRIE_NONE ? UINT32_MAX : ent_lexicon_sense_at(f->lexicon, value)->entry;
        if (entry == UINT32_MAX || ent_lexicon_entry_at(f->lexicon, entry)->kind != ENT_STATE ||
            ent_lexicon_sense_at(f->lexicon, value)->next != UINT32_MAX)
            continue;
        found = entry;
        *last = i + 1;
    }
    return found == UINT32_MAX ? ENT_UNRESOLVED : ent_finder_entry(f, found);
}

static void add_state(ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t state)
{
    for (const ent_candidate *c = ent_finder_begun(f, first, NULL); c; c = ent_finder_begun(f, first, c))
        if (c->mention.kind == ENT_STATE)
            return;
    ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_STATE, ENT_BY_FORM, state, 0.9f));
}

/* "Widgetish Space Agency" of the lexicon, a government's. */
static void look_into(ent_finder *f, const ent_mention *m)
{
    uint32_t last = 0, entity = m->entity;
    if (entity == ENT_UNRESOLVED || m->last < m->first + 2 ||
        !ent_str_is(ent_attribute_get(f->out->entities.items[entity].attributes, ENT_STR("sector")), "government"))
        return;
    uint32_t state = state_at(f, m->first, m->last, &last);
    if (state != ENT_UNRESOLVED && last < m->last)
        add_state(f, m->sentence, m->first, last, state);
}

/* "Widgetish Senate": returns the token behind it, or the next one. */
static uint32_t find_legislature(ent_finder *f, uint32_t s, uint32_t at, uint32_t end)
{
    static const char *const heads[] = {"Senate", "Parliament", "Congress", "Cabinet", "Bundestag", "Duma", NULL};
    uint32_t last = 0;
    if (!ent_finder_is_capital(f, at))
        return at + 1;
    uint32_t state = state_at(f, at, end, &last);
    if (state == ENT_UNRESOLVED || last >= end || !ent_str_is_any(ent_token_text(f->segments, last), heads) ||
        (last + 1 < end && (ent_finder_is_capital(f, last + 1) || f->tokens[last + 1].flags & ENT_TOKEN_HYPHEN)))
        return at + 1;
    const ent_candidate *over = ent_finder_over(f, last);
    if (over)
        return over->mention.last;
    uint32_t entity =
        ent_finder_entity(f, ENT_ORGANIZATION, ent_finder_name(f, at, last + 1), ENT_STR("sector=government"));
    add_state(f, s, at, last, state);
    ent_finder_add(f, ent_finder_candidate(s, at, last + 1, ENT_ORGANIZATION, ENT_BY_FORM, entity, 0.85f));
    return last + 1;
}

void ent_find_state_bodies(ent_finder *f)
{
    for (size_t i = 0, n = f->items.n; i < n; i++) {
        ent_candidate *c = &f->items.items[i];
        bool body = !c->gone && c->mention.kind == ENT_ORGANIZATION && c->mention.source == ENT_BY_LEXICON;
        ent_mention m = c->mention;
        m.entity = body ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (body)
            look_into(f, &m);
    }
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i + 1 < sentence->last;)
            i = find_legislature(f, s, i, sentence->last);
    }
}
