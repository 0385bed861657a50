/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/organs.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    BODIES = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION),
    MAX_HEADING = 4, /* tokens of "Principal organs of" */
    MAX_BEFORE = 3   /* tokens before the organ's name: "1.", "the" */
};

/* Whether the line opens a list of organs: a short heading, or words that end in a colon, and nobody only comes or
 * belongs. */
static bool opens_organs(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"organs",      "bodies",    "subcommittees", "committees",  "divisions",
                                        "departments", "structure", "sectors",       "units",       "components",
                                        "pillars",     "branches",  "bureaux",       "directorates"};
    static const char *const others[] = {
        "member",  "members", "participated", "attended", "observers",   "observer",      "invited",   "partners",
        "parties", "treaty",  "relevant",     "other",    "represented", "participating", "establish", "cooperates"};
    uint32_t m = ent_mention_find(work, BODIES, line->first, line->last);
    uint32_t named = m == ENT_NO_MENTION ? 0 : ent_mention_at(work, m)->last - ent_mention_at(work, m)->first;
    bool heading =
        ent_line_block(work, line)->kind == ENT_BLOCK_HEADING && line->last - line->first - named <= MAX_HEADING;
    return (heading || ent_line_ends_with(work, line, ':')) &&
           ent_tokens_have(work, line->first, line->last, words, N(words)) &&
           !ent_tokens_have(work, line->first, line->last, others, N(others));
}

/* The body the line names, else the nearest heading, else the document's first line. */
static uint32_t body_of(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = ent_mention_find(work, BODIES, line->first, line->last);
    uint32_t section = ent_line_block(work, line)->section;
    for (; m == ENT_NO_MENTION && section != 0; section = work->segments->document->sections.items[section].parent) {
        const ent_line *heading =
            &work->lines.items[work->heading_of[section] == ENT_NO_LINE ? 0 : work->heading_of[section]];
        m = ent_mention_find(work, BODIES, heading->first, heading->last);
    }
    if (m == ENT_NO_MENTION)
        m = ent_mention_find(work, BODIES, work->lines.items[0].first, work->lines.items[0].last);
    return m == ENT_NO_MENTION ? ENT_UNRESOLVED : ent_mention_at(work, m)->entity;
}

/* The organ whose name begins the line, or ENT_NO_MENTION. */
static uint32_t organ_in(const ent_layout_work *work, const ent_line *line)
{
    ent_block_kind kind = ent_line_block(work, line)->kind;
    bool sentence =
        ent_line_is_prose(work, line) || ent_line_ends_with(work, line, '.') || ent_line_ends_with(work, line, ':');
    if (kind == ENT_BLOCK_HEADING || (kind == ENT_BLOCK_PARAGRAPH && sentence))
        return ENT_NO_MENTION;
    uint32_t m = ent_mention_find(work, ENT_KINDS_ALL, line->first, line->last);
    bool begins = m != ENT_NO_MENTION && ent_mention_at(work, m)->first <= line->first + MAX_BEFORE;
    return begins && ent_mention_is(ent_mention_at(work, m), BODIES) ? m : ENT_NO_MENTION;
}

/* The organs that the lines from `n` on name, one a line and all lines alike. */
static void read_organs(ent_layout_work *work, uint32_t n, uint32_t body)
{
    const ent_line *lines = work->lines.items;
    ent_block_kind kind = ent_line_block(work, &lines[n])->kind;
    for (; n < work->lines.n && ent_line_block(work, &lines[n])->kind == kind; n++) {
        uint32_t organ = organ_in(work, &lines[n]);
        if (organ == ENT_NO_MENTION)
            return;
        const ent_mention *m = ent_mention_at(work, organ);
        ent_layout_state(work, (ent_statement){ENT_PART_OF, m->entity, body, m->first, "layout.organ",
                                               0.85f * m->confidence, ENT_STR_EMPTY, false});
    }
}

void ent_layout_organs(ent_layout_work *work)
{
    for (uint32_t n = 0; n + 1 < work->lines.n; n++)
        if (opens_organs(work, &work->lines.items[n]))
            read_organs(work, n + 1, body_of(work, &work->lines.items[n]));
}
