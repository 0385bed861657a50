/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "WEI" in a text that names the Widget Energy Institute and says nowhere that this is its short form. */
#include "importers/extract/names/finder.h"

enum { SHORTEST = 3, LONGEST = 6 /* letters */ };
enum { SEVERAL = ENT_UNRESOLVED - 1 }; /* names with these initials */

/* The initials of the words with a capital, in `out`; how many there are, 0 for too few or too many. */
static size_t initials_of(const ent_finder *f, const ent_mention *m, char *out)
{
    size_t n = 0;
    for (uint32_t i = m->first; i < m->last; i++) {
        char letter = f->document->text.data[f->tokens[i].begin];
        if (f->tokens[i].kind != ENT_TOKEN_WORD || !ent_finder_is_capital(f, i))
            continue;
        if (!ent_is_upper(letter) || n == LONGEST)
            return 0;
        out[n++] = letter;
    }
    return n >= SHORTEST ? n : 0;
}

/* What is found by its form and has initials; two names with the same ones have none. */
static void gather(ent_finder *f, ent_map *names)
{
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        char letters[LONGEST];
        if (f->items.items[i].gone || m->source != ENT_BY_FORM || m->entity == ENT_UNRESOLVED ||
            (m->kind != ENT_ORGANIZATION && m->kind != ENT_FORUM) || m->flags & ENT_MENTION_DESCRIBED)
            continue;
        ent_str text = {letters, initials_of(f, m, letters)};
        if (!text.len)
            continue;
        uint32_t old = ent_map_find(names, text);
        if (old == ENT_MAP_NONE)
            ent_map_set(f->arena, names, ent_arena_str(f->arena, text), m->entity);
        else if (old != m->entity)
            ent_map_set(f->arena, names, text, SEVERAL);
    }
}

void ent_find_initials(ent_finder *f)
{
    ent_map names = {0};
    gather(f, &names);
    for (uint32_t s = 0; names.n && s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; f->capitals[s] == ENT_CAPITALS_USUAL && i < sentence->last; i++) {
            size_t len = f->tokens[i].end - f->tokens[i].begin;
            if (!(f->tokens[i].flags & ENT_TOKEN_ALL_CAPS) || len < SHORTEST || len > LONGEST || ent_finder_over(f, i))
                continue;
            uint32_t entity = ent_map_find(&names, ent_token_text(f->segments, i));
            if (entity != ENT_MAP_NONE && entity != SEVERAL)
                ent_finder_add(f, ent_finder_candidate(s, i, i + 1, f->out->entities.items[entity].kind,
                                                       ENT_BY_DEFINITION, entity, 0.75f));
        }
    }
}
