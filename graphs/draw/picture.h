/* SPDX-License-Identifier: MIT */
/* A picture in the making: the graph that was read, and what stands around it. */
#ifndef ENT_DRAW_PICTURE_H
#define ENT_DRAW_PICTURE_H

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdbool.h>
#include <stddef.h>

enum { MAX_FIELDS = 64 };

typedef struct draw_fields {
    char *items[MAX_FIELDS]; /* terminated */
    size_t n;
} draw_fields;

typedef struct draw_picture {
    Agraph_t *graph;  /* what is drawn */
    Agraph_t *around; /* title and legend, each entry a node: laid out only to learn their sizes */
    const char *layout;
    size_t n_around;
} draw_picture;

/* die.c: ends the program: a message on standard error, exit code 1. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* read.c: all records of standard input. */
void picture_read(draw_picture *picture);

/* graph.c: takes one record; dies of one that breaks the rules of record.h. */
void picture_take(draw_picture *picture, const draw_fields *record);
/* Sets one, declaring it where needed; text is made safe. */
void set_attribute(void *object, const char *name, const char *value);

/* labels.c: turns the labels of edges, once the layout has placed them, into nodes, with a background where
 * `filled` (dot keeps lines away from labels, the others do not). */
void move_labels(Agraph_t *graph, bool filled);

/* around.c: places title and legend about the graph, which has been laid out and has its positions as attributes. */
void place_around(GVC_t *context, draw_picture *picture);

#endif
