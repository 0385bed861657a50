/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/small_graph.h"

#include "core/base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static ent_kind kind_of(const ent_kind *kinds, uint32_t node)
{
    return kinds ? kinds[node] : ENT_TOPIC;
}

static ent_str name_of(ent_arena *arena, uint32_t node)
{
    return ent_arena_format(arena, "n%03u", node);
}

static ent_str key_of(ent_arena *arena, const ent_kind *kinds, uint32_t node)
{
    return ent_arena_format(arena, "%s:n%03u", ent_kind_name(kind_of(kinds, node)), node);
}

static void add_entities(ent_arena *arena, ent_facts *facts, const ent_kind *kinds, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        ent_vec_push(arena, &facts->entities,
                     (ent_fact_entity){.key = key_of(arena, kinds, i),
                                       .kind = kind_of(kinds, i),
                                       .name = name_of(arena, i),
                                       .aliases = ENT_STR_EMPTY,
                                       .attributes = ENT_STR_EMPTY});
}

/* One line of text, one passage, one relation. */
static void add_piece(ent_arena *arena, ent_facts *facts, ent_buf *text, const small_edge *edge)
{
    size_t begin = text->len;
    uint32_t passage = (uint32_t)facts->passages.n;
    ent_buf_format(text, "n%03u %s n%03u, says line %u.", edge->source, ent_relation_label(edge->type), edge->target,
                   passage + 1);
    ent_vec_push(arena, &facts->passages,
                 (ent_fact_passage){.begin = begin, .end = text->len, .line = passage + 1, .section = ENT_STR_EMPTY});
    ent_vec_push(arena, &facts->relations,
                 (ent_fact_relation){.type = edge->type,
                                     .source = edge->source,
                                     .target = edge->target,
                                     .passage = passage,
                                     .begin = begin,
                                     .end = text->len,
                                     .rule = ENT_STR("test"),
                                     .confidence = 1,
                                     .polarity = edge->polarity,
                                     .speaker = ENT_STR_EMPTY,
                                     .holder = ENT_STR_EMPTY,
                                     .role = ENT_STR_EMPTY,
                                     .from = ENT_STR_EMPTY,
                                     .to = ENT_STR_EMPTY});
    ent_vec_push(arena, &facts->origins, (ent_origin){.text = begin, .source = begin, .line = passage + 1});
    ent_buf_add_char(text, '\n');
}

ent_store *small_graph_open(const char *path, const ent_kind *kinds, uint32_t n, const small_edge *edges,
                            size_t n_edges)
{
    ent_arena arena = {0};
    ent_buf text = {0};
    ent_error err = {0};
    ent_store *store = NULL;
    ent_store_result result;
    ent_facts facts = {.path = ENT_STR("small.txt"),
                       .format = ENT_STR("text"),
                       .title = ENT_STR("Small graph"),
                       .date = ENT_STR("2024-01-01"),
                       .hash = 1};
    add_entities(&arena, &facts, kinds, n);
    for (size_t i = 0; i < n_edges; i++)
        for (uint32_t k = 0; k < (edges[i].evidence ? edges[i].evidence : 1); k++)
            add_piece(&arena, &facts, &text, &edges[i]);
    facts.text = ent_buf_str(&text);
    remove(path);
    if (ent_store_open(path, ENT_STORE_CREATE, &store, &err) || ent_store_add(store, &facts, &result, &err) ||
        ent_store_commit(store, &err))
        fail_msg("%s: %s", err.what, err.why);
    ent_buf_clear(&text);
    ent_arena_clear(&arena);
    return store;
}

ent_entity_id small_graph_entity(ent_store *store, const ent_kind *kinds, uint32_t node)
{
    ent_arena arena = {0};
    ent_entity_row row;
    bool found = false;
    assert_int_equal(ent_store_find_key(store, &arena, key_of(&arena, kinds, node), &row, &found, NULL), ENT_OK);
    assert_true(found);
    ent_arena_clear(&arena);
    return row.id;
}

void small_graph_close(ent_store *store, const char *path)
{
    ent_store_close(store);
    remove(path);
}

uint32_t small_random(uint64_t *state, uint32_t below)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (uint32_t)((*state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % below;
}
