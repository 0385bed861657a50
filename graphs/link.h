/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links from a picture to the words behind it. */
#ifndef ENT_GRAPHS_LINK_H
#define ENT_GRAPHS_LINK_H

#include "core/base/arena.h"

/* A URL, percent-encoded, that opens `document` (a path) at `quote`: relative to the folder `file` lies in, so that a
 * picture and the documents may be moved together; the path as it is where either is not on the disk ("-" is standard
 * output). A browser marks the words by the text fragment behind "#" (https://wicg.github.io/scroll-to-text-fragment/).
 */
ent_str ent_link_to_quote(ent_arena *arena, const char *file, ent_str document, ent_str quote);

#endif
