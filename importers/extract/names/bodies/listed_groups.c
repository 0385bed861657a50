/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups without a name whose members are listed: "a cross-regional group of States (Oz, Widgetland and Kansas)", "a
 * coalition of twelve countries, including Oz". Of this document alone. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

enum { MAX_BETWEEN = 3, MAX_BEFORE = 3, MAX_LEAD = 3 };

/* The class noun behind "group of", at most a few words on, or 0. */
static uint32_t noun_behind(const ent_finder *f, uint32_t of, uint32_t end)
{
    for (uint32_t i = of + 1; i < end && i <= of + 1 + MAX_BETWEEN; i++) {
        if (ent_finder_lists(f, i) & ENT_LIST(CLASS_NOUN))
            return i;
        if (f->tokens[i].kind == ENT_TOKEN_PUNCT || ent_finder_lists(f, i) & ENT_LIST(LINK))
            return 0;
    }
    return 0;
}

/* "(Oz and …)", ", including Oz", ", among them Oz", "– Oz": whether a list of States begins at the token. */
static bool lists_states(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const leads[] = {",", "(", "–", "—", ":", "including", "among", "them", "namely", "the", NULL};
    uint32_t i = at;
    while (i < end && i <= at + MAX_LEAD && ent_finder_reads_any(f, i, end, leads))
        i++;
    const ent_candidate *over = i > at && i < end ? ent_finder_over(f, i) : NULL;
    bool apposed = i == at + 1 && ent_finder_is(f, at, f->words.comma); /* ", Oz": something else may begin */
    return over && over->mention.kind == ENT_STATE && !apposed;
}

/* Returns the token behind the group, or the next one. */
static uint32_t find_group(ent_finder *f, uint32_t s, uint32_t head)
{
    static const char *const groups[] = {"group", "coalition", "bloc", "alliance", "grouping", NULL};
    static const char *const articles[] = {"a", "an", "the", "this", "another", "our", NULL};
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    if (!ent_finder_reads_any(f, head, sentence->last, groups) || ent_finder_over(f, head) ||
        !ent_finder_is(f, head + 1, f->words.of))
        return head + 1;
    uint32_t noun = noun_behind(f, head + 1, sentence->last), first = head;
    if (!noun || !lists_states(f, noun + 1, sentence->last))
        return head + 1;
    while (first > sentence->first && head - first < MAX_BEFORE + 1 && f->tokens[first - 1].kind == ENT_TOKEN_WORD &&
           !ent_finder_reads_any(f, first - 1, head, articles) && !ent_finder_over(f, first - 1))
        first--;
    bool led = first > sentence->first && ent_finder_reads_any(f, first - 1, head, articles);
    first = led ? first : head;
    ent_str name = ent_finder_text(f, first, noun + 1);
    ent_str whole = ent_arena_join(f->arena, name, ENT_STR(" "), f->document->title);
    uint32_t entity =
        ent_mentions_entity(f->arena, f->out, ENT_BLOC, ent_key_make(f->arena, ENT_BLOC, whole), name, ENT_STR_EMPTY);
    ent_finder_put(f, ent_finder_candidate(s, first, noun + 1, ENT_BLOC, ENT_BY_FORM, entity, 0.8f));
    return noun + 1;
}

void ent_find_listed_groups(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i + 3 < f->segments->sentences.items[s].last;)
            i = find_group(f, s, i);
}
