/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are taken one after the other: a line goes on with the block before it, or begins its own. What a block becomes
 * can also depend on what follows ("Moderator" over a name is a heading, fourteen short lines in a row are none), so
 * headings without any mark are made in a second pass, from the end. */
#include "importers/readers/plan.h"

#include "importers/readers/looks.h"
#include "importers/readers/marks.h"
#include "importers/readers/unwrap.h"

enum {
    MAX_MERGED_HEADING = 400,
    MIN_SENTENCE = 100,
    MIN_PARAGRAPH = 150,
    MAX_GAP = 12,
    UNDERLINE_DOUBLE = 1,
    UNDERLINE_SINGLE = 2
};

typedef struct planner {
    ent_arena *arena;
    const ent_lines *lines;
    ent_plans *out;
    bool markdown;
    uint32_t document_width;
    uint32_t width; /* of the group of lines at hand */
    size_t group_end;
    size_t previous; /* the last line taken */
    uint32_t gap;    /* blank lines since then; what was dropped counts as one */
    bool torn;       /* furniture of the page stood in the gap: even a short paragraph may go on behind it */
} planner;

static const ent_line *line_at(const planner *p, size_t i)
{
    return &p->lines->items.items[i];
}

static ent_plan *last_plan(const planner *p)
{
    return p->out->items.n ? &p->out->items.items[p->out->items.n - 1] : NULL;
}

ent_str ent_plan_text(const ent_plans *plans, size_t plan)
{
    ent_str text = ent_lines_text(plans->lines, plans->items.items[plan].first);
    while (text.len && (text.data[0] == '*' || text.data[0] == '_'))
        text = ent_str_slice(text, 1, text.len);
    return text;
}

/* ---- does a line go on with the block? --------------------------------------------------------------------------- */

/* Inside a wrapped sentence even a line that looks like something else is text. */
static bool is_inside_sentence(const planner *p, const ent_plan *plan, size_t i)
{
    if (plan->kind != ENT_BLOCK_PARAGRAPH && plan->kind != ENT_BLOCK_ITEM)
        return false;
    const ent_line *line = line_at(p, i);
    bool bullet = line->look == ENT_LOOK_ITEM && !(line->flags & ENT_LINE_NUMBERED);
    bool marked = line->look == ENT_LOOK_MARKED || line->look == ENT_LOOK_ROW || line->look == ENT_LOOK_CONTENTS;
    ent_str before = ent_lines_text(p->lines, p->previous);
    return p->gap == 0 && !bullet && !marked && !ent_marks_terminated(before) && plan->look != ENT_LOOK_ROW &&
           plan->look != ENT_LOOK_CONTENTS && p->width > 0 && plan->bytes >= p->width / 2 &&
           ent_unwrap_continues(p->lines, p->previous, i, p->width);
}

/* A heading in capitals over several lines; a label and the title under it. */
static bool continues_heading(const planner *p, const ent_plan *plan, size_t i)
{
    const ent_line *line = line_at(p, i);
    if (plan->bytes + line->end - line->begin > MAX_MERGED_HEADING || p->gap > MAX_GAP)
        return false;
    ent_str text = ent_lines_text(p->lines, i);
    if (plan->bare) {
        bool marked = line->look == ENT_LOOK_MARKED && !(line->flags & ENT_LINE_BARE);
        bool alone = i + 1 == p->lines->items.n || line_at(p, i + 1)->blanks > 0;
        return line->look == ENT_LOOK_CAPITALS || marked ||
               (line->look == ENT_LOOK_TEXT && !p->markdown && alone && ent_marks_title(text));
    }
    if (p->gap > 0)
        return false;
    if (line->look == ENT_LOOK_CAPITALS)
        return plan->look == ENT_LOOK_CAPITALS || plan->look == ENT_LOOK_LABEL;
    bool open = ent_marks_open_end(ent_lines_text(p->lines, p->previous)) || ent_is_lower(text.data[0]);
    return line->look == ENT_LOOK_TEXT && plan->look == ENT_LOOK_LABEL && open;
}

static bool continues_text(const planner *p, const ent_plan *plan, size_t i)
{
    if (p->gap > 0)
        return ent_unwrap_flows_on(p->lines, p->previous, i, p->torn ? SIZE_MAX : plan->bytes, p->gap);
    bool indented = plan->kind == ENT_BLOCK_ITEM && line_at(p, i)->indent > line_at(p, plan->first)->indent;
    return (indented && !p->markdown) || ent_unwrap_continues(p->lines, p->previous, i, p->width);
}

/* One of the lines of a programme: the block, or the line behind it, begins with a time of day too. */
static bool begins_slot(const planner *p, const ent_plan *plan, size_t i)
{
    return ent_marks_timed(ent_lines_text(p->lines, i)) &&
           (ent_marks_timed(ent_lines_text(p->lines, plan->first)) ||
            (i + 1 < p->lines->items.n && ent_marks_timed(ent_lines_text(p->lines, i + 1))));
}

static bool continues(const planner *p, const ent_plan *plan, size_t i)
{
    if (plan->kind == ENT_BLOCK_HEADING)
        return continues_heading(p, plan, i);
    if (begins_slot(p, plan, i))
        return false;
    if (is_inside_sentence(p, plan, i))
        return true;
    if (plan->look == ENT_LOOK_CONTENTS) /* an entry over two lines */
        return line_at(p, i)->look == ENT_LOOK_CONTENTS && p->gap == 0 &&
               ent_is_lower(ent_lines_text(p->lines, i).data[0]);
    return plan->kind != ENT_BLOCK_ROW && line_at(p, i)->look == ENT_LOOK_TEXT && continues_text(p, plan, i);
}

/* ---- first pass -------------------------------------------------------------------------------------------------- */

static uint8_t kind_of(ent_look look)
{
    switch (look) {
    case ENT_LOOK_CAPITALS:
    case ENT_LOOK_LABEL:
    case ENT_LOOK_MARKED:
        return ENT_BLOCK_HEADING;
    case ENT_LOOK_ITEM:
    case ENT_LOOK_CONTENTS:
        return ENT_BLOCK_ITEM;
    case ENT_LOOK_ROW:
        return ENT_BLOCK_ROW;
    case ENT_LOOK_TEXT:
    case ENT_LOOK_UNDERLINE:
        break;
    }
    return ENT_BLOCK_PARAGRAPH;
}

static void begin_plan(planner *p, size_t i)
{
    const ent_line *line = line_at(p, i);
    ent_plan plan = {.first = (uint32_t)i,
                     .last = (uint32_t)i + 1,
                     .kind = kind_of(line->look),
                     .look = line->look,
                     .level = line->level};
    plan.bare = line->flags & ENT_LINE_BARE;
    plan.blanks = p->out->items.n ? p->gap : 1;
    plan.bytes = line->end - line->begin;
    ent_vec_push(p->arena, &p->out->items, plan);
}

/* === or --- under the block at hand makes it a heading; elsewhere it is a rule. */
static void underline(planner *p, size_t i)
{
    ent_plan *plan = last_plan(p);
    bool heading = plan && p->gap == 0 && plan->bytes <= ENT_MAX_HEADING_BYTES && plan->look != ENT_LOOK_ROW &&
                   plan->look != ENT_LOOK_ITEM;
    if (heading) {
        plan->kind = ENT_BLOCK_HEADING;
        plan->look = ENT_LOOK_MARKED;
        plan->level = p->lines->bytes.data[line_at(p, i)->begin] == '=' ? UNDERLINE_DOUBLE : UNDERLINE_SINGLE;
    }
    p->gap++;
}

static void measure_group(planner *p, size_t i)
{
    if (i < p->group_end)
        return;
    p->group_end = i + 1;
    while (p->group_end < p->lines->items.n && line_at(p, p->group_end)->blanks == 0)
        p->group_end++;
    p->width = ent_unwrap_group_width(p->lines, i, p->group_end, p->document_width);
}

static void take_line(planner *p, size_t i)
{
    const ent_line *line = line_at(p, i);
    measure_group(p, i);
    p->gap += line->blanks;
    if (line->flags & ENT_LINE_DROPPED) {
        p->gap++;
        p->torn = true;
        return;
    }
    if (line->look == ENT_LOOK_UNDERLINE) {
        underline(p, i);
        return;
    }
    ent_plan *plan = last_plan(p);
    if (plan && continues(p, plan, i)) {
        plan->last = (uint32_t)i + 1;
        plan->bytes += line->end - line->begin;
        plan->bare = false;
    } else {
        begin_plan(p, i);
    }
    p->previous = i;
    p->gap = 0;
    p->torn = false;
}

/* ---- headings without a mark ------------------------------------------------------------------------------------- */

/* Something stands here that a heading can head: a paragraph, a list, a person's entry, a further heading. */
static bool can_be_headed(const ent_plans *plans, size_t i)
{
    const ent_plan *plan = &plans->items.items[i];
    if (plan->kind != ENT_BLOCK_PARAGRAPH)
        return plan->kind != ENT_BLOCK_HEADING || plan->look == ENT_LOOK_TEXT || plan->look == ENT_LOOK_ITEM;
    ent_str last = ent_lines_text(plans->lines, plan->last - 1);
    bool sentence = plan->bytes >= MIN_SENTENCE && ent_marks_terminated(last);
    return sentence || plan->last - plan->first > 2 || plan->bytes >= MIN_PARAGRAPH || ent_str_ends(last, ENT_STR(")"));
}

/* "Background", "1. Background" alone between blank lines. */
static bool may_head(const ent_plans *plans, size_t i)
{
    const ent_plan *plan = &plans->items.items[i];
    bool numbered = plan->look == ENT_LOOK_ITEM && (plans->lines->items.items[plan->first].flags & ENT_LINE_NUMBERED);
    bool apart = plan->blanks > 0 && i + 1 < plans->items.n && (plan[1].blanks > 0);
    if (!apart || plan->last - plan->first > 1 || (plan->look != ENT_LOOK_TEXT && !numbered))
        return false;
    ent_str text = ent_plan_text(plans, i);
    ent_number number = ent_marks_number(text);
    if (numbered && (number.kind != ENT_NUMBER_DECIMAL || (plan[1].look == ENT_LOOK_ITEM && number.depth < 2)))
        return false;
    return ent_marks_title(ent_str_slice(text, numbered ? number.len : 0, text.len));
}

/* A short line of text before it: then it is one of several, as on a cover page. */
static bool is_after_short_line(const ent_plans *plans, size_t i)
{
    if (i == 0)
        return false;
    const ent_plan *before = &plans->items.items[i - 1];
    ent_str text = ent_plan_text(plans, i - 1);
    return before->look == ENT_LOOK_TEXT && before->last - before->first == 1 && before->bytes < MIN_SENTENCE &&
           !ent_marks_date(text);
}

/* From the end on, so that of two headings in a row the lower is known first. Of a longer run only the last is one. */
static void promote_titles(ent_plans *plans, const ent_contents *contents)
{
    size_t run = 0;
    for (size_t i = plans->items.n; i-- > 0;) {
        ent_plan *plan = &plans->items.items[i];
        bool candidate = may_head(plans, i);
        run = candidate ? run + 1 : 0;
        bool listed = plan->look == ENT_LOOK_TEXT && plan->last - plan->first == 1 &&
                      plan->bytes <= ENT_MAX_HEADING_BYTES && ent_contents_has(contents, ent_plan_text(plans, i));
        bool first = run == 1 || (run == 2 && !is_after_short_line(plans, i));
        if (listed || (candidate && first && can_be_headed(plans, i + 1)))
            plan->kind = ENT_BLOCK_HEADING;
    }
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

enum { SPACES_A_LEVEL = 2, MAX_LEVEL = 8 };

typedef struct list_state {
    bool open;
    uint32_t indent;                         /* of the list's first item */
    uint8_t of_kind[ENT_NUMBER_CAPITAL + 1]; /* level of the last item with each kind of number, 0 for none */
} list_state;

/* Items nest by their indent; without any, "(a)" under "1." and "(i)" under "(a)". */
static uint8_t item_level(list_state *list, const ent_line *line, ent_number_kind kind)
{
    if (!list->open)
        *list = (list_state){.open = true, .indent = line->indent};
    uint32_t level = line->indent > list->indent ? 1 + (line->indent - list->indent) / SPACES_A_LEVEL : 1;
    for (int outer = ENT_NUMBER_DECIMAL; level == 1 && kind > ENT_NUMBER_DECIMAL && outer < (int)kind; outer++)
        if (list->of_kind[outer] >= level)
            level = list->of_kind[outer] + 1u;
    list->of_kind[kind] = (uint8_t)(level < MAX_LEVEL ? level : MAX_LEVEL);
    return list->of_kind[kind];
}

static void nest_items(ent_plans *plans)
{
    list_state list = {0};
    for (size_t i = 0; i < plans->items.n; i++) {
        ent_plan *plan = &plans->items.items[i];
        const ent_line *line = &plans->lines->items.items[plan->first];
        if (plan->kind == ENT_BLOCK_ITEM)
            plan->level = item_level(&list, line, ent_marks_number(ent_plan_text(plans, i)).kind);
        else
            list.open = false;
    }
}

void ent_plan_make(ent_arena *arena, const ent_lines *lines, const ent_contents *contents, bool markdown,
                   ent_plans *out)
{
    *out = (ent_plans){.lines = lines};
    planner p = {.arena = arena, .lines = lines, .out = out, .markdown = markdown};
    p.document_width = ent_unwrap_document_width(lines);
    for (size_t i = 0; i < lines->items.n; i++)
        take_line(&p, i);
    for (size_t i = 0; markdown && i < out->items.n; i++)
        out->marked |= out->items.items[i].look == ENT_LOOK_MARKED;
    if (!out->marked)
        promote_titles(out, contents);
    nest_items(out);
}
