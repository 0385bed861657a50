/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "INFORMAL CONSULTATIONS ON WIDGETS" over "Joint statement by Chile and Peru": the meeting in which a statement was
 * made, which a line of its own names above it. */
#include "importers/extract/names/finder.h"

enum { HEAD = 8 /* sentences of the page's head */, NEAR = 3, LONGEST = 24, OPENING = 5 };

/* "Joint Statement by", "Oz: explanation of vote": a short line that says what is read out. */
static bool is_statement(const ent_finder *f, const ent_sentence *line)
{
    static const char *const words[] = {"statement", "intervention", "remarks", "explanation", "speech", NULL};
    bool found = false;
    for (uint32_t i = line->first; i < line->last && i < line->first + OPENING && !found; i++)
        found = ent_finder_reads_any(f, i, line->last, words);
    return found;
}

/* The token of the word that says that a line names a meeting, all before it written as a name; or the line's end. */
static uint32_t meeting_word(const ent_finder *f, const ent_sentence *line)
{
    static const char *const words[] = {"consultations", "meeting",    "debate",   "discussion", "discussions",
                                        "dialogue",      "roundtable", "briefing", "hearing",    NULL};
    for (uint32_t i = line->first; i < line->last && (ent_finder_is_capital(f, i) || ent_finder_is_punct(f, i)); i++)
        if (ent_finder_reads_any(f, i, line->last, words))
            return i;
    return line->last;
}

/* Where the meeting's name ends: before a date, a bracket or a colon. */
static uint32_t name_end(const ent_finder *f, const ent_sentence *line, uint32_t head)
{
    uint32_t end = head + 1;
    while (end < line->last && !ent_finder_is_number(f, end) && !(ent_finder_lists(f, end) & ENT_LIST(MONTH)) &&
           (!ent_finder_is_punct(f, end) || f->tokens[end].flags & ENT_TOKEN_JOINED))
        end++;
    return end;
}

/* A body or meeting that is known already, other than at the beginning of the name. */
static bool is_named(const ent_finder *f, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && (over->mention.kind == ENT_EVENT || (over->mention.kind == ENT_FORUM && i > first)))
            return true;
    }
    return false;
}

static void drop_topics(ent_finder *f, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.kind == ENT_TOPIC)
            over->gone = true;
    }
}

static void name_meeting(ent_finder *f, uint32_t s)
{
    const ent_sentence *line = &f->segments->sentences.items[s];
    uint32_t head = meeting_word(f, line), end = head < line->last ? name_end(f, line, head) : line->first;
    bool about = end > head + 2 && (ent_finder_is(f, head + 1, f->words.on) || ent_finder_is(f, head + 1, f->words.of));
    if (end <= head || end - line->first > LONGEST || !about || head == line->first || is_named(f, line->first, end))
        return;
    drop_topics(f, line->first, head + 1);
    uint32_t entity = ent_finder_entity(f, ENT_EVENT, ent_finder_name(f, line->first, end), ENT_STR_EMPTY);
    ent_finder_add(f, ent_finder_candidate(s, line->first, end, ENT_EVENT, ENT_BY_FORM, entity, 0.8f));
}

void ent_find_statement_heads(ent_finder *f)
{
    uint32_t statement = 1, n = (uint32_t)f->segments->sentences.n;
    while (statement < n && statement < HEAD && !is_statement(f, &f->segments->sentences.items[statement]))
        statement++;
    if (statement >= n || statement >= HEAD)
        return;
    for (uint32_t s = statement > NEAR ? statement - NEAR : 0; s < statement; s++)
        name_meeting(f, s);
}
