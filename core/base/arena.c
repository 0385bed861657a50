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

void *ent_arena_alloc(ent_arena *arena, size_t size)
{
    if (size > PTRDIFF_MAX / 2)
        ent_out_of_memory();
    size_t step = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (!arena->head || arena->head->size - arena->used < step)
        add_block(arena, step);
    void *memory = arena->head->bytes + arena->used;
    arena->used += step;
    return memset(memory, 0, size);
}

ent_str ent_arena_str(ent_arena *arena, ent_str s)
{
    char *copy = ent_arena_alloc(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.data, s.len);
    return (ent_str){copy, s.len};
}

const char *ent_arena_cstr(ent_arena *arena, ent_str s)
{
    return ent_arena_str(arena, s).data;
}

ent_str ent_arena_format(ent_arena *arena, const char *format, ...)
{
    va_list measure, print;
    va_start(measure, format);
    va_copy(print, measure);
    int len = vsnprintf(NULL, 0, format, measure);
    va_end(measure);
    char *text = ent_arena_alloc(arena, (size_t)(len < 0 ? 0 : len) + 1);
    if (len > 0)
        vsnprintf(text, (size_t)len + 1, format, print);
    va_end(print);
    return (ent_str){text, (size_t)(len < 0 ? 0 : len)};
}

void *ent_arena_grow(ent_arena *arena, void *items, size_t n, size_t *cap, size_t item_size)
{
    *cap = *cap ? *cap * 2 : 8;
    void *grown = ent_arena_alloc(arena, *cap * item_size);
    if (n)
        memcpy(grown, items, n * item_size);
    return grown;
}
