/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics that share a word in a row: "space security, safety and sustainability" are three, "hard and soft law" are
 * two. Beside a topic that was found whole, the others are looked up with the word they share. A text that has said
 * "space security, safety and sustainability" goes on to speak of "sustainability" alone. */
#include "importers/extract/names/finder.h"

enum { LONGEST_PART = 3 };

/* The node behind the words of tokens [first, last), or 0; the last may be in the plural. */
static uint32_t node_behind(const ent_finder *f, uint32_t node, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        uint32_t word = f->tokens[i].word, singular = f->vocabulary->singulars.items[word];
        uint32_t next = word ? ent_trie_step(&f->lexicon->names, node, word) : 0;
        if (!next && singular)
            next = ent_trie_step(&f->lexicon->names, node, singular);
        if (!next)
            return 0;
        node = next;
    }
    return node;
}

/* The topic whose name is the words of [a, b) and then of [c, d), or UINT32_MAX. */
static uint32_t topic_named(const ent_finder *f, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    uint32_t node = node_behind(f, 0, a, b);
    node = node ? node_behind(f, node, c, d) : 0;
    uint32_t id = node ? ent_trie_value(&f->lexicon->names, node) : ENT_TRIE_NONE;
    if (id == ENT_TRIE_NONE)
        return UINT32_MAX;
    const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, id);
    bool plain = sense->entry != UINT32_MAX && sense->letters == ENT_LETTERS_ANY &&
                 !(sense->marks & ENT_ALIAS_CONTEXT) &&
                 ent_lexicon_entry_at(f->lexicon, sense->entry)->kind == ENT_TOPIC;
    return plain ? sense->entry : UINT32_MAX;
}

static bool is_free(const ent_finder *f, uint32_t token)
{
    return f->tokens[token].word != 0 && !ent_finder_is_punct(f, token) && !ent_finder_over(f, token);
}

static bool joins(const ent_finder *f, uint32_t token)
{
    return ent_finder_is(f, token, f->words.and_) || ent_finder_is(f, token, f->words.or_) ||
           ent_finder_is(f, token, f->words.ampersand);
}

static void add_part(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t entry)
{
    ent_finder_add(
        f, ent_finder_candidate(sentence, first, last, ENT_TOPIC, ENT_BY_REFERENCE, ent_finder_entry(f, entry), 0.85f));
}

/* Whether a word before "safety" says whose it is: an ending of adjectives ("national") or of nouns ("technology"). */
static bool narrows(const ent_finder *f, uint32_t token)
{
    static const char *const endings[] = {"al", "ic", "ar", "an", "ive", "ous", "gy", "ty", "its", "their", "own"};
    ent_str text = ent_token_text(f->segments, token);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ent_str_ends(text, ent_str_from(endings[i])))
            return true;
    return false;
}

/* The word by itself, in what follows its introduction. */
static void find_alone(ent_finder *f, uint32_t introduced, uint32_t entry)
{
    uint32_t word = f->tokens[introduced].word;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        uint32_t from = sentence->first > introduced ? sentence->first : introduced + 1;
        for (uint32_t i = from; i < sentence->last; i++)
            if (f->tokens[i].word == word && is_free(f, i) && !ent_finder_is_capital(f, i) && i > sentence->first &&
                !narrows(f, i - 1))
                add_part(f, s, i, i + 1, entry);
    }
}

/* Behind "space security": ", safety and sustainability". */
static void find_behind(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t sense)
{
    uint32_t end = f->segments->sentences.items[sentence].last, at = last;
    for (;;) {
        bool comma = at < end && ent_finder_is(f, at, f->words.comma);
        uint32_t next = at + comma;
        next += next < end && joins(f, next);
        if (next == at || next >= end || !is_free(f, next))
            return;
        uint32_t entry = UINT32_MAX;
        for (uint32_t from = first; from + 1 < last && entry == UINT32_MAX; from++)
            entry = topic_named(f, from, last - 1, next, next + 1);
        if (entry == UINT32_MAX)
            return;
        add_part(f, sentence, next, next + 1, entry);
        find_alone(f, next, entry);
        if (at == last)
            find_alone(f, last - 1, ent_lexicon_sense_at(f->lexicon, sense)->entry);
        at = next + 1;
    }
}

/* Before "soft law": "hard and". */
static void find_before(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    uint32_t begin = f->segments->sentences.items[sentence].first;
    if (first < begin + 2 || !joins(f, first - 1))
        return;
    uint32_t end = first - 1;
    for (uint32_t from = end; from > begin && end - from < LONGEST_PART && is_free(f, from - 1); from--)
        for (uint32_t tail = first + 1; tail < last; tail++) {
            uint32_t entry = topic_named(f, from - 1, end, tail, last);
            if (entry != UINT32_MAX) {
                add_part(f, sentence, from - 1, end, entry);
                return;
            }
        }
}

void ent_find_shared_words(ent_finder *f)
{
    size_t n = f->items.n;
    for (size_t i = 0; i < n; i++) {
        ent_candidate c = f->items.items[i];
        bool whole = !c.gone && !(c.mention.flags & ENT_MENTION_NESTED) && c.mention.kind == ENT_TOPIC &&
                     c.sense != UINT32_MAX && c.mention.last > c.mention.first + 1;
        if (!whole)
            continue;
        find_behind(f, c.mention.sentence, c.mention.first, c.mention.last, c.sense);
        find_before(f, c.mention.sentence, c.mention.first, c.mention.last);
    }
}
