/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date belongs to the verb it stands by. Without a parse: between a relation's ends and its date there may be no word
 * that begins a clause and no other verb than those by which such a relation is told. */
#include "importers/extract/dates/events.h"

#include "importers/extract/dates/respective.h"
#include "importers/extract/dates/timeline.h"
#include "importers/extract/dates/words.h"
#include "importers/extract/gazetteer/lexicon_data.h"

enum { MAX_REACH = 30 };

typedef struct applying {
    ent_arena *arena;
    const ent_knowledge *knowledge;
    const ent_verbs *verbs; /* how those begin that tell the relation at hand */
    const ent_mentions *mentions;
    ent_facts *facts;
    ent_event_times *times;
    ent_sentence_dates sentence;
    ent_date entry; /* of the timeline's entry that the sentence begins; `from` empty where it begins none */
} applying;

/* The tokens of a relation's two ends, in the order of the text. An end that the sentence does not name is the other.
 */
typedef struct ends {
    uint32_t first, first_end; /* of the one that comes first */
    uint32_t last_end;         /* behind the other */
} ends;

/* ---- verbs and clauses ------------------------------------------------------------------------------------------- */

/* How the verbs begin by which relations of the type are told. One without any is not dated. */
static const ent_verbs *verbs_of(const applying *a, ent_relation_type type)
{
    return &a->knowledge->lexicon->lists.relations.verbs[type];
}

static bool is_own_verb(const applying *a, uint32_t token)
{
    ent_str text = ent_token_text(a->sentence.segments, token);
    for (size_t i = 0; i < a->verbs->n; i++)
        if (ent_str_starts(text, a->verbs->items[i]))
            return true;
    return false;
}

/* "recalled", "held"; not "an updated" register, which describes what follows. */
static bool is_verb(const applying *a, uint32_t token)
{
    const ent_segments *segments = a->sentence.segments;
    const ent_rules *rules = &a->knowledge->rules;
    static const char *const no_verbs[] = {"need",     "indeed", "hundred", "speed", "related", "based",
                                           "entitled", "titled", "called",  "named", "ended"};
    static const char *const lines[] = {"Opened", "Entered", "Signed", "Adopted", "Concluded", "Done"};
    static const char *const articles[] = {"a", "an", "the", "its", "their", "his", "her", "this"};
    ent_str text = ent_token_text(segments, token);
    if (text.len && !ent_is_lower(text.data[0])) /* "Opened for signature" begins a line of its own */
        return token > 0 && ENT_DATES_AMONG(segments, token, lines);
    if (!text.len || ENT_DATES_AMONG(segments, token, no_verbs))
        return false;
    if (token > 0 && ENT_DATES_AMONG(segments, token - 1, articles))
        return false;
    uint32_t word = segments->tokens.items[token].word;
    return (text.len > 4 && ent_str_ends(text, ENT_STR("ed"))) ||
           (ent_class_has_word(&rules->classes, rules->cues.irregular, word) &&
            !ent_class_has_word(&rules->classes, rules->cues.auxiliary, word));
}

static bool begins_clause(const ent_segments *segments, uint32_t token)
{
    static const char *const words[] = {";",     ":",        "which",  "who",     "whose",     "where",   "when",
                                        "while", "although", "though", "whereas", "but",       "because", "that",
                                        "if",    "unless",   "after",  "before",  "following", "whether"};
    return ENT_DATES_AMONG(segments, token, words);
}

/* Whether the tokens hold the relation's clause only. A pronoun right behind its first end goes on about that. */
static bool is_one_clause(const applying *a, uint32_t from, uint32_t to, uint32_t first_end)
{
    if (to > from + MAX_REACH)
        return false;
    for (uint32_t t = from; t < to; t++) {
        bool pronoun = t >= first_end && t <= first_end + 1;
        if (begins_clause(a->sentence.segments, t) && !pronoun)
            return false;
        if (is_verb(a, t) && !is_own_verb(a, t))
            return false;
    }
    return true;
}

/* ---- which date -------------------------------------------------------------------------------------------------- */

/* Whether a date opens its sentence or a clause: "In 2008, China …", "Later, in 2009, …", "…; in 2014 it …". */
static bool opens_clause(const ent_sentence_dates *s, const ent_date *date)
{
    static const char *const words[] = {"later",   "early",   "earlier",  "then",      "also",
                                        "however", "and",     "moreover", "as",        "subsequently",
                                        ",",       "finally", "first",    "initially", "similarly"};
    uint32_t first = s->segments->sentences.items[s->sentence].first;
    for (uint32_t t = date->begin; t > first; t--) {
        if (ent_dates_is(s->segments, t - 1, ENT_STR(";")))
            return true;
        bool mark = s->segments->tokens.items[t - 1].kind != ENT_TOKEN_WORD;
        if (!mark && !ENT_DATES_AMONG(s->segments, t - 1, words))
            return false;
    }
    return true;
}

/* A body named in tokens [from, to). */
static bool names_body(const applying *a, uint32_t from, uint32_t to)
{
    const ent_kinds bodies = ENT_KINDS_ACTOR | ENT_KIND_BIT(ENT_FORUM);
    const uint32_t *first = &a->mentions->sentence_first.items[a->sentence.sentence];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const ent_mention *m = &a->mentions->items.items[i];
        if (m->first >= from && m->first < to && ent_kinds_has(bodies, m->kind))
            return true;
    }
    return false;
}

/* "Director of the Bureau from 2009 to 2014 and Fellow of the Centre since 2015": the next post has its own years. */
static bool is_next_post(const applying *a, uint32_t from, uint32_t to)
{
    static const char *const begins[] = {"since", "from", "in", "as", "is", "was", "has", "he", "she", "became"};
    const ent_segments *segments = a->sentence.segments;
    for (uint32_t t = from; t < to; t++)
        if (ent_dates_is(segments, t, ENT_STR(";")) ||
            (ent_dates_is(segments, t, ENT_STR("and")) &&
             (ENT_DATES_AMONG(segments, t + 1, begins) || names_body(a, t + 1, to))))
            return true;
    return false;
}

/* "Director of the Bureau (2009-2014)": years in brackets. */
static bool is_in_brackets(const ent_segments *segments, const ent_date *date)
{
    return date->begin > 0 && ent_dates_is(segments, date->begin - 1, ENT_STR("(")) &&
           date->last < segments->tokens.n && ent_dates_is(segments, date->last, ENT_STR(")"));
}

/* How well a date fits the relation: the lower, the better; UINT32_MAX: not at all. Behind both ends is best, then
 * between them, then before. */
static uint32_t distance(const applying *a, const ent_date *date, const ends *e)
{
    enum { BETWEEN = 10000, BEFORE = 20000 };
    const ent_sentence_dates *s = &a->sentence;
    if (date->begin >= e->last_end)
        return is_one_clause(a, e->last_end, date->begin, e->first_end) ? date->begin - e->last_end : UINT32_MAX;
    if (date->begin >= e->first_end)
        return is_one_clause(a, e->first_end, date->begin, e->first_end) ? BETWEEN + e->last_end - date->begin
                                                                         : UINT32_MAX;
    bool aside = e->first_end < e->last_end && ent_dates_is(s->segments, e->first_end, ENT_STR(",")) &&
                 is_own_verb(a, e->first_end + 1); /* "In 2019 the Group, established by …, met" */
    if (date->last > e->first || aside || !opens_clause(s, date))
        return UINT32_MAX;
    return is_one_clause(a, date->last, e->first, e->first_end) ? BEFORE + e->first - date->last : UINT32_MAX;
}

/* An event's date is also that of taking part in it. */
static bool shares_date(const ent_fact_relation *r, uint32_t owner)
{
    return owner == r->target && (r->type == ENT_ORGANIZES || r->type == ENT_PARTICIPATES_IN || r->type == ENT_CHAIRS);
}

static const ent_date *choose_date(const applying *a, const ent_fact_relation *r, const ends *e)
{
    const ent_sentence_dates *s = &a->sentence;
    const ent_date *best = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < s->dates.n; i++) {
        const ent_date *date = &s->dates.items[i];
        uint32_t owner = s->owners.items[i];
        if (owner != ENT_UNRESOLVED && shares_date(r, owner))
            return date;
        bool post = r->type == ENT_AFFILIATED_WITH;
        bool bare = date->lead == ENT_DATE_BARE && !(post && is_in_brackets(s->segments, date));
        if (owner != ENT_UNRESOLVED || bare || (post && is_next_post(a, e->last_end, date->begin)))
            continue;
        uint32_t far = distance(a, date, e);
        if (far < least) {
            least = far;
            best = date;
        }
    }
    return best;
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

/* The mention of an entity that is nearest to a token, or NULL. */
static const ent_mention *nearest_mention(const applying *a, uint32_t entity, uint32_t token)
{
    const ent_mention *best = NULL;
    uint32_t least = UINT32_MAX;
    const uint32_t *first = &a->mentions->sentence_first.items[a->sentence.sentence];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const ent_mention *m = &a->mentions->items.items[i];
        uint32_t far = m->first > token ? m->first - token : token - m->first;
        if (m->entity == entity && far < least) {
            least = far;
            best = m;
        }
    }
    return best;
}

static bool find_ends(const applying *a, const ent_fact_relation *r, ends *out)
{
    uint32_t begin = a->sentence.segments->sentences.items[a->sentence.sentence].first;
    const ent_mention *source = nearest_mention(a, r->source, begin);
    const ent_mention *target = nearest_mention(a, r->target, source ? source->last : begin);
    if (!source && !target)
        return false;
    source = source ? source : target;
    target = target ? target : source;
    const ent_mention *first = source->first <= target->first ? source : target;
    *out = (ends){first->first, first->last, source->last > target->last ? source->last : target->last};
    return true;
}

/* The date of the entry, where the entry tells of the relation as something that happened. */
static const ent_date *entry_date(const applying *a, const ent_fact_relation *r, const ends *e)
{
    const ent_segments *segments = a->sentence.segments;
    const ent_sentence *s = &segments->sentences.items[a->sentence.sentence];
    bool happened = a->entry.from.len && r->polarity == ENT_AFFIRMED && r->modality == ENT_STATED;
    bool told = segments->document->blocks.items[s->block].kind == ENT_BLOCK_ROW && r->type == ENT_MEMBER_OF;
    for (uint32_t t = a->entry.last; happened && !told && t < s->last && t < e->last_end + 4; t++)
        told = is_own_verb(a, t);
    return happened && told ? &a->entry : NULL;
}

static void date_relation(applying *a, ent_fact_relation *r)
{
    a->verbs = verbs_of(a, r->type);
    ends e;
    if (!a->verbs->n || r->from.len || r->to.len || !find_ends(a, r, &e))
        return;
    const ent_date *date = choose_date(a, r, &e);
    date = date ? date : entry_date(a, r, &e);
    if (!date)
        return;
    r->from = date->from;
    r->to = date->to;
    bool happened = r->polarity == ENT_AFFIRMED && r->modality == ENT_STATED;
    if (r->type == ENT_ORGANIZES && happened && date->last <= e.first &&
        a->mentions->entities.items[r->target].kind == ENT_EVENT)
        ent_event_times_note(a->times, r->target, date); /* "On 13 May 2022, A held the Workshop." */
}

/* ---- sentences --------------------------------------------------------------------------------------------------- */

/* "26 March 2012: The Widget Summit convenes": an event right behind its date. */
static void read_entry(applying *a)
{
    const uint32_t *first = &a->mentions->sentence_first.items[a->sentence.sentence];
    const ent_mention *m = &a->mentions->items.items[first[0]];
    a->entry.from = ENT_STR_EMPTY;
    if (!ent_timeline_date(a->arena, a->sentence.segments, a->sentence.sentence, &a->entry))
        return;
    if (m->kind == ENT_EVENT && m->entity != ENT_UNRESOLVED && m->first <= a->entry.last + 2)
        ent_event_times_note(a->times, m->entity, &a->entry);
}

/* "the meeting in October 2031": the date in the words that tell of a meeting is when it was. */
static bool tells_when(const ent_mention *m)
{
    return m->kind == ENT_EVENT && m->flags & ENT_MENTION_DESCRIBED;
}

/* Leaves out the dates that are words of a name: "resolution 12/34 of 2 May 2007". */
static void drop_named(applying *a)
{
    ent_date_vec *dates = &a->sentence.dates;
    const uint32_t *first = &a->mentions->sentence_first.items[a->sentence.sentence];
    const ent_mention *items = a->mentions->items.items;
    uint32_t next = first[0], reach = 0;
    size_t kept = 0;
    for (size_t i = 0; i < dates->n; i++) {
        for (; next < first[1] && items[next].first < dates->items[i].last; next++)
            reach = items[next].last > reach && !tells_when(&items[next]) ? items[next].last : reach;
        if (reach <= dates->items[i].first)
            dates->items[kept++] = dates->items[i];
    }
    dates->n = kept;
}

/* The relations of each sentence, as a list: the first one's number plus one, then for each the next one's. */
typedef struct relation_lists {
    uint32_t *first, *next;
} relation_lists;

static relation_lists list_relations(ent_arena *arena, const ent_segments *segments, const ent_facts *facts)
{
    relation_lists lists = {ENT_ARENA_NEW(arena, uint32_t, segments->sentences.n + 1),
                            ENT_ARENA_NEW(arena, uint32_t, facts->relations.n + 1)};
    for (size_t i = facts->relations.n; i-- > 0;) {
        uint32_t passage = facts->relations.items[i].passage;
        lists.next[i] = lists.first[passage];
        lists.first[passage] = (uint32_t)i + 1;
    }
    return lists;
}

/* "… in 1959 and 1967, respectively": each of the sentence's relations of a type has a date of its own. */
static void date_respectively(applying *a, const relation_lists *lists)
{
    ent_date_run run = ent_dates_respective(&a->sentence);
    if (run.n < 2)
        return;
    ent_respective pairs = {.mentions = a->mentions};
    for (uint32_t i = lists->first[a->sentence.sentence]; i; i = lists->next[i - 1])
        if (verbs_of(a, a->facts->relations.items[i - 1].type)->n)
            ent_vec_push(a->arena, &pairs.relations, &a->facts->relations.items[i - 1]);
    ent_dates_pair(&pairs, &a->sentence, run, a->times);
}

void ent_dates_apply(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                     ent_mentions *mentions, ent_facts *facts)
{
    applying a = {.arena = arena,
                  .knowledge = knowledge,
                  .mentions = mentions,
                  .facts = facts,
                  .times = ent_event_times_new(arena, mentions),
                  .sentence = {.segments = segments}};
    relation_lists lists = list_relations(arena, segments, facts);
    for (uint32_t s = 0; s < segments->sentences.n; s++) {
        a.sentence.sentence = s;
        a.sentence.dates.n = 0;
        if (mentions->sentence_first.items[s] == mentions->sentence_first.items[s + 1])
            continue;
        if (ent_dates_find(arena, segments, s, &a.sentence.dates))
            drop_named(&a);
        date_respectively(&a, &lists);
        ent_event_times_read(a.times, &a.sentence);
        read_entry(&a);
        for (uint32_t i = lists.first[s]; i && (a.sentence.dates.n || a.entry.from.len); i = lists.next[i - 1])
            date_relation(&a, &facts->relations.items[i - 1]);
    }
    ent_event_times_write(a.times);
}
