/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entity an annotator means: one of the document, of the database, of the lexicon, or a new one. */
#ifndef ENT_ANNOTATIONS_KNOWN_ENTITIES_H
#define ENT_ANNOTATIONS_KNOWN_ENTITIES_H

#include "core/base/map.h"
#include "importers/annotations/apply.h"

typedef struct ent_known_entities {
    const ent_applier *applier;
    const ent_facts *base;
    ent_facts *added;                    /* grows by each entity that is met */
    ent_map in_base, in_added, in_notes; /* key → place in their arrays */
    const ent_notes *notes;
} ent_known_entities;

ent_known_entities ent_known_entities_over(const ent_applier *applier, const ent_notes *notes, const ent_facts *base,
                                           ent_facts *added);
/* The entity's place in `added`. UINT32_MAX where it is named by nothing or by too much: *why says so. */
ent_status ent_known_entities_find(ent_known_entities *known, const ent_noted_entity *noted, uint32_t *out,
                                   const char **why, ent_error *err);

#endif
