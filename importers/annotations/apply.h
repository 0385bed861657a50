/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deciding about an annotator's notes: evidence decides. A statement is accepted where its words stand in the text, its
 * entities are named, and its relation is one the model allows; else it is refused with the reason. */
#ifndef ENT_ANNOTATIONS_APPLY_H
#define ENT_ANNOTATIONS_APPLY_H

#include "core/store/store.h"
#include "importers/annotations/notes.h"
#include "importers/extract/knowledge.h"

typedef struct ent_applier {
    ent_arena *arena;
    ent_store *store; /* whose entities are known */
    const ent_knowledge *knowledge;
    ent_refusals refusals;
} ent_applier;

/* Fills *added with what the notes say beyond `base`, a document's facts: its own entities, mentions and relations over
 * the text and passages of `base`. Fails only where the store does. */
ent_status ent_notes_apply(const ent_applier *applier, const ent_notes *notes, const ent_facts *base, ent_facts *added,
                           ent_error *err);

#endif
