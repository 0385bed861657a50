/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/texts/text_deeds.h"

uint32_t ent_text_sponsors_end(const ent_finder *f, uint32_t first, uint32_t head, uint32_t end)
{
    uint32_t at = head + 1 + ent_finder_reads(f, head + 1, end, "jointly"), last = 0;
    bool verb = ent_finder_cues(f, at, end, ENT_CUE(AUTHORING));
    at += verb;
    if (at + 1 >= end || !ent_finder_reads(f, at, end, "by") || (!verb && ent_finder_is_capital(f, first)))
        return 0;
    for (at++; at < end; at++) {
        const ent_candidate *over = ent_finder_over(f, at);
        bool actor = over && over->mention.kind <= ENT_ORGANIZATION && over->mention.first == at;
        if (actor)
            at = (last = over->mention.last) - 1;
        else if (!ent_finder_is(f, at, f->words.the) && !ent_finder_is(f, at, f->words.and_) &&
                 !ent_finder_is(f, at, f->words.comma))
            break;
    }
    return last;
}

uint32_t ent_text_sponsor_before(const ent_finder *f, const ent_sentence *sentence, uint32_t first)
{
    if (first < sentence->first + 2 || !(f->tokens[first - 1].flags & ENT_TOKEN_HYPHEN) ||
        !ent_finder_cues(f, first - 1, first, ENT_CUE(AUTHORING)))
        return first;
    const ent_candidate *over = ent_finder_over(f, first - 2);
    bool actor = over && over->mention.kind <= ENT_ORGANIZATION && over->mention.last == first - 1;
    return actor ? over->mention.first : first;
}

/* Whether the words behind a head say what it sets up: "establishing", "that creates", "to establish". */
static bool sets_up(const ent_finder *f, uint32_t at, uint32_t end, bool related)
{
    static const char *const setting[] = {"establishing", "creating", "launching", "mandating", "convening",
                                          "extending",    "renewing", "setting",   NULL};
    static const char *const sets[] = {"establishes", "established", "creates", "created", "launches",
                                       "launched",    "sets",        "set",     NULL};
    static const char *const set[] = {"establish", "create", "launch", "convene", "extend", "renew", "set", NULL};
    if (ent_finder_is(f, at, f->words.to))
        return ent_finder_reads_any(f, at + 1, end, set);
    return ent_finder_reads_any(f, at, end, related ? sets : setting);
}

uint32_t ent_text_behind_adverbs(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MOST = 2 };
    for (int passed = 0; passed < MOST && at < end && ent_str_ends(ent_token_text(f->segments, at), ENT_STR("ly"));
         passed++)
        at++;
    return at;
}

uint32_t ent_text_behind_setting(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MOST = 6 };
    uint32_t i = at;
    while (i < end && i < at + MOST &&
           (ent_finder_is(f, i, f->words.in) || ent_finder_is(f, i, f->words.on) || ent_finder_is_capital(f, i) ||
            ent_finder_is_number(f, i)))
        i++;
    return ent_finder_reads(f, i, end, "by") ? i : at;
}

uint32_t ent_text_behind_post(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const posts[] = {"secretary", "director",    "executive",    "president",  "chair",
                                        "chairman",  "chairperson", "commissioner", "presidency", NULL};
    static const char *const second[] = {"-", "general", "director", "secretary", NULL};
    uint32_t i = at;
    if (!ent_finder_reads_any(f, i, end, posts))
        return at;
    for (i++; ent_finder_reads_any(f, i, end, second);)
        i++;
    i += ent_finder_is(f, i, f->words.of) && ent_finder_is(f, i + 1, f->words.the);
    const ent_candidate *over = i + 1 < end ? ent_finder_over(f, i + 1) : NULL;
    bool body = over && (over->mention.kind == ENT_ORGANIZATION || over->mention.kind == ENT_BLOC);
    return body && over->mention.first == i + 1 ? i + 1 : at;
}

uint32_t ent_text_on_meeting(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t named = at + 1 + ent_finder_is(f, at + 1, f->words.the);
    const ent_candidate *over = ent_finder_is(f, at, f->words.on) && named < end ? ent_finder_over(f, named) : NULL;
    return over && over->mention.kind == ENT_EVENT && over->mention.first == named ? over->mention.last : 0;
}

uint32_t ent_text_before_partners(const ent_finder *f, uint32_t begin, uint32_t at)
{
    enum { MOST = 24 };
    static const char *const passed[] = {",", "and", "the", "of", "member", "states", "countries", NULL};
    static const char *const together[] = {"together", "jointly", "along", NULL};
    uint32_t first = at;
    for (; first > begin && at - first < MOST; first--) {
        const ent_candidate *over = ent_finder_over(f, first - 1);
        bool actor = over && ent_kinds_has(ENT_KINDS_ACTOR, over->mention.kind);
        if (!actor && !ent_finder_reads_any(f, first - 1, at, passed))
            break;
    }
    if (first == at || first == begin || !ent_finder_reads(f, first - 1, at, "with"))
        return at;
    first--;
    return first - (first > begin && ent_finder_reads_any(f, first - 1, at, together));
}

uint32_t ent_text_founding_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const nouns[] = {"creation", "establishment", "foundation", "formation", NULL};
    static const char *const verbs[] = {"establishing", "creating", "founding", "constituting", NULL};
    static const char *const bare[] = {"establish", "create", "found", NULL};
    uint32_t i = at;
    if (ent_finder_is(f, i, f->words.for_) || ent_finder_is(f, i, f->words.on)) {
        i += 1 + ent_finder_is(f, i + 1, f->words.the);
        if (!ent_finder_reads_any(f, i, end, nouns) || !ent_finder_is(f, i + 1, f->words.of))
            return 0;
        i += 2;
    } else {
        i += ent_finder_is(f, i, f->words.to);
        if (!ent_finder_reads_any(f, i, end, i > at ? bare : verbs))
            return 0;
        i++;
    }
    i += ent_finder_is(f, i, f->words.the);
    const ent_kinds bodies = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM);
    const ent_candidate *over = i < end ? ent_finder_over(f, i) : NULL;
    return over && over->mention.first == i && ent_kinds_has(bodies, over->mention.kind) ? over->mention.last : 0;
}

/* "not to test widgets", "for countries not to test them", "to prevent": whether the words behind a head say what for.
 */
static bool is_purpose(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool whom =
        at + 2 < end && ent_finder_is(f, at, f->words.for_) && ent_finder_lists(f, at + 1) & ENT_LIST(CLASS_NOUN);
    at += whom ? 2 : 0;
    bool none = ent_finder_reads(f, at, end, "not");
    return (whom || none) && ent_finder_reads(f, at + none, end, "to");
}

/* The comma of "destructive, widget-creating tests". */
static bool joins_adjectives(const ent_finder *f, uint32_t comma, uint32_t end)
{
    return ent_finder_is(f, comma, f->words.comma) && comma + 2 < end && f->tokens[comma + 2].flags & ENT_TOKEN_HYPHEN;
}

/* Behind the first mention of these kinds before a mark, within reach; or 0. */
static uint32_t first_end(const ent_finder *f, uint32_t at, uint32_t end, ent_kinds kinds)
{
    enum { REACH = 16 };
    for (uint32_t i = at; i < end && i < at + REACH; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && ent_kinds_has(kinds, over->mention.kind))
            return over->mention.last;
        if (ent_finder_is_punct(f, i) && !joins_adjectives(f, i, end))
            return 0;
    }
    return 0;
}

uint32_t ent_text_request_end(const ent_finder *f, uint32_t head, uint32_t end)
{
    static const char *const asked[] = {"urged", "called", "urges", "calls", "asked", "asks", "demanded", NULL};
    static const char *const relative[] = {"that", "which", NULL};
    uint32_t at = head + 1;
    bool related = ent_finder_reads_any(f, at, end, relative);
    at += related;
    if (!ent_finder_reads(f, head, end, "resolution"))
        return 0;
    if (related ? ent_finder_reads_any(f, at, end, asked)
                : ent_finder_cues(f, at, end, ENT_CUE(ASKING)) || is_purpose(f, at, end))
        return first_end(f, at + 1, end, ENT_KIND_BIT(ENT_TOPIC) | ENT_KIND_BIT(ENT_PROPOSAL));
    return sets_up(f, at, end, related) ? first_end(f, at + 1, end, ENT_KIND_BIT(ENT_FORUM)) : 0;
}

/* "that it adopt one", "they may adopt one": a wish. But "Oz and Widgetland adopt one" is a deed. */
static bool is_subjunctive(const ent_finder *f, uint32_t begin, uint32_t verb)
{
    static const char *const asking[] = {"that",    "recommends", "recommended", "recommend", "proposes",  "proposed",
                                         "propose", "suggests",   "suggested",   "suggest",   "requested", NULL};
    const ent_candidate *over = verb > begin ? ent_finder_over(f, verb - 1) : NULL;
    uint32_t word = verb > begin ? f->tokens[verb - 1].word : 0;
    bool plural = word && f->vocabulary->singulars.items[word] != word;
    for (uint32_t i = begin; i < verb; i++)
        if (ent_finder_reads_any(f, i, verb, asking))
            return true;
    return !over && !plural;
}

bool ent_text_is_wished(const ent_finder *f, uint32_t begin, uint32_t verb)
{
    static const char *const bare[] = {"adopt",  "approve", "agree",    "issue",     "publish", "produce", "release",
                                       "submit", "present", "conclude", "circulate", "sign",    "endorse", NULL};
    static const char *const tried[] = {"failed",  "fail",   "unable", "agreed", "decided", "decides",
                                        "refused", "agrees", "able",   "voted",  "votes",   NULL};
    bool to = verb > begin && ent_finder_is(f, verb - 1, f->words.to);
    if (to)
        return verb < begin + 2 || !ent_finder_reads_any(f, verb - 2, verb, tried);
    bool not = verb > begin && ent_finder_reads(f, verb - 1, verb, "not");
    return !not &&ent_finder_reads_any(f, verb, f->n_tokens, bare) && is_subjunctive(f, begin, verb);
}

/* "to build", but "to the Council", "to it". */
static bool begins_purpose(const ent_finder *f, uint32_t at)
{
    const uint64_t no_verb = ENT_LIST(DETERMINER) | ENT_LIST(STOP) | ENT_LIST(LINK) | ENT_LIST(QUANTITY);
    return ent_finder_is(f, at, f->words.to) && !ent_finder_over(f, at + 1) && !ent_finder_is_capital(f, at + 1) &&
           !(ent_finder_lists(f, at + 1) & no_verb);
}

uint32_t ent_text_content_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MOST = 12 };
    uint32_t last = at;
    bool aside = ent_finder_is(f, at, f->words.comma);
    at += aside;
    bool says = at + 1 < end && !ent_finder_over(f, at) && !ent_finder_is_capital(f, at) &&
                ((!aside && begins_purpose(f, at)) || ent_str_ends(ent_token_text(f->segments, at), ENT_STR("ing")));
    for (uint32_t i = at + 1; says && i < end && i < at + MOST && !ent_finder_is_punct(f, i); i++)
        if (!(ent_finder_lists(f, i) & (ENT_LIST(LINK) | ENT_LIST(STOP) | ENT_LIST(DETERMINER))))
            last = i + 1;
    return last;
}

uint32_t ent_text_noun_end(const ent_finder *f, uint32_t head, uint32_t end)
{
    static const char *const words[] = {"understanding", "intent",    "conduct", "procedure", "work",
                                        "action",        "reference", "notes",   "letters",   NULL};
    const ent_candidate *over = ent_finder_over(f, head);
    if (over)
        return over->mention.last;
    if (ent_finder_reads(f, head + 1, end, "verbale"))
        return head + 2;
    bool mutual = ent_finder_reads(f, head + 2, end, "mutual"); /* "memorandum of mutual understanding" */
    bool second = ent_finder_is(f, head + 1, f->words.of) && ent_finder_reads_any(f, head + 2 + mutual, end, words);
    return second ? head + 3 + mutual : head + 1;
}
