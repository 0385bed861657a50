/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nine kinds of entity. */
#ifndef ENT_MODEL_KIND_H
#define ENT_MODEL_KIND_H

#include "core/base/error.h"
#include "core/base/str.h"

typedef enum ent_kind {
    ENT_STATE,
    ENT_BLOC,
    ENT_ORGANIZATION,
    ENT_PERSON,
    ENT_FORUM,
    ENT_EVENT,
    ENT_INSTRUMENT,
    ENT_PROPOSAL,
    ENT_TOPIC,
    ENT_N_KINDS
} ent_kind;

/* A set of kinds, one bit each. */
typedef uint16_t ent_kinds;
#define ENT_KIND_BIT(kind) ((ent_kinds)(1u << (kind)))
#define ENT_KINDS_ALL ((ent_kinds)((1u << ENT_N_KINDS) - 1))
#define ENT_KINDS_ACTOR ((ent_kinds)0x0f) /* state, bloc, organization, person */

static inline bool ent_kinds_has(ent_kinds set, ent_kind kind)
{
    return (set & ENT_KIND_BIT(kind)) != 0;
}

/* "forum" */
const char *ent_kind_name(ent_kind kind);
/* The kind's name, letter case ignored; false when there is none such. */
bool ent_kind_find(ent_str name, ent_kind *out);
/* "forum,instrument", "actor,topic", "any" → a set. Fails on an unknown word, naming it. */
ent_status ent_kinds_parse(ent_str text, ent_kinds *out, ent_error *err);

#endif
