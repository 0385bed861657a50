/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One arena for each piece of work (a document, a command): everything allocated from it lives until it is
 * cleared. Running out of memory ends the process with one message: the store is transactional, nothing is lost. */
#ifndef ENT_BASE_ARENA_H
#define ENT_BASE_ARENA_H

#include "core/base/str.h"

typedef struct ent_arena_block ent_arena_block;

typedef struct ent_arena {
    ent_arena_block *head; /* newest block; zero-initialized means empty */
    size_t used;           /* bytes used of the newest block */
} ent_arena;

/* Frees everything; the arena can be used again. */
void ent_arena_clear(ent_arena *arena);
/* Forgets everything but keeps the largest block for the next piece of work. */
void ent_arena_reset(ent_arena *arena);
/* `size` zeroed bytes, aligned for any type. Never NULL. */
void *ent_arena_alloc(ent_arena *arena, size_t size);
#define ENT_ARENA_NEW(arena, type, n) ((type *)ent_arena_alloc((arena), sizeof(type) * (n)))
/* A copy in the arena, with a terminating zero after its bytes. */
ent_str ent_arena_str(ent_arena *arena, ent_str s);
/* Pieces put together, for what is done often: printf costs many times as much. Terminated. */
ent_str ent_arena_join_all(ent_arena *arena, const ent_str *pieces, size_t n);
#define ent_arena_join(arena, ...)                                                                                     \
    ent_arena_join_all((arena), (const ent_str[]){__VA_ARGS__},                                                        \
                       sizeof((const ent_str[]){__VA_ARGS__}) / sizeof(ent_str))
/* printf into the arena; terminated. */
ent_str ent_arena_format(ent_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The terminated form of s, for functions that want a char *. */
const char *ent_arena_cstr(ent_arena *arena, ent_str s);

/* Grows an array that lives in an arena: the old bytes stay behind, at most as many as the new ones. What is behind the
 * first n items is not zeroed. */
void *ent_arena_grow(ent_arena *arena, void *items, size_t n, size_t *cap, size_t item_size);

/* A growing array in an arena: ENT_VEC(int) v = {0}; ent_vec_push(arena, &v, 3); v.items[i], v.n */
#define ENT_VEC(type)                                                                                                  \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t n, cap;                                                                                                 \
    }
#define ent_vec_push(arena, vec, ...)                                                                                  \
    ((vec)->items = (vec)->n < (vec)->cap                                                                              \
                        ? (vec)->items                                                                                 \
                        : ent_arena_grow((arena), (vec)->items, (vec)->n, &(vec)->cap, sizeof *(vec)->items),          \
     (vec)->items[(vec)->n++] = (__VA_ARGS__))

typedef ENT_VEC(ent_str) ent_str_vec;

/* Memory from the heap that is never NULL, for what outlives an arena. Release with free(). */
void *ent_heap_resize(void *old, size_t size);
_Noreturn void ent_out_of_memory(void);

#endif
