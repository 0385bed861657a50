/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/resolve.h"
#include "core/model/key.h"
#include "queries/queries.h"
#include "queries/quote.h"

static const ent_column columns[] = {{.name = "type", .help = "of the relation"},
                                     {.name = "source", .help = "key of the entity it comes from"},
                                     {.name = "target", .help = "key of the entity it goes to"},
                                     {.name = "polarity", .help = "affirmed or negated"},
                                     {.name = "speaker", .help = "whose words, as the text gives it"},
                                     {.name = "document", .help = "key of the document"},
                                     {.name = "section", .help = "headings above the quote"},
                                     {.name = "page", .help = "where there are pages"},
                                     {.name = "line", .help = "of the original file"},
                                     {.name = "quote", .help = "the words, cut from the stored text", .wide = true},
                                     {.name = "rule", .help = "the rule or person that found it"},
                                     {.name = "confidence", .help = "from 0 to 1"},
                                     {0}};

/* For people: the relation, the words, the place. */
static const ent_column text_columns[] = {{.name = "relation", .help = "", .wide = true},
                                          {.name = "quote", .help = "", .wide = true},
                                          {.name = "where", .help = "", .wide = true},
                                          {0}};

typedef struct collector {
    ent_context *context;
    ent_str about;   /* key of the one entity asked for, or empty when two were */
    ent_kinds kinds; /* asked for at the other end */
} collector;

/* --kind speaks of the other end here: the entity asked for is always in. */
static bool wanted(const collector *c, const ent_evidence_row *row)
{
    ent_kind kind;
    ent_str slug, other = ent_str_eq(row->source, c->about) ? row->target : row->source;
    return !c->about.len || !ent_key_parse(other, &kind, &slug) || ent_kinds_has(c->kinds, kind);
}

static void add_for_people(const ent_context *context, const ent_evidence_row *row)
{
    const ent_cell cells[] = {ent_cell_text(ent_quote_relation(context->arena, row)),
                              ent_cell_text(ent_quote_words(context->arena, row)),
                              ent_cell_text(ent_quote_place(context->arena, row))};
    ent_table_add(context->table, cells);
}

static void add_for_programs(const ent_context *context, const ent_evidence_row *row)
{
    const ent_cell cells[] = {ent_cell_text(ent_str_from(ent_relation_name(row->type))),
                              ent_cell_text(row->source),
                              ent_cell_text(row->target),
                              ent_cell_text(ent_str_from(ent_polarity_name(row->polarity))),
                              ent_cell_text(row->speaker),
                              ent_cell_text(row->document),
                              ent_cell_text(row->section),
                              ent_cell_int_or_empty(row->page),
                              ent_cell_int_or_empty(row->line),
                              ent_cell_text(row->quote),
                              ent_cell_text(row->rule),
                              ent_cell_real(row->confidence)};
    ent_table_add(context->table, cells);
}

static bool add_evidence(void *context, const ent_evidence_row *row)
{
    const collector *c = context;
    if (wanted(c, row) && c->context->style.format == ENT_FORMAT_TEXT)
        add_for_people(c->context, row);
    else if (wanted(c, row))
        add_for_programs(c->context, row);
    return !c->context->interrupted();
}

static ent_status run(ent_context *context, ent_error *err)
{
    ent_entity_row a, b = {0};
    ent_status status = ent_resolve_entity(context, context->arguments[0], &a, err);
    bool two = context->n_arguments > 1;
    if (status == ENT_OK && two)
        status = ent_resolve_entity(context, context->arguments[1], &b, err);
    if (status != ENT_OK)
        return status;
    if (context->style.format == ENT_FORMAT_TEXT)
        context->table = ent_table_new(context->arena, text_columns);
    ent_selection selection = context->selection;
    selection.kinds |= ENT_KIND_BIT(a.kind) | (two ? ENT_KIND_BIT(b.kind) : 0);
    collector c = {context, two ? ENT_STR_EMPTY : a.key, context->selection.kinds};
    return ent_store_each_evidence(context->store, &selection, a.id, b.id, add_evidence, &c, err);
}

const ent_command ent_command_evidence = {
    .name = "evidence",
    .summary = "the sentences behind an entity, or behind the relations between two",
    .usage = "evidence A [B]",
    .help =
        "A and B are keys, names or aliases. One row per piece of evidence, the most confident of a relation first. "
        "--kind chooses the kinds at the other end.",
    .columns = columns,
    .empty = "there is no evidence",
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 1,
    .max_arguments = 2,
    .run = run,
};
