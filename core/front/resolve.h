/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ENTITY on a command line: a key, a name or any alias, letter case ignored. */
#ifndef ENT_FRONT_RESOLVE_H
#define ENT_FRONT_RESOLVE_H

#include "core/base/os.h"
#include "core/front/command.h"

/* The entity meant. Where a name fits several, the one that nine in ten of the mentions under that name mean is taken
 * and the notes say which; else ENT_USAGE with all of them and their keys. One that fits none: ENT_USAGE with the
 * closest three (by edit distance over names and aliases). Strings in the context's arena. */
ent_status ent_resolve_entity(ent_context *context, const char *words, ent_entity_row *out, ent_error *err);

/* Sets the selection's documents to those meant by the words: each a key or the beginning of a path, file name or title
 * that fits one document alone, or several of these with commas between. ENT_USAGE where one fits none or several. */
ent_status ent_resolve_documents(ent_context *context, const ent_str_vec *words, ent_error *err);

#endif
