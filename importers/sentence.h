/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words without a file as a document, for showing and testing what the extractors make of them. */
#ifndef ENT_IMPORTERS_SENTENCE_H
#define ENT_IMPORTERS_SENTENCE_H

#include "importers/readers/document.h"

/* One paragraph on one line, without title, date or section. Lives in the arena. */
void ent_document_of_sentence(ent_arena *arena, ent_str sentence, ent_document *out);

/* Each line a paragraph, all in one section; `origins` tells where they stood. */
void ent_document_of_lines(ent_arena *arena, ent_str path, ent_str text, const ent_origin_vec *origins,
                           ent_document *out);

#endif
