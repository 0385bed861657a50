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
#include "importers/extract/layout/roster.h"
#include "importers/extract/layout/title.h"
#include "importers/extract/layout/votes.h"

/* An entry of a list right under a session's heading: who else would stand there with a post but those who speak in it.
 */
static bool list_unlabelled(ent_layout_work *work, const ent_place *place)
{
    const ent_line *line = &work->lines.items[place->n_line];
    ent_block_kind kind = ent_line_block(work, line)->kind;
    ent_entry entry;
    if (place->session_line == ENT_NO_LINE || place->alone || (kind != ENT_BLOCK_ITEM && kind != ENT_BLOCK_ROW) ||
        ent_line_is_prose(work, line) || !ent_entry_next(work, line, place->from, &entry) ||
        !ent_names_post(work, entry.first, entry.last))
        return false;
    const ent_mention *person = &work->mentions->items.items[entry.mention];
    ent_layout_state(work, (ent_statement){ENT_PARTICIPATES_IN, person->entity, place->event, person->first,
                                           "layout.programme.entry", 0.75f * person->confidence, ENT_STR_EMPTY, false});
    return true;
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

static void walk(ent_layout_work *work)
{
    ent_place place = ent_place_start(work);
    for (uint32_t n = 0; n < work->lines.n; n++) {
        ent_place_enter(work, &place, n);
        if (place.session_line == n && place.alone)
            list_in_title(work, &place);
        bool explained = place.label ? ent_list_line(work, &place) : list_unlabelled(work, &place);
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
    ent_layout_members(&work);
    ent_layout_factbox(&work);
    ent_layout_organs(&work);
    ent_layout_agenda(&work);
    ent_layout_papers(&work);
    ent_layout_votes(&work);
    ent_layout_floor(&work);
    ent_layout_delivered(&work);
    ent_layout_names(&work);
}
