/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/integrity.h"
#include "queries/queries.h"

static const ent_column columns[] = {{.name = "check", .help = "what was looked at"},
                                     {.name = "status", .help = "ok or failed"},
                                     {.name = "detail", .help = "what was counted, or what is wrong", .wide = true},
                                     {0}};

static void add_check(void *context, const ent_check_row *row)
{
    const ent_cell cells[] = {ent_cell_text(row->check), ent_cell_text(row->ok ? ENT_STR("ok") : ENT_STR("failed")),
                              ent_cell_text(row->detail)};
    ent_table_add(context, cells);
}

static ent_status run(ent_context *context, ent_error *err)
{
    bool whole = false;
    ent_status status = ent_store_check(context->store, add_check, context->table, &whole, err);
    if (status == ENT_OK && !whole)
        context->exit_status = ENT_FAILED;
    return status;
}

const ent_command ent_command_check = {
    .name = "check",
    .summary = "whether the database is whole",
    .usage = "check",
    .help = "Looks at the schema, the foreign keys, the indexes, and whether every piece of evidence still quotes the "
            "stored text. "
            "The exit code is 1 when anything is wrong.",
    .columns = columns,
    .needs = ENT_NEEDS_READ,
    .run = run,
};
