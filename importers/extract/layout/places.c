/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/places.h"

#include "core/model/key.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/captions.h"
#include "importers/extract/layout/times.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { MAX_IDLE = 4, MAX_IDLE_AUTHORS = 8, NEXT_SESSION = 15, MAX_TITLE_LINES = 10, MAX_BARE = 3, MAX_HEADING = 40 };

static const char *const session_words[] = {
    "session", "panel",    "roundtable", "segment", "day",   "plenary", "breakout", "module",  "block",   "part",
    "meeting", "workshop", "dialogue",   "opening", "theme", "cluster", "round",    "closing", "ceremony"};

/* ---- sessions ---------------------------------------------------------------------------------------------------- */

/* The event that a heading or a short line begins with, as a mention, or ENT_NO_MENTION. */
static uint32_t event_at(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    if (ent_line_is_prose(work, line) || line->last - from > MAX_HEADING)
        return ENT_NO_MENTION;
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_EVENT), from, line->last);
    if (m == ENT_NO_MENTION)
        return m;
    uint32_t first = work->mentions->items.items[m].first;
    bool article = first == from + 1 && ent_token_is(work, from, "the");
    return first == from || article ? m : ENT_NO_MENTION;
}

/* A part of the meeting by its key, or by its name. */
static bool is_session(const ent_layout_work *work, const ent_mention *m)
{
    const ent_named *named = work->mentions->entities.items;
    uint32_t whole = work->subjects->event;
    if (m->entity == whole)
        return false;
    if (whole != ENT_UNRESOLVED && ent_str_starts(named[m->entity].key, named[whole].key) &&
        named[m->entity].key.data[named[whole].key.len] == '-')
        return true;
    for (uint32_t t = m->first; t < m->last; t++)
        if (ent_token_is_any(work, t, session_words, N(session_words)))
            return true;
    return false;
}

static bool is_day(const ent_layout_work *work, const ent_mention *m)
{
    for (uint32_t t = m->first; t < m->last && t < m->first + 4; t++)
        if (ent_token_is(work, t, "day"))
            return true;
    return false;
}

static void state_title(ent_layout_work *work, uint32_t event, uint32_t first, uint32_t last)
{
    ent_kinds kinds =
        ENT_KIND_BIT(ENT_TOPIC) | ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_PROPOSAL) | ENT_KIND_BIT(ENT_FORUM);
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, first); i < work->mentions->items.n && items[i].first < last; i++)
        if (items[i].entity != ENT_UNRESOLVED && ent_kinds_has(kinds, items[i].kind))
            ent_layout_state(work,
                             (ent_statement){ENT_DISCUSSES, event, items[i].entity, items[i].first,
                                             "layout.session.title", 0.85f * items[i].confidence, ENT_STR_EMPTY, true});
}

static void state_session(ent_layout_work *work, const ent_place *place, const ent_line *line, const ent_mention *m)
{
    ent_statement s = {ENT_PART_OF,      m->entity, work->subjects->event, m->first,
                       "layout.session", 0.95f,     ENT_STR_EMPTY,         true};
    ent_layout_state(work, s);
    s.target = place->day;
    ent_layout_state(work, s);
    state_title(work, m->entity, m->last, line->last);
}

static void begin_session(ent_layout_work *work, ent_place *place, const ent_line *line, const ent_mention *m)
{
    place->label = NULL;
    place->n_labels = 0;
    place->alone = true;
    if (is_session(work, m)) {
        bool day = is_day(work, m);
        if (day)
            place->day = ENT_UNRESOLVED;
        state_session(work, place, line, m);
        if (day)
            place->day = m->entity;
        place->event = day ? work->subjects->event : m->entity;
        place->session_line = day ? ENT_NO_LINE : place->n_line;
        place->bare = m->last + 1 >= line->last && m->last - m->first <= MAX_BARE;
    } else if (m->entity == work->subjects->event) {
        place->event = m->entity;
        place->session_line = ENT_NO_LINE;
    }
}

/* ---- labels ------------------------------------------------------------------------------------------------------ */

/* Whether another session's heading follows soon: what closes here closes the session, not the meeting. */
static bool session_follows(const ent_layout_work *work, uint32_t n)
{
    for (uint32_t i = n + 1; i < work->lines.n && i <= n + NEXT_SESSION; i++) {
        const ent_line *line = &work->lines.items[i];
        uint32_t m = event_at(work, line, ent_pass_time(work, line));
        if (m != ENT_NO_MENTION && is_session(work, &work->mentions->items.items[m]))
            return true;
    }
    return false;
}

/* Who opens the meeting's opening session opens the meeting. */
static bool in_opening(const ent_layout_work *work, const ent_place *place)
{
    static const char *const words[] = {"opening",      "welcome", "welcoming",  "inauguration", "inaugural",
                                        "introduction", "closing", "conclusion", "conclusions",  "introductory"};
    if (place->session_line == ENT_NO_LINE)
        return true;
    const ent_line *line = &work->lines.items[place->session_line];
    for (uint32_t t = line->first; t < line->last; t++)
        if (ent_token_is_any(work, t, words, N(words)))
            return true;
    return false;
}

/* The forum that the first lines, before line `n`, name: whose list of participants a document is that names no
 * meeting. */
static uint32_t titled_forum(const ent_layout_work *work, uint32_t n)
{
    for (uint32_t i = 0; i < n && i < MAX_TITLE_LINES; i++) {
        const ent_line *line = &work->lines.items[i];
        uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT), line->first, line->last);
        if (m != ENT_NO_MENTION)
            return work->mentions->items.items[m].entity;
    }
    return ENT_UNRESOLVED;
}

/* The meeting that the entry of a timeline above line `n` tells of ("2031: The second Widget Meeting is held."), or
 * ENT_UNRESOLVED. */
static uint32_t meeting_of_entry(const ent_layout_work *work, uint32_t n)
{
    enum { ABOVE = 3 };
    for (uint32_t i = n; i-- > 0 && n - i <= ABOVE;) {
        const ent_line *line = &work->lines.items[i];
        if (ent_line_block(work, line)->kind == ENT_BLOCK_HEADING)
            break;
        bool dated = work->segments->tokens.items[line->first].kind == ENT_TOKEN_NUMBER ||
                     ent_token_in_list(work, line->first, ENT_LIST(MONTH));
        uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_FORUM), line->first, line->last);
        if (dated)
            return m == ENT_NO_MENTION ? ENT_UNRESOLVED : ent_mention_at(work, m)->entity;
    }
    return ENT_UNRESOLVED;
}

static void begin_label(ent_layout_work *work, ent_place *place, const ent_line *line, ent_label_found found)
{
    place->label = found.label;
    place->alone = found.rest == line->last;
    /* "Opening remarks" are made by several, and so they may be at an "Opening" whose names stand below */
    bool one = found.label->kind == ENT_LABEL_CHAIRS || (found.label->kind < ENT_LABEL_CHAIRS && !place->alone);
    place->single = one && !found.plural;
    place->from = found.rest;
    place->labelled = true;
    place->idle = 0;
    place->delegation = ENT_UNRESOLVED;
    bool meeting =
        found.label->kind == ENT_LABEL_ORGANIZES || found.label->kind == ENT_LABEL_FUNDS ||
        (found.label->kind == ENT_LABEL_OPENS && (place->n_labels > 0 || in_opening(work, place))) ||
        (found.label->kind == ENT_LABEL_CLOSES && (in_opening(work, place) || !session_follows(work, place->n_line)));
    place->label_event = meeting && work->subjects->event != ENT_UNRESOLVED ? work->subjects->event : place->event;
    bool record = ent_str_eq(found.label->role, ENT_STR("chair")) && place->n_line < MAX_TITLE_LINES &&
                  ent_line_block(work, line)->kind != ENT_BLOCK_ROW;
    if (place->label_event == ENT_UNRESOLVED && (record || found.label->kind == ENT_LABEL_ATTENDS))
        place->label_event = titled_forum(work, place->n_line);
    uint32_t told = found.label->kind == ENT_LABEL_CHAIRS && place->session_line == ENT_NO_LINE
                        ? meeting_of_entry(work, place->n_line)
                        : ENT_UNRESOLVED;
    place->label_event = told != ENT_UNRESOLVED ? told : place->label_event;
    place->n_labels++;
}

/* "The other members of the Chilean delegation are:": whose delegation the lines below list, or ENT_UNRESOLVED. */
static uint32_t delegation_listed(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"delegation"};
    const ent_kinds senders = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION);
    if (!ent_line_ends_with(work, line, ':') || !ent_tokens_have(work, line->first, line->last, words, N(words)))
        return ENT_UNRESOLVED;
    uint32_t m = ent_mention_find(work, senders, line->first, line->last);
    return m == ENT_NO_MENTION ? ENT_UNRESOLVED : ent_mention_at(work, m)->entity;
}

static void begin_delegation(ent_layout_work *work, ent_place *place, const ent_line *line, uint32_t delegation)
{
    static const ent_label attends = {{"", 0}, ENT_LABEL_ATTENDS, {"delegation", 10}};
    begin_label(work, place, line, (ent_label_found){&attends, line->last, true});
    place->delegation = delegation;
}

/* ---- the walk ---------------------------------------------------------------------------------------------------- */

ent_place ent_place_start(const ent_layout_work *work)
{
    return (ent_place){.event = work->subjects->event,
                       .session_line = ENT_NO_LINE,
                       .day = ENT_UNRESOLVED,
                       .label_event = ENT_UNRESOLVED,
                       .delegation = ENT_UNRESOLVED};
}

/* On whose title page "Fifth session" stands over what the text is about. */
static bool is_resolution(const ent_layout_work *work)
{
    uint32_t self = work->subjects->self;
    ent_str attributes = self == ENT_UNRESOLVED ? ENT_STR_EMPTY : work->mentions->entities.items[self].attributes;
    ent_str form = ent_attribute_get(attributes, ENT_STR("form"));
    return ent_str_ends(form, ENT_STR("resolution")) || ent_str_ends(form, ENT_STR("decision"));
}

/* The line under a heading that says no more than "Panel II" is its title. */
static bool is_title_line(const ent_place *place)
{
    return place->bare && place->session_line != ENT_NO_LINE && place->n_line == place->session_line + 1 &&
           place->n_labels == 0;
}

/* A time of day ends the session before it, unless it stands under the session's heading. */
static void pass_line_time(const ent_layout_work *work, ent_place *place, const ent_line *line)
{
    place->from = ent_pass_time(work, line);
    if (place->from == line->first)
        return;
    place->label = NULL;
    place->alone = place->from == line->last;
    bool under_heading =
        place->session_line != ENT_NO_LINE && place->n_line <= place->session_line + 2 && place->n_labels == 0;
    if (!under_heading) {
        place->event = work->subjects->event;
        place->session_line = ENT_NO_LINE;
        place->n_labels = 0;
    }
}

void ent_place_enter(ent_layout_work *work, ent_place *place, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    place->n_line = n;
    place->alone = place->labelled = place->panel = false;
    pass_line_time(work, place, line);
    if (place->alone)
        return;
    uint32_t m = event_at(work, line, place->from);
    if (m != ENT_NO_MENTION) {
        begin_session(work, place, line, &work->mentions->items.items[m]);
        return;
    }
    ent_label_found found = ent_label_find(work, line, place->from);
    if (!found.label && place->from > line->first) /* behind a time of day */
        found = ent_label_tail(work, line, place->from);
    if (!found.label) {
        found = ent_label_inside(work, line, place->from);
        place->panel = found.label != NULL;
    }
    uint32_t delegation = found.label ? ENT_UNRESOLVED : delegation_listed(work, line);
    bool joins = found.label && found.label->kind == ENT_LABEL_ATTENDS && ent_row_heads_parties(work, n);
    if (joins) /* "Participant", over the States that joined a treaty */
        place->label = NULL;
    else if (found.label)
        begin_label(work, place, line, found);
    else if (delegation != ENT_UNRESOLVED)
        begin_delegation(work, place, line, delegation);
    else if (is_title_line(place) && !ent_line_is_prose(work, line) && !is_resolution(work))
        state_title(work, place->event, place->from, line->last);
}

static void end_section(const ent_layout_work *work, ent_place *place, const ent_line *line)
{
    uint32_t subject = work->subjects->of_section[ent_line_block(work, line)->section];
    bool event =
        subject != ENT_UNRESOLVED && subject != place->day && work->mentions->entities.items[subject].kind == ENT_EVENT;
    place->label = NULL;
    place->event = event ? subject : work->subjects->event;
    place->session_line = ENT_NO_LINE;
}

/* The label over the lines that follow one that said who the label was for: none behind "Chair: Jane Roe", those who
 * sit in it behind "Panel on widgets, moderated by Jane Roe". */
static const ent_label *label_behind(const ent_place *place)
{
    static const ent_label panellist = {{"", 0}, ENT_LABEL_TAKES_PART, {"panellist", 9}};
    if (place->panel)
        return &panellist;
    return place->single ? NULL : place->label;
}

void ent_place_leave(ent_layout_work *work, ent_place *place, bool explained)
{
    const ent_line *line = &work->lines.items[place->n_line];
    if (explained) {
        place->idle = 0;
        place->label = label_behind(place);
        place->single &= !place->panel;
        return;
    }
    if (place->labelled && place->single && !place->alone && place->label->kind == ENT_LABEL_CHAIRS)
        place->label = NULL;
    if (place->alone || place->labelled || is_title_line(place))
        return;
    if (ent_line_block(work, line)->kind == ENT_BLOCK_HEADING)
        end_section(work, place, line);
    uint32_t most = place->label && place->label->kind == ENT_LABEL_WRITES ? MAX_IDLE_AUTHORS : MAX_IDLE;
    if (place->label && ++place->idle > most)
        place->label = NULL;
}
