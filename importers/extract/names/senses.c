/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of several entities a short form means ("GGE", "OEWG", "Code of Conduct"). Each sense collects points: a year
 * beside it, its context words in the sentence, in the section's title, in the document's title, in the whole document,
 * and that the document named it before. The best stands when it is clearly the best; else the mention stays
 * unresolved. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"
#include "importers/extract/text/tokens.h"

#include <stdlib.h>
#include <string.h>

enum {
    IN_SENTENCE = 16,
    BESIDE = 10,
    REACH = 8, /* tokens behind a mention that are beside it: ", established by resolution 76/231" */
    IN_TITLE = 8,
    IN_SECTION = 8,
    IN_BLOCK = 6,
    NAMED_LAST = 8,
    NAMED = 10,
    NEAR = 400, /* tokens: how far a subject's full name reaches */
    UNMARKED = 4,
    BY_YEAR = 80,
    MAX_COUNTED = 8,
    ENOUGH = 3,
    AHEAD = 2
};

/* Where one contested entity is spoken for. */
typedef struct witness {
    ENT_VEC(uint32_t) tokens;   /* its context words, in order */
    ENT_VEC(uint32_t) sections; /* sections whose title has them */
    bool in_title;
    bool named;
    uint32_t named_at; /* last token that named it, where `named` */
} witness;

typedef struct weigher {
    ent_finder *f;
    uint32_t *witness_of; /* lexicon entry → witness + 1 */
    ENT_VEC(witness) witnesses;
    ENT_VEC(uint32_t) order; /* candidates by place */
} weigher;

/* ---- gathering --------------------------------------------------------------------------------------------------- */

static bool is_open(const ent_finder *f, const ent_candidate *c)
{
    if (c->gone || c->sense == UINT32_MAX || c->mention.entity != ENT_UNRESOLVED)
        return false;
    const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, c->sense);
    return sense->marks & ENT_ALIAS_CONTEXT || sense->next != UINT32_MAX;
}

static void contest(weigher *w, const ent_candidate *c)
{
    for (uint32_t at = c->sense; at != UINT32_MAX; at = ent_lexicon_sense_at(w->f->lexicon, at)->next) {
        uint32_t entry = ent_lexicon_sense_at(w->f->lexicon, at)->entry;
        if (entry == UINT32_MAX || w->witness_of[entry])
            continue;
        ent_vec_push(w->f->arena, &w->witnesses, (witness){0});
        w->witness_of[entry] = (uint32_t)w->witnesses.n;
    }
}

static witness *witness_for(weigher *w, uint32_t entry)
{
    return entry != UINT32_MAX && w->witness_of[entry] ? &w->witnesses.items[w->witness_of[entry] - 1] : NULL;
}

static void note_hints(weigher *w, uint32_t hint, uint32_t token, const ent_block *block)
{
    for (; hint != UINT32_MAX; hint = w->f->lexicon->hints.items[hint].next) {
        witness *found = witness_for(w, w->f->lexicon->hints.items[hint].entry);
        if (!found)
            continue;
        ent_vec_push(w->f->arena, &found->tokens, token);
        if (block->kind == ENT_BLOCK_HEADING)
            ent_vec_push(w->f->arena, &found->sections, block->section);
    }
}

static void gather_hints(weigher *w)
{
    ent_finder *f = w->f;
    const ent_trie *trie = &f->lexicon->contexts;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        const ent_block *block = &f->document->blocks.items[sentence->block];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t node = 0;
            for (uint32_t at = i; at < sentence->last; at++) {
                node = ent_trie_step(trie, node, f->tokens[at].word);
                if (!node)
                    break;
                note_hints(w, ent_trie_value(trie, node), i, block);
            }
        }
    }
}

static void gather_title(weigher *w)
{
    ent_str title = w->f->document->title;
    uint32_t words[128], n = 0;
    ent_tokenizer tokens = ent_tokenizer_over(title, 0, title.len);
    ent_token token;
    while (n < 128 && ent_token_next(&tokens, &token))
        words[n++] = ent_vocabulary_find(w->f->vocabulary, ent_str_slice(title, token.begin, token.end));
    for (uint32_t i = 0; i < n; i++) {
        uint32_t node = 0;
        for (uint32_t at = i; at < n && (node = ent_trie_step(&w->f->lexicon->contexts, node, words[at])); at++)
            for (uint32_t hint = ent_trie_value(&w->f->lexicon->contexts, node); hint != UINT32_MAX;
                 hint = w->f->lexicon->hints.items[hint].next) {
                witness *found = witness_for(w, w->f->lexicon->hints.items[hint].entry);
                if (found)
                    found->in_title = true;
            }
    }
}

/* ---- weighing ---------------------------------------------------------------------------------------------------- */

/* Whether a token of `tokens` (in order) lies in [first, last). */
static bool any_in(const uint32_t *tokens, size_t n, uint32_t first, uint32_t last)
{
    size_t at = ent_first_from(tokens, n, sizeof *tokens, first);
    return at < n && tokens[at] < last;
}

static bool section_speaks(const weigher *w, const witness *seen, uint32_t section)
{
    const ent_document *document = w->f->document;
    if (section >= document->sections.n)
        return false;
    for (;; section = document->sections.items[section].parent) {
        for (size_t i = 0; i < seen->sections.n; i++)
            if (seen->sections.items[i] == section)
                return section != 0;
        if (section == 0)
            return false;
    }
}

/* Context words around the mention count, not those it is made of. */
static bool sentence_speaks(const ent_finder *f, const witness *seen, const ent_mention *m)
{
    const ent_sentence *s = &f->segments->sentences.items[m->sentence];
    return any_in(seen->tokens.items, seen->tokens.n, s->first, m->first) ||
           any_in(seen->tokens.items, seen->tokens.n, m->last, s->last);
}

static bool is_year(const ent_finder *f, uint32_t token)
{
    int64_t number = f->tokens[token].kind == ENT_TOKEN_NUMBER ? ent_finder_number(f, token) : -1;
    return number >= 1945 && number <= 2100;
}

/* A year right behind a mention is weighed as its own, if it is its own. */
static bool speaks_beside(const ent_finder *f, const witness *seen, const ent_mention *m)
{
    size_t at = ent_first_from(seen->tokens.items, seen->tokens.n, sizeof *seen->tokens.items, m->last);
    while (at < seen->tokens.n && is_year(f, seen->tokens.items[at]))
        at++;
    return at < seen->tokens.n && seen->tokens.items[at] < m->last + REACH;
}

static bool block_speaks(const ent_finder *f, const witness *seen, const ent_mention *m)
{
    const ent_sentence *sentences = f->segments->sentences.items;
    uint32_t block = sentences[m->sentence].block, first = ent_sentence_from_block(f->segments, block),
             behind = ent_sentence_from_block(f->segments, block + 1);
    return any_in(seen->tokens.items, seen->tokens.n, sentences[first].first, sentences[behind - 1].last);
}

/* Words that may stand between a name and its years: "the GGE of 2013", "the GGE, which met in 2023 and 2024". What was
 * done with it "in 2016" says nothing of its own years. */
static bool leads_to_year(const ent_finder *f, uint32_t token)
{
    static const char *const words[] = {"of",  "(",  "convened", "established", "that",    "which",
                                        "met", ",",  "from",     "between",     "meeting", "was",
                                        "set", "up", "and",      "to",          NULL};
    static const char *const meeting[] = {"met", "convened", "established", "meeting", "up", NULL};
    ent_str text = ent_token_text(f->segments, token);
    if (ent_str_is(text, "in"))
        return ent_str_is_any(ent_token_text(f->segments, token - 1), meeting);
    return ent_str_is_any(text, words);
}

typedef struct years {
    int64_t items[4];
    uint32_t n;
} years;

/* The years in and right beside a mention: "2018–2019 GGE", "the GGE of 2013". */
static years years_beside(const ent_finder *f, const ent_mention *m)
{
    enum { BEFORE = 2, BEHIND = 7 };
    years found = {0};
    const ent_sentence *s = &f->segments->sentences.items[m->sentence];
    uint32_t first = m->first >= s->first + BEFORE ? m->first - BEFORE : s->first;
    uint32_t last = m->last + BEHIND < s->last ? m->last + BEHIND : s->last;
    for (uint32_t i = first; i < last && found.n < 4; i++) {
        bool passed = i >= m->last && !leads_to_year(f, i);
        bool dates_entry = i == s->first && i + 1 < m->first; /* "2031 The GGE met": the line of a timeline */
        if (is_year(f, i) && !dates_entry)
            found.items[found.n++] = ent_finder_number(f, i);
        else if (passed)
            break;
    }
    return found;
}

static int64_t year_attribute(ent_str attributes, ent_str name)
{
    int64_t year = 0;
    ent_str value = ent_attribute_get(attributes, name);
    return ent_str_to_int(ent_str_slice(value, 0, 4), &year) ? year : 0;
}

/* Whether all the years are later ones than the first. */
static bool standing(const years *beside, int64_t from)
{
    bool later = true;
    for (uint32_t i = 0; i < beside->n && later; i++)
        later = beside->items[i] > from;
    return later;
}

static int weigh_years(const ent_lexicon_entry *entry, const years *beside)
{
    if (beside->n == 0)
        return 0;
    int64_t from = year_attribute(entry->attributes, ENT_STR("opened"));
    int64_t to = year_attribute(entry->attributes, ENT_STR("closed"));
    if (!from)
        from = year_attribute(entry->attributes, ENT_STR("year"));
    if (!from && !to)
        return 0;
    if (!to && entry->kind == ENT_FORUM &&
        standing(beside, from)) /* a body that meets to this day: "in 2031 the COP" */
        return 0;
    to = to ? to : from;
    from = from ? from : to;
    uint32_t fit = 0;
    for (uint32_t i = 0; i < beside->n; i++)
        fit += beside->items[i] >= from && beside->items[i] <= to;
    return fit == beside->n ? BY_YEAR : -BY_YEAR;
}

/* "the previous GGE" is not the one that the text spoke of last. */
static bool is_previous(const ent_finder *f, const ent_mention *m)
{
    static const char *const words[] = {"previous", "earlier", "preceding", "former"};
    ent_str text = m->first ? ent_token_text(f->segments, m->first - 1) : ENT_STR_EMPTY;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ent_str_is_nocase(text, words[i]) || ent_str_is_nocase(ent_token_text(f->segments, m->first), words[i]))
            return true;
    return false;
}

/* A body that was named once is the one a short form means to the end of the document; a subject ("mitigation") only as
 * long as the text dwells on it. */
static bool was_named(const ent_finder *f, const witness *seen, uint32_t entry, const ent_mention *m)
{
    if (!seen->named || ent_lexicon_entry_at(f->lexicon, entry)->kind != ENT_TOPIC)
        return seen->named;
    return seen->named_at < m->first && m->first - seen->named_at < NEAR;
}

static int weigh(weigher *w, const ent_candidate *c, const ent_sense *sense, const years *beside, uint32_t last_named)
{
    ent_finder *f = w->f;
    const ent_mention *m = &c->mention;
    const witness *seen = witness_for(w, sense->entry);
    int points = weigh_years(ent_lexicon_entry_at(f->lexicon, sense->entry), beside);
    const ent_block *block = &f->document->blocks.items[f->segments->sentences.items[m->sentence].block];
    points += sentence_speaks(f, seen, m) ? IN_SENTENCE : block_speaks(f, seen, m) ? IN_BLOCK : 0;
    points += speaks_beside(f, seen, m) ? BESIDE : 0;
    points += section_speaks(w, seen, block->section) ? IN_SECTION : 0;
    points += seen->in_title ? IN_TITLE : 0;
    points += seen->tokens.n < MAX_COUNTED ? (int)seen->tokens.n : MAX_COUNTED;
    points += was_named(f, seen, sense->entry, m) ? NAMED : 0;
    points += last_named != sense->entry ? 0 : is_previous(f, m) ? -(NAMED + NAMED_LAST) : NAMED_LAST;
    return points + (sense->marks & ENT_ALIAS_CONTEXT ? 0 : UNMARKED);
}

/* "The GGE is a group of governmental experts": what something is told to be, and none of those that are called so. */
static bool is_predicate(const ent_finder *f, const ent_mention *m)
{
    static const char *const is[] = {"is", "was", "are", "were", NULL}, *const one[] = {"a", "an", NULL};
    return m->first > 1 && ent_finder_reads_any(f, m->first - 1, m->first, one) &&
           ent_finder_reads_any(f, m->first - 2, m->first, is);
}

/* Resolves a candidate when one of its senses is clearly the best. */
static void decide(weigher *w, ent_candidate *c)
{
    ent_finder *f = w->f;
    int best = -1000, second = -1000;
    const years beside = years_beside(f, &c->mention);
    uint32_t chosen = UINT32_MAX, last_named = UINT32_MAX, named_at = 0;
    if (is_predicate(f, &c->mention) ||
        (beside.n == 0 && ent_part_is_counted(f, c->mention.sentence, c->mention.first, c->mention.last)))
        return;
    for (uint32_t at = c->sense; at != UINT32_MAX; at = ent_lexicon_sense_at(f->lexicon, at)->next) {
        const witness *seen = witness_for(w, ent_lexicon_sense_at(f->lexicon, at)->entry);
        if (seen && seen->named && seen->named_at <= c->mention.first && seen->named_at + 1 > named_at) {
            last_named = ent_lexicon_sense_at(f->lexicon, at)->entry;
            named_at = seen->named_at + 1;
        }
    }
    for (uint32_t at = c->sense; at != UINT32_MAX; at = ent_lexicon_sense_at(f->lexicon, at)->next) {
        const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, at);
        if (sense->entry == UINT32_MAX ||
            !ent_letters_fit(f, sense, c->mention.sentence, c->mention.first, c->mention.last))
            continue;
        int points = weigh(w, c, sense, &beside, last_named);
        second = points > best ? best : points > second ? points : second;
        if (points > best) {
            best = points;
            chosen = sense->entry;
        }
    }
    if (best < ENOUGH || best < second + AHEAD)
        return;
    c->mention.entity = ent_finder_entry(f, chosen);
    c->mention.kind = ent_lexicon_entry_at(f->lexicon, chosen)->kind;
    c->mention.confidence = best - second >= IN_TITLE ? 0.9f : 0.7f;
}

/* ---- the document ------------------------------------------------------------------------------------------------ */

static void sort_by_place(weigher *w)
{
    ent_finder *f = w->f;
    uint32_t *heads = ENT_ARENA_NEW(f->arena, uint32_t, f->n_tokens + 1),
             *next = ENT_ARENA_NEW(f->arena, uint32_t, f->items.n + 1);
    for (uint32_t i = (uint32_t)f->items.n; i-- > 0;) {
        uint32_t first = f->items.items[i].mention.first;
        next[i] = heads[first];
        heads[first] = i + 1;
    }
    for (uint32_t token = 0; token < f->n_tokens; token++)
        for (uint32_t i = heads[token]; i; i = next[i - 1])
            if (!f->items.items[i - 1].gone)
                ent_vec_push(f->arena, &w->order, i - 1);
}

static void note_named(weigher *w, const ent_candidate *c)
{
    uint32_t entry = c->mention.entity != ENT_UNRESOLVED ? w->f->out->entities.items[c->mention.entity].entry
                     : c->sense != UINT32_MAX            ? ent_lexicon_sense_at(w->f->lexicon, c->sense)->entry
                                                         : UINT32_MAX;
    witness *seen = witness_for(w, entry);
    if (!seen)
        return;
    seen->named = true;
    seen->named_at = c->mention.first;
}

void ent_resolve_senses(ent_finder *f)
{
    weigher w = {.f = f};
    w.witness_of = ENT_ARENA_NEW(f->arena, uint32_t, ent_lexicon_count(f->lexicon) + 1);
    for (size_t i = 0; i < f->items.n; i++)
        if (is_open(f, &f->items.items[i]))
            contest(&w, &f->items.items[i]);
    if (w.witnesses.n == 0)
        return;
    gather_hints(&w);
    gather_title(&w);
    sort_by_place(&w);
    for (int pass = 0; pass < 2; pass++) /* the second time everything that is ever named has been seen */
        for (size_t i = 0; i < w.order.n; i++) {
            ent_candidate *c = &f->items.items[w.order.items[i]];
            bool open = is_open(f, c);
            if (open)
                decide(&w, c);
            if (!open || c->mention.entity != ENT_UNRESOLVED)
                note_named(&w, c);
        }
}
