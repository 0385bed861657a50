/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/title.h"

#include "importers/readers/marks.h"
#include "importers/readers/outline.h"

#include <string.h>

enum { MAX_LOOKED_AT = 30, MIN_TITLE = 15, MAX_TITLE = 250, MIN_WORDS = 3, MIN_PARAGRAPH = 100, TOP_LEVEL = 1 };

static size_t count_words(ent_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += !ent_is_space(s.data[i]) && (i == 0 || ent_is_space(s.data[i - 1]));
    return n;
}

/* "ADA GEAR & BEN COG", "Ada Gear · Ben Cog", "By Ada Gear". */
static bool is_names(ent_str text)
{
    bool joined = ent_str_find(text, ENT_STR("·"), 0) != ENT_STR_NONE ||
                  (ent_str_find(text, ENT_STR(" & "), 0) != ENT_STR_NONE && count_words(text) <= 6);
    return joined || ent_str_starts(text, ENT_STR("By "));
}

/* The first line of all, right over a paragraph. */
static bool is_over_paragraph(const ent_plans *plans, size_t i)
{
    const ent_plan *plan = &plans->items.items[i];
    return i == 0 && plans->items.n > 1 && plan->last - plan->first == 1 && plan[1].kind == ENT_BLOCK_PARAGRAPH &&
           plan[1].look == ENT_LOOK_TEXT && plan[1].bytes >= MIN_PARAGRAPH &&
           ent_marks_terminated(ent_lines_text(plans->lines, plan[1].last - 1));
}

static bool may_be_title(const ent_plans *plans, size_t i)
{
    const ent_plan *plan = &plans->items.items[i];
    ent_str text = ent_plan_text(plans, i), last = ent_lines_text(plans->lines, plan->last - 1);
    bool apart = plan->blanks > 0 && (i + 1 == plans->items.n || plan[1].blanks > 0);
    apart = apart || is_over_paragraph(plans, i);
    bool kind = plan->kind == ENT_BLOCK_HEADING || (plan->look == ENT_LOOK_TEXT && apart);
    if (!kind || plan->bytes < MIN_TITLE || plan->bytes > MAX_TITLE || text.len == 0 || ent_is_lower(text.data[0]) ||
        text.data[0] == '[' || text.data[0] == '(')
        return false;
    bool ends = ent_marks_terminated(last) && !ent_str_ends(last, ENT_STR("?"));
    bool words = plan->last - plan->first > 1 || count_words(text) >= MIN_WORDS;
    return words && !ends && !ent_marks_date(text) && plan->look != ENT_LOOK_LABEL && !ent_marks_label(text).rank &&
           !is_names(text) && !ent_str_ends(last, ENT_STR(")"));
}

/* The first page's front matter ends here. */
static bool ends_front(const ent_plans *plans, size_t i)
{
    const ent_plan *plan = &plans->items.items[i];
    bool paragraph = plan->kind == ENT_BLOCK_PARAGRAPH && plan->bytes >= MIN_PARAGRAPH &&
                     ent_marks_terminated(ent_lines_text(plans->lines, plan->last - 1));
    return paragraph || (plan->kind == ENT_BLOCK_HEADING && ent_outline_is_main(ent_plan_text(plans, i)));
}

static ent_plan *first_of_level_1(ent_plans *plans, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ent_plan *plan = &plans->items.items[i];
        bool top = plan->look == ENT_LOOK_MARKED && plan->level == TOP_LEVEL && plan->kind == ENT_BLOCK_HEADING;
        ent_str text = ent_plan_text(plans, i);
        if (top && !ent_outline_is_main(text) && !ent_marks_label(text).rank)
            return plan;
    }
    return NULL;
}

/* The longest heading before the first paragraph, else the first line that may be a title. */
static ent_plan *of_first_page(ent_plans *plans, size_t n)
{
    ent_plan *heading = NULL, *line = NULL;
    for (size_t i = 0; i < n && !ends_front(plans, i); i++) {
        ent_plan *plan = &plans->items.items[i];
        if (!may_be_title(plans, i))
            continue;
        if (plan->kind != ENT_BLOCK_HEADING)
            line = line ? line : plan;
        else if (!heading || plan->bytes > heading->bytes)
            heading = plan;
    }
    return heading ? heading : line;
}

void ent_title_choose(ent_plans *plans)
{
    size_t n = plans->items.n < MAX_LOOKED_AT ? plans->items.n : MAX_LOOKED_AT;
    ent_plan *best = plans->marked ? first_of_level_1(plans, n) : NULL;
    best = best ? best : of_first_page(plans, n);
    if (!best)
        return;
    best->title = true;
    best->kind = ENT_BLOCK_HEADING;
}

ent_str ent_title_of_path(ent_str path)
{
    size_t begin = path.len, end = path.len;
    while (begin > 0 && path.data[begin - 1] != '/')
        begin--;
    for (size_t i = path.len; i > begin + 1; i--)
        if (path.data[i - 1] == '.') {
            end = i - 1;
            break;
        }
    return ent_str_slice(path, begin, end);
}
