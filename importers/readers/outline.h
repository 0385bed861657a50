/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How deep each heading stands, and the sections that follow from it. */
#ifndef ENT_READERS_OUTLINE_H
#define ENT_READERS_OUTLINE_H

#include "importers/readers/contents.h"
#include "importers/readers/plan.h"

enum { ENT_MAX_OPEN_SECTIONS = 32 };

typedef struct ent_open_section {
    uint32_t section;
    uint16_t rank;
    bool label; /* "Panel II": closed by a main heading, whatever its rank */
} ent_open_section;

typedef struct ent_outline {
    ent_arena *arena;
    ent_document *document;
    const ent_contents *contents;
    bool marked;         /* Markdown levels give the ranks */
    uint16_t label_rank; /* Markdown: of all labelled headings, when they stand at several levels; else 0 */
    ent_open_section open[ENT_MAX_OPEN_SECTIONS];
    size_t n_open;
} ent_outline;

/* Section 0 is the document. */
ent_outline ent_outline_start(ent_arena *arena, ent_document *document, const ent_plans *plans,
                              const ent_contents *contents);
/* Opens the section of a heading whose title is `title` and gives its number; closes those that end there. */
uint32_t ent_outline_open(ent_outline *outline, const ent_plan *plan, ent_str title);
/* The section at hand. */
uint32_t ent_outline_current(const ent_outline *outline);

/* Headings that stand beside a document's main parts in any document: "Introduction", "Conclusion", "References". */
bool ent_outline_is_main(ent_str title);

#endif
