/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the database holds of one document, in the shape in which it is measured: what `export --document` would write.
 */
#ifndef ENT_QUERIES_FOUND_H
#define ENT_QUERIES_FOUND_H

#include "core/front/command.h"
#include "queries/score.h"

/* The entities the document mentions or relates, by key, and its relations, within the context's selection. Strings in
 * the namer's arena. */
ent_status ent_found_read(const ent_context *context, ent_namer *namer, ent_str document, ent_found *out,
                          ent_error *err);

#endif
