/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose session it is: "of the Committee" behind it, "its", the forum spoken of before, or the one of the page. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

/* The forum that a candidate names or, of one of its sessions, the forum in its name; or ENT_UNRESOLVED. */
static uint32_t forum_of(ent_finder *f, const ent_candidate *over)
{
    if (!over || (over->mention.kind != ENT_FORUM && over->mention.kind != ENT_EVENT))
        return ENT_UNRESOLVED;
    if (over->mention.kind == ENT_FORUM)
        return ent_finder_names(f, over);
    const ent_candidate *found = NULL; /* the last added */
    for (uint32_t i = over->mention.first; i < over->mention.last; i++)
        for (const ent_candidate *c = NULL; (c = ent_finder_begun(f, i, c));)
            if (!c->gone && c->mention.last <= over->mention.last && c->mention.kind == ENT_FORUM &&
                c->mention.flags & ENT_MENTION_NESTED && (!found || c > found))
                found = c;
    return found ? ent_finder_names(f, found) : ENT_UNRESOLVED;
}

/* "held its fifth session": what a verb before "its" at `its` tells, the subject does; "at its fifth session" says
 * whose is nearest. */
static bool is_object(const ent_finder *f, uint32_t begin, uint32_t its)
{
    return its > begin && ent_finder_is(f, its, f->words.its) && !(ent_finder_lists(f, its - 1) & ENT_LIST(LINK)) &&
           !ent_finder_is(f, its - 1, f->words.and_);
}

/* "established by the Widget Council": one who acts in passing. */
static bool is_agent(const ent_finder *f, uint32_t begin, uint32_t first)
{
    uint32_t before = first;
    while (before > begin && ent_finder_is(f, before - 1, f->words.the))
        before--;
    return before > begin && ent_finder_reads(f, before - 1, first, "by");
}

bool ent_is_addressee(const ent_finder *f, uint32_t begin, const ent_mention *m)
{
    uint32_t before = m->first;
    while (before > begin && ent_finder_is(f, before - 1, f->words.the))
        before--;
    return before > begin && ent_finder_is(f, before - 1, f->words.to) && ent_finder_is(f, m->last, f->words.its);
}

/* The latest forum before a token, in its block; of what the subject does, none that another acts by, or to whom it is
 * done. */
static uint32_t forum_before(ent_finder *f, uint32_t s, uint32_t token)
{
    uint32_t begin = f->segments->sentences.items[s].first, agent = ENT_UNRESOLVED;
    bool object = token > begin && is_object(f, begin, token - 1);
    uint32_t from = f->segments->sentences.items[ent_finder_paragraph(f, s, token)].first;
    for (uint32_t i = token; i-- > from;) {
        const ent_candidate *over = ent_finder_over(f, i);
        uint32_t forum = forum_of(f, over);
        if (forum != ENT_UNRESOLVED && ent_is_addressee(f, begin, &over->mention))
            continue;
        if (forum != ENT_UNRESOLVED && !(object && is_agent(f, begin, over->mention.first)))
            return forum;
        agent = agent == ENT_UNRESOLVED ? forum : agent;
    }
    return agent;
}

/* "(September 2031)" or "(second part)" at `at`: the token behind it, or `at`. */
static uint32_t behind_note(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { LONGEST = 8 };
    for (uint32_t i = at + 1; i < end && i < at + LONGEST && ent_finder_is(f, at, f->words.open); i++)
        if (ent_finder_is(f, i, f->words.close))
            return i + 1;
    return at;
}

/* The forum behind "of the" at `at`, and where its name ends. */
static uint32_t forum_behind(ent_finder *f, uint32_t at, uint32_t end, uint32_t *last)
{
    at = at < end ? behind_note(f, at, end) : at;
    if (at >= end || !ent_finder_is(f, at, f->words.of))
        return ENT_UNRESOLVED;
    at++;
    if (at < end && ent_finder_is(f, at, f->words.the))
        at++;
    const ent_candidate *over = at < end ? ent_finder_over(f, at) : NULL;
    const ent_candidate *behind = over && over->mention.last < end ? ent_finder_over(f, over->mention.last) : NULL;
    if (over && over->mention.kind == ENT_ORGANIZATION && behind && behind->mention.kind == ENT_FORUM) {
        at = over->mention.last; /* "of the United Nations Working Group on …" */
        over = behind;
    }
    if (!over || over->mention.first != at ||
        (over->mention.kind != ENT_FORUM && over->mention.kind != ENT_BLOC && over->mention.kind != ENT_ORGANIZATION))
        return ENT_UNRESOLVED;
    *last = over->mention.last;
    return ent_finder_names(f, over);
}

/* "Fifth session", "12th Meeting (AM)", "Fifth session, 12th Meeting": a line of the first page that is nothing else.
 */
static bool is_front_line(ent_finder *f, uint32_t s, uint32_t first, uint32_t last)
{
    enum { FRONT = 14 };
    const ent_sentence *line = &f->segments->sentences.items[s];
    const ent_candidate *session = s < FRONT && first > line->first + 1 ? ent_finder_over(f, line->first) : NULL;
    bool behind_session = session && session->mention.kind == ENT_EVENT && session->mention.last + 1 == first &&
                          ent_finder_is(f, first - 1, f->words.comma);
    if (s >= FRONT || last > line->last || (line->first != first && !behind_session))
        return false;
    uint32_t end = behind_note(f, last, line->last);
    return end == line->last || ent_finder_is(f, end, f->words.comma);
}

/* "Widget Forum", and such a line under it. Else ENT_UNRESOLVED. */
static uint32_t forum_above(ent_finder *f, uint32_t s)
{
    while (s-- > 0) {
        const ent_sentence *line = &f->segments->sentences.items[s];
        const ent_candidate *over = line->first < line->last ? ent_finder_over(f, line->first) : NULL;
        if (over && over->mention.kind == ENT_FORUM && over->mention.last == line->last)
            return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}

/* The token behind "adopted by (the)" in a line, or the line's end. */
static uint32_t behind_adopted_by(const ent_finder *f, const ent_sentence *line)
{
    for (uint32_t i = line->first; i + 2 < line->last; i++)
        if (ent_finder_reads(f, i, line->last, "adopted") && ent_finder_reads(f, i + 1, line->last, "by"))
            return i + 2 + ent_finder_is(f, i + 2, f->words.the);
    return line->last;
}

/* The same with the forum under it: "Resolution adopted by the Widget Forum", or the headline that a meeting has
 * ("Widget Forum Approves Texts"). */
static uint32_t forum_below(ent_finder *f, uint32_t s, bool meeting)
{
    enum { LINES = 6 };
    for (uint32_t i = s + 1; i < f->segments->sentences.n && i <= s + LINES; i++) {
        const ent_sentence *line = &f->segments->sentences.items[i];
        uint32_t at = behind_adopted_by(f, line);
        if (at == line->last && meeting)
            at = line->first + ent_finder_is(f, line->first, f->words.the);
        const ent_candidate *over = at < line->last ? ent_finder_over(f, at) : NULL;
        if (over && ent_finder_reads(f, over->mention.last, line->last, "would")) /* what a text says of it */
            continue;
        if (over && over->mention.kind == ENT_FORUM && over->mention.first == at)
            return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}

/* "Fifth session," over "12th Meeting (AM)" and the meeting's headline: the forum that meets. */
static uint32_t forum_of_meeting_below(ent_finder *f, uint32_t s)
{
    const ent_sentence *line = &f->segments->sentences.items[s], *next = line + 1;
    bool comma = ent_finder_is(f, line->last - 1, f->words.comma);
    bool meeting = false;
    for (uint32_t i = next->first; comma && s + 1 < f->segments->sentences.n && i < next->last; i++)
        meeting = meeting || ent_finder_reads(f, i, next->last, "meeting");
    return meeting ? forum_below(f, s + 1, true) : ENT_UNRESOLVED;
}

/* The one whose main committee it is: a committee meets in the sessions of the whole. */
static uint32_t parent_of(ent_finder *f, uint32_t forum)
{
    if (forum == ENT_UNRESOLVED)
        return forum;
    ent_str parent = ent_attribute_get(f->out->entities.items[forum].attributes, ENT_STR("parent"));
    uint32_t entry = parent.len ? ent_lexicon_find(f->lexicon, parent) : UINT32_MAX;
    return entry == UINT32_MAX ? forum : ent_finder_entry(f, entry);
}

/* The forum whose name is the title of the document: "The third session" of a table there is its own. */
static uint32_t forum_of_page(ent_finder *f)
{
    const ent_sentence *title = f->segments->sentences.items;
    if (f->document->blocks.items[title->block].kind != ENT_BLOCK_HEADING || title->first == title->last)
        return ENT_UNRESOLVED;
    uint32_t first = title->first + ent_finder_is(f, title->first, f->words.the);
    const ent_candidate *over = first < title->last ? ent_finder_over(f, first) : NULL;
    bool whole =
        over && over->mention.kind == ENT_FORUM && over->mention.first == first && over->mention.last == title->last;
    return whole ? ent_finder_names(f, over) : ENT_UNRESOLVED;
}

/* Whose session or (`meeting`) meeting a line of the first page names. */
static uint32_t front_forum(ent_finder *f, uint32_t s, bool meeting)
{
    uint32_t forum = forum_above(f, s);
    if (forum == ENT_UNRESOLVED)
        forum = forum_below(f, s, meeting);
    if (forum == ENT_UNRESOLVED && !meeting)
        forum = forum_of_meeting_below(f, s);
    return meeting ? forum : parent_of(f, forum);
}

uint32_t ent_forum_of_session(ent_finder *f, uint32_t s, uint32_t first, uint32_t at, bool vague, uint32_t *last)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t forum = forum_behind(f, at + 1, sentence->last, last);
    bool front = is_front_line(f, s, first, *last);
    bool its = first > sentence->first && ent_finder_is(f, first - 1, f->words.its);
    bool theirs = first > sentence->first + 1 && ent_finder_is(f, first - 1, f->words.possessive) &&
                  !ent_finder_over(f, first - 2); /* "the group's fifth session": whose, nothing here says */
    if (forum == ENT_UNRESOLVED && !theirs && (its || !vague))
        forum = forum_before(f, s, first);
    if (forum == ENT_UNRESOLVED && front)
        forum = front_forum(f, s, vague);
    if (forum == ENT_UNRESOLVED && !theirs && !vague)
        forum = forum_of_page(f);
    return forum;
}
