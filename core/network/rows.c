/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/rows.h"

#include "core/base/arena.h"

#include <stdlib.h>

void ent_rows_clear(ent_rows *rows)
{
    free(rows->slots);
    *rows = (ent_rows){0};
}

/* The slot that holds `row`, or the free one where it would go. */
static ent_rows_slot *slot_of(const ent_rows *rows, int64_t row)
{
    uint64_t hash = (uint64_t)row * UINT64_C(0x9e3779b97f4a7c15);
    size_t at = (size_t)(hash >> 20) & (rows->cap - 1);
    while (rows->slots[at].number != ENT_ROWS_NONE && rows->slots[at].row != row)
        at = (at + 1) & (rows->cap - 1);
    return &rows->slots[at];
}

uint32_t ent_rows_find(const ent_rows *rows, int64_t row)
{
    return rows->cap ? slot_of(rows, row)->number : ENT_ROWS_NONE;
}

static void widen(ent_rows *rows)
{
    ent_rows wider = {.cap = rows->cap ? rows->cap * 2 : 64};
    wider.slots = ent_heap_resize(NULL, wider.cap * sizeof *wider.slots);
    for (size_t i = 0; i < wider.cap; i++)
        wider.slots[i] = (ent_rows_slot){.number = ENT_ROWS_NONE};
    for (size_t i = 0; i < rows->cap; i++)
        if (rows->slots[i].number != ENT_ROWS_NONE)
            *slot_of(&wider, rows->slots[i].row) = rows->slots[i];
    wider.n = rows->n;
    free(rows->slots);
    *rows = wider;
}

void ent_rows_set(ent_rows *rows, int64_t row, uint32_t number)
{
    if (rows->n * 2 >= rows->cap)
        widen(rows);
    ent_rows_slot *slot = slot_of(rows, row);
    if (slot->number == ENT_ROWS_NONE)
        rows->n++;
    *slot = (ent_rows_slot){.row = row, .number = number};
}
