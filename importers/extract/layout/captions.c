/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/captions.h"

#include "core/model/key.h"
#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/labels.h"
#include "importers/extract/layout/times.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    MAX_UNNAMED = 12, /* words that speak of parties without saying to what */
    MAX_DEED = 4,     /* tokens of "Ratification as Widgetland" */
    MAX_COUNTED = 4   /* tokens of "4 Dialogue Partners" */
};

typedef struct cue {
    uint64_t words; /* ENT_CUE(…) */
    ent_meaning meaning;
} cue;

/* The first that stands in the words counts; so the narrower come first. */
static const cue cues[] = {
    {ENT_CUE(CAPTION_OBSERVERS), ENT_MEANS_OBSERVERS}, {ENT_CUE(CAPTION_PARTIES), ENT_MEANS_PARTIES},
    {ENT_CUE(CAPTION_SIGNED), ENT_MEANS_SIGNED},       {ENT_CUE(CAPTION_PLEDGED), ENT_MEANS_PLEDGED},
    {ENT_CUE(CAPTION_TAKING), ENT_MEANS_PRESENT},      {ENT_CUE(CAPTION_MEMBERS), ENT_MEANS_MEMBERS},
    {ENT_CUE(CAPTION_PRESENT), ENT_MEANS_PRESENT},     {ENT_CUE(CAPTION_PARTNERS), ENT_MEANS_PARTNERS},
};

/* ---- what they mean ---------------------------------------------------------------------------------------------- */

/* "Dialogue partners", "Partner countries", "Partners" alone; but whom one trades with is nobody's partner here. */
static bool is_partner(const ent_layout_work *work, uint32_t first, uint32_t token, uint32_t last)
{
    static const char *const befores[] = {"dialogue", "cooperation", "co-operation"}, *const behinds[] = {
                                                                                          "states", "countries",
                                                                                          "nations", "governments"};
    bool alone = token == first;
    for (uint32_t t = token + 1; t < last; t++)
        alone = alone && work->segments->tokens.items[t].kind != ENT_TOKEN_WORD;
    return alone || (token > first && ent_token_is_any(work, token - 1, befores, N(befores))) ||
           (token + 1 < last && ent_token_is_any(work, token + 1, behinds, N(behinds)));
}

/* "non-member" may be two tokens. */
static bool is_cue(const ent_layout_work *work, uint32_t first, uint32_t token, uint32_t last, const cue *c)
{
    static const char *const tails[] = {"member", "members"}, *const takes[] = {"took", "takes", "taking"};
    if (c->meaning == ENT_MEANS_OBSERVERS && token + 1 < last && ent_token_is(work, token, "non"))
        return ent_token_is_any(work, token + 1, tails, N(tails));
    if (c->meaning == ENT_MEANS_PARTIES && token + 1 < last && ent_token_is(work, token, "party"))
        return ent_token_is(work, token + 1, "to");
    if (c->meaning == ENT_MEANS_PRESENT && token + 1 < last && ent_token_is_any(work, token, takes, N(takes)))
        return ent_token_is(work, token + 1, "part");
    return ent_token_cues(work, token, c->words) &&
           (c->meaning != ENT_MEANS_PARTNERS || is_partner(work, first, token, last));
}

/* "Founding members Signature Ratification": the heads of columns, the first of which says whose row it is. */
static bool heads_members(const ent_layout_work *work, uint32_t first, uint32_t last, uint32_t *at)
{
    static const char *const dates[] = {"joined", "admission", "admitted", "since", "date", "year"};
    static const char *const states[] = {"country", "countries", "state", "states"};
    *at = first;
    if (first + 1 < last && ent_token_is_any(work, first, states, N(states)) && ent_token_is(work, first + 1, "joined"))
        return true;
    for (*at = first; *at + 1 < last && *at < first + MAX_COUNTED; ++*at) {
        if (!ent_token_cues(work, *at, ENT_CUE(CAPTION_MEMBERS)))
            continue;
        uint32_t next = *at + 1; /* "members[1]" */
        next = ent_token_is(work, next, "[") ? ent_bracket_end(work, next, last) : next;
        return next < last && work->segments->tokens.items[next].flags & ENT_TOKEN_CAPITAL &&
               (ent_token_cues(work, next, ENT_CUE(CAPTION_PARTIES) | ENT_CUE(CAPTION_SIGNED)) ||
                ent_token_is_any(work, next, dates, N(dates)));
    }
    return false;
}

bool ent_caption_binds_members(const ent_layout_work *work, const ent_caption *c)
{
    uint32_t at;
    return heads_members(work, c->first, c->last, &at) &&
           ent_tokens_cue(work, at, c->last, ENT_CUE(CAPTION_PARTIES) | ENT_CUE(CAPTION_SIGNED));
}

/* The cue that counts, or NULL; *at is its token. */
static const cue *find_cue(const ent_layout_work *work, uint32_t first, uint32_t last, uint32_t *at)
{
    static const cue members = {ENT_CUE(CAPTION_MEMBERS), ENT_MEANS_MEMBERS};
    if (heads_members(work, first, last, at))
        return &members;
    for (size_t c = 0; c < N(cues); c++)
        for (*at = first; *at < last; ++*at)
            if (is_cue(work, first, *at, last, &cues[c]))
                return &cues[c];
    return NULL;
}

/* "have signed but not ratified" */
static bool only_signed(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const rest[] = {"not", "yet"};
    for (uint32_t t = first; t < last; t++) {
        if (ent_token_is_any(work, t, rest, N(rest)))
            return false;
        if (ent_token_cues(work, t, ENT_CUE(CAPTION_SIGNED)))
            return ent_tokens_have(work, t, last, rest, N(rest));
    }
    return false;
}

bool ent_caption_is_membership(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const words[] = {"member", "members"};
    last -= last > first && ent_token_is(work, last - 1, ":");
    return last >= first + 2 && ent_token_is(work, last - 1, "of") && ent_token_is_any(work, last - 2, words, N(words));
}

/* "former members", "have not signed"; but "States not members of it attended" did. */
static bool is_denied(const ent_layout_work *work, uint32_t first, uint32_t last, bool taking)
{
    static const char *const members[] = {"member", "members"};
    for (uint32_t t = first; t < last; t++)
        if (ent_token_cues(work, t, ENT_CUE(CAPTION_NOT)) &&
            !(taking && t + 1 < last && ent_token_is_any(work, t + 1, members, N(members))))
            return true;
    return false;
}

static ent_meaning meaning_of(const ent_layout_work *work, uint32_t first, uint32_t last, uint32_t *at)
{
    const cue *found = find_cue(work, first, last, at);
    if (!found && ent_token_is(work, first, "status")) /* "of the Widget Treaty" */
        return ENT_MEANS_PARTIES;
    if (!found) /* "Chairs": holders.c */
        return ent_tokens_cue(work, first, last, ENT_CUE(CHAIR_POST)) ? ENT_MEANS_NOT : ENT_MEANS_NOTHING;
    bool binding = found->meaning >= ENT_MEANS_PLEDGED;
    if (binding && *at > first && ent_token_is(work, *at - 1, "non"))
        return ENT_MEANS_OUTSIDE;
    if (binding && only_signed(work, first, last))
        return ENT_MEANS_SIGNED;
    bool taking = ent_token_cues(work, *at, ENT_CUE(CAPTION_TAKING));
    bool denies = is_denied(work, first, last, taking) || ent_caption_is_membership(work, first, last) ||
                  /* "Conference of the Parties", "Parties to the conflict" are above other lists. */
                  (binding && ent_tokens_cue(work, first, last, ENT_CUE(CAPTION_OTHERS)));
    return denies && found->meaning != ENT_MEANS_OBSERVERS ? ENT_MEANS_NOT : found->meaning;
}

/* ---- whose they are ---------------------------------------------------------------------------------------------- */

/* Neither a class of States ("Observer States") nor an office such as that of the Secretary-General. */
bool ent_caption_may_be_group(const ent_layout_work *work, uint32_t m, ent_kinds kinds)
{
    const ent_mention *at = ent_mention_at(work, m);
    if (!ent_mention_is(at, kinds) || at->source == ENT_BY_CLASS)
        return false;
    ent_str attributes = work->mentions->entities.items[at->entity].attributes;
    ent_str form = ent_attribute_get(attributes, ENT_STR("form"));
    return ent_attribute_get(attributes, ENT_STR("class")).len == 0 && !ent_str_eq(form, ENT_STR("office")) &&
           !ent_str_eq(form, ENT_STR("standing"));
}

/* "established the Board, which has ten members": the words behind a group that speak of it. */
static bool goes_on_about(const ent_layout_work *work, uint32_t behind, uint32_t at)
{
    static const char *const words[] = {"which", "whose", "that", "with", "comprising", "consisting", "composed"};
    uint32_t t = behind + (behind < at && ent_token_is(work, behind, ","));
    return t < at && ent_token_is_any(work, t, words, N(words));
}

/* "attended the session": what was attended has no name here, and is no group that is named before. */
static bool attends_unnamed(const ent_layout_work *work, uint32_t at, uint32_t last)
{
    static const char *const meetings[] = {"session", "meeting", "meetings", "conference", "workshop", "symposium"};
    return at < last && ent_token_cues(work, at, ENT_CUE(CAPTION_TAKING)) &&
           ent_tokens_have(work, at, last, meetings, N(meetings));
}

/* The group in tokens [first, last): behind "members of", else the one that the words before the cue go on about, else
 * the first. */
static uint32_t group_in(const ent_layout_work *work, uint32_t first, uint32_t at, uint32_t last, ent_kinds kinds)
{
    static const char *const links[] = {"of", "to", "in"};
    bool unnamed = attends_unnamed(work, at, last);
    bool linked = unnamed || (at + 1 < last && ent_token_is_any(work, at + 1, links, N(links)));
    uint32_t found = ENT_UNRESOLVED;
    first = unnamed ? at : first;
    for (uint32_t i = ent_mention_from(work, first);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++) {
        if (!ent_caption_may_be_group(work, i, kinds))
            continue;
        if (linked && ent_mention_at(work, i)->first > at)
            return ent_mention_at(work, i)->entity;
        bool goes_on = goes_on_about(work, ent_mention_at(work, i)->last, at);
        if (found == ENT_UNRESOLVED || goes_on)
            found = ent_mention_at(work, i)->entity;
    }
    return found;
}

ent_caption ent_caption_of(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    ent_caption c = {.group = ENT_UNRESOLVED, .first = first, .last = last};
    uint32_t at, head, end = heads_members(work, first, last, &head) ? head : last; /* behind it are other columns */
    c.meaning = meaning_of(work, first, last, &at);
    bool met = c.meaning == ENT_MEANS_OBSERVERS || c.meaning == ENT_MEANS_PRESENT;
    ent_kinds joined = ENT_KIND_BIT(ENT_INSTRUMENT) | (c.meaning == ENT_MEANS_PLEDGED ? ENT_KIND_BIT(ENT_PROPOSAL) : 0);
    c.group = group_in(work, first, at, end,
                       ent_caption_binds(&c) ? joined : ENT_CAPTION_GROUPS | (met ? ENT_KIND_BIT(ENT_EVENT) : 0));
    if (ent_caption_binds(&c) && c.group == ENT_UNRESOLVED && last - first > MAX_UNNAMED)
        c.meaning = ENT_MEANS_NOT;
    return c;
}

/* ---- where they stand -------------------------------------------------------------------------------------------- */

ent_caption ent_caption_of_heading(const ent_layout_work *work, uint32_t section)
{
    uint32_t heading = work->heading_of[section];
    if (heading == ENT_NO_LINE)
        return (ent_caption){.group = ENT_UNRESOLVED};
    const ent_line *line = &work->lines.items[heading];
    return ent_caption_of(work, line->first, line->last);
}

uint32_t ent_caption_page(const ent_layout_work *work, uint32_t section)
{
    for (;; section = work->segments->document->sections.items[section].parent) {
        uint32_t heading = section == 0 ? 0 : work->heading_of[section];
        const ent_line *line = heading == ENT_NO_LINE ? NULL : &work->lines.items[heading];
        bool alone = line && ent_tokens_are_names(work, ENT_CAPTION_GROUPS, line->first, line->last);
        uint32_t m = alone ? ent_mention_find(work, ENT_CAPTION_GROUPS, line->first, line->last) : ENT_NO_MENTION;
        if (m != ENT_NO_MENTION && ent_caption_may_be_group(work, m, ENT_CAPTION_GROUPS))
            return ent_mention_at(work, m)->entity;
        if (section == 0)
            return ENT_UNRESOLVED;
    }
}

/* Of the whole row that line `n` is a cell of. */
static ent_caption caption_of_row(const ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    uint32_t first = n, last = n + 1;
    while (first > 0 && lines[first - 1].block == lines[n].block)
        first--;
    while (last < work->lines.n && lines[last].block == lines[n].block)
        last++;
    return ent_caption_of(work, lines[first].first, lines[last - 1].last);
}

bool ent_row_heads_parties(const ent_layout_work *work, uint32_t n)
{
    ent_caption row = caption_of_row(work, n);
    return ent_line_block(work, &work->lines.items[n])->kind == ENT_BLOCK_ROW && ent_caption_binds(&row);
}

ent_caption ent_caption_of_table(const ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    uint32_t top = lines[n].table;
    ent_caption column = {.group = ENT_UNRESOLVED};
    if (lines[top].block == lines[n].block)
        return column;
    for (uint32_t i = top; lines[i].block == lines[top].block; i++)
        if (lines[i].cell == lines[n].cell)
            column = ent_caption_of(work, lines[i].first, lines[i].last);
    ent_caption columns = caption_of_row(work, top);
    bool bloc = column.group != ENT_UNRESOLVED && /* "State party | Signed": whose rows they are */
                work->mentions->entities.items[column.group].kind == ENT_BLOC;
    bool tells = column.meaning != ENT_MEANS_NOTHING || (column.group != ENT_UNRESOLVED && !bloc);
    return tells || !ent_caption_binds(&columns) ? column : columns;
}

/* ---- above and beside ------------------------------------------------------------------------------------------- */

/* "3 Guests": so many of something that the list under it is of. */
static bool counts_others(const ent_layout_work *work, const ent_line *line)
{
    return line->last - line->first <= MAX_COUNTED && line->last > line->first + 1 &&
           work->segments->tokens.items[line->first].kind == ENT_TOKEN_NUMBER &&
           work->segments->tokens.items[line->last - 1].kind == ENT_TOKEN_WORD &&
           ent_mention_find(work, ENT_KINDS_ALL, line->first, line->last) == ENT_NO_MENTION;
}

/* "Below is the list of States that are party to it." over items or rows. */
static bool announces_list(const ent_layout_work *work, uint32_t n)
{
    static const char *const words[] = {"below", "following", "list", "table"};
    const ent_line *above = &work->lines.items[n - 1];
    return ent_line_block(work, &work->lines.items[n])->kind != ENT_BLOCK_PARAGRAPH && above->n_sentences == 1 &&
           ent_tokens_have(work, above->first, above->last, words, N(words));
}

ent_caption ent_caption_above(const ent_layout_work *work, uint32_t n, bool *other)
{
    ent_caption none = {.group = ENT_UNRESOLVED};
    if (n == 0)
        return none;
    while (n > 1 && ent_line_is_letter(work, &work->lines.items[n - 1]))
        n--;
    const ent_line *above = &work->lines.items[n - 1];
    if (ent_line_has_state(work, above) &&
        ent_line_names_begin(work, ENT_CAPTION_ACTORS, above->first, above->last) < above->last)
        return none; /* another run */
    ent_caption c = ent_caption_of(work, above->first, above->last);
    *other = c.meaning == ENT_MEANS_NOTHING &&
             (ent_label_find(work, above, above->first).label || counts_others(work, above));
    ent_block_kind kind = ent_line_block(work, above)->kind;
    bool speaks = kind == ENT_BLOCK_HEADING || ent_line_ends_with(work, above, ':') ||
                  (!ent_line_is_prose(work, above) && kind == ENT_BLOCK_PARAGRAPH) || announces_list(work, n);
    return speaks ? c : none;
}

ent_caption ent_caption_over_groups(const ent_layout_work *work, uint32_t n)
{
    enum { MAX_LINES = 16, LONGEST_GROUP = 12 };
    for (uint32_t i = n; i-- > 0 && i + MAX_LINES > n;) {
        const ent_line *line = &work->lines.items[i];
        ent_caption c = ent_caption_of(work, line->first, line->last);
        if (ent_line_ends_with(work, line, ':') && c.meaning != ENT_MEANS_NOTHING)
            return c;
        bool names = ent_tokens_are_mostly_names(work, ENT_CAPTION_ACTORS, line->first, line->last);
        bool group = line->last - line->first <= LONGEST_GROUP && c.group != ENT_UNRESOLVED;
        if (!names && !group)
            break;
    }
    return (ent_caption){.group = ENT_UNRESOLVED};
}

/* "Widget Council composition" over "Permanent members | A, B": whose members the rows under it are. */
static uint32_t group_of_rows_above(const ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    for (uint32_t i = n; i-- > lines[n].table;) {
        bool alone = lines[i + 1].block != lines[i].block && (i == 0 || lines[i - 1].block != lines[i].block);
        ent_caption c = ent_caption_of(work, lines[i].first, lines[i].last);
        if (alone && c.meaning == ENT_MEANS_MEMBERS && c.group != ENT_UNRESOLVED)
            return c.group;
    }
    return ENT_UNRESOLVED;
}

ent_caption ent_caption_beside(const ent_layout_work *work, uint32_t n, bool *other)
{
    const ent_line *line = &work->lines.items[n], *left = line - 1;
    bool pair =
        line->cell == 1 && left->block == line->block && (n + 1 == work->lines.n || line[1].block != line->block);
    if (!pair)
        return (ent_caption){.group = ENT_UNRESOLVED};
    ent_caption c = ent_caption_of(work, left->first, left->last);
    for (uint32_t t = left->first; t < left->last && ent_caption_is_empty(&c); t++)
        *other |= work->segments->tokens.items[t].kind == ENT_TOKEN_WORD;
    uint32_t above = c.meaning == ENT_MEANS_MEMBERS ? group_of_rows_above(work, n) : ENT_UNRESOLVED;
    c.group = above == ENT_UNRESOLVED ? c.group : above;
    return c;
}

ent_caption ent_caption_of_deed(const ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    for (uint32_t i = n + 1; i < work->lines.n && lines[i].block == lines[n].block; i++) {
        ent_caption c = ent_caption_of(work, lines[i].first, lines[i].first + 1);
        if (ent_caption_binds(&c) && lines[i].last - lines[i].first <= MAX_DEED)
            return c;
    }
    return (ent_caption){.group = ENT_UNRESOLVED};
}
