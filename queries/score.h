/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well what was found agrees with a gold file.
 *
 * An entity fits when its kind is a right one and one of its names equals one of the gold's, in the sense of
 * gold_name.h. A relation fits when both ends fit, whatever their kind, and its type is a right one; a pair is the same
 * without type and direction. Everything is matched one to one, so that an entity split in two costs precision and two
 * merged in one cost recall. */
#ifndef ENT_QUERIES_SCORE_H
#define ENT_QUERIES_SCORE_H

#include "queries/gold.h"
#include "queries/score_match.h"

typedef struct ent_found_entity {
    ent_str key, name;
    ent_kind kind;
    ent_name_set names; /* as its kind may be written */
    ent_name_set wide;  /* and as any kind may */
} ent_found_entity;

typedef struct ent_found_relation {
    ent_relation_type type;
    uint32_t source, target; /* entities */
    int64_t line;
    ent_str quote;
    double confidence;
} ent_found_relation;

typedef struct ent_found {
    ENT_VEC(ent_found_entity) entities;
    ENT_VEC(ent_found_relation) relations; /* one for each type, ends and polarity */
} ent_found;

typedef enum ent_group { ENT_GROUP_ALL, ENT_GROUP_STRUCTURAL, ENT_GROUP_POSITIONS } ent_group;

/* Confidence in steps: [0, 0.1) … [0.9, 1]. */
enum { ENT_N_TENTHS = 10 };

typedef struct ent_score {
    ent_tally entities, named;              /* named: without topics */
    ent_tally relations, known_ends, pairs; /* known_ends: wrong ones count only where both ends are in the gold */
    ent_tally by_kind[ENT_N_KINDS];
    ent_tally by_type[ENT_N_RELATION_TYPES];
    ent_tally by_confidence[ENT_N_TENTHS]; /* of relations; what was missed has none, so fn stays 0 */
} ent_score;

/* A miss or an error. */
typedef struct ent_fault {
    const char *what;    /* "entity", "relation" */
    const char *outcome; /* "missed"; "wrong"; "outside": wrong, but with an end that the gold does not have */
    const char *type;    /* kind or relation type */
    ent_str source, target, line, quote; /* source: the entity's name */
} ent_fault;
typedef ENT_VEC(ent_fault) ent_fault_vec;

/* Adds the document's figures to *score, and its faults to `faults`. */
void ent_score_add(ent_arena *arena, const ent_gold *gold, const ent_found *found, ent_group group, bool no_topics,
                   ent_score *score, ent_fault_vec *faults);

#endif
