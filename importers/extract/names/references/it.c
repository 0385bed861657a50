/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "It" and "Its", for the subject of the sentence before: where its verb says what it may be ("signed": a State, a
 * group or an organization), the only one of these that is meant; else only where nothing else could be. */
#include "importers/extract/names/references/pronouns.h"

#define MEETS                                                                                                          \
    (ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_EVENT))
#define SUBJECTS (MEETS | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_STATE))
#define BODIES   (ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION))
#define POWERS   (ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION))

enum { MAX_LEAD = 8 }; /* words before "it": "Together with Chile, it" */

/* ---- what "it" does ---------------------------------------------------------------------------------------------- */

/* What may do what a verb says, or have it done to it; 0 where the verb says nothing of that. */
static ent_kinds doers(const ent_finder *f, uint32_t verb, uint32_t end, bool passive)
{
    static const struct {
        uint64_t cue;
        bool passive;
        ent_kinds kinds;
    } deeds[] = {{ENT_CUE(POWER_DEED), false, POWERS},
                 {ENT_CUE(BODY_DEED), false, BODIES | ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_BLOC)},
                 {ENT_CUE(TEXT_DEED), false, ENT_KIND_BIT(ENT_INSTRUMENT)},
                 {ENT_CUE(BODY_FATE), true, BODIES | ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_BLOC)},
                 {ENT_CUE(TEXT_FATE), true, ENT_KIND_BIT(ENT_INSTRUMENT)}};
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        if (deeds[i].passive == passive && ent_finder_cues(f, verb, end, deeds[i].cue))
            return deeds[i].kinds;
    return 0;
}

/* The same for the verb behind "it": "It has also signed", "It was later adopted". */
static ent_kinds kinds_by_verb(const ent_finder *f, uint32_t it, uint32_t end)
{
    static const char *const passed[] = {"has",          "had",    "have",    "will", "would", "also",
                                         "later",        "then",   "now",     "soon", "first", "again",
                                         "subsequently", "itself", "shortly", "been", NULL};
    static const char *const forms_of_be[] = {"is", "was", "been", "be", NULL};
    bool passive = false;
    uint32_t at = it + 1;
    for (; ent_finder_reads_any(f, at, end, passed) || ent_finder_reads_any(f, at, end, forms_of_be); at++)
        passive = passive || ent_finder_reads_any(f, at, end, forms_of_be);
    return doers(f, at, end, passive);
}

/* "It is important to", "it was agreed that", "It remains unclear whether": nothing is meant. */
static bool is_empty_it(const ent_finder *f, uint32_t it, uint32_t end)
{
    static const char *const verbs[] = {"is",      "was",  "has",   "had",     "should",  "would", "will",    "may",
                                        "might",   "can",  "could", "must",    "remains", "seems", "appears", "takes",
                                        "follows", "took", "needs", "becomes", "makes",   NULL};
    static const char *const openers[] = {"that", "to",    "whether",  "how", "why",
                                          "for",  "clear", "possible", "who", NULL};
    enum { REACH = 6 };
    bool copula = ent_finder_reads_any(f, it + 1, end, verbs);
    if (ent_finder_is(f, it + 2, f->words.the)) /* "It is the successor to": told what it is */
        return false;
    for (uint32_t at = it + 2; copula && at < end && at < it + REACH; at++)
        if (ent_finder_reads_any(f, at, end, openers))
            return true;
    return false;
}

/* ---- what was named ---------------------------------------------------------------------------------------------- */

/* Whether the name at a token of the sentence hangs on another one: "of the Assembly". */
static bool hangs(const ent_finder *f, const ent_sentence *sentence, uint32_t token)
{
    uint32_t before = token;
    before -= before > sentence->first && ent_finder_is(f, before - 1, f->words.the);
    return before > sentence->first && ent_finder_lists(f, before - 1) & ENT_LIST(LINK) &&
           !ent_finder_is(f, before - 1, f->words.and_);
}

/* The name that a sentence begins with; behind "In March" and the like, too. NULL where another one shares its place.
 */
static const ent_candidate *subject_of(const ent_finder *f, const ent_sentence *sentence)
{
    const ent_candidate *subject = NULL;
    for (uint32_t i = sentence->first; i < sentence->last && i <= sentence->first + MAX_LEAD && !subject; i++) {
        subject = ent_pronoun_begins(f, i, SUBJECTS);
        if (subject && hangs(f, sentence, i))
            return NULL;
        if (!subject && ent_finder_over(f, i))
            return NULL;
    }
    if (!subject || subject->mention.flags & ENT_MENTION_ADJECTIVE)
        return NULL;
    uint32_t behind = subject->mention.last;
    bool shared = behind < sentence->last &&
                  (ent_finder_is(f, behind, f->words.and_) || ent_finder_is(f, behind, f->words.possessive));
    return shared ? NULL : subject;
}

/* Whether a sentence names anything else of these kinds than the entity, from a token on, but what hangs on a name. */
static bool names_other(ent_finder *f, const ent_sentence *sentence, uint32_t from, ent_kinds kinds, uint32_t entity)
{
    for (uint32_t i = from; i < sentence->last; i++) {
        const ent_candidate *other = ent_pronoun_begins(f, i, kinds);
        if (other && !hangs(f, sentence, i) && ent_finder_names(f, other) != entity)
            return true;
    }
    return false;
}

/* The only entity of these kinds that a sentence names, or ENT_UNRESOLVED. */
static uint32_t only_one(ent_finder *f, const ent_sentence *sentence, ent_kinds kinds)
{
    uint32_t found = ENT_UNRESOLVED;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const ent_candidate *c = ent_pronoun_begins(f, i, kinds);
        uint32_t entity = c ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (c && (entity == ENT_UNRESOLVED || (found != ENT_UNRESOLVED && found != entity)))
            return ENT_UNRESOLVED;
        found = c ? entity : found;
    }
    return found;
}

/* What "it" means behind a sentence, by what it does (0: not known); or ENT_UNRESOLVED. */
static uint32_t meant_by(ent_finder *f, const ent_sentence *sentence, ent_kinds kinds)
{
    const ent_candidate *subject = subject_of(f, sentence);
    uint32_t entity = subject ? ent_finder_names(f, subject) : ENT_UNRESOLVED;
    if (entity == ENT_UNRESOLVED || (kinds && !ent_kinds_has(kinds, subject->mention.kind)))
        return kinds == ENT_KIND_BIT(ENT_INSTRUMENT) ? only_one(f, sentence, kinds) : ENT_UNRESOLVED;
    if (!kinds && subject->mention.first > sentence->first + ent_finder_is(f, sentence->first, f->words.the))
        return ENT_UNRESOLVED;
    ent_kinds rivals = ENT_KIND_BIT(subject->mention.kind) | (kinds ? 0 : MEETS);
    return names_other(f, sentence, subject->mention.last, rivals, entity) ? ENT_UNRESOLVED : entity;
}

/* What the page is about, where the sentence before begins with it or the sentence begins its paragraph. */
static uint32_t page_topic(ent_finder *f, uint32_t s)
{
    uint32_t topic = f->topics[ent_sentence_section(f->segments, s)];
    if (topic == ENT_UNRESOLVED || ent_pronoun_sentence(f, s - 1)->block != ent_pronoun_sentence(f, s)->block)
        return topic;
    const ent_sentence *before = ent_pronoun_sentence(f, s - 1);
    uint32_t first = before->first + ent_finder_is(f, before->first, f->words.the);
    const ent_candidate *subject = first < before->last ? ent_pronoun_begins(f, first, SUBJECTS) : NULL;
    return subject && ent_finder_names(f, subject) == topic ? topic : ENT_UNRESOLVED;
}

static void resolve(ent_finder *f, uint32_t s, uint32_t it, ent_kinds kinds)
{
    const ent_sentence *sentence = ent_pronoun_sentence(f, s);
    if (s == 0 || it + 2 >= sentence->last || f->document->blocks.items[sentence->block].kind == ENT_BLOCK_HEADING)
        return;
    const ent_sentence *before = ent_pronoun_sentence(f, s - 1);
    uint32_t entity = before->block == sentence->block ? meant_by(f, before, kinds) : ENT_UNRESOLVED;
    if (entity == ENT_UNRESOLVED && it == sentence->first)
        entity = page_topic(f, s);
    if (entity != ENT_UNRESOLVED)
        ent_pronoun_stand_for(f, s, it, it + 1, entity, 0.55f);
}

/* ---- where it stands --------------------------------------------------------------------------------------------- */

/* What says or sets off who somebody is: "is", a comma. */
static bool introduces(const ent_finder *f, uint32_t token, uint32_t end)
{
    return token < end && (ent_finder_is(f, token, f->words.comma) || ent_finder_reads(f, token, end, "is") ||
                           ent_finder_reads(f, token, end, "was"));
}

/* "Its director is", "Its current Director General, ": who holds a post of it. */
static bool is_its_post(const ent_finder *f, const ent_sentence *sentence)
{
    enum { REACH = 4 };
    for (uint32_t at = sentence->first + 1; at < sentence->last && at <= sentence->first + REACH; at++)
        if (ent_finder_lists(f, at) & ENT_LIST(POST))
            return introduces(f, at + 1, sentence->last) || introduces(f, at + 2, sentence->last);
    return false;
}

/* "Its members include". */
static bool is_its_members(const ent_finder *f, const ent_sentence *sentence)
{
    enum { REACH = 4 };
    bool members = false, lists = false;
    for (uint32_t at = sentence->first + 1; at < sentence->last && at <= sentence->first + REACH; at++) {
        lists = lists || (members && ent_finder_cues(f, at, sentence->last, ENT_CUE(INCLUDING)));
        members = members || ent_finder_cues(f, at, sentence->last, ENT_CUE(MEMBERS));
    }
    return lists;
}

/* The "it" that a sentence begins with, or behind what leads to it ("In 2009 it", "Together with Chile, it"); else the
 * sentence's end. */
static uint32_t find_it(const ent_finder *f, const ent_sentence *sentence, uint32_t it)
{
    static const char *const leads[] = {"in",       "since", "on",        "at",    "during", "from",
                                        "together", "later", "then",      "after", "until",  "subsequently",
                                        "also",     "today", "currently", NULL};
    uint32_t first = sentence->first;
    if (ent_finder_is(f, first, it))
        return first;
    if (!ent_finder_reads_any(f, first, sentence->last, leads))
        return sentence->last;
    bool together = ent_finder_reads(f, first, sentence->last, "together");
    for (uint32_t at = first + 1; at < sentence->last && at <= first + MAX_LEAD; at++) {
        if (ent_finder_is(f, at, it))
            return at;
        if (ent_finder_lists(f, at) & ENT_LIST(STOP) || (!together && ent_pronoun_begins(f, at, SUBJECTS)))
            break;
    }
    return sentence->last;
}

void ent_resolve_it(ent_finder *f)
{
    uint32_t it = ent_vocabulary_find(f->vocabulary, ENT_STR("it"));
    /* of its possessive only this is told of it, the rest of what it has */
    uint32_t its = ent_vocabulary_find(f->vocabulary, ENT_STR("its"));
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = ent_pronoun_sentence(f, s);
        if (ent_finder_is(f, sentence->first, its) && (is_its_members(f, sentence) || is_its_post(f, sentence)))
            resolve(f, s, sentence->first, 0);
        uint32_t at = find_it(f, sentence, it);
        if (at < sentence->last && !is_empty_it(f, at, sentence->last))
            resolve(f, s, at, kinds_by_verb(f, at, sentence->last));
    }
}
