/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations that the layout of a document states, where no sentence does: programmes with their panels and panellists,
 * title pages, authors and their posts, tables and lists of members, agendas, and the parts of a name ("Office of the
 * Ministry"). */
#ifndef ENT_EXTRACT_LAYOUT_H
#define ENT_EXTRACT_LAYOUT_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/references/subjects.h"

/* Adds what only the layout names: the sessions of a programme that have no number, where a title stands with a time of
 * day ("10.00–11.30 Widgets at sea"; mentions inside it become nested); and the document itself, where its first lines
 * give its symbol and its title does not say what it is. To be called right behind ent_mentions_find, with the same
 * arena. */
void ent_layout_mentions(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                         ent_mentions *mentions);

/* Appends to facts->relations, entities and passages numbered as the mentions' entities and the sentences are. Each
 * quote is the list line, heading line or table row that says it. Rules are named "layout.…". */
void ent_layout(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                const ent_mentions *mentions, const ent_subjects *subjects, ent_facts *facts);

#endif
