/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and their evidence, one relation at a time: the pieces a document has for it are counted first, so that its
 * row is written once. Of a further rendering of a work only those pieces count that the work does not have in other
 * words. */
#include "core/store/store_internal.h"

#include <stdlib.h>

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

/* Leaves out what the work says already; returns how many stay, in order. */
static ent_status drop_known(ent_store *store, const ent_facts *facts, const ent_places *places, piece *pieces,
                             size_t *n, ent_error *err)
{
    int64_t relation = 0;
    ent_query find = ent_query_open(store, ENT_SQL_FIND_RELATION);
    ent_query_bind(&find, ENT_INT(pieces->source), ENT_INT(pieces->type), ENT_INT(pieces->target));
    if (ent_query_next(&find))
        relation = ent_query_int(&find, 0);
    ent_words_vec known = {0};
    ent_status status = ent_query_close(&find, err);
    if (status == ENT_OK && relation)
        status = ent_work_quotes(store, relation, places, &known, err);
    size_t kept = 0;
    for (size_t i = 0; i < *n && status == ENT_OK; i++) {
        ent_words words = ent_words_of(&store->scratch, quote_of(facts, &pieces[i]));
        bool said = false;
        for (size_t k = 0; k < known.n && !said; k++)
            said = ent_words_agree(words, known.items[k]);
        if (!said)
            pieces[kept++] = pieces[i];
    }
    *n = kept;
    return status;
}

/* The row of a relation with these pieces added to its counts. */
static ent_status write_relation(ent_store *store, const piece *pieces, size_t n, int64_t *id, int64_t *n_new,
                                 ent_error *err)
{
    int64_t negated = 0;
    float best = 0;
    for (size_t i = 0; i < n; i++) {
        negated += pieces[i].fact->polarity == ENT_NEGATED;
        best = pieces[i].fact->confidence > best ? pieces[i].fact->confidence : best;
    }
    ent_query query = ent_query_open(store, ENT_SQL_ADD_RELATION);
    ent_query_bind(&query, ENT_INT(pieces->source), ENT_INT(pieces->type), ENT_INT(pieces->target),
                   ENT_INT(store->next_relation), ENT_INT((int64_t)n - negated), ENT_INT(negated),
                   ENT_REAL(ent_rounded(best)));
    if (ent_query_next(&query))
        *id = ent_query_int(&query, 0);
    if (*id == store->next_relation) {
        store->next_relation++;
        ++*n_new;
    }
    return ent_query_close(&query, err);
}

static ent_status find_rule(ent_store *store, ent_map *rules, ent_str name, int64_t *id, ent_error *err)
{
    uint32_t known = ent_map_find(rules, name);
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
    ent_map_set(&store->scratch, rules, name, (uint32_t)*id);
    return status;
}

static void write_piece(ent_query *add, const ent_facts *facts, const ent_places *places, const piece *p,
                        int64_t relation, int64_t rule)
{
    const ent_fact_relation *fact = p->fact;
    ent_query_bind(add, ENT_INT(relation), ENT_INT(places->document), ENT_INT(places->passages[fact->passage]),
                   ENT_INT(fact->begin), ENT_INT(fact->end), ENT_INT(rule), ENT_REAL(ent_rounded(fact->confidence)),
                   ENT_INT(fact->polarity), ENT_INT(fact->modality), ENT_TEXT(fact->speaker), ENT_TEXT(fact->holder),
                   ENT_TEXT(fact->role), ENT_INT(fact->count), ENT_TEXT(fact->from), ENT_TEXT(fact->to),
                   ENT_INT(ent_str_hash(quote_of(facts, p))));
    ent_query_run(add);
}

static ent_status write_group(ent_store *store, const ent_facts *facts, const ent_places *places, piece *pieces,
                              size_t n, ent_map *rules, ent_query *add, int64_t *n_new, ent_error *err)
{
    ent_status status = ENT_OK;
    if (places->work != places->document)
        status = drop_known(store, facts, places, pieces, &n, err);
    int64_t relation = 0;
    if (status == ENT_OK && n)
        status = write_relation(store, pieces, n, &relation, n_new, err);
    for (size_t i = 0; i < n && status == ENT_OK; i++) {
        int64_t rule;
        status = find_rule(store, rules, pieces[i].fact->rule, &rule, err);
        if (status == ENT_OK)
            write_piece(add, facts, places, &pieces[i], relation, rule);
    }
    return status;
}

ent_status ent_write_relations(ent_store *store, const ent_facts *facts, const ent_places *places, int64_t *n_new,
                               ent_error *err)
{
    size_t n = facts->relations.n;
    piece *pieces = ENT_ARENA_NEW(&store->scratch, piece, n);
    for (size_t i = 0; i < n; i++)
        pieces[i] = make_piece(facts, places, &facts->relations.items[i]);
    if (n)
        qsort(pieces, n, sizeof *pieces, by_relation);
    ent_map rules = {0};
    ent_query add = ent_query_open(store, ENT_SQL_ADD_EVIDENCE);
    ent_status status = ENT_OK;
    for (size_t begin = 0, end; begin < n && status == ENT_OK; begin = end) {
        for (end = begin + 1; end < n && same_relation(&pieces[begin], &pieces[end]); end++)
            ;
        status = write_group(store, facts, places, pieces + begin, end - begin, &rules, &add, n_new, err);
    }
    ent_status added = ent_query_close(&add, status == ENT_OK ? err : NULL);
    return status == ENT_OK ? added : status;
}
