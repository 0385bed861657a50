/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every heading gets a rank by its form (the smaller the higher); a heading closes the open sections of its own and
 * lower ranks. In plain text rank follows from label, number and capitals. In Markdown it is the level, but texts
 * recognized from pages have random levels: where "Panel 1" and "Panel 2" stand at different ones, all get the highest
 * of them. */
#include "importers/readers/outline.h"

#include "importers/readers/looks.h"
#include "importers/readers/marks.h"

#include <string.h>

enum { LABEL_OF_SESSIONS = 3 };

enum rank {
    RANK_UNDERLINED = 12, /* and 10 for each further level */
    RANK_LABEL = 6,       /* for each rank of label */
    RANK_ROMAN = 25,
    RANK_NUMBER = 30,
    RANK_LETTER = 35,
    RANK_CAPITALS = 40,
    RANK_SUBNUMBER = 45, /* and one for each further part */
    RANK_TITLE = 60,
    RANK_LAST = 99 /* the document's title, the table of contents: the section ends at the next heading */
};

static uint16_t rank_of_number(ent_number number, ent_str text)
{
    if (number.kind == ENT_NUMBER_CAPITAL)
        return strchr("IVX", text.data[0]) ? RANK_ROMAN : RANK_LETTER;
    return number.depth < 2 ? RANK_NUMBER : (uint16_t)(RANK_SUBNUMBER + number.depth);
}

static uint16_t rank_in_text(const ent_contents *contents, const ent_plan *plan, ent_str title)
{
    ent_label label = ent_marks_label(title);
    ent_number number = ent_marks_number(title);
    if (plan->look == ENT_LOOK_MARKED)
        return (uint16_t)(RANK_UNDERLINED + 10 * (plan->level - 1));
    if (label.rank)
        return (uint16_t)(RANK_LABEL * label.rank);
    if (number.len)
        return rank_of_number(number, title);
    return plan->look == ENT_LOOK_CAPITALS || ent_contents_has(contents, title) ? RANK_CAPITALS : RANK_TITLE;
}

static uint16_t rank_in_markdown(const ent_outline *outline, const ent_plan *plan, ent_str title)
{
    ent_label label = ent_marks_label(title);
    if (label.rank == LABEL_OF_SESSIONS && outline->label_rank)
        return outline->label_rank;
    if (plan->look == ENT_LOOK_MARKED)
        return (uint16_t)(10 * plan->level);
    return (uint16_t)(10 * ENT_BOLD_LEVEL + (label.rank ? 0 : 5));
}

/* The highest level of the labelled headings, when it is not the only one. */
static uint16_t common_label_rank(const ent_plans *plans)
{
    uint8_t highest = UINT8_MAX, lowest = 0;
    for (size_t i = 0; i < plans->items.n; i++) {
        const ent_plan *plan = &plans->items.items[i];
        ent_str text = ent_plan_text(plans, i);
        if (plan->look != ENT_LOOK_MARKED || ent_marks_label(text).rank != LABEL_OF_SESSIONS)
            continue;
        highest = plan->level < highest ? plan->level : highest;
        lowest = plan->level > lowest ? plan->level : lowest;
    }
    return highest < lowest ? (uint16_t)(10 * highest) : 0;
}

bool ent_outline_is_main(ent_str title)
{
    static const char *const titles[] = {
        "introduction",
        "conclusion",
        "conclusions",
        "acknowledgements",
        "acknowledgments",
        "references",
        "bibliography",
        "foreword",
        "preface",
        "executive summary",
        "abbreviations",
        "acronyms",
        "acronyms and abbreviations",
        "table of contents",
        "contents",
        "about the authors",
        "authors",
        "citation",
        "note",
        "notes",
    };
    if (title.len > 40)
        return false;
    uint64_t letters = ent_marks_letters(title);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (letters == ent_marks_letters(ent_str_from(titles[i])))
            return true;
    return false;
}

static bool is_contents(ent_str title)
{
    return title.len < 40 &&
           (ent_str_eq_nocase(title, ENT_STR("contents")) || ent_str_eq_nocase(title, ENT_STR("table of contents")));
}

ent_outline ent_outline_start(ent_arena *arena, ent_document *document, const ent_plans *plans,
                              const ent_contents *contents)
{
    ent_outline outline = {.arena = arena, .document = document, .contents = contents, .marked = plans->marked};
    ent_vec_push(arena, &document->sections, (ent_section){.title = ENT_STR_EMPTY, .path = ENT_STR_EMPTY});
    outline.label_rank = plans->marked ? common_label_rank(plans) : 0;
    return outline;
}

uint32_t ent_outline_current(const ent_outline *outline)
{
    return outline->n_open ? outline->open[outline->n_open - 1].section : 0;
}

/* A main heading ends the panel it stands behind: one that the table of contents lists, or that every document has. */
static void close_labels(ent_outline *outline, ent_str title)
{
    if (!ent_outline_is_main(title) && !ent_contents_has(outline->contents, title))
        return;
    for (size_t i = 0; i < outline->n_open; i++)
        if (outline->open[i].label) {
            outline->n_open = i;
            return;
        }
}

static ent_str path_of(ent_outline *outline, uint32_t parent, ent_str title)
{
    ent_str above = outline->document->sections.items[parent].path;
    if (!above.len)
        return title;
    return ent_arena_format(outline->arena, ENT_STR_FMT " › " ENT_STR_FMT, ENT_STR_ARG(above), ENT_STR_ARG(title));
}

uint32_t ent_outline_open(ent_outline *outline, const ent_plan *plan, ent_str title)
{
    bool label = ent_marks_label(title).rank > 0;
    uint16_t rank =
        outline->marked ? rank_in_markdown(outline, plan, title) : rank_in_text(outline->contents, plan, title);
    if (plan->title || is_contents(title)) {
        rank = RANK_LAST;
        outline->n_open = 0;
    }
    if (!label)
        close_labels(outline, title);
    while (outline->n_open && outline->open[outline->n_open - 1].rank >= rank)
        outline->n_open--;
    if (outline->n_open == ENT_MAX_OPEN_SECTIONS)
        outline->n_open--;
    uint32_t parent = ent_outline_current(outline), section = (uint32_t)outline->document->sections.n;
    uint8_t level = (uint8_t)(outline->document->sections.items[parent].level + 1);
    ent_str path = path_of(outline, parent, title);
    ent_vec_push(outline->arena, &outline->document->sections, (ent_section){title, level, parent, path});
    outline->open[outline->n_open++] = (ent_open_section){section, rank, label};
    return section;
}
