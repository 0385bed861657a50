/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Article IX of the Treaty on Widgets". Without the treaty it is one of the text that the sentence names before it,
 * else of the one that the section's or the document's title names, else of the binding text named last. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

/* The binding text that a candidate names, or ENT_UNRESOLVED. */
static uint32_t binding_text(ent_finder *f, const ent_candidate *c)
{
    uint32_t entity = c && c->mention.kind == ENT_INSTRUMENT && c->mention.source != ENT_BY_FORM
                          ? ent_finder_names(f, c)
                          : ENT_UNRESOLVED;
    ent_str attributes = entity != ENT_UNRESOLVED ? f->out->entities.items[entity].attributes : ENT_STR_EMPTY;
    bool binding = ent_str_eq(ent_attribute_get(attributes, ENT_STR("force")), ENT_STR("binding")) &&
                   !ent_str_eq(ent_attribute_get(attributes, ENT_STR("form")), ENT_STR("body of law"));
    return binding ? entity : ENT_UNRESOLVED;
}

/* The one named last in [from, token). */
static uint32_t named_last(ent_finder *f, uint32_t from, uint32_t token)
{
    for (uint32_t i = token; i-- > from;) {
        uint32_t entity = binding_text(f, ent_finder_over(f, i));
        if (entity != ENT_UNRESOLVED)
            return entity;
    }
    return ENT_UNRESOLVED;
}

/* The only one named in the headings that stand above a sentence: the section's nearest one that names any, else the
 * title. */
static uint32_t named_above(ent_finder *f, uint32_t s)
{
    const ent_sentence *sentences = f->segments->sentences.items;
    for (uint32_t i = s; i-- > 0;) {
        if (f->document->blocks.items[sentences[i].block].kind != ENT_BLOCK_HEADING)
            continue;
        uint32_t last = named_last(f, sentences[i].first, sentences[i].last);
        for (uint32_t t = sentences[i].first; t < sentences[i].last && last != ENT_UNRESOLVED; t++) {
            uint32_t other = binding_text(f, ent_finder_over(f, t));
            if (other != ENT_UNRESOLVED && other != last)
                return ENT_UNRESOLVED;
        }
        if (last != ENT_UNRESOLVED)
            return last;
    }
    return ENT_UNRESOLVED;
}

/* Whose article it is, where the words behind do not say. */
static uint32_t owner_of(ent_finder *f, uint32_t s, uint32_t at)
{
    enum { NEAR = 200 };
    uint32_t begin = f->segments->sentences.items[s].first, entity = named_last(f, begin, at);
    if (entity == ENT_UNRESOLVED)
        entity = named_above(f, s);
    return entity != ENT_UNRESOLVED ? entity : named_last(f, at > NEAR ? at - NEAR : 0, at);
}

static void add_article(ent_finder *f, uint32_t s, uint32_t at, uint32_t last, uint32_t treaty, ent_str of)
{
    ent_str number = ent_token_text(f->segments, at + 1);
    ent_str name = ent_arena_format(f->arena, "Article " ENT_STR_FMT " of the " ENT_STR_FMT, ENT_STR_ARG(number),
                                    ENT_STR_ARG(of.len ? of : f->out->entities.items[treaty].name));
    ent_str key =
        ent_part_key(f, ENT_INSTRUMENT, f->out->entities.items[treaty].key, "article", ent_part_number(f, at + 1));
    uint32_t entity =
        ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, ENT_STR("force=binding; form=treaty article"));
    ent_finder_add(f, ent_finder_candidate(s, at, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.85f));
}

/* "of the" and a text that nobody knows: "Article II of the Charter". */
static bool is_of_another(const ent_finder *f, uint32_t behind, uint32_t end)
{
    return behind < end && ent_finder_lists(f, behind) & (ENT_LIST(INSTRUMENT_HEAD) | ENT_LIST(DOCUMENT_HEAD));
}

static void find_article(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    if (at + 1 >= sentence->last || ent_part_number(f, at + 1) <= 0)
        return;
    uint32_t last = at + 2, behind = at + 2, treaty = ENT_UNRESOLVED;
    ent_str of = ENT_STR_EMPTY;
    if (ent_finder_is(f, behind, f->words.of) || ent_finder_is(f, behind, f->words.in)) {
        behind += ent_finder_is(f, behind + 1, f->words.the) ? 2 : 1;
        const ent_candidate *over = behind < sentence->last ? ent_finder_over(f, behind) : NULL;
        if (over && over->mention.kind == ENT_INSTRUMENT && over->mention.first == behind) {
            treaty = ent_finder_names(f, over);
            last = over->mention.last;
            of = ent_finder_name(f, over->mention.first, over->mention.last);
        } else if (is_of_another(f, behind, sentence->last)) {
            return;
        }
    }
    if (treaty == ENT_UNRESOLVED)
        treaty = owner_of(f, s, at);
    if (treaty != ENT_UNRESOLVED)
        add_article(f, s, at, last, treaty, of);
}

void ent_find_articles(ent_finder *f)
{
    uint32_t article = ent_vocabulary_find(f->vocabulary, ENT_STR("article"));
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++)
            if (f->tokens[i].word == article && ent_finder_is_capital(f, i) && !ent_finder_over(f, i))
                find_article(f, s, i, sentence);
    }
}
