/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/meetings/session_codes.h"
#include "importers/extract/names/meetings/sessions.h"

#include "core/model/key.h"

bool ent_meets_in_sessions(const ent_finder *f, uint32_t forum)
{
    ent_str name = f->out->entities.items[forum].name;
    return ent_str_starts(name, ENT_STR("Conference of the ")) || ent_str_starts(name, ENT_STR("Meeting of the "));
}

/* The number at the end of "COP14", or 0. */
static int64_t number_within(ent_str token)
{
    size_t digits = token.len;
    while (digits > 0 && ent_is_digit(token.data[digits - 1]))
        digits--;
    int64_t number = 0;
    bool acronym = digits > 2 && ent_is_upper(token.data[0]) && ent_is_upper(token.data[digits - 1]);
    return acronym && digits < token.len && ent_str_to_int(ent_str_slice(token, digits, token.len), &number) ? number
                                                                                                             : 0;
}

uint32_t ent_session_by_code(ent_finder *f, uint32_t forum, ent_str code)
{
    bool meets = f->out->entities.items[forum].kind == ENT_FORUM && ent_meets_in_sessions(f, forum);
    int64_t number = meets ? number_within(code) : 0;
    return number > 0 && number <= 99 ? ent_session_entity(f, forum, "session", number) : forum;
}

void ent_join_meetings(ent_finder *f, uint32_t forum, int64_t number)
{
    ent_str meeting = ent_part_key(f, ENT_EVENT, f->out->entities.items[forum].key, "meeting", number);
    uint32_t session = ENT_UNRESOLVED;
    for (size_t i = 0; i < f->items.n; i++) {
        ent_mention *m = &f->items.items[i].mention;
        if (m->kind != ENT_EVENT || m->entity == ENT_UNRESOLVED || m->entity == session ||
            !ent_str_eq(f->out->entities.items[m->entity].key, meeting))
            continue;
        session = session == ENT_UNRESOLVED ? ent_session_entity(f, forum, "session", number) : session;
        f->out->self_event = f->out->self_event == m->entity ? session : f->out->self_event;
        m->entity = session;
    }
}

uint32_t ent_session_of_title(ent_finder *f, ent_str name)
{
    for (uint32_t i = 0; f->segments->sentences.n && i < f->segments->sentences.items[0].last; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.kind == ENT_EVENT && over->mention.first == i &&
            ent_str_starts(name, ent_finder_text(f, i, over->mention.last)))
            return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}
