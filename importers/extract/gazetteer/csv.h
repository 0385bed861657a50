/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values as RFC 4180 writes them, one record at a time, each with the line it begins on. */
#ifndef ENT_EXTRACT_CSV_H
#define ENT_EXTRACT_CSV_H

#include "core/base/arena.h"

typedef struct ent_csv {
    ent_str text;
    size_t at;     /* the next byte to be read */
    uint32_t line; /* its line, from 1 */
} ent_csv;

typedef struct ent_csv_record {
    ENT_VEC(ent_str) fields;
    ENT_VEC(size_t) places; /* the byte of the text where each field's content begins */
    uint32_t line;
    const char *fault; /* what is wrong with the record, or NULL; the reader goes on behind it */
} ent_csv_record;

/* A byte-order mark at the beginning is passed over. */
ent_csv ent_csv_over(ent_str text);
/* The next record; empty lines are none. False at the end. Fields without doubled quotes point into the text. */
bool ent_csv_next(ent_arena *arena, ent_csv *csv, ent_csv_record *out);

#endif
