/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence on its own as a document, for showing and testing what the extractors make of it. */
#ifndef ENT_IMPORTERS_SENTENCE_H
#define ENT_IMPORTERS_SENTENCE_H

#include "importers/readers/document.h"

/* One paragraph on one line, without title, date or section. Lives in the arena. */
void ent_document_of_sentence(ent_arena *arena, ent_str sentence, ent_document *out);

#endif
