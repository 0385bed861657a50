/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/layout.h"

#include "importers/extract/layout/affiliation.h"
#include "importers/extract/layout/agenda.h"
#include "importers/extract/layout/career.h"
#include "importers/extract/layout/delivered.h"
#include "importers/extract/layout/entries.h"
#include "importers/extract/layout/factbox.h"
#include "importers/extract/layout/floor.h"
#include "importers/extract/layout/lists.h"
#include "importers/extract/layout/members.h"
#include "importers/extract/layout/names.h"
#include "importers/extract/layout/offices.h"
#include "importers/extract/layout/organs.h"
#include "importers/extract/layout/papers.h"
#include "importers/extract/layout/people.h"
#include "importers/extract/layout/roster.h"
#include "importers/extract/layout/row_bodies.h"
#include "importers/extract/layout/title.h"
#include "importers/extract/layout/turns.h"
#include "importers/extract/layout/votes.h"

/* Persons and what parts them: "Jane Roe, Bo Lind, Zorv Quist". */
static bool is_roll(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    uint32_t first = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), from, line->last);
    return first != ENT_NO_MENTION && ent_mention_at(work, first)->last < line->last &&
           ent_tokens_are_names(work, ENT_KIND_BIT(ENT_PERSON), from, line->last);
}

/* Whether an entry that stands right under a session's heading is of its speakers: in a list, with a post; in a line of
 * its own, with a post or country behind the name, or under it, or among nothing but names. */
static bool is_of_session(const ent_layout_work *work, const ent_place *place, const ent_entry *entry)
{
    const ent_line *line = &work->lines.items[place->n_line];
    ent_block_kind kind = ent_line_block(work, line)->kind;
    bool listed = kind == ENT_BLOCK_ITEM || kind == ENT_BLOCK_ROW;
    if (ent_names_post(work, entry->first, entry->last))
        return listed || ent_entry_begins_at(work, entry, place->from);
    return !listed && (is_roll(work, line, place->from) || ent_entry_has_post_below(work, place->n_line));
}

/* Who stands under a session's heading without a label. */
static bool list_unlabelled(ent_layout_work *work, const ent_place *place)
{
    const ent_line *line = &work->lines.items[place->n_line];
    ent_entry entry;
    bool found = false;
    if (place->session_line == ENT_NO_LINE || place->alone || ent_line_is_prose(work, line))
        return false;
    for (uint32_t from = place->from; ent_entry_next(work, line, from, &entry); from = entry.end) {
        if (!found && !is_of_session(work, place, &entry))
            return false;
        const ent_mention *person = ent_mention_at(work, entry.mention);
        bool leads = entry.label && entry.label->kind == ENT_LABEL_CHAIRS;
        ent_layout_state(work, (ent_statement){leads ? ENT_CHAIRS : ENT_PARTICIPATES_IN, person->entity, place->event,
                                               person->first, "layout.programme.entry", 0.75f * person->confidence,
                                               leads ? entry.label->role : ENT_STR_EMPTY, false});
        found = true;
    }
    return found;
}

/* "Session 1: Widgets at sea (Ms. Jane Roe, Widget Office)": who gives the session. */
static void list_in_title(ent_layout_work *work, const ent_place *place)
{
    const ent_line *line = &work->lines.items[place->n_line];
    uint32_t open = line->last;
    for (uint32_t t = line->first; t < line->last; t++)
        open = ent_token_is(work, t, "(") ? t : open;
    uint32_t end = open < line->last ? ent_bracket_end(work, open, line->last) : open;
    ent_entry entry;
    ent_line inside = *line;
    inside.last = end > open ? end - 1 : open;
    if (end + 1 < line->last || open + 1 >= inside.last || !ent_entry_next(work, &inside, open + 1, &entry))
        return;
    const ent_mention *person = ent_mention_at(work, entry.mention);
    ent_layout_state(work, (ent_statement){ENT_PARTICIPATES_IN, person->entity, place->event, person->first,
                                           "layout.programme.entry", 0.9f * person->confidence, ENT_STR_EMPTY, false});
    ent_affiliate(work, entry.mention, entry.first, entry.last, "layout.programme.post");
}

/* "Director of the Widget Office" under "Jane Roe": no new heading. */
static bool is_post_of(const ent_layout_work *work, const ent_place *place)
{
    for (uint32_t n = place->n_line; place->session_line != ENT_NO_LINE && n > 0 && n + 2 > place->n_line; n--)
        if (ent_entry_has_post_below(work, n - 1))
            return true;
    return false;
}

static void walk(ent_layout_work *work)
{
    ent_place place = ent_place_start(work);
    for (uint32_t n = 0; n < work->lines.n; n++) {
        ent_place_enter(work, &place, n);
        if (place.session_line == n && place.alone)
            list_in_title(work, &place);
        bool explained =
            place.label ? ent_list_line(work, &place) : list_unlabelled(work, &place) || is_post_of(work, &place);
        ent_place_leave(work, &place, explained);
    }
}

void ent_layout(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                const ent_mentions *mentions, const ent_subjects *subjects, ent_facts *facts)
{
    ent_layout_work work = {.arena = arena,
                            .knowledge = knowledge,
                            .segments = segments,
                            .mentions = mentions,
                            .subjects = subjects,
                            .facts = facts};
    ent_lines_build(&work);
    walk(&work);
    ent_layout_title(&work);
    ent_layout_offices(&work);
    ent_layout_holders(&work);
    ent_layout_persons(&work);
    ent_layout_careers(&work);
    ent_layout_rosters(&work);
    ent_layout_people(&work);
    ent_layout_members(&work);
    ent_layout_factbox(&work);
    ent_layout_organs(&work);
    ent_layout_row_bodies(&work);
    ent_layout_agenda(&work);
    ent_layout_papers(&work);
    ent_layout_votes(&work);
    ent_layout_floor(&work);
    ent_layout_delivered(&work);
    ent_layout_turns(&work);
    ent_layout_names(&work);
}
