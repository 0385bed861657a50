/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run is a stretch of lines (cells, items, a paragraph behind "Members:") that name States and say nothing else. Its
 * meaning is looked for above it: in the line before it or the beginning of its own line, then in the headings that
 * enclose it. A group named nearest is joined; a heading further out that speaks of members adds the forum in which the
 * group sits. */
#include "importers/extract/layout/members.h"

#include "core/model/key.h"
#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/captions.h"
#include "importers/extract/layout/list_owners.h"
#include "importers/extract/layout/row_bodies.h"
#include "importers/extract/layout/times.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    ACTORS = ENT_CAPTION_ACTORS,
    LONGEST_PHRASE = 10, /* "The participating States of the Wassenaar Arrangement are" */
    MIN_RUN = 2,
    MIN_LIST = 3 /* names in a list that looks like a heading; lines that tell what each State did */
};

typedef struct run {
    uint32_t begin, end;             /* lines */
    uint32_t first, head_last, last; /* tokens: [first, head_last) are its own label, [head_last, last) its names */
} run;

/* ---- runs -------------------------------------------------------------------------------------------------------- */

static uint32_t count_names(const ent_layout_work *work, const run *r)
{
    uint32_t n = 0;
    for (uint32_t i = ent_mention_from(work, r->head_last);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < r->last; i++)
        n += ent_mention_is(ent_mention_at(work, i), ACTORS);
    return n;
}

/* "Permanent members" of a row "Permanent members | A, B": what the other cell lists, and no entry of a list itself. */
static bool is_label_cell(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    bool first = ent_line_block(work, line)->kind == ENT_BLOCK_ROW && line->cell == 0 && n + 1 < work->lines.n &&
                 line[1].block == line->block;
    return first && !ent_line_has_state(work, line) &&
           ent_caption_of(work, line->first, line->last).meaning == ENT_MEANS_MEMBERS;
}

/* "Members" over "Chile, Niue and Peru": names that a line above says what they are, most of them known. */
static bool is_under_caption(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    bool below = n > 0 && line[-1].last - line[-1].first <= LONGEST_PHRASE && ent_line_has_state(work, line);
    bool other;
    return below && ent_caption_above(work, n, &other).meaning > ENT_MEANS_NOT &&
           ent_tokens_are_mostly_names(work, ACTORS, line->first, line->last);
}

/* The run that begins at line `begin`; empty when none does. A group's name alone in a paragraph stands above a run. */
static run find_run(const ent_layout_work *work, uint32_t begin)
{
    const ent_line *lines = work->lines.items;
    run r = {begin, begin, lines[begin].first, 0, lines[begin].last};
    r.head_last = ent_line_names_begin(work, ACTORS, r.first, r.last);
    if (r.head_last > r.first && r.head_last < r.last) /* its sentence alone is its label */
        r.first = work->segments->sentences.items[ent_sentence_of(work->segments, r.head_last - 1)].first;
    r.first = r.first < lines[begin].first ? lines[begin].first : r.first;
    ent_block_kind own = ent_line_block(work, &lines[begin])->kind;
    bool lone_group = own == ENT_BLOCK_PARAGRAPH && r.head_last == r.first && !ent_line_has_state(work, &lines[begin]);
    bool column = own == ENT_BLOCK_ROW && lines[begin].block == lines[lines[begin].table].block &&
                  !ent_line_has_state(work, &lines[begin]); /* "State party | Signed": the heads of columns */
    bool heading = own == ENT_BLOCK_HEADING && count_names(work, &r) < MIN_LIST; /* a list is none */
    if (own == ENT_BLOCK_PARAGRAPH && r.head_last == lines[begin].last && is_under_caption(work, begin))
        r.head_last = r.first;
    if (r.head_last == lines[begin].last || heading || lone_group || column || is_label_cell(work, begin) ||
        ent_row_cell_is_body(work, begin))
        return r;
    for (r.end = begin + 1; r.end < work->lines.n; r.end++) {
        if (ent_line_is_letter(work, &lines[r.end]))
            continue;
        ent_block_kind kind = ent_line_block(work, &lines[r.end])->kind;
        if (kind != own || ent_row_cell_is_body(work, r.end) ||
            (kind == ENT_BLOCK_PARAGRAPH && !ent_line_has_state(work, &lines[r.end])) ||
            ent_line_names_begin(work, ACTORS, lines[r.end].first, lines[r.end].last) != lines[r.end].first)
            break;
        r.last = lines[r.end].last;
    }
    return r;
}

/* ---- captions ---------------------------------------------------------------------------------------------------- */

/* "Chile 3 May 1990 ratified 4 June 1991" line by line: what the first tells of its State. */
static ent_caption caption_of_lines(const ent_layout_work *work, const run *r)
{
    const ent_line *line = &work->lines.items[r->begin];
    for (uint32_t t = line->first; t < line->last && r->end - r->begin >= MIN_LIST; t++) {
        ent_caption c = ent_caption_of(work, t, t + 1);
        if (ent_caption_binds(&c))
            return c;
    }
    return (ent_caption){.group = ENT_UNRESOLVED};
}

/* The words before the run, over its column, beside it, or right above it. */
static ent_caption near_caption(const ent_layout_work *work, const run *r, bool *other)
{
    *other = false;
    if (r->head_last > r->first) {
        ent_caption own = ent_caption_of(work, r->first, r->head_last);
        *other = ent_caption_is_empty(&own);
        return own;
    }
    if (ent_line_block(work, &work->lines.items[r->begin])->kind != ENT_BLOCK_ROW) {
        ent_caption deed = caption_of_lines(work, r);
        return ent_caption_is_empty(&deed) ? ent_caption_above(work, r->begin, other) : deed;
    }
    ent_caption column = ent_caption_of_table(work, r->begin);
    if (!ent_caption_is_empty(&column))
        return column;
    ent_caption deed = ent_caption_of_deed(work, r->begin);
    if (!ent_caption_is_empty(&deed))
        return deed;
    ent_caption left = ent_caption_beside(work, r->begin, other);
    return ent_caption_is_empty(&left) && !*other ? ent_caption_above(work, work->lines.items[r->begin].table, other)
                                                  : left;
}

/* ---- statements -------------------------------------------------------------------------------------------------- */

static ent_str role_of(ent_meaning meaning, ent_row_date date)
{
    if (meaning == ENT_MEANS_OBSERVERS || meaning == ENT_MEANS_PRESENT)
        return meaning == ENT_MEANS_OBSERVERS ? ENT_STR("observer") : ENT_STR("delegation");
    if (meaning != ENT_MEANS_SIGNED && meaning != ENT_MEANS_PARTIES)
        return ENT_STR_EMPTY;
    bool signs = date.signing || (!date.from.len && meaning == ENT_MEANS_SIGNED);
    return signs ? ENT_STR("signatory") : ENT_STR("party");
}

/* "Widget Agency (WA), Chile": in a list of bodies, line by line, where the body is. */
static bool is_home(const ent_layout_work *work, const ent_mention *m, uint32_t first, uint32_t last)
{
    if (m->kind != ENT_STATE || m->last < last || m->first <= first + 1 || !ent_token_is(work, m->first - 1, ","))
        return false;
    uint32_t body = ent_mention_find(work, ENT_KIND_BIT(ENT_ORGANIZATION), first, m->first);
    return body != ENT_NO_MENTION;
}

/* "WSA" of "Widgetland 30 May 1975 WSA": the row is about the State. */
static bool is_behind_date(const ent_layout_work *work, const ent_mention *m, uint32_t first)
{
    return m->kind == ENT_ORGANIZATION && m->first > first &&
           work->segments->tokens.items[m->first - 1].kind == ENT_TOKEN_NUMBER;
}

static bool is_class(const ent_layout_work *work, uint32_t entity)
{
    return entity != ENT_UNRESOLVED &&
           ent_attribute_get(work->mentions->entities.items[entity].attributes, ENT_STR("class")).len;
}

/* One line of a run of one or `several`. */
static void state_line(ent_layout_work *work, uint32_t first, uint32_t last, bool several, ent_statement s,
                       ent_row_date date, ent_meaning meaning)
{
    for (uint32_t i = ent_mention_from(work, first);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++) {
        const ent_mention *m = ent_mention_at(work, i);
        if (!ent_mention_is(m, ACTORS) || m->source == ENT_BY_CLASS || is_class(work, m->entity) ||
            (several && is_home(work, m, first, last)) || is_behind_date(work, m, first) ||
            !ent_mention_is_whole(work, m, first, last))
            continue;
        bool signed_alone = m->last + 1 < last && ent_token_is(work, m->last, "(") &&
                            ent_token_cues(work, m->last + 1, ENT_CUE(CAPTION_SIGNED));
        s.source = m->entity;
        s.token = m->first;
        s.role = role_of(signed_alone ? ENT_MEANS_SIGNED : meaning, date);
        ent_fact_relation *made = ent_layout_state(work, s);
        if (!made)
            continue;
        made->from = date.from;
        made->polarity = meaning == ENT_MEANS_OUTSIDE && !signed_alone ? ENT_NEGATED : ENT_AFFIRMED;
    }
}

/* "Widgetland - - -": the row of a table has no date where others have one. */
static bool is_blank(const ent_layout_work *work, const ent_line *line)
{
    static const char *const dashes[] = {"-", "–", "—"};
    for (uint32_t t = line->first; t < line->last; t++)
        if (work->segments->tokens.items[t].kind == ENT_TOKEN_NUMBER)
            return false;
    return line->last > line->first + 2 && ent_token_is_any(work, line->last - 1, dashes, N(dashes)) &&
           ent_token_is_any(work, line->last - 2, dashes, N(dashes));
}

/* "Participating States" of a standing body are its members. */
static bool takes_part_always(const ent_layout_work *work, const ent_caption *c, uint32_t target)
{
    static const char *const word[] = {"participating"};
    return c->meaning == ENT_MEANS_PRESENT && target != ENT_UNRESOLVED &&
           work->mentions->entities.items[target].kind != ENT_EVENT &&
           ent_tokens_have(work, c->first, c->last, word, N(word)) && c->last - c->first <= LONGEST_PHRASE;
}

/* "represented as observers: the Widget Office, the Gear Board": of those listed none is where they were. */
static bool lists_target(const ent_layout_work *work, const run *r, uint32_t target)
{
    bool listed = false;
    for (uint32_t i = ent_mention_from(work, r->head_last);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < r->last && !listed; i++)
        listed = ent_mention_at(work, i)->entity == target;
    return listed;
}

/* What the meaning makes of the run's names; a row's date says since when. */
static void state_run(ent_layout_work *work, const run *r, ent_meaning meaning, uint32_t target, float confidence)
{
    if (is_class(work, target)) /* "The following signatory States participated" */
        return;
    ent_statement s = {.type = ENT_MEMBER_OF, .target = target, .rule = "layout.list.member", .confidence = confidence};
    if (meaning == ENT_MEANS_PARTNERS)
        s.type = ENT_COOPERATES_WITH, s.rule = "layout.partner";
    else if (meaning >= ENT_MEANS_PLEDGED)
        s.type = ENT_COMMITTED_TO, s.rule = "layout.list.party";
    else if (meaning == ENT_MEANS_OBSERVERS || meaning == ENT_MEANS_PRESENT)
        s.type = ENT_PARTICIPATES_IN, s.rule = "layout.list.participant";
    if (s.type == ENT_PARTICIPATES_IN && lists_target(work, r, target))
        return;
    for (uint32_t n = r->begin; n < r->end; n++) {
        const ent_line *line = &work->lines.items[n];
        if (is_blank(work, line))
            continue;
        ent_row_date date = ent_row_dated(work, n);
        ent_meaning deed = ent_caption_of_deed(work, n).meaning;
        date.signing = deed == ENT_MEANS_NOTHING ? date.signing : deed == ENT_MEANS_SIGNED;
        state_line(work, n == r->begin ? r->head_last : line->first, r->last < line->last ? r->last : line->last,
                   r->end > r->begin + 1, s, date, meaning);
    }
}

/* A group inside a section about members: its States are members of the forum too, and so is the group. */
static void state_outer(ent_layout_work *work, const run *r, uint32_t section, const ent_caption *inner)
{
    const ent_document *document = work->segments->document;
    for (;; section = document->sections.items[section].parent) {
        ent_caption outer = ent_caption_of_heading(work, section);
        if (outer.meaning == ENT_MEANS_MEMBERS && outer.first != inner->first) {
            uint32_t forum = outer.group != ENT_UNRESOLVED ? outer.group : ent_list_subject(work, section, r->begin);
            state_run(work, r, ENT_MEANS_MEMBERS, forum, 0.8f);
            ent_layout_state(work, (ent_statement){ENT_MEMBER_OF, inner->group, forum, inner->first,
                                                   "layout.list.member", 0.75f, ENT_STR_EMPTY, true});
            return;
        }
        if (section == 0 || outer.meaning != ENT_MEANS_NOTHING)
            return;
    }
}

/* A heading that only names a group makes members of States alone, and of one State only where it is a bloc. */
static bool lists_states(const ent_layout_work *work, const run *r, const ent_caption *c)
{
    uint32_t named = 0;
    for (uint32_t i = ent_mention_from(work, r->head_last);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < r->last; i++)
        if (ent_mention_is(ent_mention_at(work, i), ACTORS) && ent_mention_at(work, i)->kind != ENT_STATE)
            return false;
    for (uint32_t i = ent_mention_from(work, c->first);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < c->last; i++)
        if (ent_mention_is(ent_mention_at(work, i), ENT_CAPTION_GROUPS))
            named += ent_mention_at(work, i)->last - ent_mention_at(work, i)->first;
    return named * 2 >= c->last - c->first &&
           (work->mentions->entities.items[c->group].kind == ENT_BLOC || count_names(work, r) >= MIN_RUN);
}

/* "Depositary Governments of A, B and C" under "Parties 117": the texts are kept by them. */
static bool is_depositary(const ent_layout_work *work, const run *r)
{
    static const char *const words[] = {"depositary", "depositaries", "depository", "depositarygovernments"};
    return ent_token_is_any(work, r->first, words, N(words));
}

/* "Widget Treaty | 1967 | 89 | A, B and C": the row's first cell is what its other cells tell of. */
static bool tells_of_text(const ent_layout_work *work, const run *r)
{
    const ent_kinds told = ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_EVENT);
    const ent_line *line = &work->lines.items[r->begin];
    if (line->cell == 0 || r->begin == 0)
        return false;
    while (line > work->lines.items && line[-1].block == line->block)
        line--;
    return ent_tokens_are_names(work, told, line->first, line->last);
}

/* "5 countries:", "States (12):", "Countries involved:": a label that says no more than that there are some. */
static bool is_counted_label(const ent_layout_work *work, const run *r)
{
    static const char *const states[] = {"countries", "states", "nations", "governments"};
    static const char *const others[] = {"the", "all", "following", "involved", "covered", "included", "sovereign"};
    for (uint32_t t = r->first; t < r->head_last; t++)
        if (work->segments->tokens.items[t].kind == ENT_TOKEN_WORD && !ent_token_is_any(work, t, states, N(states)) &&
            !ent_token_is_any(work, t, others, N(others)))
            return false;
    return ent_tokens_have(work, r->first, r->head_last, states, N(states));
}

/* "Members: A, B", "5 countries: A, B" under "The Widget Treaty (1967)": its parties. */
static bool read_parties(ent_layout_work *work, const run *r, const ent_caption *c, bool counted)
{
    bool taking = c->meaning == ENT_MEANS_PRESENT && r->head_last > r->first; /* "Participating States:" */
    if (!counted && (c->group != ENT_UNRESOLVED || !(c->meaning == ENT_MEANS_MEMBERS || taking)))
        return false;
    uint32_t treaty = ent_list_treaty(work, ent_line_block(work, &work->lines.items[r->begin])->section);
    if (treaty != ENT_UNRESOLVED)
        state_run(work, r, ENT_MEANS_PARTIES, treaty, 0.85f);
    return treaty != ENT_UNRESOLVED;
}

/* "Founding members Signature Ratification": the rows tell of the text, too, that made them members. */
static void state_text(ent_layout_work *work, const run *r, const ent_caption *c)
{
    const ent_caption parties = {.meaning = ENT_MEANS_PARTIES, .group = ENT_UNRESOLVED};
    if (c->meaning != ENT_MEANS_MEMBERS || !ent_caption_binds_members(work, c))
        return;
    uint32_t section = ent_line_block(work, &work->lines.items[r->begin])->section;
    state_run(work, r, ENT_MEANS_PARTIES, ent_list_owner(work, &parties, section, r->begin), 0.85f);
}

static void read_run(ent_layout_work *work, const run *r)
{
    const ent_block *block = ent_line_block(work, &work->lines.items[r->begin]);
    bool other, named;
    ent_caption c = near_caption(work, r, &other);
    bool counted = other && is_counted_label(work, r) && count_names(work, r) >= MIN_RUN;
    other = other && !counted;
    if (!other && read_parties(work, r, &c, counted))
        return;
    if (other || tells_of_text(work, r) || is_depositary(work, r) ||
        (count_names(work, r) < MIN_RUN && block->kind == ENT_BLOCK_PARAGRAPH))
        return;
    if (ent_caption_is_empty(&c))
        c = ent_caption_of_heading(work, block->section);
    if (ent_caption_binds(&c) && ent_list_owner(work, &c, block->section, r->begin) == ENT_UNRESOLVED) {
        ent_caption heading = ent_caption_of_heading(work, block->section); /* "Members" over a column "Accession" */
        c = heading.meaning == ENT_MEANS_MEMBERS ? heading : c;
    }
    named = c.group != ENT_UNRESOLVED;
    if (c.meaning == ENT_MEANS_NOTHING && named) {
        if (!lists_states(work, r, &c))
            return;
        state_run(work, r, ENT_MEANS_MEMBERS, c.group, 0.9f);
        ent_caption over = ent_caption_over_groups(work, r->begin);
        if (over.meaning == ENT_MEANS_PRESENT) /* "For the Widget Union" among those who took part */
            state_run(work, r, over.meaning, ent_list_owner(work, &over, block->section, r->begin), 0.8f);
    } else if (c.meaning > ENT_MEANS_NOT) {
        float unnamed = ent_caption_binds(&c) ? 0.85f : 0.8f;
        uint32_t target = ent_list_owner(work, &c, block->section, r->begin);
        c.meaning = takes_part_always(work, &c, target) ? ENT_MEANS_MEMBERS : c.meaning;
        state_run(work, r, c.meaning, target, named ? 0.95f : unnamed);
        state_text(work, r, &c);
    }
    bool own = c.meaning == ENT_MEANS_MEMBERS && named && /* "Members of the Widget Board": of nothing wider */
               work->mentions->entities.items[c.group].kind != ENT_BLOC;
    if (!own && (c.meaning == ENT_MEANS_NOTHING || c.meaning == ENT_MEANS_MEMBERS))
        state_outer(work, r, block->section, &c);
}

/* "Members: A, B and C." among the sentences of a paragraph. */
static void read_sentences(ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    for (uint32_t s = ent_sentence_of(work->segments, line->first); s < work->segments->sentences.n; s++) {
        const ent_sentence *sentence = &work->segments->sentences.items[s];
        if (sentence->first >= line->last)
            return;
        run r = {n, n + 1, sentence->first, 0, sentence->last};
        r.head_last = ent_line_names_begin(work, ACTORS, r.first, r.last);
        if (r.head_last > r.first && r.head_last < r.last)
            read_run(work, &r);
    }
}

void ent_layout_members(ent_layout_work *work)
{
    for (uint32_t i = 0; i < work->lines.n;) {
        run r = find_run(work, i);
        if (r.end > r.begin)
            read_run(work, &r);
        else if (ent_line_block(work, &work->lines.items[i])->kind == ENT_BLOCK_PARAGRAPH)
            read_sentences(work, i);
        i = r.end > i ? r.end : i + 1;
    }
}
