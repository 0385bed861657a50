/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two breadth-first searches, one from each end; the one with the smaller frontier takes the next whole level. When a
 * new level first touches the other side, all shortest paths run through the nodes it shares with that side's frontier:
 * a shorter one would have touched earlier. Each side remembers, for every node it reached, all the nodes it was
 * reached from, with the relation to show. From the meeting nodes back to both ends, these links make the graph of all
 * shortest paths, and a walk through that graph in the order of keys gives them in their order. */
#include "core/network/search.h"

#include "core/network/handle.h"

#include <stdlib.h>

enum { NO_LINK = UINT32_MAX };

/* That `from` (a place in the side's nodes) is one step nearer to the side's end. */
typedef struct back_link {
    ent_edge_row edge;
    uint32_t from, next; /* next link of the same node */
} back_link;

typedef struct reached {
    ent_entity_id id;
    uint32_t depth, links;
} reached;

typedef struct bfs_side {
    bool walks_forward; /* the side of a: paths are walked from `from` to the node */
    ent_rows places;
    ENT_VEC(reached) nodes;
    ENT_VEC(back_link) links;
    size_t frontier; /* nodes[frontier … n) are the last level */
    uint32_t depth;  /* of the last level */
} bfs_side;

/* One level being taken: what the store's callback needs. */
typedef struct expansion {
    const ent_path_task *task;
    ent_arena *arena;
    bfs_side *side;
    uint32_t from;
} expansion;

static void reach(ent_arena *arena, bfs_side *side, ent_entity_id id, uint32_t depth)
{
    ent_rows_set(&side->places, id.row, (uint32_t)side->nodes.n);
    ent_vec_push(arena, &side->nodes, (reached){.id = id, .depth = depth, .links = NO_LINK});
}

static bool is_avoided(const ent_path_task *task, ent_entity_id id)
{
    if (id.row == task->a.row || id.row == task->b.row)
        return false;
    for (size_t i = 0; i < task->options.n_avoid; i++)
        if (task->options.avoid[i].row == id.row)
            return true;
    return false;
}

/* The links of a node to one and the same other come one after the other, so only the newest can be a parallel one. */
static void add_link(expansion *step, reached *node, const ent_edge_row *edge)
{
    bfs_side *side = step->side;
    int64_t walked_from = side->walks_forward ? side->nodes.items[step->from].id.row : node->id.row;
    back_link *newest = node->links == NO_LINK ? NULL : &side->links.items[node->links];
    if (newest && newest->from == step->from) {
        if (ent_edge_precedes(edge, &newest->edge, walked_from))
            newest->edge = *edge;
        return;
    }
    ent_vec_push(step->arena, &side->links, (back_link){.edge = *edge, .from = step->from, .next = node->links});
    node->links = (uint32_t)side->links.n - 1;
}

static bool take_edge(void *context, const ent_edge_row *row)
{
    expansion *step = context;
    bfs_side *side = step->side;
    ent_entity_id here = side->nodes.items[step->from].id;
    ent_entity_id there = row->source.row == here.row ? row->target : row->source;
    if (there.row == here.row || is_avoided(step->task, there))
        return true;
    if (ent_rows_find(&side->places, there.row) == ENT_ROWS_NONE)
        reach(step->arena, side, there, side->depth + 1);
    reached *node = &side->nodes.items[ent_rows_find(&side->places, there.row)];
    if (node->depth == side->depth + 1)
        add_link(step, node, row);
    return true;
}

static ent_status expand(const ent_path_task *task, ent_arena *arena, bfs_side *side, ent_error *err)
{
    expansion step = {.task = task, .arena = arena, .side = side};
    size_t end = side->nodes.n;
    for (size_t i = side->frontier; i < end; i++) {
        step.from = (uint32_t)i;
        ent_status status =
            ent_store_each_edge_of(task->store, task->selection, side->nodes.items[i].id, take_edge, &step, err);
        if (status)
            return status;
    }
    side->frontier = end;
    side->depth++;
    return ENT_OK;
}

static bool touches(const bfs_side *fresh, const bfs_side *other)
{
    for (size_t i = fresh->frontier; i < fresh->nodes.n; i++)
        if (ent_rows_find(&other->places, fresh->nodes.items[i].id.row) != ENT_ROWS_NONE)
            return true;
    return false;
}

static size_t frontier_size(const bfs_side *side)
{
    return side->nodes.n - side->frontier;
}

static ent_status meet(const ent_path_task *task, ent_arena *arena, bfs_side sides[2], bool *met, ent_error *err)
{
    *met = false;
    while (!*met && sides[0].depth + sides[1].depth < task->options.max_hops) {
        int next = frontier_size(&sides[0]) <= frontier_size(&sides[1]) ? 0 : 1;
        if (frontier_size(&sides[next]) == 0)
            return ENT_OK;
        ent_status status = expand(task, arena, &sides[next], err);
        if (status)
            return status;
        *met = touches(&sides[next], &sides[1 - next]);
    }
    return ENT_OK;
}

/* The graph of all shortest paths: each node with the steps towards b. */
typedef struct dag_step {
    ent_edge_row edge;
    uint32_t to;
    ent_str key; /* of that node, once sorted */
} dag_step;

typedef struct dag_node {
    ent_entity_id id;
    bool sorted;
    ENT_VEC(dag_step) steps;
} dag_node;

typedef struct path_dag {
    const ent_path_task *task;
    ent_arena *arena;
    ent_rows places;
    ENT_VEC(dag_node) nodes;
    size_t n_hops;
    ent_entity_id *walked; /* the nodes of the path being walked */
    ent_edge_row *edges;
} path_dag;

static uint32_t dag_place(path_dag *dag, ent_entity_id id, bool *fresh)
{
    uint32_t place = ent_rows_find(&dag->places, id.row);
    *fresh = place == ENT_ROWS_NONE;
    if (!*fresh)
        return place;
    ent_rows_set(&dag->places, id.row, (uint32_t)dag->nodes.n);
    ent_vec_push(dag->arena, &dag->nodes, (dag_node){.id = id});
    return (uint32_t)dag->nodes.n - 1;
}

/* Follows the links of one side from a meeting node to that side's end. */
static void add_side(path_dag *dag, const bfs_side *side, uint32_t meeting)
{
    ENT_VEC(uint32_t) todo = {0};
    ent_vec_push(dag->arena, &todo, meeting);
    while (todo.n) {
        const reached *node = &side->nodes.items[todo.items[--todo.n]];
        bool fresh;
        uint32_t here = dag_place(dag, node->id, &fresh);
        for (uint32_t i = node->links; i != NO_LINK; i = side->links.items[i].next) {
            const back_link *link = &side->links.items[i];
            uint32_t there = dag_place(dag, side->nodes.items[link->from].id, &fresh);
            uint32_t source = side->walks_forward ? there : here, target = side->walks_forward ? here : there;
            ent_vec_push(dag->arena, &dag->nodes.items[source].steps, (dag_step){.edge = link->edge, .to = target});
            if (fresh)
                ent_vec_push(dag->arena, &todo, link->from);
        }
    }
}

static void build_dag(path_dag *dag, const bfs_side sides[2])
{
    for (size_t i = sides[0].frontier; i < sides[0].nodes.n; i++) {
        uint32_t other = ent_rows_find(&sides[1].places, sides[0].nodes.items[i].id.row);
        if (other == ENT_ROWS_NONE)
            continue;
        add_side(dag, &sides[0], (uint32_t)i);
        add_side(dag, &sides[1], other);
    }
}

static int by_key(const void *a, const void *b)
{
    return ent_str_cmp(((const dag_step *)a)->key, ((const dag_step *)b)->key);
}

/* Keys are read only for the nodes the walk comes to. */
static ent_status sort_steps(path_dag *dag, dag_node *node, ent_error *err)
{
    for (size_t i = 0; i < node->steps.n; i++) {
        ent_entity_row row;
        ent_entity_id id = dag->nodes.items[node->steps.items[i].to].id;
        ent_status status = ent_store_get_entity(dag->task->store, dag->arena, id, &row, err);
        if (status)
            return status;
        node->steps.items[i].key = row.key;
    }
    if (node->steps.n > 1)
        qsort(node->steps.items, node->steps.n, sizeof *node->steps.items, by_key);
    node->sorted = true;
    return ENT_OK;
}

static void emit(const path_dag *dag)
{
    ent_arena *arena = dag->task->arena;
    ent_path path = {.n_hops = dag->n_hops,
                     .nodes = ENT_ARENA_NEW(arena, ent_entity_id, dag->n_hops + 1),
                     .edges = ENT_ARENA_NEW(arena, ent_edge_row, dag->n_hops + 1)};
    for (size_t i = 0; i <= dag->n_hops; i++)
        path.nodes[i] = dag->walked[i];
    for (size_t i = 0; i < dag->n_hops; i++)
        path.edges[i] = dag->edges[i];
    ent_vec_push(arena, dag->task->paths, path);
}

/* Walks on from the place, which stands `hop` hops from a. Ends when it has seen one path more than wanted. */
static ent_status walk(path_dag *dag, uint32_t place, size_t hop, size_t wanted, ent_error *err)
{
    dag_node *node = &dag->nodes.items[place];
    dag->walked[hop] = node->id;
    if (hop == dag->n_hops) {
        if (dag->task->paths->n == wanted)
            *dag->task->capped = true;
        else
            emit(dag);
        return ENT_OK;
    }
    ent_status status = node->sorted ? ENT_OK : sort_steps(dag, node, err);
    for (size_t i = 0; i < node->steps.n && !status && !*dag->task->capped; i++) {
        dag->edges[hop] = node->steps.items[i].edge;
        status = walk(dag, node->steps.items[i].to, hop + 1, wanted, err);
    }
    return status;
}

static ent_status collect(const ent_path_task *task, ent_arena *arena, const bfs_side sides[2], ent_error *err)
{
    size_t n_hops = sides[0].depth + sides[1].depth;
    path_dag dag = {.task = task, .arena = arena, .n_hops = n_hops};
    dag.walked = ENT_ARENA_NEW(arena, ent_entity_id, n_hops + 1);
    dag.edges = ENT_ARENA_NEW(arena, ent_edge_row, n_hops + 1);
    build_dag(&dag, sides);
    size_t wanted = task->options.all_shortest ? task->options.limit : 1;
    ent_status status = walk(&dag, ent_rows_find(&dag.places, task->a.row), 0, wanted, err);
    *task->capped = *task->capped && task->options.all_shortest;
    ent_rows_clear(&dag.places);
    return status;
}

ent_status ent_search_shortest(const ent_path_task *task, ent_error *err)
{
    ent_arena arena = {0};
    bfs_side sides[2] = {{.walks_forward = true}, {.walks_forward = false}};
    reach(&arena, &sides[0], task->a, 0);
    reach(&arena, &sides[1], task->b, 0);
    bool met = task->a.row == task->b.row;
    ent_status status = met ? ENT_OK : meet(task, &arena, sides, &met, err);
    if (!status && met)
        status = collect(task, &arena, sides, err);
    ent_rows_clear(&sides[0].places);
    ent_rows_clear(&sides[1].places);
    ent_arena_clear(&arena);
    return status;
}
