/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map from strings to 32-bit numbers (open addressing, in an arena). Its order is never shown: iterate the
 * caller's own array instead. */
#ifndef ENT_BASE_MAP_H
#define ENT_BASE_MAP_H

#include "core/base/arena.h"

#define ENT_MAP_NONE UINT32_MAX /* "not in the map"; cannot be stored as a value */

typedef struct ent_map_slot {
    ent_str key; /* data NULL: free */
    uint64_t hash;
    uint32_t value;
} ent_map_slot;

typedef struct ent_map {
    ent_map_slot *slots; /* zero-initialized means empty */
    size_t n, cap;
} ent_map;

/* The value under key, or ENT_MAP_NONE. */
uint32_t ent_map_find(const ent_map *map, ent_str key);
/* Sets key to value. The key's bytes are not copied: they must outlive the map. */
void ent_map_set(ent_arena *arena, ent_map *map, ent_str key, uint32_t value);
/* The value under key; where there is none, stores and returns `value`. */
uint32_t ent_map_find_or_set(ent_arena *arena, ent_map *map, ent_str key, uint32_t value);

#endif
