/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a view to the bytes of a picture, by way of the drawing program. */
#ifndef ENT_GRAPHS_PICTURE_H
#define ENT_GRAPHS_PICTURE_H

#include "core/base/buf.h"
#include "graphs/view.h"

/* The records of graphs/draw/record.h. layout: an engine of Graphviz, or NULL for the one that suits the view. file:
 * where the picture will lie, for its links. */
void ent_picture_write(const ent_view *view, const char *layout, const char *file, ent_buf *records);

/* Runs entente-draw on the records; format: "dot", "svg", "png", "pdf". Fails when it is not there, runs out of its
 * time or memory, or says that the picture is bad. */
ent_status ent_picture_draw(ent_arena *arena, ent_str records, const char *format, ent_buf *picture, ent_error *err);

#endif
