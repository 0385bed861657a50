/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/agenda.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    MEETINGS = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT),
    SUBJECTS = ENT_KIND_BIT(ENT_TOPIC) | ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_PROPOSAL),
    MAX_ITEM = 80
};

/* "Agenda"; "items" and their like may be of anything, so a sentence must name who deals with them, or say that they
 * are dealt with. */
static bool has_agenda_word(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"topics", "themes", "items", "subjects"};
    static const char *const dealing[] = {"discussed", "discuss",  "considered", "consider", "addressed",
                                          "covered",   "examined", "debated",    "session",  "discussions",
                                          "meeting",   "raised",   "focused",    "included", "agenda"};
    if (ent_tokens_have(work, line->first, line->last, (const char *const[]){"agenda"}, 1))
        return true;
    bool sentence = ent_line_ends_with(work, line, ':') && line->last - line->first > 3;
    uint32_t first = work->segments->sentences.items[ent_sentence_of(work->segments, line->last - 1)].first;
    return ent_tokens_have(work, line->first, line->last, words, N(words)) &&
           (!sentence || ent_mention_find(work, MEETINGS, first, line->last) != ENT_NO_MENTION ||
            ent_tokens_have(work, first, line->last, dealing, N(dealing)));
}

/* A heading "Agenda", or a sentence that ends in a colon and speaks of topics. */
static bool opens_agenda(const ent_layout_work *work, const ent_line *line)
{
    bool heading = ent_line_block(work, line)->kind == ENT_BLOCK_HEADING || line->last - line->first <= 3;
    return (heading || ent_line_ends_with(work, line, ':')) && has_agenda_word(work, line);
}

/* The forum or meeting the words name, else what the section is about, else the meeting reported. */
static uint32_t meeting_of(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = ent_mention_find(work, MEETINGS, line->first, line->last);
    if (m != ENT_NO_MENTION)
        return work->mentions->items.items[m].entity;
    uint32_t subject = work->subjects->of_section[ent_line_block(work, line)->section];
    if (subject != ENT_UNRESOLVED && ent_kinds_has(MEETINGS, work->mentions->entities.items[subject].kind))
        return subject;
    return work->subjects->event;
}

static void state_item(ent_layout_work *work, const ent_line *line, uint32_t meeting)
{
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, line->first); i < work->mentions->items.n && items[i].first < line->last;
         i++)
        if (ent_mention_is(&items[i], SUBJECTS))
            ent_layout_state(work, (ent_statement){ENT_DISCUSSES, meeting, items[i].entity, items[i].first,
                                                   "layout.agenda", 0.9f * items[i].confidence, ENT_STR_EMPTY, false});
}

void ent_layout_agenda(ent_layout_work *work)
{
    const ent_line *lines = work->lines.items;
    for (uint32_t i = 0; i + 1 < work->lines.n; i++) {
        if (!opens_agenda(work, &lines[i]))
            continue;
        uint32_t meeting = meeting_of(work, &lines[i]);
        for (uint32_t n = i + 1; n < work->lines.n && ent_line_block(work, &lines[n])->kind == ENT_BLOCK_ITEM &&
                                 lines[n].last - lines[n].first <= MAX_ITEM;
             n++)
            state_item(work, &lines[n], meeting);
    }
}
