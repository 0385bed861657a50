/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the importers know beforehand, as one thing: the words, the names, the rules. Loaded once, then shared read-only
 * by all workers. */
#ifndef ENT_EXTRACT_KNOWLEDGE_H
#define ENT_EXTRACT_KNOWLEDGE_H

#include "importers/extract/gazetteer/lexicon.h"
#include "importers/extract/rules/rules.h"

typedef struct ent_knowledge {
    ent_vocabulary vocabulary;
    ent_lexicon *lexicon;
    ent_rules rules;
} ent_knowledge;

/* The folder of the shipped lexicon: ENTENTE_LEXICON, else beside the installed program, else the source tree it was
 * built from. Terminated, in the arena; fails with what was tried. */
ent_status ent_knowledge_folder(ent_arena *arena, ent_str *out, ent_error *err);
/* Loads the shipped lexicon (*.csv and *.rules) and then `extra` (may be NULL), which adds and overrides. Every fault
 * goes to `complain` (may be NULL). On failure nothing need be freed. */
ent_status ent_knowledge_load(const char *extra, ent_fault_fn complain, void *context, ent_knowledge **out,
                              ent_error *err);
/* The same with names from elsewhere, which give way to the lexicon's own. */
ent_status ent_knowledge_load_with(const char *extra, const ent_lexicon_name *names, size_t n_names,
                                   ent_knowledge **out, ent_error *err);
void ent_knowledge_free(ent_knowledge *knowledge); /* NULL is fine */

#endif
