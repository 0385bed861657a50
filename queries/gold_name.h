/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When two names are the same for the purpose of a measurement: more generously than the store compares them, because a
 * gold file and a document may differ in spelling, number, accents and the form of a resolution's symbol. */
#ifndef ENT_QUERIES_GOLD_NAME_H
#define ENT_QUERIES_GOLD_NAME_H

#include "core/base/map.h"
#include "core/model/kind.h"

/* Letter case and spelling folded; punctuation, a leading "the" and possessives dropped; single spaces. */
ent_str ent_gold_norm(ent_arena *arena, ent_str s);

/* Normal forms as numbers, so that sets of them can be compared quickly. */
typedef struct ent_namer {
    ent_arena *arena;
    ent_map forms;  /* normal form → its number */
    ent_map states; /* normal name of a State → its line in the table */
} ent_namer;
ent_namer ent_namer_begin(ent_arena *arena);

typedef ENT_VEC(uint32_t) ent_name_set; /* sorted and distinct once ended */
/* Adds the forms under which a name may be found as an entity of this kind; ENT_N_KINDS: of any. */
void ent_name_set_add(ent_namer *namer, ent_name_set *set, ent_str name, int kind);
void ent_name_set_end(ent_name_set *set);
bool ent_name_sets_meet(const ent_name_set *a, const ent_name_set *b);

#endif
