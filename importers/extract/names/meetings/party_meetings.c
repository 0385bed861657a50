/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conferences in which the parties to a treaty meet, told by which one it is: "the Fifth Review Conference", "the 2031
 * review conference", "the Eleventh Meeting of the States Parties", "the month-long review conference". The treaty is
 * the one in the words, else the only one that the document names; without one the conference is the document's own. */
#include "importers/extract/names/meetings/sessions.h"
#include "importers/extract/names/references/reference_words.h"

#include "core/model/key.h"

typedef struct gathering {
    uint32_t first, body, end, last; /* "[the] NPT review conference of …": all, what it is, and behind that */
    uint32_t treaty;                 /* an entity, or ENT_UNRESOLVED */
    int64_t number;                  /* its ordinal or year; 0: it is only pointed at */
    bool review, in_words;           /* the treaty stands in the words */
} gathering;

static bool is_treaty(const ent_finder *f, uint32_t entity)
{
    static const char *const forms[] = {"treaty", "convention", "agreement", NULL};
    return ent_str_is_any_nocase(ent_attribute_get(f->out->entities.items[entity].attributes, ENT_STR("form")), forms);
}

/* What was looked for once. */
typedef struct only_text {
    uint32_t entity;
    bool looked;
} only_text;

/* The treaty that the document names and no other, or ENT_UNRESOLVED. */
static uint32_t find_only_treaty(ent_finder *f)
{
    uint32_t found = ENT_UNRESOLVED;
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_candidate *c = &f->items.items[i];
        bool text = !c->gone && c->mention.kind == ENT_INSTRUMENT && !(c->mention.flags & ENT_MENTION_DESCRIBED);
        uint32_t entity = text ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (entity == ENT_UNRESOLVED || entity == found || !is_treaty(f, entity))
            continue;
        if (found != ENT_UNRESOLVED)
            return ENT_UNRESOLVED;
        found = entity;
    }
    return found;
}

static uint32_t only_treaty(ent_finder *f, only_text *only)
{
    if (!only->looked)
        *only = (only_text){find_only_treaty(f), true};
    return only->entity;
}

/* ---- what it is called ------------------------------------------------------------------------------------------- */

/* Behind "(the) (High Contracting) Parties", "States Parties" at `at`, or `at`. */
static uint32_t parties_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const who[] = {"high", "contracting", "states", "state", NULL};
    uint32_t t = at + (at < end && ent_finder_is(f, at, f->words.the));
    while (ent_finder_reads_any(f, t, end, who))
        t++;
    return ent_finder_reads(f, t, end, "parties") ? t + 1 : at;
}

/* Behind "Review (and Extension) Conference", "Meeting of the Parties" at `at`, or `at`. */
static uint32_t body_end(const ent_finder *f, uint32_t at, uint32_t end, bool *review)
{
    if (!ent_finder_cues(f, at, end, ENT_CUE(PARTY_MEETING)))
        return at;
    *review = ent_finder_reads(f, at, end, "review");
    if (*review) {
        uint32_t t = at + 1;
        t += ent_finder_reads(f, t, end, "and") && ent_finder_reads(f, t + 1, end, "extension") ? 2 : 0;
        return ent_finder_reads(f, t, end, "conference") ? t + 1 : at;
    }
    bool of = at + 1 < end && ent_finder_is(f, at + 1, f->words.of);
    uint32_t last = of ? parties_end(f, at + 2, end) : at;
    return last > at + 2 ? last : at;
}

/* The treaty whose name begins (`ends`: ends) at the token, and its mention; else NULL. */
static const ent_candidate *treaty_at(ent_finder *f, uint32_t token, bool ends)
{
    const ent_candidate *over = ent_finder_over(f, token);
    bool there = over && over->mention.kind == ENT_INSTRUMENT &&
                 (ends ? over->mention.last == token + 1 : over->mention.first == token);
    uint32_t entity = there ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    return entity != ENT_UNRESOLVED && is_treaty(f, entity) ? over : NULL;
}

static void read_treaty(ent_finder *f, const ent_sentence *sentence, gathering *g)
{
    uint32_t at = g->end;
    if (g->review && at < sentence->last && ent_finder_is(f, at, f->words.of))
        at = parties_end(f, at + 1, sentence->last) > at + 1 ? parties_end(f, at + 1, sentence->last) : at;
    bool link = at + 1 < sentence->last && (ent_finder_is(f, at, f->words.of) || ent_finder_is(f, at, f->words.to));
    uint32_t name = at + 1 + (link && ent_finder_is(f, at + 1, f->words.the));
    const ent_candidate *behind = link && name < sentence->last ? treaty_at(f, name, false) : NULL;
    const ent_candidate *before = g->body > sentence->first ? treaty_at(f, g->body - 1, true) : NULL;
    const ent_candidate *named = behind ? behind : before;
    g->last = behind ? behind->mention.last : at;
    g->first = !behind && before ? before->mention.first : g->body;
    g->in_words = named != NULL;
    g->treaty = named ? ent_finder_names(f, named) : ENT_UNRESOLVED;
}

/* ---- which one --------------------------------------------------------------------------------------------------- */

/* "the month-long review conference", "this conference of the parties": one that the text points at. */
static bool is_pointed(const ent_finder *f, const ent_sentence *sentence, uint32_t first)
{
    enum { MODIFIERS = 4 };
    static const char *const words[] = {"current",      "ongoing", "upcoming", "forthcoming",
                                        "quinquennial", "present", NULL};
    uint32_t t = first;
    while (
        t > sentence->first && first - t < MODIFIERS &&
        (ent_finder_cues(f, t - 1, first, ENT_CUE(MEETING_MODIFIER)) || ent_finder_reads_any(f, t - 1, first, words)))
        t--;
    return t < first && t > sentence->first &&
           (ent_finder_is(f, t - 1, f->words.the) || ent_finder_is(f, t - 1, f->words.this_));
}

static bool read_number(const ent_finder *f, const ent_sentence *sentence, gathering *g)
{
    if (g->first == sentence->first)
        return false;
    uint32_t at = g->first - 1, first = at;
    int64_t year = ent_finder_is_number(f, at) ? ent_finder_number(f, at) : 0;
    g->number = year >= 1945 && year <= 2100 ? year : ent_part_ordinal(f, at, &first);
    g->first = g->number > 0 ? first : g->first;
    return g->number > 0 || is_pointed(f, sentence, g->first);
}

/* ---- its entity -------------------------------------------------------------------------------------------------- */

/* The forum of the treaty's parties that the lexicon knows by these words, or ENT_UNRESOLVED. */
static uint32_t forum_of(ent_finder *f, const gathering *g)
{
    const ent_named *treaty = &f->out->entities.items[g->treaty];
    ent_str body = ent_finder_text(f, g->body, g->end), name = treaty->name;
    ent_str called = ent_attribute_get(treaty->attributes, ENT_STR("short"));
    const char *to = g->review ? "of" : "to";
    ent_str names[] = {
        ent_arena_format(f->arena, ENT_STR_FMT " " ENT_STR_FMT, ENT_STR_ARG(called), ENT_STR_ARG(body)),
        ent_arena_format(f->arena, ENT_STR_FMT " %s the " ENT_STR_FMT, ENT_STR_ARG(body), to, ENT_STR_ARG(called)),
        ent_arena_format(f->arena, ENT_STR_FMT " %s the " ENT_STR_FMT, ENT_STR_ARG(body), to, ENT_STR_ARG(name))};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t entry =
            called.len || i == 2 ? ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_FORUM, names[i]) : UINT32_MAX;
        if (entry != UINT32_MAX)
            return ent_finder_entry(f, entry);
    }
    return ENT_UNRESOLVED;
}

static uint32_t entity_of(ent_finder *f, const gathering *g)
{
    uint32_t forum = g->treaty != ENT_UNRESOLVED && g->number > 0 ? forum_of(f, g) : ENT_UNRESOLVED;
    if (forum != ENT_UNRESOLVED)
        return ent_session_entity(f, forum, NULL, g->number);
    ent_str name = ent_finder_name(f, g->first, g->last);
    if (g->treaty != ENT_UNRESOLVED && !g->in_words)
        name = ent_arena_format(f->arena, ENT_STR_FMT " %s the " ENT_STR_FMT, ENT_STR_ARG(name),
                                g->review ? "of" : "to", ENT_STR_ARG(f->out->entities.items[g->treaty].name));
    if (g->treaty != ENT_UNRESOLVED && g->number > 0)
        return ent_finder_entity(f, ENT_EVENT, name, ENT_STR_EMPTY);
    ent_str apart = ent_arena_join(f->arena, name, ENT_STR(" "), ent_meeting_title(f));
    return ent_mentions_entity(f->arena, f->out, ENT_EVENT, ent_key_make(f->arena, ENT_EVENT, apart), name,
                               ENT_STR_EMPTY);
}

static bool is_named(ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    bool body = over && (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_EVENT);
    return body && ent_finder_names(f, over) != ENT_UNRESOLVED;
}

/* "the month-long conference", "the current meeting" in a text about one that is under way. */
static void refer(ent_finder *f, uint32_t s, uint32_t head, uint32_t entity)
{
    static const char *const heads[] = {"conference", "meeting", NULL};
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    bool pointed;
    if (!ent_finder_reads_any(f, head, sentence->last, heads) || ent_finder_over(f, head) || head == sentence->first)
        return;
    bool the = is_pointed(f, sentence, head) ||
               (ent_finder_reads(f, head, head + 1, "conference") && ent_reference_is_led(f, sentence, head, &pointed));
    if (the && !ent_reference_goes_on(f, head, sentence->last))
        ent_finder_add(f, ent_finder_candidate(s, head, head + 1, ENT_EVENT, ENT_BY_REFERENCE, entity, 0.75f));
}

/* The conference that is told of at the token, or ENT_UNRESOLVED. */
static uint32_t find_gathering(ent_finder *f, uint32_t s, uint32_t at, only_text *only, bool *under_way)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    gathering g = {.body = at};
    g.end = body_end(f, at, sentence->last, &g.review);
    if (g.end == at || is_named(f, at))
        return ENT_UNRESOLVED;
    read_treaty(f, sentence, &g);
    if (!read_number(f, sentence, &g))
        return ENT_UNRESOLVED;
    g.treaty = g.treaty == ENT_UNRESOLVED ? only_treaty(f, only) : g.treaty;
    *under_way = g.number <= 0;
    if (*under_way && g.treaty == ENT_UNRESOLVED)
        return ENT_UNRESOLVED;
    uint32_t entity = entity_of(f, &g);
    ent_finder_add(f, ent_finder_candidate(s, g.first, g.last, ENT_EVENT, ENT_BY_FORM, entity, 0.8f));
    return entity;
}

void ent_find_party_meetings(ent_finder *f)
{
    const uint32_t review = ent_vocabulary_find(f->vocabulary, ENT_STR("review"));
    only_text only = {ENT_UNRESOLVED, false};
    uint32_t current = ENT_UNRESOLVED;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i < f->segments->sentences.items[s].last; i++) {
            bool body = ent_finder_lists(f, i) & ENT_LIST(SMALL_REFERENCE) || ent_finder_is(f, i, review);
            bool under_way = false;
            uint32_t found = body ? find_gathering(f, s, i, &only, &under_way) : ENT_UNRESOLVED;
            current = found != ENT_UNRESOLVED && under_way ? found : current;
        }
    for (uint32_t s = 0; s < f->segments->sentences.n && current != ENT_UNRESOLVED; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i < f->segments->sentences.items[s].last; i++)
            refer(f, s, i, current);
}
