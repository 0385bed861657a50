/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of States that a text counts or speaks of: "37 States", "12 Latin American States", "many delegations", "155
 * votes in favour". */
#include "importers/extract/names/finder.h"

enum { MAX_STATES = 250 }; /* a larger number before "States" is a year or a page */

static uint32_t member_states(ent_finder *f)
{
    ent_str key = ENT_STR("bloc:member-states");
    uint32_t entry = ent_lexicon_find(f->lexicon, key);
    if (entry != UINT32_MAX)
        return ent_finder_entry(f, entry);
    return ent_mentions_entity(f->arena, f->out, ENT_BLOC, key, ENT_STR("Member States"), ENT_STR_EMPTY);
}

/* A number before a bloc of the lexicon counts it: "12 Latin American States". */
static bool count_bloc(ent_finder *f, uint32_t token, int64_t count)
{
    ent_candidate *over = token < f->n_tokens ? ent_finder_over(f, token) : NULL;
    if (!over || over->mention.kind != ENT_BLOC || over->mention.first != token)
        return false;
    over->mention.count = count;
    return true;
}

/* The class noun behind a quantity at `token`, or 0. */
static uint32_t noun_behind(const ent_finder *f, uint32_t token, uint32_t end)
{
    for (uint32_t i = token + 1; i < end && i <= token + 3; i++) {
        if (ent_finder_over(f, i))
            return 0;
        uint64_t lists = ent_finder_lists(f, i);
        if (lists & ENT_LIST(CLASS_NOUN))
            return i;
        if (!(lists & ENT_LIST(CLASS_ADJECTIVE)) && !(i > token && lists & ENT_LIST(QUANTITY)))
            return 0;
    }
    return 0;
}

/* "States" with a capital names the class by itself in the United Nations' way of writing. */
static bool stands_alone(const ent_finder *f, uint32_t sentence, uint32_t token)
{
    if (f->capitals[sentence] != ENT_CAPITALS_USUAL || ent_finder_over(f, token))
        return false;
    ent_str text = ent_token_text(f->segments, token);
    bool before = token > f->segments->sentences.items[sentence].first && ent_finder_is_capital(f, token - 1);
    bool after = token + 1 < f->n_tokens && ent_finder_is_capital(f, token + 1);
    return ent_str_eq(text, ENT_STR("States")) && !before && !after;
}

static uint32_t add_class(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, int64_t count,
                          float confidence)
{
    ent_candidate c = ent_finder_candidate(sentence, first, last, ENT_BLOC, ENT_BY_CLASS, member_states(f), confidence);
    c.mention.count = count;
    ent_finder_add(f, c);
    return last;
}

/* The number that begins at a token, in figures or words ("thirty-seven", "one hundred and twenty"), and its end; -1
 * where none does. */
static int64_t number_at(const ent_finder *f, uint32_t token, uint32_t end, uint32_t *last)
{
    static const char *const tens[] = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    *last = token + 1;
    int64_t number = ent_finder_number(f, token);
    bool asked = (ent_finder_lists(f, token) & (ENT_LIST(ASKED) | ENT_LIST(ORDINAL))) != 0;
    for (int i = 0; i < 8 && asked; i++)
        if (ent_finder_reads(f, token, end, tens[i]))
            number = (i + 2) * 10;
    bool tens_alone = number >= 20 && f->tokens[token].kind == ENT_TOKEN_WORD;
    if (tens_alone && *last < end && f->tokens[*last].flags & ENT_TOKEN_HYPHEN && ent_finder_number(f, *last) > 0)
        number += ent_finder_number(f, (*last)++);
    if (!(number > 0 && number < 10 && ent_finder_reads(f, *last, end, "hundred")))
        return asked && ent_finder_reads(f, token, end, "dozen") ? 12 : number;
    uint32_t rest = *last + 1 + ent_finder_reads(f, *last + 1, end, "and");
    uint32_t rest_end = rest;
    int64_t more = rest > *last + 1 && rest < end ? number_at(f, rest, end, &rest_end) : -1;
    *last = more > 0 ? rest_end : *last + 1;
    return number * 100 + (more > 0 ? more : 0);
}

/* "a number of States"; "the number of States" is a figure. */
static bool is_figure(const ent_finder *f, uint32_t token)
{
    return ent_finder_is(f, token + 1, f->words.of) && token > 0 && ent_finder_is(f, token - 1, f->words.the) &&
           ent_finder_reads(f, token, f->n_tokens, "number");
}

/* Where a number of votes ends whose figure ends at `at`: "155 in favour", "155 votes to 9", "a vote of 155"; 0 where
 * it is none. The States counted against that are named behind it speak for themselves. */
static uint32_t votes_end(const ent_finder *f, uint32_t token, uint32_t at, uint32_t end)
{
    bool of = token > 1 && ent_finder_is(f, token - 1, f->words.of) && ent_finder_reads(f, token - 2, end, "vote");
    uint32_t next = at + (ent_finder_reads(f, at, end, "votes") || ent_finder_reads(f, at, end, "vote"));
    bool named = next + 1 < end && ent_finder_is(f, next + 1, f->words.open);
    if (ent_finder_reads(f, next, end, "against"))
        return named ? 0 : next + 1;
    bool favour = ent_finder_reads(f, next + 1, end, "favour") || ent_finder_reads(f, next + 1, end, "favor");
    if (ent_finder_is(f, next, f->words.in) && favour)
        return next + 2;
    return of || (next > at && ent_finder_is(f, next, f->words.to)) ? next : 0;
}

/* "Parties: 115": how many there are stands behind what they are. */
static bool counts_label(const ent_finder *f, uint32_t sentence, uint32_t token, uint32_t last)
{
    static const char *const labels[] = {"parties", "signatories", "ratifications", "ratifiers"};
    const ent_sentence *s = &f->segments->sentences.items[sentence];
    uint32_t label = token > s->first && ent_finder_reads(f, token - 1, token, ":") ? token - 2 : token - 1;
    if (token == s->first || label != s->first || label >= token || (last < s->last && last + 1 < s->last))
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (ent_finder_reads(f, label, token, labels[i]))
            return true;
    return false;
}

/* Returns the token behind what was found at `token`, or the next one. */
static uint32_t find_class(ent_finder *f, uint32_t sentence, uint32_t token, uint32_t end)
{
    uint64_t lists = ent_finder_lists(f, token);
    bool number = f->tokens[token].kind == ENT_TOKEN_NUMBER;
    if (lists & ENT_LIST(CLASS_NOUN) && stands_alone(f, sentence, token))
        return add_class(f, sentence, token, token + 1, 0, 0.5f);
    bool quantity = lists & ENT_LIST(QUANTITY) && !is_figure(f, token);
    bool any = number || quantity || lists & (ENT_LIST(NUMBER_WORD) | ENT_LIST(ASKED) | ENT_LIST(ORDINAL));
    if (!any || ent_finder_over(f, token))
        return token + 1;
    uint32_t last = token + 1;
    int64_t count = quantity ? 0 : number_at(f, token, end, &last);
    if (count < 0 || count > MAX_STATES || (!quantity && count == 0) || count_bloc(f, last, count))
        return last;
    if (number && counts_label(f, sentence, token, last))
        return add_class(f, sentence, token, last, count, 0.8f);
    uint32_t noun = noun_behind(f, last - 1, end), votes = count > 0 ? votes_end(f, token, last, end) : 0;
    if (votes)
        return add_class(f, sentence, token, votes, count, 0.8f);
    return noun ? add_class(f, sentence, token, noun + 1, count, 0.8f) : last;
}

/* "ITU Member States": the class takes in the body whose members they are, which does not act itself. */
static void take_in_body(ent_finder *f, uint32_t sentence, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    if (!over || over->mention.first != token || over->mention.kind != ENT_BLOC || token == 0 ||
        ent_finder_names(f, over) != member_states(f))
        return;
    const ent_candidate *body = ent_finder_over(f, token - 1);
    if (!body || body->mention.kind != ENT_ORGANIZATION || body->mention.sentence != sentence)
        return;
    ent_candidate c = ent_finder_candidate(sentence, body->mention.first, over->mention.last, ENT_BLOC, ENT_BY_FORM,
                                           member_states(f), over->mention.confidence);
    ent_finder_add(f, c);
}

void ent_find_classes(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++)
            take_in_body(f, s, i);
        for (uint32_t i = sentence->first; i < sentence->last;)
            i = find_class(f, s, i, sentence->last);
    }
}
