/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/lists.h"

#include "core/model/key.h"

#include "importers/extract/layout/affiliation.h"
#include "importers/extract/layout/entries.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { BODIES = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION), FRONT_LINES = 30 };

/* ---- people ------------------------------------------------------------------------------------------------------ */

static void state_role(ent_layout_work *work, const ent_place *place, const ent_label *label, uint32_t actor,
                       uint32_t token, float confidence)
{
    bool leads = label && label->kind == ENT_LABEL_CHAIRS;
    ent_layout_state(work, (ent_statement){leads ? ENT_CHAIRS : ENT_PARTICIPATES_IN, actor, place->label_event, token,
                                           leads ? "layout.programme.chair" : "layout.programme.part", confidence,
                                           label ? label->role : ENT_STR_EMPTY, false});
}

/* In a list of participants each person belongs to the delegation above. */
static void state_delegate(ent_layout_work *work, const ent_place *place, const ent_entry *entry)
{
    const ent_mention *person = ent_mention_at(work, entry->mention);
    ent_layout_state(work, (ent_statement){ENT_AFFILIATED_WITH, person->entity, place->delegation, person->first,
                                           "layout.participants.delegate", 0.85f,
                                           ent_tokens_phrase(work, entry->first, entry->last), false});
}

static bool list_persons(ent_layout_work *work, ent_place *place, const ent_line *line)
{
    bool found = false;
    ent_entry entry;
    for (uint32_t from = place->from; ent_entry_next(work, line, from, &entry); from = entry.end, found = true) {
        const ent_mention *person = ent_mention_at(work, entry.mention);
        state_role(work, place, entry.label ? entry.label : place->label, person->entity, person->first,
                   0.95f * person->confidence);
        if (place->label->kind == ENT_LABEL_ATTENDS)
            state_delegate(work, place, &entry);
        ent_affiliate(work, entry.mention, entry.first, entry.last, "layout.programme.post");
    }
    return found;
}

/* The actor that the line names and nothing else, or ENT_NO_MENTION. */
static uint32_t only_body(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    uint32_t m = ent_mention_find(work, BODIES, from, line->last);
    if (m == ENT_NO_MENTION)
        return m;
    for (uint32_t t = from; t < line->last; t++)
        if ((t < ent_mention_at(work, m)->first || t >= ent_mention_at(work, m)->last) && !ent_token_is_mark(work, t) &&
            !ent_token_is(work, t, "the"))
            return ENT_NO_MENTION;
    return m;
}

/* "Speaker 2: Jane Roe “Widgets at sea” This presentation will …": of a line that goes on as prose, the name that its
 * label is for. */
static bool list_first(ent_layout_work *work, const ent_place *place, const ent_line *line)
{
    ent_entry entry;
    if (!place->labelled || place->label->kind == ENT_LABEL_ATTENDS ||
        !ent_entry_next(work, line, place->from, &entry) || !ent_entry_begins_at(work, &entry, place->from))
        return false;
    const ent_mention *person = ent_mention_at(work, entry.mention);
    state_role(work, place, place->label, person->entity, person->first, 0.9f * person->confidence);
    return true;
}

static bool list_people(ent_layout_work *work, ent_place *place, const ent_line *line)
{
    if (ent_line_is_prose(work, line))
        return list_first(work, place, line);
    if (list_persons(work, place, line))
        return true;
    uint32_t m = only_body(work, line, place->from);
    bool attends = place->label->kind == ENT_LABEL_ATTENDS;
    bool entry = attends || place->labelled || ent_line_block(work, line)->kind == ENT_BLOCK_ITEM;
    if (m == ENT_NO_MENTION || !entry)
        return false;
    const ent_label delegation = {ENT_STR_EMPTY, ENT_LABEL_TAKES_PART, ENT_STR("delegation")};
    state_role(work, place, attends ? &delegation : place->label, ent_mention_at(work, m)->entity,
               ent_mention_at(work, m)->first, 0.85f);
    if (attends)
        place->delegation = ent_mention_at(work, m)->entity;
    return true;
}

/* ---- bodies ------------------------------------------------------------------------------------------------------ */

/* The forum to which a document on its first page says it was submitted. */
static void state_addressee(ent_layout_work *work, const ent_place *place)
{
    for (uint32_t i = 0; i < work->lines.n && i < FRONT_LINES; i++) {
        const ent_line *line = &work->lines.items[i];
        uint32_t m = ent_line_is_prose(work, line)
                         ? ENT_NO_MENTION
                         : ent_mention_find(work, ENT_KIND_BIT(ENT_FORUM), line->first, line->last);
        if (m == ENT_NO_MENTION)
            continue;
        ent_layout_state(work, (ent_statement){ENT_SUBMITTED_TO, work->subjects->self, ent_mention_at(work, m)->entity,
                                               work->lines.items[place->n_line].first, "layout.title.submitted", 0.8f,
                                               ENT_STR_EMPTY, true});
        return;
    }
}

static ent_statement body_statement(const ent_layout_work *work, const ent_place *place)
{
    ent_statement s = {.target = place->label_event, .role = place->label->role, .confidence = 0.9f};
    switch (place->label->kind) {
    case ENT_LABEL_ORGANIZES:
        s.type = ENT_ORGANIZES, s.rule = "layout.title.organizer";
        break;
    case ENT_LABEL_FUNDS:
        s.type = ENT_FUNDS, s.rule = "layout.title.funder";
        break;
    case ENT_LABEL_PROPOSES:
        s.type = ENT_PROPOSED, s.rule = "layout.title.sponsor", s.target = work->subjects->self;
        break;
    default:
        s.type = ENT_PRODUCES, s.rule = "layout.title.publisher", s.target = work->subjects->self;
        break;
    }
    return s;
}

/* "the Office through its Regional Centre": the second is part of the first. */
static void state_through(ent_layout_work *work, uint32_t left, uint32_t right)
{
    const ent_mention *whole = ent_mention_at(work, left), *part = ent_mention_at(work, right);
    if (part->first == whole->last + 2 && ent_token_is(work, whole->last, "through") &&
        ent_token_is(work, whole->last + 1, "its"))
        ent_layout_state(work, (ent_statement){ENT_PART_OF, part->entity, whole->entity, part->first,
                                               "layout.title.through", 0.9f, ENT_STR_EMPTY, false});
}

/* A list's line begins with its first body, articles and small words before it. */
static bool begins_with_body(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    static const char *const passed[] = {"the", "by",   "of",          "and", "government", "governments",
                                         "in",  "with", "cooperation", "his", "its"};
    uint32_t m = ent_mention_find(work, BODIES, from, line->last);
    if (m == ENT_NO_MENTION)
        return false;
    for (uint32_t t = from; t < ent_mention_at(work, m)->first; t++)
        if (!ent_token_is_mark(work, t) && !ent_token_is_any(work, t, passed, N(passed)) &&
            work->segments->tokens.items[t].kind != ENT_TOKEN_NUMBER)
            return false;
    return ent_line_block(work, line)->kind != ENT_BLOCK_HEADING || ent_mention_at(work, m)->last + 1 >= line->last ||
           ent_tokens_are_names(work, BODIES, from, line->last);
}

static bool list_bodies(ent_layout_work *work, ent_place *place, const ent_line *line)
{
    if (ent_line_is_prose(work, line) || !begins_with_body(work, line, place->from))
        return false;
    ent_statement s = body_statement(work, place);
    uint32_t before = ENT_NO_MENTION;
    for (uint32_t m = ent_mention_from(work, place->from);
         m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++) {
        if (!ent_mention_is(ent_mention_at(work, m), BODIES) || (ent_mention_at(work, m)->flags & ENT_MENTION_PLACE))
            continue;
        s.source = ent_mention_at(work, m)->entity;
        s.token = ent_mention_at(work, m)->first;
        ent_layout_state(work, s);
        if (before != ENT_NO_MENTION)
            state_through(work, before, m);
        before = m;
    }
    if (s.type == ENT_PROPOSED)
        state_addressee(work, place);
    return true;
}

/* ---- authors ----------------------------------------------------------------------------------------------------- */

/* A name under a treaty's title is that of who writes about it. */
static void state_produces(ent_layout_work *work, const ent_mention *m, ent_str role, float confidence)
{
    uint32_t self = work->subjects->self;
    ent_str attributes = self == ENT_UNRESOLVED ? ENT_STR_EMPTY : work->mentions->entities.items[self].attributes;
    if (ent_str_eq(ent_attribute_get(attributes, ENT_STR("force")), ENT_STR("binding")))
        return;
    ent_layout_state(work, (ent_statement){ENT_PRODUCES, m->entity, self, m->first, "layout.title.author",
                                           confidence * m->confidence, role, false});
}

static bool list_authors(ent_layout_work *work, ent_place *place, const ent_line *line)
{
    bool found = false;
    ent_entry entry;
    if (ent_line_is_prose(work, line))
        return false;
    for (uint32_t from = place->from; ent_entry_next(work, line, from, &entry); from = entry.end, found = true) {
        state_produces(work, ent_mention_at(work, entry.mention), place->label->role, 0.95f);
        ent_affiliate(work, entry.mention, entry.first, entry.last, "layout.title.author.post");
    }
    return found;
}

/* "A, B and C. 2022. "Title", Publisher, Place": names before the title are authors, bodies behind it publish. */
static bool list_citation(ent_layout_work *work, ent_place *place, const ent_line *line)
{
    static const char *const quotes[] = {"\"", "“", "‘", "'", "«"};
    uint32_t title = line->last;
    for (uint32_t t = place->from; t < line->last && title == line->last; t++)
        if (ent_token_is_any(work, t, quotes, N(quotes)))
            title = t;
    bool quoted = title < line->last, found = false;
    for (uint32_t m = ent_mention_from(work, place->from);
         m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++) {
        bool author =
            ent_mention_is(ent_mention_at(work, m), ENT_KIND_BIT(ENT_PERSON)) && ent_mention_at(work, m)->first < title;
        bool publisher = ent_mention_is(ent_mention_at(work, m), ENT_KIND_BIT(ENT_ORGANIZATION)) && quoted &&
                         ent_mention_at(work, m)->first > title;
        if (author || publisher)
            state_produces(work, ent_mention_at(work, m), author ? ENT_STR("author") : ENT_STR("publisher"),
                           author ? 0.95f : 0.8f);
        found |= author || publisher;
    }
    place->label = found ? NULL : place->label;
    return found;
}

bool ent_list_line(ent_layout_work *work, ent_place *place)
{
    if (!place->label || place->alone)
        return false;
    const ent_line *line = &work->lines.items[place->n_line];
    switch (place->label->kind) {
    case ENT_LABEL_TAKES_PART:
    case ENT_LABEL_OPENS:
    case ENT_LABEL_CLOSES:
    case ENT_LABEL_CHAIRS:
    case ENT_LABEL_ATTENDS:
        return list_people(work, place, line);
    case ENT_LABEL_WRITES:
        return list_authors(work, place, line);
    case ENT_LABEL_CITES:
        return list_citation(work, place, line);
    case ENT_LABEL_PAUSES:
        return false;
    default:
        return list_bodies(work, place, line);
    }
}
