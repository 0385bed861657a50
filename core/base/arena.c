/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ent_arena_block {
    ent_arena_block *next;
    size_t size;
    alignas(max_align_t) char bytes[];
};

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 8 * 1024 * 1024 };

_Noreturn void ent_out_of_memory(void)
{
    fputs("entente: out of memory: the work in hand was given up; what was stored before is whole\n", stderr);
    exit(1);
}

void *ent_heap_resize(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory)
        ent_out_of_memory();
    return memory;
}

static void free_blocks(ent_arena_block *block)
{
    while (block) {
        ent_arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void ent_arena_clear(ent_arena *arena)
{
    free_blocks(arena->head);
    *arena = (ent_arena){0};
}

void ent_arena_reset(ent_arena *arena)
{
    if (!arena->head)
        return;
    free_blocks(arena->head->next); /* the newest ordinary block is the largest: sizes double */
    arena->head->next = NULL;
    arena->used = 0;
    if (arena->head->size > LARGEST_STEP)
        ent_arena_clear(arena);
}

static void add_block(ent_arena *arena, size_t need)
{
    size_t size = arena->head ? arena->head->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < need)
        size = need;
    ent_arena_block *block = ent_heap_resize(NULL, sizeof *block + size);
    block->next = arena->head;
    block->size = size;
    arena->head = block;
    arena->used = 0;
}

/* Bytes as they come: for what is overwritten at once. */
static void *take(ent_arena *arena, size_t size)
{
    if (size > PTRDIFF_MAX / 2)
        ent_out_of_memory();
    size_t step = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (!arena->head || arena->head->size - arena->used < step)
        add_block(arena, step);
    void *memory = arena->head->bytes + arena->used;
    arena->used += step;
    return memory;
}

void *ent_arena_alloc(ent_arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

ent_str ent_arena_str(ent_arena *arena, ent_str s)
{
    return ent_arena_join_all(arena, &s, 1);
}

ent_str ent_arena_join_all(ent_arena *arena, const ent_str *pieces, size_t n)
{
    size_t len = 0, at = 0;
    for (size_t i = 0; i < n; i++)
        len += pieces[i].len;
    char *text = take(arena, len + 1);
    for (size_t i = 0; i < n; i++) {
        if (pieces[i].len)
            memcpy(text + at, pieces[i].data, pieces[i].len);
        at += pieces[i].len;
    }
    text[len] = '\0';
    return (ent_str){text, len};
}

const char *ent_arena_cstr(ent_arena *arena, ent_str s)
{
    return ent_arena_str(arena, s).data;
}

ent_str ent_arena_format(ent_arena *arena, const char *format, ...)
{
    char small[256]; /* most need no more, and are printed once */
    va_list first, again;
    va_start(first, format);
    va_copy(again, first);
    int n = vsnprintf(small, sizeof small, format, first);
    va_end(first);
    ent_str printed = {small, n < 0 ? 0 : (size_t)n};
    if (printed.len < sizeof small) {
        printed = ent_arena_str(arena, printed);
    } else {
        char *text = take(arena, printed.len + 1);
        vsnprintf(text, printed.len + 1, format, again);
        printed.data = text;
    }
    va_end(again);
    return printed;
}

void *ent_arena_grow(ent_arena *arena, void *items, size_t n, size_t *cap, size_t item_size)
{
    *cap = *cap ? *cap * 2 : 8;
    void *grown = take(arena, *cap * item_size);
    if (n)
        memcpy(grown, items, n * item_size);
    return grown;
}
