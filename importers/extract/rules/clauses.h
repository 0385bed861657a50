/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses that a sentence says without repeating their subject. "The Agency, founded in 1975, was praised by Chile and
 * is led by Norway" says that the Agency was praised and that it is led: each is a row of its own, cut from the
 * sentence's, for patterns that want a subject beside its verb. */
#ifndef ENT_EXTRACT_CLAUSES_H
#define ENT_EXTRACT_CLAUSES_H

#include "importers/extract/rules/items.h"

/* The items [0, subject_end), [verb, verb_end) and from `rest` on: subject, shared auxiliaries (there may be none), and
 * what is said of it. */
typedef struct ent_clause {
    uint32_t subject_end, verb, verb_end, rest;
} ent_clause;

typedef ENT_VEC(ent_clause) ent_clauses;

/* Adds every such clause of the row to `out`, by place, and marks as embedded whom a predicate is about rather than its
 * subject: "Norway" of "Chile thanked Norway and signed the Treaty". */
void ent_clauses_find(ent_arena *arena, const ent_rules *rules, ent_row *row, ent_clauses *out);
/* The clause as a row whose `seam` is where words were left out; in the arena, shares the members of `row`. */
void ent_clause_row(ent_arena *arena, const ent_rules *rules, const ent_row *row, const ent_clause *clause,
                    ent_row *out);

#endif
