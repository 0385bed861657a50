/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Article IX of the Treaty on Widgets", "Articles I and II", "Protocols 2 and 4 to the Convention", "annex B to
 * resolution 9/99". Without the treaty it is one of the text that the sentence names before it, else of the one that
 * the section's or the document's title names; an article else of the binding text named last. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

enum { MAX_NUMBERS = 8 };

typedef struct sort {
    const char *word, *name, *attributes;
    bool reaches; /* it may be one of a text named in an earlier sentence */
} sort;

static const sort sorts[] = {
    {"article", "Article", "force=binding; form=treaty article", true},
    {"protocol", "Protocol", "force=binding; form=protocol", false},
};

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

/* Whose it is, where the words behind do not say. */
static uint32_t owner_of(ent_finder *f, const sort *is, uint32_t s, uint32_t at)
{
    enum { NEAR = 200 };
    uint32_t begin = f->segments->sentences.items[s].first, entity = named_last(f, begin, at);
    if (entity == ENT_UNRESOLVED)
        entity = named_above(f, s);
    return entity != ENT_UNRESOLVED || !is->reaches ? entity : named_last(f, at > NEAR ? at - NEAR : 0, at);
}

/* The part of the treaty with the number at a token: known beforehand, or named after the treaty. */
static uint32_t part_of(ent_finder *f, const sort *is, uint32_t number, uint32_t treaty, ent_str of)
{
    ent_str key =
        ent_part_key(f, ENT_INSTRUMENT, f->out->entities.items[treaty].key, is->word, ent_part_number(f, number));
    uint32_t known = ent_lexicon_find(f->lexicon, key);
    if (known != UINT32_MAX) {
        const ent_lexicon_entry *entry = ent_lexicon_entry_at(f->lexicon, known);
        return ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, entry->name, entry->attributes);
    }
    ent_str name = ent_arena_format(f->arena, "%s " ENT_STR_FMT " of the " ENT_STR_FMT, is->name,
                                    ENT_STR_ARG(ent_token_text(f->segments, number)),
                                    ENT_STR_ARG(of.len ? of : f->out->entities.items[treaty].name));
    return ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, ent_str_from(is->attributes));
}

/* The numbers behind "Article" at a token: "IX"; behind "Articles" several, "I, II and IV". */
static uint32_t numbers_at(const ent_finder *f, uint32_t at, uint32_t end, uint32_t *out)
{
    bool several = ent_str_ends(ent_token_text(f->segments, at), ENT_STR("s"));
    uint32_t n = 0;
    for (uint32_t t = at + 1; t < end && n < MAX_NUMBERS && ent_part_number(f, t) > 0;) {
        out[n++] = t++;
        uint32_t next = t + (t < end && ent_finder_is(f, t, f->words.comma));
        next += next < end && (ent_finder_is(f, next, f->words.and_) || ent_finder_is(f, next, f->words.or_));
        if (!several || next == t)
            break;
        t = next;
    }
    return n;
}

/* "of the" and a text that nobody knows: "Article II of the Charter". */
static bool is_of_another(const ent_finder *f, uint32_t behind, uint32_t end)
{
    return behind < end && ent_finder_lists(f, behind) & (ENT_LIST(INSTRUMENT_HEAD) | ENT_LIST(DOCUMENT_HEAD));
}

/* "Convention Article 7": one of a text that the word before means, whatever others the sentence names. */
static bool is_of_meant(const ent_finder *f, uint32_t at, const ent_sentence *sentence)
{
    return at > sentence->first && ent_finder_is_capital(f, at - 1) && !ent_finder_over(f, at - 1) &&
           ent_finder_lists(f, at - 1) & ENT_LIST(INSTRUMENT_HEAD);
}

/* The instrument that a mention from `behind` on names, or ENT_UNRESOLVED. */
static uint32_t text_at(ent_finder *f, uint32_t behind, const ent_sentence *sentence)
{
    const ent_candidate *over = behind < sentence->last ? ent_finder_over(f, behind) : NULL;
    bool text = over && over->mention.kind == ENT_INSTRUMENT && over->mention.first == behind;
    return text ? ent_finder_names(f, over) : ENT_UNRESOLVED;
}

/* "Annex B of the Widget Protocol", "annex II to resolution 9/99", "Widget Protocol Annex B": always with its text. */
static void find_annex(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    uint32_t last = at + 2, behind = last;
    ent_str number = last <= sentence->last ? ent_token_text(f->segments, at + 1) : ENT_STR_EMPTY;
    bool lettered = number.len == 1 && ent_finder_is_capital(f, at + 1);
    if (!number.len || !(lettered || ent_part_number(f, at + 1) > 0))
        return;
    bool linked =
        behind + 1 < sentence->last && (ent_finder_is(f, behind, f->words.of) || ent_finder_is(f, behind, f->words.to));
    behind += linked ? 1 + ent_finder_is(f, behind + 1, f->words.the) : 0;
    uint32_t text = linked ? text_at(f, behind, sentence) : ENT_UNRESOLVED;
    const ent_candidate *over = at > sentence->first ? ent_finder_over(f, at - 1) : NULL;
    if (text == ENT_UNRESOLVED && over && over->mention.kind == ENT_INSTRUMENT && over->mention.last == at)
        text = ent_finder_names(f, over);
    if (text == ENT_UNRESOLVED)
        return;
    ent_kind kind;
    ent_str slug, of = linked ? ent_finder_name(f, behind, ent_finder_over(f, behind)->mention.last)
                              : ent_finder_name(f, over->mention.first, over->mention.last);
    if (!ent_key_parse(f->out->entities.items[text].key, &kind, &slug))
        return;
    ent_str key = ent_key_make(f->arena, ENT_INSTRUMENT, ent_arena_join(f->arena, slug, ENT_STR(" annex "), number)),
            name = ent_arena_join(f->arena, ENT_STR("Annex "), number, ENT_STR(" of the "), of);
    uint32_t entity = ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, ENT_STR("form=annex"));
    ent_finder_add(f, ent_finder_candidate(s, at, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.85f));
}

static void find_parts(ent_finder *f, const sort *is, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    uint32_t numbers[MAX_NUMBERS], n = numbers_at(f, at, sentence->last, numbers);
    if (n == 0)
        return;
    uint32_t last = numbers[n - 1] + 1, behind = last, treaty = ENT_UNRESOLVED;
    ent_str of = ENT_STR_EMPTY;
    if (behind < sentence->last && (ent_finder_is(f, behind, f->words.of) || ent_finder_is(f, behind, f->words.in) ||
                                    (!is->reaches && ent_finder_is(f, behind, f->words.to)))) {
        behind += ent_finder_is(f, behind + 1, f->words.the) ? 2 : 1;
        const ent_candidate *over = behind < sentence->last ? ent_finder_over(f, behind) : NULL;
        if (over && over->mention.kind == ENT_INSTRUMENT && over->mention.first == behind) {
            treaty = ent_finder_names(f, over);
            last = ent_finder_is(f, last, f->words.to) ? last : over->mention.last;
            of = ent_finder_name(f, over->mention.first, over->mention.last);
        } else if (is_of_another(f, behind, sentence->last)) {
            return;
        }
    }
    if (treaty == ENT_UNRESOLVED && is_of_meant(f, at, sentence))
        return;
    if (treaty == ENT_UNRESOLVED)
        treaty = owner_of(f, is, s, at);
    for (uint32_t i = 0; i < n && treaty != ENT_UNRESOLVED; i++)
        ent_finder_add(f, ent_finder_candidate(s, i == 0 ? at : numbers[i], i + 1 == n ? last : numbers[i] + 1,
                                               ENT_INSTRUMENT, ENT_BY_FORM, part_of(f, is, numbers[i], treaty, of),
                                               0.85f));
}

void ent_find_articles(ent_finder *f)
{
    const ent_vocabulary *vocabulary = f->vocabulary;
    uint32_t words[sizeof sorts / sizeof *sorts], annex = ent_vocabulary_find(vocabulary, ENT_STR("annex"));
    for (size_t k = 0; k < sizeof sorts / sizeof *sorts; k++)
        words[k] = ent_vocabulary_find(vocabulary, ent_str_from(sorts[k].word));
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (ent_finder_is(f, i, annex) && !ent_finder_over(f, i))
                find_annex(f, s, i, sentence);
            uint32_t word = ent_finder_is_capital(f, i) ? vocabulary->singulars.items[f->tokens[i].word] : 0;
            for (size_t k = 0; word && k < sizeof sorts / sizeof *sorts; k++)
                if (word == words[k] && !ent_finder_over(f, i))
                    find_parts(f, &sorts[k], s, i, sentence);
        }
    }
}
