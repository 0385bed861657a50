/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says as one line of JSON, which people, language models and `import` read: see docs/annotations.md.
 */
#ifndef ENT_FRONT_FACTS_LINE_H
#define ENT_FRONT_FACTS_LINE_H

#include "core/base/buf.h"
#include "core/base/characters.h"
#include "core/model/facts.h"

/* Adds the line with its end to *out. `whole`: with the document's path, title, date, text and passages; else only its
 * entities, mentions and relations. Places are counted in characters of the text. */
void ent_facts_line(const ent_facts *facts, bool whole, ent_buf *out);

/* Adds what a relation says beside its type and its ends: a line with an object as in the array `relations`. */
void ent_facts_relation_line(const ent_facts *facts, const ent_fact_relation *relation,
                             const ent_characters *characters, ent_buf *out);

#endif
