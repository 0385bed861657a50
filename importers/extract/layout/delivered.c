/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/delivered.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { HEAD_LINES = 8, OPENING = 4 /* tokens in which a line says what it is */ };

static const char *const places[] = {"at", "in", "to", "before", "during"};

/* "Oz Statement in the …", "Explanation of Vote in the …". */
static bool is_statement(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"statement", "remarks",      "address", "speech",
                                        "keynote",   "intervention", "reply",   "explanation"};
    uint32_t last = line->last < line->first + OPENING ? line->last : line->first + OPENING;
    return ent_tokens_have(work, line->first, last, words, N(words)) && !ent_line_is_prose(work, line);
}

/* The body or meeting behind "at the" or "to the" from `first` on, where the statement is made; or ENT_NO_MENTION. */
static uint32_t floor_in(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t + 1 < last; t++) {
        uint32_t named = t + 1 + ent_token_is(work, t + 1, "the");
        uint32_t m = ent_token_is_any(work, t, places, N(places)) && named < last ? ent_mention_over(work, named)
                                                                                  : ENT_NO_MENTION;
        const ent_mention *at = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
        if (at && at->first == named && (at->kind == ENT_FORUM || at->kind == ENT_EVENT) &&
            at->entity != ENT_UNRESOLVED)
            return m;
    }
    return ENT_NO_MENTION;
}

/* The person behind "by" in the line that says what it is, or at the beginning of another one; or ENT_NO_MENTION. */
static uint32_t person_in(const ent_layout_work *work, const ent_line *line, bool titled)
{
    uint32_t by = line->first;
    while (titled && by < line->last && !ent_token_is(work, by, "by"))
        by++;
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), by, line->last);
    bool near = m != ENT_NO_MENTION && ent_mention_at(work, m)->first <= by + OPENING + 2;
    return near && ent_mention_at(work, m)->entity != ENT_UNRESOLVED ? m : ENT_NO_MENTION;
}

void ent_layout_delivered(ent_layout_work *work)
{
    const ent_line *lines = work->lines.items;
    uint32_t title = 0, person = ENT_NO_MENTION, floor = ENT_NO_MENTION;
    while (title < work->lines.n && title < HEAD_LINES && !is_statement(work, &lines[title]))
        title++;
    for (uint32_t n = title; n < work->lines.n && n < title + HEAD_LINES && title < HEAD_LINES; n++) {
        if (ent_line_is_prose(work, &lines[n]) || lines[n].first == lines[n].last)
            break;
        bool place = n == title || ent_token_is_any(work, lines[n].first, places, N(places));
        if (place && floor == ENT_NO_MENTION)
            floor = floor_in(work, lines[n].first, lines[n].last);
        if (person == ENT_NO_MENTION)
            person = person_in(work, &lines[n], n == title);
    }
    if (person == ENT_NO_MENTION || floor == ENT_NO_MENTION)
        return;
    const ent_mention *who = ent_mention_at(work, person), *where = ent_mention_at(work, floor);
    ent_layout_state(work, (ent_statement){ENT_PARTICIPATES_IN, who->entity, where->entity, who->first,
                                           "layout.delivered", 0.85f * who->confidence, ENT_STR_EMPTY, true});
}
