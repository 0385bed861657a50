/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/edge.h"

ent_str ent_edge_direction(const ent_edge_row *edge, ent_entity_id from)
{
    if (ent_relation_is_symmetric(edge->type))
        return ENT_STR("both");
    return edge->source.row == from.row ? ENT_STR("out") : ENT_STR("in");
}

ent_entity_id ent_edge_other(const ent_edge_row *edge, ent_entity_id from)
{
    return edge->source.row == from.row ? edge->target : edge->source;
}

uint32_t ent_id_find(const ent_map *map, ent_entity_id id)
{
    return ent_map_find(map, (ent_str){(const char *)&id.row, sizeof id.row});
}

uint32_t ent_id_find_or_set(ent_arena *arena, ent_map *map, ent_entity_id id, uint32_t value)
{
    uint32_t known = ent_id_find(map, id);
    if (known == ENT_MAP_NONE)
        ent_map_set(arena, map, ent_arena_str(arena, (ent_str){(const char *)&id.row, sizeof id.row}), value);
    return known == ENT_MAP_NONE ? value : known;
}
