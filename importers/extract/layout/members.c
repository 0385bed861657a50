/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run is a stretch of lines (cells, items, a paragraph behind "Members:") that name States and say nothing else. Its
 * meaning is looked for above it: in the line before it or the beginning of its own line, then in the headings that
 * enclose it. A group named nearest is joined; a heading further out that speaks of members adds the forum in which the
 * group sits. */
#include "importers/extract/layout/members.h"

#include "importers/extract/layout/labels.h"
#include "importers/extract/layout/times.h"
#include "importers/extract/layout/title.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    ACTORS = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION),
    GROUPS = ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION),
    MAX_INTRO = 12,
    MIN_RUN = 2
};

typedef enum meaning { MEANS_NOTHING, MEANS_MEMBERS, MEANS_OBSERVERS, MEANS_PRESENT, MEANS_PARTIES } meaning;

typedef struct cue {
    const char *word;
    meaning meaning;
} cue;

/* The first that stands in the words above counts; so the narrower come first. */
static const cue cues[] = {
    {"observer", MEANS_OBSERVERS},  {"observers", MEANS_OBSERVERS},   {"non-member", MEANS_OBSERVERS},
    {"nonmember", MEANS_OBSERVERS}, {"non-members", MEANS_OBSERVERS}, {"signatories", MEANS_PARTIES},
    {"parties", MEANS_PARTIES},     {"ratifications", MEANS_PARTIES}, {"ratified", MEANS_PARTIES},
    {"adhering", MEANS_PARTIES},    {"subscribing", MEANS_PARTIES},   {"member", MEANS_MEMBERS},
    {"members", MEANS_MEMBERS},     {"membership", MEANS_MEMBERS},    {"composition", MEANS_MEMBERS},
    {"composed", MEANS_MEMBERS},    {"comprises", MEANS_MEMBERS},     {"comprising", MEANS_MEMBERS},
    {"consists", MEANS_MEMBERS},    {"participated", MEANS_PRESENT},  {"participating", MEANS_PRESENT},
    {"attended", MEANS_PRESENT},    {"attendance", MEANS_PRESENT},    {"represented", MEANS_PRESENT},
};

/* The words above a run. */
typedef struct caption {
    meaning meaning;
    uint32_t group; /* entity named in them, or ENT_UNRESOLVED */
    uint32_t first; /* token */
    uint32_t last;
} caption;

typedef struct run {
    uint32_t begin, end; /* lines */
    uint32_t head_last; /* tokens [first of the run's first line, head_last) are its own label; that first when there is
                           none */
} run;

/* ---- runs -------------------------------------------------------------------------------------------------------- */

static uint32_t count_names(const ent_layout_work *work, const run *r)
{
    uint32_t n = 0, last = work->lines.items[r->end - 1].last;
    for (uint32_t i = ent_mention_from(work, r->head_last);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++)
        n += ent_mention_is(ent_mention_at(work, i), ACTORS);
    return n;
}

static bool has_state(const ent_layout_work *work, const ent_line *line)
{
    return ent_mention_find(work, ENT_KIND_BIT(ENT_STATE), line->first, line->last) != ENT_NO_MENTION;
}

/* The run that begins at line `begin`; empty when none does. A group's name alone in a paragraph stands above a run. */
static run find_run(const ent_layout_work *work, uint32_t begin)
{
    const ent_line *lines = work->lines.items;
    run r = {begin, begin, ent_line_names_begin(work, ACTORS, &lines[begin])};
    ent_block_kind own = ent_line_block(work, &lines[begin])->kind;
    bool lone_group =
        own == ENT_BLOCK_PARAGRAPH && r.head_last == lines[begin].first && !has_state(work, &lines[begin]);
    if (r.head_last == lines[begin].last || own == ENT_BLOCK_HEADING || lone_group)
        return r;
    for (r.end = begin + 1; r.end < work->lines.n; r.end++) {
        ent_block_kind kind = ent_line_block(work, &lines[r.end])->kind;
        if (kind != own || (kind == ENT_BLOCK_PARAGRAPH && !has_state(work, &lines[r.end])) ||
            !ent_tokens_are_names(work, ACTORS, lines[r.end].first, lines[r.end].last))
            break;
    }
    return r;
}

/* ---- captions ---------------------------------------------------------------------------------------------------- */

static uint32_t group_in(const ent_layout_work *work, uint32_t first, uint32_t last, ent_kinds kinds)
{
    for (uint32_t i = ent_mention_from(work, first);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++)
        if (ent_mention_is(ent_mention_at(work, i), kinds) && ent_mention_at(work, i)->source != ENT_BY_CLASS)
            return ent_mention_at(work, i)->entity;
    return ENT_UNRESOLVED;
}

/* "non-member" may be two tokens. */
static bool is_cue(const ent_layout_work *work, uint32_t token, uint32_t last, const cue *c)
{
    static const char *const tails[] = {"member", "members"};
    if (c->meaning == MEANS_OBSERVERS && token + 1 < last && ent_token_is(work, token, "non"))
        return ent_token_is_any(work, token + 1, tails, N(tails));
    return ent_token_is(work, token, c->word);
}

static meaning meaning_of(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (size_t c = 0; c < N(cues); c++)
        for (uint32_t t = first; t < last; t++)
            if (is_cue(work, t, last, &cues[c]))
                return cues[c].meaning;
    return MEANS_NOTHING;
}

static caption caption_of(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    caption c = {meaning_of(work, first, last), ENT_UNRESOLVED, first, last};
    ent_kinds kinds = c.meaning == MEANS_PARTIES
                          ? ENT_KIND_BIT(ENT_INSTRUMENT)
                          : GROUPS | (c.meaning >= MEANS_OBSERVERS ? ENT_KIND_BIT(ENT_EVENT) : 0);
    c.group = group_in(work, first, last, kinds);
    return c;
}

/* The words right above or before the run: its own label, or the line before it where that is a heading or ends in a
 * colon. *other: they say that the run is something else ("Organized by"). */
static caption near_caption(const ent_layout_work *work, const run *r, bool *other)
{
    const ent_line *lines = work->lines.items;
    caption c;
    *other = false;
    if (r->head_last > lines[r->begin].first) {
        c = caption_of(work, lines[r->begin].first, r->head_last);
        *other = c.meaning == MEANS_NOTHING && c.group == ENT_UNRESOLVED;
        return c;
    }
    if (r->begin == 0)
        return (caption){.group = ENT_UNRESOLVED};
    const ent_line *above = &lines[r->begin - 1];
    if (has_state(work, above) && ent_line_names_begin(work, ACTORS, above) < above->last)
        return (caption){.group = ENT_UNRESOLVED}; /* another run */
    ent_label_found label = ent_label_find(work, above, above->first);
    *other = label.label && meaning_of(work, above->first, above->last) == MEANS_NOTHING;
    bool speaks = ent_line_block(work, above)->kind == ENT_BLOCK_HEADING || ent_line_ends_with(work, above, ':') ||
                  (!ent_line_is_prose(work, above) && ent_line_block(work, above)->kind == ENT_BLOCK_PARAGRAPH);
    return speaks ? caption_of(work, above->first, above->last) : (caption){.group = ENT_UNRESOLVED};
}

static caption heading_caption(const ent_layout_work *work, uint32_t section)
{
    uint32_t heading = work->heading_of[section];
    if (heading == ENT_NO_LINE)
        return (caption){.group = ENT_UNRESOLVED};
    const ent_line *line = &work->lines.items[heading];
    return caption_of(work, line->first, line->last);
}

/* Whose members a heading "Membership" means: what its first lines name, what the section or the document is about. */
static uint32_t subject_of(const ent_layout_work *work, uint32_t section)
{
    ent_kinds kinds = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION);
    uint32_t heading = work->heading_of[section];
    for (uint32_t i = heading + 1; heading != ENT_NO_LINE && i < work->lines.n && i <= heading + MAX_INTRO; i++) {
        const ent_line *line = &work->lines.items[i];
        if (ent_line_block(work, line)->kind != ENT_BLOCK_PARAGRAPH)
            break;
        uint32_t group = group_in(work, line->first, line->last, kinds);
        if (group != ENT_UNRESOLVED)
            return group;
    }
    uint32_t subject = work->subjects->of_section[section];
    if (subject != ENT_UNRESOLVED &&
        ent_kinds_has(kinds | ENT_KIND_BIT(ENT_EVENT), work->mentions->entities.items[subject].kind))
        return subject;
    return ent_mention_commonest(work, kinds);
}

/* ---- parties ----------------------------------------------------------------------------------------------------- */

/* "Conference of the Parties", "States not parties", "Parties to the conflict" are above other lists. */
static bool speaks_of_parties(const ent_layout_work *work, const caption *c)
{
    static const char *const others[] = {"conference", "meeting",     "not",        "non",        "non-parties",
                                         "conflict",   "dispute",     "political",  "interested", "third",
                                         "working",    "obligations", "withdrawals"};
    return c->meaning == MEANS_PARTIES && !ent_tokens_have(work, c->first, c->last, others, N(others)) &&
           (c->group != ENT_UNRESOLVED || c->last - c->first <= MAX_INTRO);
}

/* What stands over the columns, or above the table, of a row whose neighbours give dates. */
static caption table_caption(const ent_layout_work *work, uint32_t n)
{
    uint32_t top = ent_table_top(work, n);
    const ent_line *head = &work->lines.items[top];
    caption c = caption_of(work, head->first, head->last);
    if (speaks_of_parties(work, &c) || top == 0)
        return c;
    return caption_of(work, head[-1].first, head[-1].last);
}

/* What is left of the words for parties: "Signatories". */
static bool is_signing(const ent_layout_work *work, const caption *c)
{
    static const char *const bound[] = {"parties", "ratifications", "ratified", "adhering", "subscribing"};
    return !ent_tokens_have(work, c->first, c->last, bound, N(bound));
}

static void state_parties(ent_layout_work *work, const run *r, const caption *c)
{
    ent_statement s = {.type = ENT_COMMITTED_TO, .target = c->group, .rule = "layout.list.party", .confidence = 0.95f};
    if (c->group == ENT_UNRESOLVED) {
        s.target = ent_section_instrument(work, ent_line_block(work, &work->lines.items[r->begin])->section);
        s.confidence = 0.85f;
    }
    for (uint32_t n = r->begin; n < r->end; n++) {
        const ent_line *line = &work->lines.items[n];
        ent_row_date date = ent_row_dated(work, n);
        s.role = date.signing || (!date.from.len && is_signing(work, c)) ? ENT_STR("signatory") : ENT_STR("party");
        for (uint32_t i = ent_mention_from(work, n == r->begin ? r->head_last : line->first);
             i < work->mentions->items.n && ent_mention_at(work, i)->first < line->last; i++) {
            if (!ent_mention_is(ent_mention_at(work, i), ACTORS) || ent_mention_at(work, i)->source == ENT_BY_CLASS)
                continue;
            s.source = ent_mention_at(work, i)->entity;
            s.token = ent_mention_at(work, i)->first;
            ent_fact_relation *made = ent_layout_state(work, s);
            if (made)
                made->from = date.from;
        }
    }
}

/* ---- statements -------------------------------------------------------------------------------------------------- */

static ent_statement statement_for(meaning what, uint32_t target, float confidence)
{
    ent_statement s = {.type = ENT_MEMBER_OF, .target = target, .rule = "layout.list.member", .confidence = confidence};
    if (what == MEANS_OBSERVERS || what == MEANS_PRESENT) {
        s.type = ENT_PARTICIPATES_IN;
        s.rule = "layout.list.participant";
        s.role = what == MEANS_OBSERVERS ? ENT_STR("observer") : ENT_STR("delegation");
    }
    return s;
}

static void state_run(ent_layout_work *work, const run *r, ent_statement s)
{
    uint32_t last = work->lines.items[r->end - 1].last;
    if (s.target == ENT_UNRESOLVED)
        return;
    for (uint32_t i = ent_mention_from(work, r->head_last);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++) {
        const ent_mention *m = ent_mention_at(work, i);
        if (!ent_mention_is(m, ACTORS) || m->source == ENT_BY_CLASS)
            continue;
        s.source = m->entity;
        s.token = m->first;
        ent_layout_state(work, s);
    }
}

/* A group inside a section about members: its States are members of the forum too, and so is the group. */
static void state_outer(ent_layout_work *work, const run *r, uint32_t section, const caption *inner)
{
    const ent_document *document = work->segments->document;
    for (;; section = document->sections.items[section].parent) {
        caption outer = heading_caption(work, section);
        if (outer.meaning == MEANS_MEMBERS && outer.first != inner->first) {
            uint32_t forum = outer.group != ENT_UNRESOLVED ? outer.group : subject_of(work, section);
            state_run(work, r, statement_for(MEANS_MEMBERS, forum, 0.8f));
            ent_statement s = statement_for(MEANS_MEMBERS, forum, 0.75f);
            s.source = inner->group;
            s.token = inner->first;
            s.once = true;
            ent_layout_state(work, s);
            return;
        }
        if (section == 0 || outer.meaning != MEANS_NOTHING)
            return;
    }
}

static uint32_t section_of(const ent_layout_work *work, const run *r)
{
    return ent_line_block(work, &work->lines.items[r->begin])->section;
}

/* A heading that only names a group makes members of States alone, and of one State only where it is a bloc. */
static bool lists_states(const ent_layout_work *work, const run *r, const caption *c)
{
    uint32_t last = work->lines.items[r->end - 1].last, named = 0;
    for (uint32_t i = ent_mention_from(work, r->head_last);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++)
        if (ent_mention_is(ent_mention_at(work, i), ACTORS) && ent_mention_at(work, i)->kind != ENT_STATE)
            return false;
    for (uint32_t i = ent_mention_from(work, c->first);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < c->last; i++)
        if (ent_mention_is(ent_mention_at(work, i), GROUPS))
            named += ent_mention_at(work, i)->last - ent_mention_at(work, i)->first;
    return named * 2 >= c->last - c->first &&
           (work->mentions->entities.items[c->group].kind == ENT_BLOC || count_names(work, r) >= MIN_RUN);
}

static void read_run(ent_layout_work *work, const run *r)
{
    uint32_t section = section_of(work, r);
    bool other;
    caption c = near_caption(work, r, &other);
    if (other)
        return;
    if (c.meaning == MEANS_NOTHING && c.group == ENT_UNRESOLVED)
        c = heading_caption(work, section);
    if (c.meaning == MEANS_NOTHING && ent_line_block(work, &work->lines.items[r->begin])->kind == ENT_BLOCK_ROW) {
        caption table = table_caption(work, r->begin);
        c = speaks_of_parties(work, &table) ? table : c;
    }
    bool grouped = c.meaning == MEANS_NOTHING && c.group != ENT_UNRESOLVED;
    if (count_names(work, r) < MIN_RUN &&
        ent_line_block(work, &work->lines.items[r->begin])->kind == ENT_BLOCK_PARAGRAPH)
        return;
    if (grouped) {
        if (!lists_states(work, r, &c))
            return;
        state_run(work, r, statement_for(MEANS_MEMBERS, c.group, 0.9f));
    } else if (c.meaning == MEANS_PARTIES) {
        if (speaks_of_parties(work, &c))
            state_parties(work, r, &c);
    } else if (c.meaning != MEANS_NOTHING) {
        uint32_t target = c.group != ENT_UNRESOLVED ? c.group : subject_of(work, section);
        state_run(work, r, statement_for(c.meaning, target, c.group != ENT_UNRESOLVED ? 0.95f : 0.8f));
    }
    if (c.meaning == MEANS_NOTHING || c.meaning == MEANS_MEMBERS)
        state_outer(work, r, section, &c);
}

void ent_layout_members(ent_layout_work *work)
{
    for (uint32_t i = 0; i < work->lines.n;) {
        run r = find_run(work, i);
        if (r.end > r.begin)
            read_run(work, &r);
        i = r.end > i ? r.end : i + 1;
    }
}
