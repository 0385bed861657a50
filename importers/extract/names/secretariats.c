/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "WID Executive Secretary Jane Roe", "the Executive Secretary of the WID": a convention has no staff, its secretariat
 * has, where the lexicon knows one ("WID Secretariat"). */
#include "importers/extract/names/finder.h"

/* "Executive Secretary", "Deputy Executive Secretary", "Secretary-General" at the token. */
static bool is_office(const ent_finder *f, uint32_t at, uint32_t end)
{
    at += ent_finder_reads(f, at, end, "Deputy");
    at += ent_finder_reads(f, at, end, "Executive");
    return ent_finder_reads(f, at, end, "Secretary");
}

/* Whether the words around the name of a text tell of who works for it. */
static bool is_staffed(const ent_finder *f, const ent_mention *m)
{
    const ent_sentence *sentence = &f->segments->sentences.items[m->sentence];
    uint32_t behind = m->last + ent_finder_is(f, m->last, f->words.possessive);
    uint32_t of = m->first;
    of -= of > sentence->first && ent_finder_is(f, of - 1, f->words.the);
    bool led = of > sentence->first + 1 && ent_finder_is(f, of - 1, f->words.of) &&
               ent_finder_reads(f, of - 2, of, "Secretary");
    return (led && of > sentence->first + 2 && ent_finder_reads(f, of - 3, of, "Executive")) ||
           is_office(f, behind, sentence->last);
}

void ent_find_secretariats(ent_finder *f)
{
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        if (c->gone || c->mention.kind != ENT_INSTRUMENT || !is_staffed(f, &c->mention))
            continue;
        ent_str name =
            ent_arena_join(f->arena, ent_finder_text(f, c->mention.first, c->mention.last), ENT_STR(" Secretariat"));
        uint32_t known = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_ORGANIZATION, name);
        if (known == UINT32_MAX)
            continue;
        c->mention.kind = ENT_ORGANIZATION;
        c->mention.entity = ent_finder_entry(f, known);
        c->sense = UINT32_MAX;
    }
}
