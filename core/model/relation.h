/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The types of relation and the kinds their ends may have. Symmetric ones are stored once, the smaller key first. */
#ifndef ENT_MODEL_RELATION_H
#define ENT_MODEL_RELATION_H

#include "core/model/kind.h"

typedef enum ent_relation_type {
    /* structural: how the system is built */
    ENT_ESTABLISHED_BY, ENT_PART_OF, ENT_MEMBER_OF, ENT_REPRESENTS, ENT_REPORTS_TO, ENT_ADOPTED, ENT_PROPOSED,
    ENT_SUBMITTED_TO, ENT_COMMITTED_TO, ENT_ORGANIZES, ENT_PARTICIPATES_IN, ENT_CHAIRS, ENT_AFFILIATED_WITH, ENT_FUNDS,
    ENT_PRODUCES, ENT_SUMMARIZES, ENT_MAINTAINS, ENT_SUCCEEDS, ENT_COOPERATES_WITH,
    /* positions and substance: who stands where, what is about what */
    ENT_DISCUSSES, ENT_SUPPORTS, ENT_OPPOSES, ENT_CALLS_FOR, ENT_CONTRIBUTES_TO, ENT_HINDERS, ENT_COMPLEMENTS,
    ENT_CONTAINS, ENT_ADDRESSES,
    /* in one sentence, no more known; computed from mentions, never stored */
    ENT_MENTIONED_WITH,
    ENT_N_RELATION_TYPES
} ent_relation_type;

typedef uint32_t ent_relation_types; /* a set, one bit a type */
#define ENT_RELATION_BIT(type) ((ent_relation_types)1 << (type))
#define ENT_RELATIONS_STATED (ENT_RELATION_BIT(ENT_MENTIONED_WITH) - 1)

const char *ent_relation_name(ent_relation_type type);       /* "established_by" */
const char *ent_relation_label(ent_relation_type type);      /* "established by" */
bool ent_relation_find(ent_str name, ent_relation_type *out);
bool ent_relation_is_symmetric(ent_relation_type type);
bool ent_relation_is_structural(ent_relation_type type);
/* Whether a relation of this type may run from the one kind to the other. */
bool ent_relation_allows(ent_relation_type type, ent_kind from, ent_kind to);
/* "supports,opposes", "structural", "positions" → a set. Fails on an unknown word, naming it. */
ent_status ent_relation_types_parse(ent_str text, ent_relation_types *out, ent_error *err);

#endif
