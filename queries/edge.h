/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edge seen from one of its ends. */
#ifndef ENT_QUERIES_EDGE_H
#define ENT_QUERIES_EDGE_H

#include "core/base/map.h"
#include "core/store/store.h"

/* "out", "in", or "both" for a symmetric type. */
ent_str ent_edge_direction(const ent_edge_row *edge, ent_entity_id from);
/* The end that is not `from`; `from` itself for a loop. */
ent_entity_id ent_edge_other(const ent_edge_row *edge, ent_entity_id from);
/* The number kept for an entity; where there is none, keeps and returns `value`. */
uint32_t ent_id_find_or_set(ent_arena *arena, ent_map *map, ent_entity_id id, uint32_t value);
/* The number kept for an entity, or ENT_MAP_NONE. */
uint32_t ent_id_find(const ent_map *map, ent_entity_id id);

#endif
