/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/consistency.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/names/wholes.h"

/* The part_of relations, chained by source. */
typedef struct wholes {
    const ent_fact_relation *relations;
    uint32_t *first, *next; /* entity → relation + 1 → relation + 1; 0: none */
} wholes;

static wholes find_wholes(ent_arena *arena, size_t n_entities, const ent_facts *facts)
{
    wholes w = {facts->relations.items, ENT_ARENA_NEW(arena, uint32_t, n_entities + 1),
                ENT_ARENA_NEW(arena, uint32_t, facts->relations.n + 1)};
    for (size_t i = 0; i < facts->relations.n; i++) {
        const ent_fact_relation *r = &facts->relations.items[i];
        if (r->type != ENT_PART_OF || r->polarity != ENT_AFFIRMED)
            continue;
        w.next[i] = w.first[r->source];
        w.first[r->source] = (uint32_t)i + 1;
    }
    return w;
}

static bool is_part(const wholes *w, uint32_t part, uint32_t whole)
{
    for (uint32_t i = w->first[part]; i; i = w->next[i - 1])
        if (w->relations[i - 1].target == whole)
            return true;
    return false;
}

/* "The session of the Subcommittee of the Committee": a meeting of a body is not one of the body's own whole. */
static bool is_of_the_part(const wholes *w, const ent_mentions *mentions, const ent_fact_relation *r)
{
    const ent_named *entities = mentions->entities.items;
    if (r->type != ENT_PART_OF || entities[r->source].kind != ENT_EVENT || entities[r->target].kind != ENT_FORUM)
        return false;
    for (uint32_t i = w->first[r->source]; i; i = w->next[i - 1]) {
        uint32_t body = w->relations[i - 1].target;
        if (body != r->target && entities[body].kind == ENT_FORUM && is_part(w, body, r->target))
            return true;
    }
    return false;
}

/* ---- names that go on -------------------------------------------------------------------------------------------- */

typedef struct naming {
    const ent_lexicon *lexicon;
    const ent_segments *segments;
    const ent_mentions *mentions;
} naming;

static bool is_word(const naming *n, uint32_t token, const char *word)
{
    return ent_str_is_nocase(ent_token_text(n->segments, token), word);
}

/* Capital and linking words alone, the first of them "of", "for" or "to": a name goes on from `first` to `last`. */
static bool goes_on(const naming *n, uint32_t first, uint32_t last)
{
    if (first >= last || !(is_word(n, first, "of") || is_word(n, first, "for") || is_word(n, first, "to")))
        return false;
    for (uint32_t t = first; t < last; t++) {
        const ent_token *token = &n->segments->tokens.items[t];
        bool links = ent_word_lists_of(&n->lexicon->lists, token->word) & ENT_LIST(LINK);
        if (!links && !(token->flags & ENT_TOKEN_CAPITAL) && token->kind != ENT_TOKEN_NUMBER)
            return false;
    }
    return true;
}

/* The target stands in the sentence only where the name of the source goes on. */
static bool is_named_after(const naming *n, const ent_fact_relation *r)
{
    const ent_mention *items = n->mentions->items.items;
    uint32_t behind = 0;
    bool named = false;
    const uint32_t *of_sentence = &n->mentions->sentence_first.items[r->passage];
    for (uint32_t i = of_sentence[0]; i < of_sentence[1]; i++) {
        if (items[i].entity == r->source)
            behind = items[i].last;
        else if (items[i].entity == r->target && items[i].first >= behind) {
            if (behind == 0 || !goes_on(n, behind, items[i].first))
                return false;
            named = true;
        }
    }
    return named;
}

/* A session of a body names other bodies for what they asked of it; it is a panel that talks about them. */
static bool is_bystander(ent_arena *arena, const ent_mentions *mentions, const ent_fact_relation *r)
{
    const ent_named *source = &mentions->entities.items[r->source];
    bool only_named =
        ent_str_eq(r->rule, ENT_STR("discusses.sitting")) || ent_str_eq(r->rule, ENT_STR("layout.session.title"));
    size_t end = only_named && mentions->entities.items[r->target].kind == ENT_FORUM ? ent_part_begin(source->key)
                                                                                     : ENT_STR_NONE;
    uint32_t whole = end == ENT_STR_NONE ? ENT_UNRESOLVED : ent_whole_of(arena, mentions, source->key, end);
    return whole != ENT_UNRESOLVED && mentions->entities.items[whole].kind == ENT_FORUM;
}

void ent_drop_own_bodies(ent_arena *arena, const ent_lexicon *lexicon, const ent_segments *segments,
                         const ent_mentions *mentions, ent_facts *facts)
{
    const naming n = {lexicon, segments, mentions};
    wholes w = find_wholes(arena, mentions->entities.n, facts);
    bool *own = ENT_ARENA_NEW(arena, bool, facts->relations.n + 1);
    size_t kept = 0;
    for (size_t i = 0; i < facts->relations.n; i++) {
        const ent_fact_relation *r = &facts->relations.items[i];
        bool own_body = r->type == ENT_DISCUSSES && (is_part(&w, r->source, r->target) || is_named_after(&n, r) ||
                                                     is_bystander(arena, mentions, r));
        own[i] = own_body || is_of_the_part(&w, mentions, r);
    }
    for (size_t i = 0; i < facts->relations.n; i++)
        if (!own[i])
            facts->relations.items[kept++] = facts->relations.items[i];
    facts->relations.n = kept;
}
