/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines make one block. */
#ifndef ENT_READERS_PLAN_H
#define ENT_READERS_PLAN_H

#include "importers/readers/contents.h"
#include "importers/readers/document.h"
#include "importers/readers/words.h"

typedef struct ent_plan {
    uint32_t first, last; /* lines [first, last), those dropped left out */
    uint8_t kind;         /* ent_block_kind */
    uint8_t look;         /* ent_look of its first line */
    uint8_t level;        /* of an underlined or marked heading, of an item */
    bool bare;            /* a label still without its title */
    bool title;           /* the document's title */
    uint32_t blanks;      /* before it */
    size_t bytes;         /* of its lines */
} ent_plan;

typedef struct ent_plans {
    const ent_lines *lines;
    bool marked; /* Markdown that marks its headings: unmarked lines are none */
    ENT_VEC(ent_plan) items;
} ent_plans;

/* Groups the lines, whose looks are decided. */
void ent_plan_make(ent_arena *arena, const ent_lines *lines, const ent_contents *contents, bool markdown,
                   ent_plans *out);
/* The text of a plan's first line, without emphasis marks before it. */
ent_str ent_plan_text(const ent_plans *plans, size_t plan);

#endif
