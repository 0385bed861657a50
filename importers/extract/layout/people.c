/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/people.h"

#include "importers/extract/layout/entries.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    BODIES = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM),
    MAX_CAPTION = 80, /* tokens */
    MAX_SHORT = 16,   /* of one that does not say whose they are */
    MIN_PEOPLE = 2,
    MAX_PEOPLE = 64,
    MAX_IDLE = 2 /* lines between two of them: posts, addresses */
};

/* "Members", "Core experts", "Board of Directors", "Staff". */
static bool tells_people(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const people[] = {"member", "members",   "trustees",   "commissioners", "fellows", "staff",
                                         "team",   "directors", "membership", "composition",   "experts", "officers"};
    /* who was there, wrote or was chosen from elsewhere */
    static const char *const others[] = {"participants", "speakers", "panelists", "panellists", "attended", "authors",
                                         "contributors", "former",   "states",    "parties",    "countries"};
    return ent_tokens_have(work, first, last, people, N(people)) &&
           !ent_tokens_have(work, first, last, others, N(others));
}

/* A heading, or what ends in a colon. */
static bool is_caption(const ent_layout_work *work, const ent_line *line)
{
    bool heads = ent_line_block(work, line)->kind == ENT_BLOCK_HEADING || ent_line_ends_with(work, line, ':');
    return heads && line->last - line->first <= MAX_CAPTION &&
           ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), line->first, line->last) == ENT_NO_MENTION;
}

/* "members of the Widget Board": the body, or ENT_UNRESOLVED. */
static uint32_t body_behind(const ent_layout_work *work, const ent_line *line)
{
    static const char *const links[] = {"of", "in", "on"};
    for (uint32_t t = line->first; t + 2 < line->last; t++) {
        if (!tells_people(work, t, t + 1) || !ent_token_is_any(work, t + 1, links, N(links)))
            continue;
        uint32_t m = ent_mention_find(work, BODIES, t + 2, t + 4 < line->last ? t + 4 : line->last);
        if (m != ENT_NO_MENTION)
            return ent_mention_at(work, m)->entity;
    }
    return ENT_UNRESOLVED;
}

/* Whose people the caption heads: those "of" a body, else of the last body that it names, else of the one that the
 * section is about; ENT_UNRESOLVED where it heads nobody's. */
static uint32_t body_of(const ent_layout_work *work, const ent_line *line)
{
    uint32_t body = body_behind(work, line), section = ent_line_block(work, line)->section;
    if (body != ENT_UNRESOLVED || line->last - line->first > MAX_SHORT || !tells_people(work, line->first, line->last))
        return body;
    for (uint32_t m = ent_mention_from(work, line->first);
         m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++)
        if (ent_mention_is(ent_mention_at(work, m), BODIES))
            body = ent_mention_at(work, m)->entity;
    uint32_t page = work->mentions->topics ? work->mentions->topics[section] : ENT_UNRESOLVED;
    bool is_body = page != ENT_UNRESOLVED && ent_kinds_has(BODIES, work->mentions->entities.items[page].kind);
    return body != ENT_UNRESOLVED || !is_body ? body : page;
}

/* The people in the lines from `n` on, as mentions; how many. */
static size_t list_people(const ent_layout_work *work, uint32_t n, uint32_t *people)
{
    size_t found = 0;
    ent_entry entry;
    for (uint32_t idle = 0; n < work->lines.n && idle <= MAX_IDLE && found < MAX_PEOPLE; n++, idle++) {
        const ent_line *line = &work->lines.items[n];
        bool other =
            ent_line_ends_with(work, line, ':') || (found && ent_line_block(work, line)->kind == ENT_BLOCK_HEADING);
        if (ent_line_is_prose(work, line) || other)
            break;
        if (!ent_entry_next(work, line, line->first, &entry) || !ent_entry_begins_at(work, &entry, line->first))
            continue;
        do
            people[found++] = entry.mention;
        while (found < MAX_PEOPLE && ent_entry_next(work, line, entry.end, &entry));
        idle = 0;
    }
    return found;
}

void ent_layout_people(ent_layout_work *work)
{
    uint32_t people[MAX_PEOPLE];
    for (uint32_t n = 0; n + MIN_PEOPLE < work->lines.n; n++) {
        const ent_line *line = &work->lines.items[n];
        uint32_t body = is_caption(work, line) ? body_of(work, line) : ENT_UNRESOLVED;
        size_t found = body == ENT_UNRESOLVED ? 0 : list_people(work, n + 1, people);
        for (size_t i = 0; found >= MIN_PEOPLE && i < found; i++) {
            const ent_mention *person = ent_mention_at(work, people[i]);
            ent_layout_state(work, (ent_statement){ENT_AFFILIATED_WITH, person->entity, body, person->first,
                                                   "layout.people.member", 0.85f * person->confidence,
                                                   ENT_STR("member"), false});
        }
    }
}
