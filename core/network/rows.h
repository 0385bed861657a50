/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map from row ids to 32-bit numbers (open addressing, heap). Its order is never shown. */
#ifndef ENT_NETWORK_ROWS_H
#define ENT_NETWORK_ROWS_H

#include <stddef.h>
#include <stdint.h>

#define ENT_ROWS_NONE UINT32_MAX /* "not in the map"; cannot be stored as a number */

typedef struct ent_rows_slot {
    int64_t row;
    uint32_t number; /* ENT_ROWS_NONE: free */
} ent_rows_slot;

typedef struct ent_rows {
    ent_rows_slot *slots; /* zero-initialized means empty */
    size_t n, cap;
} ent_rows;

void ent_rows_clear(ent_rows *rows);
uint32_t ent_rows_find(const ent_rows *rows, int64_t row);
void ent_rows_set(ent_rows *rows, int64_t row, uint32_t number);

#endif
