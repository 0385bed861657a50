/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/view.h"

#include "core/model/key.h"

ent_view_builder ent_view_begin(const ent_view_request *request, ent_view *view)
{
    *view = (ent_view){.title = ENT_STR_EMPTY};
    return (ent_view_builder){.request = request, .view = view};
}

/* A number as bytes that outlive the map. */
static ent_str number_key(ent_arena *arena, uint64_t number)
{
    uint64_t *kept = ENT_ARENA_NEW(arena, uint64_t, 1);
    *kept = number;
    return (ent_str){(const char *)kept, sizeof *kept};
}

static uint32_t find_node(const ent_view_builder *builder, ent_entity_id id)
{
    return ent_map_find(&builder->nodes, (ent_str){(const char *)&id.row, sizeof id.row});
}

uint32_t ent_view_add_node(ent_view_builder *builder, const ent_entity_row *entity, double size)
{
    ent_arena *arena = builder->request->arena;
    uint32_t known = find_node(builder, entity->id);
    if (known != ENT_MAP_NONE)
        return known;
    ent_view_node node = {.key = ent_arena_str(arena, entity->key),
                          .name = ent_arena_str(arena, entity->name),
                          .label = ent_arena_str(arena, ent_short_name(entity->name, entity->attributes)),
                          .kind = entity->kind,
                          .size = size};
    ent_map_set(arena, &builder->nodes, number_key(arena, (uint64_t)entity->id.row), (uint32_t)builder->view->nodes.n);
    ent_vec_push(arena, &builder->view->nodes, node);
    return (uint32_t)builder->view->nodes.n - 1;
}

static uint32_t find_or_add_edge(ent_view_builder *builder, uint32_t source, uint32_t target, const ent_edge_row *row)
{
    ent_arena *arena = builder->request->arena;
    uint64_t low = source < target ? source : target, high = source < target ? target : source;
    uint32_t next = (uint32_t)builder->view->edges.n;
    uint32_t at = ent_map_find_or_set(arena, &builder->pairs, number_key(arena, high << 32 | low), next);
    if (at == next) {
        ent_view_edge edge = {.source = source,
                              .target = target,
                              .type = row->type,
                              .quotes = ENT_STR_EMPTY,
                              .path = ENT_STR_EMPTY,
                              .quote = ENT_STR_EMPTY};
        ent_vec_push(arena, &builder->view->edges, edge);
        ent_vec_push(arena, &builder->first, *row);
    }
    return at;
}

/* "A supports B: “…” (document, page 3, line 12)" */
static ent_str tell(ent_arena *arena, const ent_view *view, uint32_t source, uint32_t target, const ent_edge_row *row,
                    const ent_evidence_row *best)
{
    ent_str page = best->page ? ent_arena_format(arena, ", page %u", best->page) : ENT_STR_EMPTY;
    return ent_arena_format(
        arena, ENT_STR_FMT " — %s%s — " ENT_STR_FMT "\n“" ENT_STR_FMT "”\n(" ENT_STR_FMT ENT_STR_FMT ", line %u)",
        ENT_STR_ARG(view->nodes.items[source].name), best->polarity == ENT_NEGATED ? "not: " : "",
        ent_relation_label(row->type), ENT_STR_ARG(view->nodes.items[target].name), ENT_STR_ARG(best->quote),
        ENT_STR_ARG(best->document), ENT_STR_ARG(page), best->line);
}

static bool says_more(const ent_edge_row *x, const ent_edge_row *y)
{
    if ((x->type == ENT_MENTIONED_WITH) != (y->type == ENT_MENTIONED_WITH))
        return y->type == ENT_MENTIONED_WITH;
    return x->evidence != y->evidence ? x->evidence > y->evidence : x->type < y->type;
}

static void join_relation(ent_view_edge *edge, uint32_t source, const ent_edge_row *row)
{
    bool symmetric = ent_relation_is_symmetric(row->type);
    edge->forward = edge->forward || (!symmetric && source == edge->source);
    edge->backward = edge->backward || (!symmetric && source != edge->source);
    edge->evidence += row->evidence;
    edge->types |= ENT_RELATION_BIT(row->type);
}

ent_status ent_view_add_relation(ent_view_builder *builder, const ent_edge_row *row, ent_error *err)
{
    const ent_view_request *request = builder->request;
    uint32_t source = find_node(builder, row->source), target = find_node(builder, row->target);
    if (source == ENT_MAP_NONE || target == ENT_MAP_NONE || source == target)
        return ENT_OK;
    uint32_t at = find_or_add_edge(builder, source, target, row);
    ent_view_edge *edge = &builder->view->edges.items[at];
    bool first = !edge->types || says_more(row, &builder->first.items[at]), found = false;
    ent_evidence_row best;
    join_relation(edge, source, row);
    ent_status status =
        ent_store_best_evidence(request->store, request->arena, request->selection, row, &best, &found, err);
    if (status)
        return status;
    if (first) {
        edge->type = row->type;
        builder->first.items[at] = *row;
    }
    if (first && found) {
        edge->negated = best.polarity == ENT_NEGATED;
        edge->path = best.path;
        edge->quote = best.quote;
    }
    if (found) {
        ent_str told = tell(request->arena, builder->view, source, target, row, &best);
        edge->quotes = ent_arena_format(request->arena, ENT_STR_FMT "%s" ENT_STR_FMT, ENT_STR_ARG(edge->quotes),
                                        edge->quotes.len ? "\n\n" : "", ENT_STR_ARG(told));
    }
    return ENT_OK;
}
