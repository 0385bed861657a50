/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/map.h"

#include <string.h>

static uint64_t mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 32;
}

/* Eight bytes at a time, the last eight (or the two halves of a shorter key) as they come, over some that were read
 * already. Unlike ent_str_hash, which is kept in files, nobody sees it. */
static uint64_t hash_of(ent_str key)
{
    uint64_t hash = key.len, eight = 0;
    uint32_t left, right;
    for (size_t at = 0; at + sizeof eight < key.len; at += sizeof eight) {
        memcpy(&eight, key.data + at, sizeof eight);
        hash = mix(hash, eight);
    }
    if (key.len >= sizeof eight) {
        memcpy(&eight, key.data + key.len - sizeof eight, sizeof eight);
    } else if (key.len >= sizeof left) {
        memcpy(&left, key.data, sizeof left);
        memcpy(&right, key.data + key.len - sizeof right, sizeof right);
        eight = (uint64_t)left << 32 | right;
    } else {
        for (size_t at = 0; at < key.len; at++)
            eight = eight << 8 | (unsigned char)key.data[at];
    }
    return mix(hash, eight);
}

static ent_map_slot *slot_of(const ent_map *map, ent_str key, uint64_t hash)
{
    size_t mask = map->cap - 1;
    size_t at = (size_t)hash & mask;
    while (map->slots[at].key.data && !(map->slots[at].hash == hash && ent_str_eq(map->slots[at].key, key)))
        at = (at + 1) & mask;
    return &map->slots[at];
}

static void grow(ent_arena *arena, ent_map *map)
{
    ent_map bigger = {.cap = map->cap ? map->cap * 2 : 32, .n = map->n};
    bigger.slots = ENT_ARENA_NEW(arena, ent_map_slot, bigger.cap);
    for (size_t i = 0; i < map->cap; i++)
        if (map->slots[i].key.data)
            *slot_of(&bigger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    *map = bigger;
}

uint32_t ent_map_find(const ent_map *map, ent_str key)
{
    if (!map->cap)
        return ENT_MAP_NONE;
    ent_map_slot *slot = slot_of(map, key, hash_of(key));
    return slot->key.data ? slot->value : ENT_MAP_NONE;
}

uint32_t ent_map_find_or_set(ent_arena *arena, ent_map *map, ent_str key, uint32_t value)
{
    if (map->n * 2 >= map->cap)
        grow(arena, map);
    uint64_t hash = hash_of(key);
    ent_map_slot *slot = slot_of(map, key, hash);
    if (slot->key.data)
        return slot->value;
    map->n++;
    *slot = (ent_map_slot){key.data ? key : ENT_STR_EMPTY, hash, value};
    return value;
}

void ent_map_set(ent_arena *arena, ent_map *map, ent_str key, uint32_t value)
{
    if (ent_map_find_or_set(arena, map, key, value) != value)
        slot_of(map, key, hash_of(key))->value = value;
}
