/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names given by hand, for an import to find in later documents. */
#ifndef ENT_IMPORTERS_EDIT_NAMES_H
#define ENT_IMPORTERS_EDIT_NAMES_H

#include "importers/extract/gazetteer/lexicon.h"

typedef ENT_VEC(ent_lexicon_name) ent_lexicon_names;

/* The names that the active edits of the database at this path give, in the arena. None where there is no database, or
 * none that can be read: whoever writes to it will say so. */
ent_lexicon_names ent_edit_names(ent_arena *arena, const char *path);

#endif
