/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An encyclopedia's article, a treaty's page, a body's own page: the title is a name and nothing else, and the first
 * sentence under it speaks of what it names; or it says that the page is about that ("Frequently asked questions on
 * …"). There "the agency" and "It" at a paragraph's beginning mean that, however far the name is, unless something
 * nearer was found. A heading within the page may name another topic of its own. In the same way a page is about a
 * person ("She": pronouns.c). */
#include "importers/extract/names/finder.h"

#include <string.h>

#define BODIES (ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC))
#define TOPICS (BODIES | ENT_KIND_BIT(ENT_INSTRUMENT))

static const ent_block *block_of(const ent_finder *f, uint32_t sentence)
{
    return &f->document->blocks.items[f->segments->sentences.items[sentence].block];
}

/* What the candidate of these kinds that begins at a token names, where it counts; or ENT_UNRESOLVED. */
static uint32_t named_at(ent_finder *f, uint32_t token, ent_kinds kinds, uint32_t *last)
{
    const ent_candidate *c = ent_finder_over(f, token);
    if (!c || c->mention.first != token || !ent_kinds_has(kinds, c->mention.kind) || c->mention.source == ENT_BY_CLASS)
        return ENT_UNRESOLVED;
    *last = c->mention.last;
    return ent_finder_names(f, c);
}

/* The token behind the words that only say what kind of page it is: "Frequently asked questions about", "List of
 * parties to", "Director-General of". */
static uint32_t behind_frame(const ent_finder *f, uint32_t first, uint32_t last)
{
    static const char *const words[] = {
        "about",      "what",        "is",          "who",       "frequently",   "asked",        "questions",
        "faq",        "faqs",        "on",          "of",        "to",           "at",           "a",
        "glance",     "fact",        "sheet",       "factsheet", "facts",        "key",          "timeline",
        "chronology", "overview",    "history",     "profile",   "introduction", "backgrounder", "list",
        "parties",    "signatories", "members",     "member",    "states",       "general",      "enlargement",
        "membership", "size",        "composition", "structure", "mandate",      "us",           NULL};
    while (first < last && (ent_finder_is_punct(f, first) || ent_finder_reads_any(f, first, last, words) ||
                            (ent_finder_lists(f, first) & ENT_LIST(POST) && !ent_finder_over(f, first))))
        first++;
    return first;
}

/* What the sentence names and says nothing else: "The Widget Agency (WA)", *framed: but what kind of page it heads. */
static uint32_t named_alone(ent_finder *f, const ent_sentence *s, ent_kinds kinds, bool *framed)
{
    uint32_t at = behind_frame(f, s->first, s->last), last;
    *framed = at > s->first;
    at += at < s->last && ent_finder_is(f, at, f->words.the);
    last = at;
    uint32_t topic = at < s->last ? named_at(f, at, kinds, &last) : ENT_UNRESOLVED;
    while (topic != ENT_UNRESOLVED && last < s->last) {
        uint32_t next = behind_frame(f, last, s->last);
        *framed |= next > last + 1;
        if (next == last && named_at(f, last, kinds, &next) != topic)
            return ENT_UNRESOLVED;
        last = next;
    }
    return topic;
}

bool ent_finder_is_heading(const ent_finder *f, uint32_t s)
{
    enum { LONGEST = 6 };
    const ent_sentence *line = &f->segments->sentences.items[s];
    bool alone = s + 1 == f->segments->sentences.n || line[1].block != line->block;
    return block_of(f, s)->kind == ENT_BLOCK_HEADING ||
           (block_of(f, s)->kind == ENT_BLOCK_PARAGRAPH && alone && line->last - line->first <= LONGEST &&
            !ent_finder_is_punct(f, line->last - 1));
}

static bool names_topic(ent_finder *f, const ent_sentence *sentence, uint32_t topic)
{
    ent_kinds kinds = ENT_KIND_BIT(f->out->entities.items[topic].kind);
    uint32_t last;
    for (uint32_t i = sentence->first; i < sentence->last; i++)
        if (named_at(f, i, kinds, &last) == topic)
            return true;
    return false;
}

/* Whether the word stands in the name before what the name goes on about: "committee" in "Committee on Agencies", not
 * "agency". */
static bool is_called(ent_str name, ent_str word)
{
    static const char *const links[] = {"of", "on", "for", "to", "in", "concerning", "against"};
    size_t begin = 0;
    for (size_t i = 0; i <= name.len; i++) {
        if (i < name.len && name.data[i] != ' ' && name.data[i] != '-')
            continue;
        ent_str part = ent_str_slice(name, begin, i);
        if (ent_str_eq_nocase(part, word))
            return true;
        for (size_t k = 0; k < sizeof links / sizeof *links; k++)
            if (ent_str_eq(part, ent_str_from(links[k])))
                return false;
        begin = i + 1;
    }
    return false;
}

/* "The organization" may be any body, "the treaty" any binding text. */
static bool may_be_called(const ent_named *named, ent_str word)
{
    static const char *const bodies[] = {"organization", "organisation", "body", "institution", "agency", NULL};
    if (is_called(named->name, word))
        return true;
    if (ent_kinds_has(BODIES, named->kind))
        return ent_str_is_any_nocase(word, bodies);
    return named->kind == ENT_INSTRUMENT && ent_str_eq_nocase(word, ENT_STR("treaty")) &&
           ent_str_find(named->attributes, ENT_STR("force=binding"), 0) != ENT_STR_NONE;
}

/* "Regional organization set up in 1985 by …": under its name, what it is. */
static bool is_definition(const ent_finder *f, const ent_sentence *sentence, uint32_t topic)
{
    enum { REACH = 6 };
    for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + REACH; i++) {
        if (ent_finder_over(f, i) || ent_finder_lists(f, i) & ENT_LIST(STOP))
            return false;
        bool word = ent_finder_lists(f, i) & (ENT_LIST(REFERENCE) | ENT_LIST(SMALL_REFERENCE));
        if (word && may_be_called(&f->out->entities.items[topic], ent_token_text(f->segments, i)))
            return true;
    }
    return false;
}

/* Whether the first sentence behind the title names the topic or defines it; headings between are passed over. */
static bool is_opened_with(ent_finder *f, uint32_t title, uint32_t topic)
{
    for (uint32_t s = title + 1; s < f->segments->sentences.n; s++) {
        if (block_of(f, s)->kind == ENT_BLOCK_ROW)
            continue;
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        if (names_topic(f, sentence, topic) || is_definition(f, sentence, topic))
            return true;
        if (!ent_finder_is_heading(f, s))
            return false;
    }
    return false;
}

/* The topic of each section among these kinds: its heading's, its parent's, the title's. *any: there is one. */
static uint32_t *find_topics(ent_finder *f, ent_kinds kinds, bool *any)
{
    size_t n = f->document->sections.n;
    uint32_t *topics = ENT_ARENA_NEW(f->arena, uint32_t, n + 1);
    memset(topics, 0xff, (n + 1) * sizeof *topics);
    *any = false;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        if (s > 0 && block_of(f, s)->kind != ENT_BLOCK_HEADING)
            continue;
        bool framed;
        uint32_t topic = named_alone(f, &f->segments->sentences.items[s], kinds, &framed);
        if (topic == ENT_UNRESOLVED || (!framed && !is_opened_with(f, s, topic)))
            continue;
        *any = true;
        topics[block_of(f, s)->section] = topic;
        if (s == 0)
            topics[0] = topic;
    }
    for (size_t i = 1; i < n; i++)
        if (topics[i] == ENT_UNRESOLVED)
            topics[i] = topics[f->document->sections.items[i].parent];
    return topics;
}

/* "The agency was", not "the agency of Chile", "the committee members" or "the Agency Fund". */
static bool ends_name(const ent_finder *f, uint32_t head, uint32_t end)
{
    static const char *const going_on[] = {"of", "for", "on", "member", "members", NULL};
    uint32_t next = head + 1;
    bool date = next + 1 < end && (f->tokens[next + 1].kind == ENT_TOKEN_NUMBER || /* "on 20 July" */
                                   ent_finder_lists(f, next + 1) & ENT_LIST(MONTH));
    return next >= end || date ||
           !(f->tokens[next].flags & (ENT_TOKEN_HYPHEN | ENT_TOKEN_CAPITAL) ||
             ent_finder_reads_any(f, next, end, going_on));
}

static void resolve_words(ent_finder *f, uint32_t s)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t topic = f->topics[ent_sentence_section(f->segments, s)];
    for (uint32_t i = sentence->first + 1; topic != ENT_UNRESOLVED && i < sentence->last; i++) {
        bool word = ent_finder_lists(f, i) & (ENT_LIST(REFERENCE) | ENT_LIST(SMALL_REFERENCE));
        if (!word || !ent_finder_is(f, i - 1, f->words.the) || ent_finder_over(f, i) ||
            !ends_name(f, i, sentence->last))
            continue;
        const ent_named *named = &f->out->entities.items[topic];
        if (may_be_called(named, ent_token_text(f->segments, i)))
            ent_finder_add(f, ent_finder_candidate(s, i, i + 1, named->kind, ENT_BY_REFERENCE, topic, 0.65f));
    }
}

void ent_resolve_page_topics(ent_finder *f)
{
    bool any;
    f->persons = find_topics(f, ENT_KIND_BIT(ENT_PERSON), &any);
    f->topics = find_topics(f, TOPICS, &any);
    if (!any)
        return;
    f->out->topics = f->topics;
    for (uint32_t s = 1; s < f->segments->sentences.n; s++)
        if (block_of(f, s)->kind != ENT_BLOCK_HEADING)
            resolve_words(f, s);
}
