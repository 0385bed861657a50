/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/factbox.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/labels.h"
#include "importers/extract/layout/offices.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    MAX_LABEL = 4,
    MAX_TITLE = 3, /* tokens of "H.E. Dr." */
    MAX_VALUE = 40,
    MAX_MORE = 6, /* lines that go on with a field's value */
    MAX_BOX = 30, /* lines between a heading and its box's last */
    MAX_ABOUT = 8 /* lines between a treaty's title and what is told of it */
};

/* ---- whose box it is --------------------------------------------------------------------------------------------- */

/* What a line names, where its name is most of the line; else ENT_UNRESOLVED. */
static uint32_t named_by(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = ent_mention_find(work, ENT_KINDS_ALL, line->first, line->last);
    if (m == ENT_NO_MENTION)
        return ENT_UNRESOLVED;
    const ent_mention *name = ent_mention_at(work, m);
    uint32_t behind = name->last;
    if (behind < line->last && ent_token_is(work, behind, "(")) /* "Widget Agency (Chile)" */
        behind = ent_bracket_end(work, behind, line->last);
    uint32_t before = name->first - line->first, more = before + (behind < line->last ? line->last - behind : 0);
    if (name->kind == ENT_PERSON && before <= MAX_TITLE) /* "Dr. Jane Roe" */
        more -= before, before = 0;
    return before <= 1 && more * 2 <= name->last - name->first + 2 ? name->entity : ENT_UNRESOLVED;
}

/* "Abbreviation | WB": a box that stands first on its page tells by it whose it is. */
static uint32_t abbreviated(const ent_layout_work *work)
{
    bool first = work->lines.n > 1 && ent_line_block(work, work->lines.items)->kind == ENT_BLOCK_ROW;
    bool label = first && ent_token_is(work, work->lines.items[0].first, "abbreviation");
    return label ? named_by(work, &work->lines.items[1]) : ENT_UNRESOLVED;
}

/* What the heading of line `n` names; without one, or where it only heads the box, the document's first line. */
static uint32_t subject_of(const ent_layout_work *work, uint32_t n)
{
    uint32_t section = ent_line_block(work, &work->lines.items[n])->section, heading = work->heading_of[section];
    if (heading == ENT_NO_LINE)
        heading = 0;
    if (heading >= n || n - heading > MAX_BOX)
        return ENT_UNRESOLVED;
    uint32_t named = named_by(work, &work->lines.items[heading]);
    return named == ENT_UNRESOLVED && heading == 0 ? abbreviated(work) : named;
}

/* ---- the box ----------------------------------------------------------------------------------------------------- */

/* The token behind these words where they stand at `first`, else `first`; hyphens part words. */
static uint32_t words_end(const ent_layout_work *work, ent_str words, uint32_t first, uint32_t last)
{
    uint32_t t = first;
    while (t < last && words.len)
        if (!ent_token_reads_on(work, t++, false, &words))
            return first;
    return words.len ? first : t;
}

/* "Chairperson Jane Roe", "Jane Roe (President)", else what the label says. */
static ent_str role_of(const ent_layout_work *work, const ent_field *says, const ent_mention *m, uint32_t first,
                       uint32_t last)
{
    bool person = says->type == ENT_AFFILIATED_WITH && says->backwards;
    if (person && m->first > first && m->kind == ENT_PERSON &&
        ent_mention_find(work, ENT_KINDS_ALL, first, m->first) == ENT_NO_MENTION)
        return ent_tokens_phrase(work, first, m->first);
    if (person && m->last < last && ent_token_is(work, m->last, "("))
        return ent_tokens_phrase(work, m->last + 1, ent_bracket_end(work, m->last, last) - 1);
    return says->role;
}

/* Whether the value is a list of names rather than a sentence that has names in it. */
static bool is_value(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t words = 0, named = 0;
    for (uint32_t t = first; t < last; t++) {
        bool over = ent_mention_over(work, t) != ENT_NO_MENTION;
        named += over;
        words += !over && !ent_token_is_mark(work, t);
    }
    return named > 0 && last - first <= MAX_VALUE * 4 && words <= named + 2;
}

/* "Jane Roe (Chile)" beside "Chair": who holds the office, rather than where she is from. */
static bool is_home(const ent_layout_work *work, const ent_field *says, const ent_mention *m, uint32_t first,
                    uint32_t last)
{
    bool office = says->backwards && (says->type == ENT_AFFILIATED_WITH || says->type == ENT_CHAIRS);
    return office && m->kind != ENT_PERSON &&
           ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), first, last) != ENT_NO_MENTION;
}

static void state_fact(ent_layout_work *work, uint32_t subject, const ent_field *says, uint32_t first, uint32_t last)
{
    ent_kind kind = work->mentions->entities.items[subject].kind;
    for (uint32_t i = ent_mention_from(work, first);
         i < work->mentions->items.n && ent_mention_at(work, i)->first < last; i++) {
        const ent_mention *m = ent_mention_at(work, i);
        if (!ent_mention_is(m, ENT_KINDS_ALL) || (m->source == ENT_BY_CLASS && says->type != ENT_COMMITTED_TO) ||
            m->flags & ENT_MENTION_PLACE || is_home(work, says, m, first, last))
            continue;
        ent_statement s = {says->type,
                           subject,
                           m->entity,
                           first,
                           "layout.box",
                           0.85f * m->confidence,
                           role_of(work, says, m, first, last),
                           false};
        if (says->backwards)
            s.source = m->entity, s.target = subject;
        if (ent_office_leads(s.role) && ent_relation_allows(ENT_CHAIRS, m->kind, kind))
            s.type = ENT_CHAIRS;
        if (s.type == ENT_CHAIRS && !ent_relation_allows(ENT_CHAIRS, m->kind, kind))
            s.type = ENT_AFFILIATED_WITH; /* of an organization a post like others */
        ent_fact_relation *made = ent_layout_state(work, s);
        if (made)
            made->count = m->count;
        if (made && says->single)
            return;
    }
}

/* "Type Space law": a line that begins with a word of its own is a field rather than a title. */
static bool is_title(const ent_layout_work *work, const ent_line *line)
{
    bool word = work->segments->tokens.items[line->first].kind == ENT_TOKEN_WORD;
    return !word || ent_token_is(work, line->first, "the") || ent_mention_over(work, line->first) != ENT_NO_MENTION;
}

/* The treaty whose title stands above line `n`: the nearest, or what the box is about. */
static uint32_t instrument_above(const ent_layout_work *work, uint32_t n)
{
    for (uint32_t i = n; i-- > 0 && n - i <= MAX_ABOUT;) {
        uint32_t named = named_by(work, &work->lines.items[i]);
        if (named != ENT_UNRESOLVED && work->mentions->entities.items[named].kind == ENT_INSTRUMENT &&
            is_title(work, &work->lines.items[i]))
            return named;
        if (ent_line_block(work, &work->lines.items[i])->kind ==
            ENT_BLOCK_HEADING) { /* "The Widget Treaty, 1967: why" */
            const ent_line *heading = &work->lines.items[i];
            uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_INSTRUMENT), heading->first, heading->last);
            if (m != ENT_NO_MENTION)
                return ent_mention_at(work, m)->entity;
        }
    }
    return subject_of(work, n);
}

static bool is_about_treaties(const ent_field *says)
{
    return says->type == ENT_COMMITTED_TO || says->type == ENT_MAINTAINS || says->type == ENT_ADOPTED;
}

/* "Country: Oz" in the box of a meeting: its host; in a table it may be anybody's. */
static void read_country(ent_layout_work *work, uint32_t subject, uint32_t begin, uint32_t label_last, uint32_t first,
                         uint32_t last)
{
    static const char *const labels[] = {"country", "countries"};
    static const ent_field host = {.type = ENT_ORGANIZES, .backwards = true, .role = {"host", 4}};
    if (label_last == begin + 1 && ent_token_is_any(work, begin, labels, N(labels)) && subject != ENT_UNRESOLVED &&
        work->mentions->entities.items[subject].kind == ENT_EVENT)
        state_fact(work, subject, &host, first, last);
}

/* The label is tokens [begin, label_last). The fact is about `subject`; where that is ENT_UNRESOLVED, about what stands
 * above line `n`. */
static void read_fact(ent_layout_work *work, uint32_t n, uint32_t subject, uint32_t begin, uint32_t label_last,
                      uint32_t first, uint32_t last)
{
    if (begin == label_last || label_last - begin > MAX_LABEL || !is_value(work, first, last))
        return;
    const ent_relation_lists *lists = &work->knowledge->lexicon->lists.relations;
    for (size_t i = 0; i < lists->fields.n; i++) {
        const ent_field *says = &lists->fields.items[i];
        if (words_end(work, says->words, begin, label_last) != label_last)
            continue;
        uint32_t about = subject;
        if (about == ENT_UNRESOLVED)
            about = is_about_treaties(says) ? instrument_above(work, n) : subject_of(work, n);
        if (about != ENT_UNRESOLVED)
            state_fact(work, about, says, first, last);
    }
    if (subject == ENT_UNRESOLVED)
        read_country(work, subject_of(work, n), begin, label_last, first, last);
}

/* "Adoption by the General Assembly: 19 December 1966 (resolution 2222 (XXI))": the treaty above was adopted, and so
 * was the resolution. */
static void read_adoption(ent_layout_work *work, uint32_t n, uint32_t colon)
{
    static const char *const acts[] = {"adoption", "adopted", "approval", "approved", "endorsed"};
    const ent_line *line = &work->lines.items[n];
    if (!ent_token_is_any(work, line->first, acts, N(acts)) || !ent_token_is(work, line->first + 1, "by"))
        return;
    uint32_t by = ent_mention_find(work, ENT_KIND_BIT(ENT_FORUM), line->first, colon),
             treaty = instrument_above(work, n);
    uint32_t text = ent_mention_find(work, ENT_KIND_BIT(ENT_INSTRUMENT), colon, line->last);
    if (by == ENT_NO_MENTION)
        return;
    ent_statement s = {
        ENT_ADOPTED, ent_mention_at(work, by)->entity, treaty, line->first, "layout.box", 0.85f, ENT_STR_EMPTY, false};
    if (treaty != ENT_UNRESOLVED)
        ent_layout_state(work, s);
    s.target = text == ENT_NO_MENTION ? treaty : ent_mention_at(work, text)->entity;
    if (s.target != treaty)
        ent_layout_state(work, s);
}

/* The token behind the longest label that begins the line; its first token where none does. */
static uint32_t label_end(const ent_layout_work *work, const ent_line *line)
{
    uint32_t end = line->first;
    const ent_relation_lists *lists = &work->knowledge->lexicon->lists.relations;
    char letter = ent_token_text(work->segments, line->first).data[0];
    for (size_t i = 0; i < lists->fields.n; i++) {
        if (!ent_reads_letter(letter, lists->fields.items[i].words.data[0]))
            continue; /* nearly all of them */
        uint32_t behind = words_end(work, lists->fields.items[i].words, line->first, line->last);
        end = behind > end ? behind : end;
    }
    return end;
}

/* "117" of "Parties 117": so many States. */
static bool is_count(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t over = ent_mention_over(work, first);
    const ent_mention *m = over == ENT_NO_MENTION ? NULL : ent_mention_at(work, over);
    return m && m->source == ENT_BY_CLASS && m->first == first && m->last == last;
}

/* "Peru" under "Parties Chile": a line of its own that names one more and nothing else. */
static bool goes_on(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    return ent_line_block(work, line)->kind == ENT_BLOCK_PARAGRAPH && label_end(work, line) == line->first &&
           ent_tokens_are_names(work, ENT_KIND_BIT(ENT_STATE), line->first, line->last);
}

/* "Predecessor Committee on Disarmament", "Secretary-General" over "Jane Roe": a label without a colon has only names
 * behind it or under it. */
static void read_bare(ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n], *next = line + 1;
    bool may_be = work->segments->tokens.items[line->first].flags & ENT_TOKEN_CAPITAL && !ent_line_is_prose(work, line);
    uint32_t end = may_be ? label_end(work, line) : line->first;
    if (end == line->first)
        return;
    if (end < line->last) {
        if (!ent_tokens_are_names(work, ENT_KINDS_ALL, end, line->last) && !is_count(work, end, line->last))
            return;
        read_fact(work, n, ENT_UNRESOLVED, line->first, end, end, line->last);
        for (uint32_t i = n + 1; i < work->lines.n && i - n <= MAX_MORE && goes_on(work, i); i++)
            read_fact(work, n, ENT_UNRESOLVED, line->first, end, work->lines.items[i].first, work->lines.items[i].last);
    } else if (n + 1 < work->lines.n && ent_line_block(work, next)->kind == ENT_BLOCK_PARAGRAPH &&
               named_by(work, next) != ENT_UNRESOLVED) {
        read_fact(work, n, ENT_UNRESOLVED, line->first, end, next->first, next->last);
    }
}

/* The first colon among the first words of [first, last), or `last`. */
static uint32_t colon_of(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last && t <= first + 2 * MAX_LABEL; t++)
        if (ent_token_is(work, t, ":"))
            return t;
    return last;
}

/* "Signatories: 89. Parties: 115": a line may have several fields. Whether it had any. */
static bool read_fields(ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    bool any = false;
    for (uint32_t first = line->first, last; first < line->last; first = last) {
        const ent_sentence *s = &work->segments->sentences.items[ent_sentence_of(work->segments, first)];
        last = s->last < line->last ? s->last : line->last;
        uint32_t colon = colon_of(work, first, last);
        if (colon + 1 >= last)
            continue;
        read_fact(work, n, ENT_UNRESOLVED, first, colon, colon + 1, last);
        any = true;
    }
    return any;
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

/* The cell of the table's first row that stands over line `n`, or ENT_NO_LINE. */
static uint32_t head_of(const ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    uint32_t top = lines[n].table, head = top;
    while (head < n && lines[head].block == lines[top].block && lines[head].cell != lines[n].cell)
        head++;
    return lines[head].block == lines[top].block && lines[n].block != lines[top].block ? head : ENT_NO_LINE;
}

bool ent_cell_is_field(const ent_layout_work *work, uint32_t n)
{
    uint32_t head = head_of(work, n);
    const ent_relation_lists *lists = &work->knowledge->lexicon->lists.relations;
    for (size_t i = 0; head != ENT_NO_LINE && i < lists->fields.n; i++) {
        const ent_line *line = &work->lines.items[head];
        const ent_field *says = &lists->fields.items[i];
        bool own = says->type == ENT_AFFILIATED_WITH && !says->backwards; /* "Affiliation": the person's */
        if (!own && words_end(work, says->words, line->first, line->last) == line->last)
            return true;
    }
    return false;
}

/* A table with a column for each field: what the first cell of line `n`'s row names has the value that this cell gives.
 */
static void read_column(ent_layout_work *work, uint32_t n)
{
    const ent_line *lines = work->lines.items;
    uint32_t head = head_of(work, n), row = n, subject = ENT_UNRESOLVED;
    while (row > 0 && lines[row - 1].block == lines[n].block)
        row--;
    for (; head != ENT_NO_LINE && row < n && subject == ENT_UNRESOLVED; row++)
        subject = named_by(work, &lines[row]);
    if (subject != ENT_UNRESOLVED)
        read_fact(work, n, subject, lines[head].first, lines[head].last, lines[n].first, lines[n].last);
}

/* "Parent organization | Widget Union": a row of two cells. */
static void read_pair(ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n], *next = line + 1;
    bool pair = n + 1 < work->lines.n && line->cell == 0 && next->block == line->block &&
                (n + 2 >= work->lines.n || next[1].block != line->block);
    if (pair)
        read_fact(work, n, ENT_UNRESOLVED, line->first, line->last, next->first, next->last);
}

void ent_layout_factbox(ent_layout_work *work)
{
    for (uint32_t n = 0; n < work->lines.n; n++) {
        const ent_line *line = &work->lines.items[n];
        if (ent_line_block(work, line)->kind == ENT_BLOCK_ROW) {
            read_pair(work, n);
            read_column(work, n);
        } else if (!ent_label_find(work, line, line->first).label) {
            if (!read_fields(work, n))
                read_bare(work, n);
            else
                read_adoption(work, n, colon_of(work, line->first, line->last));
        }
    }
}
