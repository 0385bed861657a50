/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/store_internal.h"

/* The names of the statements that ask one thing of a selection: with no piece of evidence to look at, one index scan.
 */
typedef struct question {
    ent_sql sql, plain;
} question;

static bool is_plain(const ent_selection *selection)
{
    ent_selection any_polarity = *selection; /* both polarities are counted in the relation itself */
    any_polarity.polarity = ENT_POLARITY_ANY;
    return selection->kinds == ENT_KINDS_ALL && ent_selection_is_all_evidence(&any_polarity);
}

static ent_status each(ent_store *store, ent_sql sql, const ent_selection *selection, int64_t entity, ent_edge_fn fn,
                       void *context, bool *more, ent_error *err)
{
    bool stated = sql != ENT_SQL_EACH_MENTION_EDGE_OF;
    int64_t least = selection->min_evidence > 1 ? selection->min_evidence : 1;
    ent_query query = ent_query_open(store, sql);
    ent_select_bind(&query, selection, entity, 0);
    while (*more && ent_query_next(&query)) {
        ent_edge_row row = {.id = {ent_query_int(&query, 0)},
                            .source = {ent_query_int(&query, 1)},
                            .type = stated ? (ent_relation_type)ent_query_int(&query, 2) : ENT_MENTIONED_WITH,
                            .target = {ent_query_int(&query, 3)},
                            .evidence = ent_query_int(&query, 4)};
        if (row.evidence >= least)
            *more = fn(context, &row);
    }
    return ent_query_close(&query, err);
}

static bool wants_mentions(const ent_selection *selection)
{
    return selection->with_mentions || (selection->types & ENT_RELATION_BIT(ENT_MENTIONED_WITH));
}

/* With entity 0, of all entities. */
static ent_status each_of(ent_store *store, const ent_selection *selection, const question *questions, size_t n,
                          int64_t entity, ent_edge_fn fn, void *context, ent_error *err)
{
    bool more = true, plain = is_plain(selection);
    ent_status status = ent_select_documents(store, selection, err);
    for (size_t i = 0; i < n && more && status == ENT_OK && (selection->types & ENT_RELATIONS_STATED); i++)
        status = each(store, plain ? questions[i].plain : questions[i].sql, selection, entity, fn, context, &more, err);
    if (!more || status != ENT_OK || !wants_mentions(selection))
        return status;
    return entity ? each(store, ENT_SQL_EACH_MENTION_EDGE_OF, selection, entity, fn, context, &more, err)
                  : ent_each_mentioned(store, selection, fn, context, err);
}

ent_status ent_store_each_edge(ent_store *store, const ent_selection *selection, ent_edge_fn fn, void *context,
                               ent_error *err)
{
    static const question all[] = {{ENT_SQL_EACH_EDGE, ENT_SQL_EACH_EDGE_PLAIN}};
    return each_of(store, selection, all, 1, 0, fn, context, err);
}

ent_status ent_store_each_edge_of(ent_store *store, const ent_selection *selection, ent_entity_id entity,
                                  ent_edge_fn fn, void *context, ent_error *err)
{
    static const question ways[] = {{ENT_SQL_EACH_EDGE_FROM, ENT_SQL_EACH_EDGE_FROM_PLAIN},
                                    {ENT_SQL_EACH_EDGE_TO, ENT_SQL_EACH_EDGE_TO_PLAIN}};
    return each_of(store, selection, ways, 2, entity.row, fn, context, err);
}
