/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command answers: rows under columns declared once, from which every output format is made. No command prints a
 * brace, a comma or a quote itself.
 *
 * A cell is empty, a number, a text, attributes, a list of texts, or a table of its own (the relations of an entity,
 * the hops of a path): JSON nests it, text indents it under its row, Markdown and CSV (which cannot nest) repeat the
 * outer row for each inner one, with columns named "outer.inner"; where a row has several tables, their rows follow
 * each other. */
#ifndef ENT_FRONT_TABLE_H
#define ENT_FRONT_TABLE_H

#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/base/error.h"

#include <stdio.h>

typedef enum ent_cell_type {
    ENT_CELL_EMPTY,
    ENT_CELL_INT,
    ENT_CELL_REAL,
    ENT_CELL_TEXT,
    ENT_CELL_ATTRIBUTES, /* "k=v; k=v": JSON makes an object of it, the others show the text */
    ENT_CELL_LIST,       /* of texts */
    ENT_CELL_TABLE
} ent_cell_type;

typedef struct ent_table ent_table;

typedef struct ent_cell {
    ent_cell_type type;
    union {
        int64_t integer;
        double real;
        ent_str text;
        struct {
            const ent_str *items;
            size_t n;
        } list;
        const ent_table *table;
    };
} ent_cell;

ent_cell ent_cell_empty(void);
ent_cell ent_cell_int(int64_t value);
ent_cell ent_cell_int_or_empty(int64_t value); /* 0 is empty */
ent_cell ent_cell_real(double value);          /* not a number: empty */
ent_cell ent_cell_text(ent_str text);          /* copied by ent_table_add; an empty one stays a text */
ent_cell ent_cell_attributes(ent_str text);
ent_cell ent_cell_list(const ent_str *items, size_t n);
ent_cell ent_cell_table(const ent_table *table);

typedef struct ent_column {
    const char *name;               /* the JSON key and the heading; NULL ends a list of columns */
    const char *help;               /* one line, for the help and the output schema */
    bool wide;                      /* text: may be wrapped to the terminal (quotes) */
    const struct ent_column *inner; /* the columns of a nested table */
} ent_column;

struct ent_table {
    ent_arena *arena;
    const ent_column *columns;
    size_t n_columns;
    ENT_VEC(ent_cell) cells; /* row by row */
};

/* A table whose rows live in the arena. */
ent_table *ent_table_new(ent_arena *arena, const ent_column *columns);
size_t ent_table_rows(const ent_table *table);
/* Adds a row of n_columns cells; texts and lists are copied to the arena, nested tables are not. */
void ent_table_add(ent_table *table, const ent_cell *cells);

typedef enum ent_format { ENT_FORMAT_TEXT, ENT_FORMAT_JSON, ENT_FORMAT_CSV, ENT_FORMAT_MARKDOWN } ent_format;
bool ent_format_find(ent_str name, ent_format *out); /* text json csv md */

typedef struct ent_print_style {
    ent_format format;
    bool single; /* the answer is one thing: JSON prints an object, text prints a card */
    bool colour;
    size_t width; /* columns of the terminal; 0: there is none, nothing is wrapped */
} ent_print_style;

/* The whole table as bytes. Control characters in texts never reach a terminal or a file raw (JSON escapes them, the
 * others show U+FFFD, and a space for a line break or tab); CSV follows RFC 4180, Markdown escapes pipes and markup. */
void ent_table_render(const ent_table *table, ent_print_style style, ent_buf *out);
/* Renders and writes it. A failed write is an error. */
ent_status ent_table_print(const ent_table *table, ent_print_style style, FILE *out, ent_error *err);

#endif
