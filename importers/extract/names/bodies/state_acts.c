/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether words that may stand for a State do: an adjective where it acts ("the Chinese delegation"), a capital where
 * it governs ("Moscow proposed"), a people as its government ("the Russians rejected"). */
#include "importers/extract/names/finder.h"

/* "delegations" is a class by itself; here it is also the plural of what acts. */
static bool is_acting(const ent_finder *f, uint32_t token)
{
    uint32_t word = f->tokens[token].word, singular = f->vocabulary->singulars.items[word];
    uint64_t lists = ent_word_lists_of(&f->lexicon->lists, word) | ent_word_lists_of(&f->lexicon->lists, singular);
    return lists & ENT_LIST(ACTING) && !(f->tokens[token].flags & ENT_TOKEN_ALL_CAPS);
}

/* "the Arabic, Chinese and Russian texts": languages, where one is named that no State's people is called after. */
static bool is_language(const ent_finder *f, uint32_t sentence, uint32_t noun)
{
    static const char *const texts[] = {"text", "texts", NULL}, *const languages[] = {"English", "Arabic", NULL};
    if (!ent_str_is_any_nocase(ent_token_text(f->segments, noun), texts))
        return false;
    const ent_sentence *at = &f->segments->sentences.items[sentence];
    for (uint32_t i = at->first; i < at->last; i++)
        if (ent_str_is_any_nocase(ent_token_text(f->segments, i), languages))
            return true;
    return false;
}

/* "the Chinese delegation", "Chinese and Russian draft", "the Chinese national position". */
bool ent_state_acts(const ent_finder *f, uint32_t sentence, uint32_t last)
{
    uint32_t end = f->segments->sentences.items[sentence].last;
    if (last < end && f->tokens[last].flags & ENT_TOKEN_HYPHEN &&
        ent_finder_lists(f, last) & (ENT_LIST(STOP) | ENT_LIST(GOVERNMENT_VERB))) /* "the Chinese-sponsored text" */
        return true;
    for (uint32_t i = last, passed = 0; i < end && passed < 4; i++, passed++) {
        uint64_t lists = ent_finder_lists(f, i);
        if (is_acting(f, i))
            return !is_language(f, sentence, i);
        bool joins = ent_finder_is(f, i, f->words.and_) || ent_finder_is(f, i, f->words.comma);
        if (!joins && (ent_finder_is_punct(f, i) || lists & (ENT_LIST(LINK) | ENT_LIST(STOP))))
            return false;
    }
    return false;
}

/* The end of a State's name at `at` by itself ("Beijing", "the Chinese"), or `at`. */
static uint32_t state_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t node = 0, found = at, first = at + (at < end && ent_finder_is(f, at, f->words.the));
    for (uint32_t i = first; i < end; i++) {
        uint32_t next = ent_trie_step(&f->lexicon->names, node, f->tokens[i].word);
        if (!next) /* "Russians" */
            next = ent_trie_step(&f->lexicon->names, node, f->vocabulary->singulars.items[f->tokens[i].word]);
        if (!next || !ent_finder_is_capital(f, first))
            break;
        uint32_t sense = ent_trie_value(&f->lexicon->names, node = next);
        uint32_t entry = sense == ENT_TRIE_NONE ? UINT32_MAX : ent_lexicon_sense_at(f->lexicon, sense)->entry;
        if (entry != UINT32_MAX && ent_lexicon_entry_at(f->lexicon, entry)->kind == ENT_STATE)
            found = i + 1;
    }
    return found;
}

/* What a government does, or who speaks for it, stands at `at`: "said", "has long opposed", "'s proposal", "spokesman".
 */
static bool does(const ent_finder *f, uint32_t sentence, uint32_t at)
{
    enum { MAX_ADVERBS = 3 };
    uint32_t end = f->segments->sentences.items[sentence].last;
    if (at < end && ent_finder_is(f, at, f->words.possessive))
        return ent_state_acts(f, sentence, at + 1);
    for (uint32_t passed = 0; passed < MAX_ADVERBS && at < end && ent_finder_lists(f, at) & ENT_LIST(VERB_ADVERB);)
        passed++, at++;
    static const char *const posts[] = {"spokesman", "spokeswoman", "spokesperson", "official", "officials",
                                        "envoy",     NULL};
    return at < end && (ent_finder_lists(f, at) & ENT_LIST(GOVERNMENT_VERB) ||
                        ent_str_is_any(ent_token_text(f->segments, at), posts));
}

/* The same with another one beside it: "Moscow and Beijing proposed"; or between two: "between Moscow and Beijing". */
static bool does_jointly(const ent_finder *f, uint32_t sentence, uint32_t last, bool between)
{
    uint32_t end = f->segments->sentences.items[sentence].last;
    uint32_t other = last + 1 < end && ent_finder_is(f, last, f->words.and_) ? state_end(f, last + 1, end) : 0;
    return other > last + 1 && (between || does(f, sentence, other));
}

/* "Beijing said …", "rejected by Beijing", "Moscow's proposal", "Moscow and Beijing agreed". */
bool ent_state_governs(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    uint32_t begin = f->segments->sentences.items[sentence].first;
    if (first > begin && ent_finder_is(f, first - 1, f->words.the)) /* "the Kremlin" */
        first--;
    if (first > begin + 1 && ent_finder_is(f, first - 1, f->words.and_)) {
        const ent_candidate *other = ent_finder_over(f, first - 2);
        if (other && other->mention.kind == ENT_STATE && other->mention.confidence < 0.6f)
            return true; /* the other one was found to govern, and this one with it */
    }
    bool done = first > begin + 1 && ent_finder_reads(f, first - 1, last, "by") &&
                ent_finder_lists(f, first - 2) & ENT_LIST(GOVERNMENT_VERB); /* "rejected by Moscow" */
    if (done)
        return true;
    bool between = first > begin && ent_str_eq(ent_token_text(f->segments, first - 1), ENT_STR("between"));
    bool linked =
        first > begin && ent_finder_lists(f, first - 1) & ENT_LIST(LINK) && !ent_finder_is(f, first - 1, f->words.and_);
    return (!linked && does(f, sentence, last)) || ((!linked || between) && does_jointly(f, sentence, last, between));
}

/* "The Chinese rejected …", "the Russians' proposal": a people as its government; "the Russian said" is somebody. */
bool ent_state_is_people(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    static const char *const endings[] = {"ese", "sh", "ch", "ss", "z", "gasy"};
    uint32_t begin = f->segments->sentences.items[sentence].first, word = f->tokens[last - 1].word;
    if (first == begin || !ent_finder_is(f, first - 1, f->words.the))
        return false;
    bool several = f->vocabulary->singulars.items[word] != word || f->tokens[last - 1].word == 0;
    ent_str text = ent_token_text(f->segments, last - 1);
    for (size_t i = 0; i < sizeof endings / sizeof *endings && !several; i++)
        several = ent_str_ends(text, ent_str_from(endings[i]));
    return (several || ent_str_ends(text, ENT_STR("s"))) &&
           (does(f, sentence, last) || does_jointly(f, sentence, last, false));
}
