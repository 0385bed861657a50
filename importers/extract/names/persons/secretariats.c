/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "WID Executive Secretary Jane Roe", "the Executive Secretary of the WID": a convention has no staff, its secretariat
 * has, where the lexicon knows one ("WID Secretariat"). */
#include "importers/extract/names/finder.h"

/* "Executive Secretary", "Deputy Executive Secretary", "Secretary-General", "chief" at the token. */
static bool is_office(const ent_finder *f, uint32_t at, uint32_t end)
{
    if (ent_finder_reads(f, at, end, "chief") || ent_finder_reads(f, at, end, "head"))
        return true;
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
    bool headed = of > sentence->first + 1 && ent_finder_is(f, of - 1, f->words.of) &&
                  (ent_finder_reads(f, of - 2, of, "head") || ent_finder_reads(f, of - 2, of, "chief"));
    return headed || (led && of > sentence->first + 2 && ent_finder_reads(f, of - 3, of, "Executive")) ||
           is_office(f, behind, sentence->last);
}

/* "WID Secretariat", "Secretariat of the Convention on Widgets" */
static uint32_t secretariat_of(ent_finder *f, ent_str text)
{
    ent_str names[] = {ent_arena_join(f->arena, text, ENT_STR(" Secretariat")),
                       ent_arena_join(f->arena, ENT_STR("Secretariat of the "), text)};
    uint32_t known = UINT32_MAX;
    for (size_t i = 0; i < sizeof names / sizeof *names && known == UINT32_MAX; i++)
        known = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_ORGANIZATION, names[i]);
    return known;
}

void ent_find_secretariats(ent_finder *f)
{
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        if (c->gone || c->mention.kind != ENT_INSTRUMENT || !is_staffed(f, &c->mention))
            continue;
        uint32_t known = secretariat_of(f, ent_finder_text(f, c->mention.first, c->mention.last));
        if (known == UINT32_MAX)
            continue;
        c->mention.kind = ENT_ORGANIZATION;
        c->mention.entity = ent_finder_entry(f, known);
        c->sense = UINT32_MAX;
    }
}
