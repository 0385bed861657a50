/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures that somebody puts forward and nobody has named yet: "proposed a regional centre for widget data",
 * "suggested setting up a network of widget desks", "called for a widget review process", "opposed caps on the use of
 * widgets". Only behind words of proposing, so that what exists is no proposal.
 */
#include "importers/extract/names/names.h"

enum {
    REACH = 9,
    NEAR = 5,
    MAX_MODIFIERS = 6
}; /* tokens: back to the proposing word; between the article and the head */

/* "call for", and where that is not far before "and for". */
static bool calls_for(const ent_finder *f, uint32_t at, uint32_t begin)
{
    enum { FAR = 30 };
    static const char *const call[] = {"call", "calls", "called", "calling", NULL};
    if (at == begin || !ent_finder_is(f, at, f->words.for_))
        return false;
    bool joined = ent_finder_is(f, at - 1, f->words.and_);
    for (uint32_t i = at; i > begin && i + FAR > at; i--)
        if (ent_finder_is(f, i, f->words.for_) && ent_finder_reads_any(f, i - 1, at, call))
            return true;
        else if (!joined)
            return false;
    return false;
}

/* "proposed", "the idea of", "should establish", "call for". */
static bool puts_forward(const ent_finder *f, uint32_t at, uint32_t begin)
{
    return ent_finder_lists(f, at) & ENT_LIST(PROPOSING) || calls_for(f, at, begin);
}

/* "establish": what it makes may be there already. */
static bool makes(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const making[] = {"establish", "establishing", "establishment", "create",
                                         "creating",  "creation",     "setting",       NULL};
    return ent_finder_reads_any(f, at, end, making);
}

/* "called for: a widget desk; and a blorp plan": the colon of a list whose next part begins at `at`, else `at`. */
static uint32_t list_colon(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    uint32_t mark = at - (at > sentence->first && ent_finder_is(f, at - 1, f->words.and_));
    if (mark == sentence->first || !ent_finder_is(f, mark - 1, f->words.semicolon))
        return at;
    while (mark > sentence->first && !ent_finder_is(f, mark - 1, f->words.colon))
        mark--;
    return mark > sentence->first ? mark - 1 : at;
}

/* Whether a word of proposing stands shortly before `at`; `firmly`: other than of making. */
static bool is_put_forward(const ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t reach, bool firmly)
{
    at = list_colon(f, sentence, at - ent_finder_is(f, at - 1, f->words.colon));
    for (uint32_t i = at; i > sentence->first && i + reach > at; i--) {
        if (puts_forward(f, i - 1, sentence->first) && !(firmly && makes(f, i - 1, sentence->last)))
            return true;
        if (ent_finder_is(f, i - 1, f->words.semicolon) || ent_finder_is(f, i - 1, f->words.colon))
            return false;
    }
    return false;
}

/* A word of small letters that may stand before the head, other than the head. */
static bool is_modifier(const ent_finder *f, uint32_t at)
{
    const ent_candidate *over = ent_finder_over(f, at);
    bool joins = ent_finder_is(f, at, f->words.and_);
    bool number = ent_finder_is_number(f, at) && f->tokens[at].flags & ENT_TOKEN_HYPHEN; /* "post-2030" */
    return (number || f->tokens[at].kind == ENT_TOKEN_WORD) && (!over || over->mention.kind == ENT_TOPIC) &&
           (joins || !(ent_finder_lists(f, at) & (ENT_LIST(STOP) | ENT_LIST(LINK))));
}

/* The head behind "a" at `at`, small words of the same phrase between them; 0 where there is none. */
static uint32_t head_behind(const ent_finder *f, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i < end && i <= at + 1 + MAX_MODIFIERS && is_modifier(f, i); i++) {
        bool goes_on =
            i + 1 < end && ent_finder_lists(f, i + 1) & ENT_LIST(MEASURE); /* "focal point", "network system" */
        if (ent_finder_lists(f, i) & ENT_LIST(MEASURE) && !goes_on)
            return ent_finder_is_capital(f, i) ? 0 : i;
    }
    return 0;
}

/* Where the words end that say which one, behind "for", "on" or "of"; 0 where none do. */
static uint32_t subject_end(const ent_finder *f, uint32_t head, uint32_t end)
{
    uint32_t at = head + 1;
    bool linked =
        ent_finder_is(f, at, f->words.for_) || ent_finder_is(f, at, f->words.on) || ent_finder_is(f, at, f->words.of);
    if (!linked || at + 1 >= end)
        return 0;
    uint32_t last = ent_name_subject_end(f, at + 1, end);
    return last > at + 1 ? last : 0;
}

/* Behind the words that say nothing of which one: "strong and clear", "common". */
static uint32_t behind_plain(const ent_finder *f, uint32_t at, uint32_t head)
{
    while (at < head && (ent_finder_cues(f, at, head, ENT_CUE(PLAIN)) || ent_finder_is(f, at, f->words.and_)))
        at++;
    return at;
}

/* The words [first, last), of which those from `named` on are the name. */
static void add_measure(ent_finder *f, uint32_t s, uint32_t first, uint32_t named, uint32_t last)
{
    uint32_t entity = ent_finder_entity(f, ENT_PROPOSAL, ent_finder_name(f, named, last), ENT_STR("status=proposed"));
    ent_candidate c = ent_finder_candidate(s, first, last, ENT_PROPOSAL, ENT_BY_FORM, entity, 0.65f);
    c.mention.flags |= ENT_MENTION_DESCRIBED;
    ent_finder_add(f, c);
}

/* Whether somebody who takes part in talks stands in the sentence before `at`: a State, a group, "delegations", "we".
 */
static bool is_told_of_talks(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    static const char *const speakers[] = {"we",           "he",         "she",     "they",      "speaker", "speakers",
                                           "participants", "panellists", "experts", "panellist", NULL};
    for (uint32_t i = sentence->first; i < at; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if ((over && (over->mention.kind == ENT_STATE || over->mention.kind == ENT_BLOC)) ||
            ent_finder_lists(f, i) & ENT_LIST(CLASS_NOUN) || ent_finder_reads_any(f, i, at, speakers))
            return true;
    }
    return false;
}

/* "in a widget forum": behind a preposition other than "of" and "for" it is no object. */
static bool is_governed(const ent_finder *f, uint32_t at)
{
    bool of = ent_finder_is(f, at - 1, f->words.of) || ent_finder_is(f, at - 1, f->words.for_) ||
              ent_finder_is(f, at - 1, f->words.and_);
    return !of && ent_finder_lists(f, at - 1) & (ENT_LIST(LINK) | ENT_LIST(STOP));
}

/* "the proposal by Oz [for all States to develop] a centre": where these words before `at` begin, or `at`. */
static uint32_t before_whom(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    enum { WHOM = 5 };
    if (at < sentence->first + 4 || !ent_finder_is(f, at - 2, f->words.to))
        return at;
    for (uint32_t i = at - 2; i > sentence->first && i + WHOM > at - 2; i--)
        if (ent_finder_is(f, i - 1, f->words.for_))
            return i - 1;
    return at;
}

/* "a regional centre for widget data", "a widget review process": the token behind it, or `at`. */
static uint32_t find_one(ent_finder *f, uint32_t s, uint32_t at)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    if (!ent_finder_reads(f, at, sentence->last, "a") && !ent_finder_reads(f, at, sentence->last, "an"))
        return at;
    uint32_t head = head_behind(f, at, sentence->last);
    uint32_t last = head ? subject_end(f, head, sentence->last) : 0;
    if (!head || !is_put_forward(f, sentence, before_whom(f, sentence, at), REACH, !last) ||
        (!last && (is_governed(f, at) || !is_told_of_talks(f, sentence, at))))
        return at;
    uint32_t named = last ? at + 1 : behind_plain(f, at + 1, head);
    if (named == head && !last)
        return at;
    last = last ? last : head + 1;
    add_measure(f, s, at + 1, named, last);
    return last;
}

/* "guidelines for the widget register", "caps on the use of widgets": the token behind it, or `at`. */
static uint32_t find_several(ent_finder *f, uint32_t s, uint32_t at)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t last = ent_finder_over(f, at) || ent_finder_is_capital(f, at) ? 0 : subject_end(f, at, sentence->last);
    uint32_t first = at;
    while (last && first > sentence->first && is_modifier(f, first - 1) && !ent_finder_over(f, first - 1) &&
           ent_finder_cues(f, first - 1, sentence->last, ENT_CUE(PLAIN)))
        first--;
    if (!last || !is_put_forward(f, sentence, first, NEAR, true) || ent_finder_is(f, at + 1, f->words.of))
        return at;
    add_measure(f, s, first, at, last);
    return last;
}

void ent_find_measures(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t behind = i;
            if (ent_finder_lists(f, i) & ENT_LIST(DETERMINER))
                behind = find_one(f, s, i);
            else if (ent_finder_cues(f, i, sentence->last, ENT_CUE(MEASURES)))
                behind = find_several(f, s, i);
            i = behind > i ? behind - 1 : i;
        }
    }
}
