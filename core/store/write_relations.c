/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and their evidence. The pieces a document has are grouped by relation and counted, the relations that are
 * there already are looked up all at once; then each row is written once. Of a further rendering of a work only those
 * pieces count that the work does not have in other words. */
#include "core/store/store_internal.h"

#include <stdlib.h>
#include <string.h>

/* One piece of evidence with the rows of its relation's ends. */
typedef struct piece {
    int64_t source, target;
    ent_relation_type type;
    const ent_fact_relation *fact;
} piece;

static int by_relation(const void *a, const void *b)
{
    const piece *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    if (x->type != y->type)
        return x->type < y->type ? -1 : 1;
    if (x->target != y->target)
        return x->target < y->target ? -1 : 1;
    return (x->fact > y->fact) - (x->fact < y->fact); /* as the document has them */
}

/* The pieces of one relation. */
typedef struct group {
    piece *pieces;
    size_t n;
    int64_t id; /* of the relation's row; 0 while it has none */
} group;
typedef ENT_VEC(group) groups;

static bool same_relation(const piece *a, const piece *b)
{
    return a->source == b->source && a->type == b->type && a->target == b->target;
}

static piece make_piece(const ent_facts *facts, const ent_places *places, const ent_fact_relation *fact)
{
    const ent_fact_entity *entities = facts->entities.items;
    piece out = {places->entities[fact->source], places->entities[fact->target], fact->type, fact};
    if (ent_relation_is_symmetric(fact->type) &&
        ent_str_cmp(entities[fact->source].key, entities[fact->target].key) > 0) {
        int64_t source = out.source;
        out.source = out.target;
        out.target = source;
    }
    return out;
}

static ent_str quote_of(const ent_facts *facts, const piece *p)
{
    return ent_str_slice(facts->text, p->fact->begin, p->fact->end);
}

/* The pieces by relation, in the order of the relations' key. */
static groups make_groups(ent_arena *arena, const ent_facts *facts, const ent_places *places)
{
    size_t n = facts->relations.n;
    groups out = {0};
    piece *pieces = ENT_ARENA_NEW(arena, piece, n);
    for (size_t i = 0; i < n; i++)
        pieces[i] = make_piece(facts, places, &facts->relations.items[i]);
    if (n)
        qsort(pieces, n, sizeof *pieces, by_relation);
    for (size_t begin = 0, end; begin < n; begin = end) {
        for (end = begin + 1; end < n && same_relation(&pieces[begin], &pieces[end]); end++)
            ;
        ent_vec_push(arena, &out, (group){pieces + begin, end - begin, 0});
    }
    return out;
}

/* Gives the groups whose relations are stored their rows' ids. */
static ent_status find_relations(ent_store *store, groups *all, ent_error *err)
{
    ent_rows rows = {.n_columns = 4};
    for (size_t i = 0; i < all->n; i++) {
        const piece *p = all->items[i].pieces;
        ent_value *row = ent_rows_add(&store->scratch, &rows);
        row[0] = ENT_INT(p->source);
        row[1] = ENT_INT(p->type);
        row[2] = ENT_INT(p->target);
        row[3] = ENT_INT(i);
    }
    ent_query find = ent_query_open(store, ENT_SQL_FIND_RELATIONS);
    ent_query_bind(&find, ENT_ROWS(&rows));
    while (ent_query_next(&find))
        all->items[ent_query_int(&find, 0)].id = ent_query_int(&find, 1);
    return ent_query_close(&find, err);
}

/* Leaves out what the work says already; the others stay in order. */
static ent_status drop_known(ent_store *store, const ent_facts *facts, const ent_places *places, group *g,
                             ent_error *err)
{
    ent_words_vec known = {0};
    ent_status status = ent_work_quotes(store, g->id, places, &known, err);
    size_t kept = 0;
    for (size_t i = 0; i < g->n && status == ENT_OK; i++) {
        ent_words words = ent_words_of(&store->scratch, quote_of(facts, &g->pieces[i]));
        bool said = false;
        for (size_t k = 0; k < known.n && !said; k++)
            said = ent_words_agree(words, known.items[k]);
        if (!said)
            g->pieces[kept++] = g->pieces[i];
    }
    g->n = kept;
    return status;
}

static void count_group(const group *g, ent_value *row)
{
    int64_t negated = 0;
    float best = 0;
    for (size_t i = 0; i < g->n; i++) {
        negated += g->pieces[i].fact->polarity == ENT_NEGATED;
        best = g->pieces[i].fact->confidence > best ? g->pieces[i].fact->confidence : best;
    }
    row[0] = ENT_INT(g->pieces->source);
    row[1] = ENT_INT(g->pieces->type);
    row[2] = ENT_INT(g->pieces->target);
    row[3] = ENT_INT(g->id);
    row[4] = ENT_INT((int64_t)g->n - negated);
    row[5] = ENT_INT(negated);
    row[6] = ENT_REAL(ent_rounded(best));
}

/* Adds the groups' counts to the relations' rows, made where there are none. */
static ent_status write_groups(ent_store *store, groups *all, int64_t *n_new, ent_error *err)
{
    ent_rows added = {.n_columns = 7}, raised = {.n_columns = 7};
    for (size_t i = 0; i < all->n; i++) {
        group *g = &all->items[i];
        bool is_new = !g->id;
        if (!g->n)
            continue;
        if (is_new)
            g->id = store->next_relation++;
        *n_new += is_new;
        count_group(g, ent_rows_add(&store->scratch, is_new ? &added : &raised));
    }
    ent_status status = ent_query_do(store, ENT_SQL_ADD_RELATIONS, err, ENT_ROWS(&added));
    return status == ENT_OK ? ent_rows_do(store, ENT_SQL_RAISE_RELATION, &raised, err) : status;
}

ent_status ent_write_rule(ent_store *store, ent_str name, int64_t *id, ent_error *err)
{
    ent_cache *cache = &store->cache;
    uint32_t known = ent_map_find(&cache->rules, name);
    if (known != ENT_MAP_NONE) {
        *id = known;
        return ENT_OK;
    }
    *id = 0;
    ent_status status = ent_query_get_int(store, ENT_SQL_FIND_RULE, ENT_TEXT(name), id, err);
    if (status == ENT_OK && *id == 0) {
        status = ent_query_do(store, ENT_SQL_ADD_RULE, err, ENT_TEXT(name));
        *id = sqlite3_last_insert_rowid(store->db);
    }
    if (status == ENT_OK)
        ent_map_set(&cache->arena, &cache->rules, ent_arena_str(&cache->arena, name), (uint32_t)*id);
    return status;
}

static void fill_piece(const ent_facts *facts, const ent_places *places, const piece *p, int64_t relation, int64_t rule,
                       int64_t id, ent_value *row)
{
    const ent_fact_relation *fact = p->fact;
    const ent_value values[] = {ENT_INT(relation),
                                ENT_INT(places->passages[fact->passage]),
                                ENT_INT(fact->begin),
                                ENT_INT(fact->end),
                                ENT_INT(rule),
                                ENT_REAL(ent_rounded(fact->confidence)),
                                ENT_INT(fact->polarity),
                                ENT_INT(fact->modality),
                                ENT_TEXT(fact->speaker),
                                ENT_TEXT(fact->holder),
                                ENT_TEXT(fact->role),
                                ENT_INT(fact->count),
                                ENT_TEXT(fact->from),
                                ENT_TEXT(fact->to),
                                ENT_INT(ent_str_hash(quote_of(facts, p))),
                                ENT_INT(id)};
    memcpy(row, values, sizeof values);
}

static ent_status write_evidence(ent_store *store, const ent_facts *facts, const ent_places *places, const groups *all,
                                 ent_error *err)
{
    ent_rows rows = {.n_columns = 16};
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->items[i].n; k++) {
            const piece *p = &all->items[i].pieces[k];
            int64_t rule;
            if (ent_write_rule(store, p->fact->rule, &rule, err) != ENT_OK)
                return ENT_FAILED;
            fill_piece(facts, places, p, all->items[i].id, rule, store->next_evidence++,
                       ent_rows_add(&store->scratch, &rows));
        }
    return ent_query_do(store, ENT_SQL_ADD_EVIDENCE, err, ENT_ROWS(&rows), ENT_INT(places->document));
}

ent_status ent_write_relations(ent_store *store, const ent_facts *facts, const ent_places *places, int64_t *n_new,
                               ent_error *err)
{
    groups all = make_groups(&store->scratch, facts, places);
    ent_status status = find_relations(store, &all, err);
    for (size_t i = 0; i < all.n && status == ENT_OK && places->work != places->document; i++)
        status = drop_known(store, facts, places, &all.items[i], err);
    if (status == ENT_OK)
        status = write_groups(store, &all, n_new, err);
    return status == ENT_OK ? write_evidence(store, facts, places, &all, err) : status;
}
