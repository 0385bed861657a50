/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that `export --as brat` wrote comes back to the database it came from: it is no new document, and what stands
 * beside it speaks of the one it was written from. */
#ifndef ENT_ANNOTATIONS_EXPORTED_H
#define ENT_ANNOTATIONS_EXPORTED_H

#include "core/store/store.h"
#include "importers/annotations/notes.h"

/* The stored document that this file, called after its key, is the exported text of. */
ent_status ent_exported_find(ent_store *store, ent_arena *arena, ent_str path, ent_document_row *out, bool *found,
                             ent_error *err);
/* Takes the notes' places in an exported text to places in the stored one. */
void ent_exported_places(ent_notes *notes, ent_str exported);

#endif
