/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of evidence as people read it. */
#ifndef ENT_QUERIES_QUOTE_H
#define ENT_QUERIES_QUOTE_H

#include "core/store/store.h"

/* A relation between what stands before and what stands behind: "—adopted→", "←adopted—", "—complements—". */
ent_str ent_quote_arrow(ent_arena *arena, const ent_edge_row *edge, ent_entity_id from);
/* "OEWG —established by→ A/RES/76/231", "A —not: complements— B" */
ent_str ent_quote_relation(ent_arena *arena, const ent_evidence_row *row);
/* "one panellist: “the words”" */
ent_str ent_quote_words(ent_arena *arena, const ent_evidence_row *row);
/* "document › section, page 3, line 17" */
ent_str ent_quote_place(ent_arena *arena, const ent_evidence_row *row);

#endif
