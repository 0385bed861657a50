/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Contact Group 1", "Working Group II": what a meeting divides itself into. The number alone would join groups of
 * different meetings, so a group is named after the body in its words, else the meeting the document reports, else the
 * body the document opens with; where there is none of these it stays unnamed. "The contact group" is the last one
 * named. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"
#include "importers/extract/names/wholes.h"

#include <string.h>

enum { MAX_GROUPS = 20, OPENING = 4 };

typedef struct group_kind {
    const char *first, *second, *name;
    bool once; /* few meetings have several: "the contact group" is one */
} group_kind;

static const group_kind kinds[] = {
    {"contact", "group", "Contact Group", true},       {"working", "group", "Working Group", false},
    {"drafting", "group", "Drafting Group", true},     {"negotiating", "group", "Negotiating Group", true},
    {"discussion", "group", "Discussion Group", true}, {"subsidiary", "body", "Subsidiary Body", false},
    {"main", "committee", "Main Committee", false}};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

/* The group of each kind that was named last before a token; goes on from one token to a later one. */
typedef struct latest_groups {
    uint32_t token;
    uint32_t entities[N_KINDS]; /* UINT32_MAX: none */
} latest_groups;

/* The kind of group that two words tell, or NULL. */
static const group_kind *kind_of(const ent_finder *f, uint32_t head, uint32_t end)
{
    bool may_be = ent_finder_lists(f, head) & ENT_LIST(FORUM_HEAD); /* most words are seen to be others by it */
    for (size_t i = 0; may_be && i < N_KINDS; i++)
        if (ent_finder_reads(f, head, end, kinds[i].second) && ent_finder_reads(f, head - 1, end, kinds[i].first))
            return &kinds[i];
    return NULL;
}

/* Nothing known stands there, or a short form that nobody could decide. */
static bool is_open(const ent_finder *f, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && (over->mention.kind != ENT_FORUM || over->mention.entity != ENT_UNRESOLVED))
            return false;
    }
    return true;
}

static uint32_t forum_at(ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    return over && over->mention.kind == ENT_FORUM ? ent_finder_names(f, over) : ENT_UNRESOLVED;
}

/* "Widget Panel Working Group I": a body's group is no body that has groups. */
static bool is_group(const ent_finder *f, uint32_t entity)
{
    const ent_named *named = &f->out->entities.items[entity];
    return named->kind == ENT_FORUM && ent_part_begin(named->key) != ENT_STR_NONE;
}

/* The body or session that the document opens with. */
static uint32_t opening_body(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n && s < OPENING; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i < f->segments->sentences.items[s].last; i++) {
            const ent_candidate *over = ent_finder_over(f, i);
            bool body = over && (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_EVENT);
            uint32_t named = body ? ent_finder_names(f, over) : ENT_UNRESOLVED;
            if (named != ENT_UNRESOLVED && !is_group(f, named))
                return named;
        }
    return ENT_UNRESOLVED;
}

/* "Widget Panel Working Group I": the body whose name ends where the group's begins; `first` moves before it. */
static uint32_t body_before(ent_finder *f, uint32_t begin, uint32_t *first)
{
    const ent_kinds bodies = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION);
    const ent_candidate *over = *first > begin ? ent_finder_over(f, *first - 1) : NULL;
    bool body = over && over->mention.last == *first && ent_kinds_has(bodies, over->mention.kind);
    uint32_t named = body ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    *first = named == ENT_UNRESOLVED ? *first : over->mention.first;
    return named;
}

/* What the group behind whose number `last` stands belongs to; `last` moves behind its name. */
static uint32_t whole_of(ent_finder *f, uint32_t end, uint32_t *last)
{
    uint32_t at = *last + 1;
    at += at < end && ent_finder_is(f, at, f->words.the);
    uint32_t named = at < end && ent_finder_is(f, *last, f->words.of) ? forum_at(f, at) : ENT_UNRESOLVED;
    if (named != ENT_UNRESOLVED)
        *last = ent_finder_over(f, at)->mention.last;
    if (named == ENT_UNRESOLVED)
        named = f->out->self_event;
    return named == ENT_UNRESOLVED ? opening_body(f) : named;
}

/* The short form of another body's group, which nobody could decide, gives way. */
static void remove_open(ent_finder *f, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        ent_candidate *over = ent_finder_over(f, i);
        if (!over)
            continue;
        over->gone = true;
        for (uint32_t covered = over->mention.first; covered < over->mention.last; covered++)
            f->cover[covered] = 0;
    }
}

static void add_group(ent_finder *f, uint32_t s, uint32_t head, const char *what, int64_t number)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = head - 1, last = head + 2, whole = body_before(f, sentence->first, &first);
    whole = whole == ENT_UNRESOLVED ? whole_of(f, sentence->last, &last) : whole;
    if (whole == ENT_UNRESOLVED)
        return;
    const ent_named *of = &f->out->entities.items[whole];
    ent_str name = ent_arena_format(f->arena, "%s %d of the " ENT_STR_FMT, what, (int)number, ENT_STR_ARG(of->name));
    uint32_t entity = ent_mentions_entity(f->arena, f->out, ENT_FORUM,
                                          ent_part_key(f, ENT_FORUM, of->key, what, number), name, ENT_STR_EMPTY);
    remove_open(f, head - 1, head + 2);
    ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_FORUM, ENT_BY_FORM, entity, 0.75f));
}

static void note_group(latest_groups *latest, const ent_finder *f, const ent_mention *m)
{
    for (uint32_t head = m->first + 1; head < m->last; head++) {
        const group_kind *kind = kind_of(f, head, m->last);
        if (kind)
            latest->entities[kind - kinds] = m->entity;
    }
}

static void go_on_to(latest_groups *latest, const ent_finder *f, uint32_t token)
{
    for (; latest->token < token; latest->token++)
        for (const ent_candidate *c = NULL; (c = ent_finder_begun(f, latest->token, c));)
            if (!c->gone && c->mention.kind == ENT_FORUM && c->mention.entity != ENT_UNRESOLVED)
                note_group(latest, f, &c->mention);
}

/* "WIDGET FUND:" over "a contact group chaired by Jane Roe": the group is named after what its section is about. A
 * heading that is a body's name alone ("SBI") says nothing of the group. ENT_UNRESOLVED where there is none. */
static uint32_t group_of_heading(ent_finder *f, uint32_t heading, const group_kind *kind)
{
    const ent_sentence *line = &f->segments->sentences.items[heading];
    uint32_t last = line->last;
    while (last > line->first && ent_finder_is_punct(f, last - 1))
        last--;
    const ent_candidate *over = last > line->first ? ent_finder_over(f, line->first) : NULL;
    bool body =
        over && over->mention.last >= last && (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_EVENT);
    if (last == line->first || body || heading == 0)
        return ENT_UNRESOLVED;
    ent_str name =
        ent_arena_join(f->arena, ent_str_from(kind->name), ENT_STR(" on "), ent_finder_name(f, line->first, last));
    return ent_mentions_entity(f->arena, f->out, ENT_FORUM, ent_key_make(f->arena, ENT_FORUM, name), name,
                               ENT_STR_EMPTY);
}

/* "a contact group", "an open-ended contact group", "the contact group": one, of which nothing more is said. */
static void add_group_of_section(ent_finder *f, uint32_t s, uint32_t head, uint32_t heading, const group_kind *kind)
{
    static const char *const one[] = {"a", "an", "the", "this", NULL}, *const what[] = {"on", "of", "for", NULL};
    enum { MOST_ADJECTIVES = 3 };
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t at = head - 1;
    while (at > sentence->first && head - at <= MOST_ADJECTIVES && !ent_finder_reads_any(f, at, head, one) &&
           f->tokens[at - 1].kind != ENT_TOKEN_NUMBER && !ent_finder_over(f, at - 1))
        at--;
    if (!ent_finder_reads_any(f, at, head, one) || ent_finder_over(f, head) || ent_finder_over(f, head - 1) ||
        ent_finder_reads_any(f, head + 1, sentence->last, what))
        return;
    uint32_t group = group_of_heading(f, heading, kind);
    if (group != ENT_UNRESOLVED)
        ent_finder_add(f, ent_finder_candidate(s, head - 1, head + 1, ENT_FORUM, ENT_BY_FORM, group, 0.7f));
}

/* "The contact group was co-chaired by": none of its own, and no other name goes on behind it. */
static void refer_to_group(ent_finder *f, latest_groups *latest, uint32_t s, uint32_t head, const group_kind *kind)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    bool led = head > sentence->first + 1 && ent_finder_is(f, head - 2, f->words.the);
    bool goes_on = head + 1 < sentence->last &&
                   (ent_finder_is(f, head + 1, f->words.on) || ent_finder_is(f, head + 1, f->words.of) ||
                    ent_finder_is(f, head + 1, f->words.for_));
    if (!led || goes_on || ent_finder_over(f, head) || ent_finder_over(f, head - 1))
        return;
    go_on_to(latest, f, head);
    uint32_t group = latest->entities[kind - kinds];
    if (group != ENT_UNRESOLVED)
        ent_finder_add(f, ent_finder_candidate(s, head - 1, head + 1, ENT_FORUM, ENT_BY_REFERENCE, group, 0.75f));
}

void ent_find_meeting_groups(ent_finder *f)
{
    latest_groups latest = {0};
    uint32_t heading = 0;
    memset(latest.entities, 0xff, sizeof latest.entities);
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        if (f->document->blocks.items[sentence->block].kind == ENT_BLOCK_HEADING) {
            heading = s;
            latest.entities[0] = UINT32_MAX; /* each item of an agenda has a contact group of its own */
        }
        for (uint32_t i = sentence->first + 1; i + 1 < sentence->last; i++) {
            const group_kind *kind = kind_of(f, i, sentence->last);
            int64_t number = kind ? ent_part_number(f, i + 1) : 0;
            if (number > 0 && number <= MAX_GROUPS && is_open(f, i - 1, i + 2))
                add_group(f, s, i, kind->name, number);
            else if (kind && kind->once)
                refer_to_group(f, &latest, s, i, kind);
            if (kind == &kinds[0] && number <= 0)
                add_group_of_section(f, s, i, heading, kind);
        }
    }
}
