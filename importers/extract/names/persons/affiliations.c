/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies of which only a person's post tells: in brackets behind her ("Jane Roe (Director of Plans, Widget Partners)"),
 * before the post ("WGT chairman Jane Roe", "Widgetron CEO Jane Roe"), or behind it ("Jane Roe, CEO of Widgetron").
 * A State behind a comma is no place as behind a town: "Jane Roe, Oz". */
#include "importers/extract/names/finder.h"

enum { MAX_WORDS = 5 };

static bool is_body_word(const ent_finder *f, uint32_t token)
{
    if (ent_finder_over(f, token))
        return false;
    bool capital = f->tokens[token].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, token);
    return capital || ent_finder_is(f, token, f->words.and_) || ent_finder_is(f, token, f->words.ampersand) ||
           ent_finder_is(f, token, f->words.of);
}

static void add_body(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    if (first >= last || last - first > MAX_WORDS || !ent_finder_is_capital(f, first) ||
        ent_finder_lists(f, first) & ENT_LIST(POST))
        return;
    for (uint32_t i = first; i < last; i++)
        if (!is_body_word(f, i))
            return;
    if (last - first == 1 && !(f->tokens[first].flags & ENT_TOKEN_ALL_CAPS))
        return;
    uint32_t entity = ent_finder_entity(f, ENT_ORGANIZATION, ent_finder_name(f, first, last), ENT_STR_EMPTY);
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, ENT_ORGANIZATION, ENT_BY_FORM, entity, 0.6f));
}

static void read_brackets(ent_finder *f, uint32_t sentence, uint32_t open, uint32_t end)
{
    bool brackets =
        open + 1 < end && ent_finder_is(f, open, f->words.open) && ent_finder_lists(f, open + 1) & ENT_LIST(POST);
    uint32_t close = open, begin = 0;
    for (; brackets && close < end && !ent_finder_is(f, close, f->words.close); close++)
        if (ent_finder_is(f, close, f->words.comma))
            begin = close + 1;
    if (brackets && close < end && begin)
        add_body(f, sentence, begin, close);
}

/* "Jane Roe, Oz": it is no place there. */
static void read_state(ent_finder *f, uint32_t comma, uint32_t end)
{
    bool parted = comma + 1 < end && ent_finder_is(f, comma, f->words.comma);
    ent_candidate *behind = parted ? ent_finder_over(f, comma + 1) : NULL;
    if (behind && behind->mention.kind == ENT_STATE)
        behind->mention.flags &= (uint8_t)~ENT_MENTION_PLACE;
}

/* Only companies and societies have them: what they are of is one, whatever its name. */
static bool is_corporate(const ent_finder *f, uint32_t token, uint32_t end)
{
    static const char *const posts[] = {"CEO", "CTO", "CFO", "COO", "founder", "co-founder", NULL};
    bool chief = ent_finder_reads(f, token, end, "chief") && ent_finder_reads(f, token + 1, end, "executive");
    return token < end && (chief || ent_finder_reads_any(f, token, end, posts));
}

/* A capital that no list knows as anything else, and no acronym for a trade ("IT director"). */
static bool is_bare_name(const ent_finder *f, uint32_t token)
{
    static const char *const others[] = {"IT",  "HR", "PR",     "TV",       "NGO",      "MP",   "MEP", "GIS",     "EVP",
                                         "SVP", "VP", "former", "outgoing", "incoming", "then", "ex",  "company", NULL};
    const uint64_t lists = ENT_LIST(POST) | ENT_LIST(STARTER) | ENT_LIST(PERSON_TITLE) | ENT_LIST(NO_PERSON);
    return f->tokens[token].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, token) && !ent_finder_over(f, token) &&
           !(f->tokens[token].flags & ENT_TOKEN_HYPHEN) && !(ent_finder_lists(f, token) & lists) &&
           !ent_finder_reads_any(f, token, f->n_tokens, others);
}

static void add_named(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    uint32_t entity = ent_finder_entity(f, ENT_ORGANIZATION, ent_finder_name(f, first, last), ENT_STR_EMPTY);
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, ENT_ORGANIZATION, ENT_BY_FORM, entity, 0.6f));
}

/* "[WGT] legal adviser Jane Roe", "[Widgetron] CEO Jane Roe" */
static void read_before(ent_finder *f, uint32_t sentence, uint32_t begin, uint32_t person)
{
    uint32_t post = person;
    bool corporate = false;
    const uint64_t posts = ENT_LIST(POST) | ENT_LIST(PERSON_TITLE);
    while (post > begin && ent_finder_lists(f, post - 1) & posts && !ent_finder_over(f, post - 1))
        corporate |= is_corporate(f, --post, person);
    if (post == person || post == begin || !is_bare_name(f, post - 1))
        return;
    bool longer = post > begin + 1 && is_bare_name(f, post - 2);
    if (!longer && (corporate || ent_finder_is_acronym(f, post - 1)))
        add_named(f, sentence, post - 1, post);
}

/* "Jane Roe, founder and CEO of [Widgetron]" */
static void read_behind(ent_finder *f, uint32_t sentence, uint32_t person, uint32_t end)
{
    uint32_t at = person + 1;
    bool corporate = false;
    if (person >= end || !ent_finder_is(f, person, f->words.comma))
        return;
    for (; at < end && (ent_finder_lists(f, at) & ENT_LIST(POST) || ent_finder_is(f, at, f->words.the) ||
                        ent_finder_is(f, at, f->words.and_));
         at++)
        corporate |= is_corporate(f, at, end);
    if (corporate && at + 1 < end && ent_finder_is(f, at, f->words.of) && is_bare_name(f, at + 1) &&
        !(at + 2 < end && ent_finder_is_capital(f, at + 2)))
        add_named(f, sentence, at + 1, at + 2);
}

void ent_find_affiliations(ent_finder *f)
{
    for (size_t i = 0, n = f->items.n; i < n; i++) {
        const ent_mention m = f->items.items[i].mention;
        const ent_sentence *sentence = &f->segments->sentences.items[m.sentence];
        if (f->items.items[i].gone || m.kind != ENT_PERSON)
            continue;
        read_brackets(f, m.sentence, m.last, sentence->last);
        read_state(f, m.last, sentence->last);
        read_behind(f, m.sentence, m.last, sentence->last);
        read_before(f, m.sentence, sentence->first, m.first);
    }
}
