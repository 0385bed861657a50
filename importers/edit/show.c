/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit as a row of a table. */
#include "core/base/buf.h"
#include "importers/edit/edit.h"

const ent_column ent_edit_columns[] = {{"id", "its number in the log", false, NULL},
                                       {"what", "merge, rename, retype, alias add, …", false, NULL},
                                       {"arguments", "the entities by key, and what else was said", true, NULL},
                                       {"reason", "as it was given", true, NULL},
                                       {"status", "active, undone, or waiting for what it is about", false, NULL},
                                       {0}};

static void add_pair(ent_buf *out, const char *name, ent_str value)
{
    if (value.len)
        ent_buf_format(out, ", %s " ENT_STR_FMT, name, ENT_STR_ARG(value));
}

static void add_relation(ent_buf *out, const ent_edit *edit)
{
    ent_buf_format(out, " %s " ENT_STR_FMT, ent_relation_name(edit->type), ENT_STR_ARG(edit->target));
    if (edit->polarity == ENT_NEGATED)
        add_pair(out, "polarity", ent_str_from(ent_polarity_name(edit->polarity)));
    if (edit->modality != ENT_STATED)
        add_pair(out, "modality", ent_str_from(ent_modality_name(edit->modality)));
    add_pair(out, "speaker", edit->speaker);
    add_pair(out, "holder", edit->holder);
    add_pair(out, "role", edit->role);
    if (edit->count)
        ent_buf_format(out, ", count %lld", (long long)edit->count);
    add_pair(out, "from", edit->from);
    add_pair(out, "to", edit->to);
    add_pair(out, "document", edit->document);
    if (edit->line)
        ent_buf_format(out, ", line %lld", (long long)edit->line);
    if (edit->quote.len)
        ent_buf_format(out, ": “" ENT_STR_FMT "”", ENT_STR_ARG(edit->quote));
}

static void add_arguments(ent_buf *out, const ent_edit *edit)
{
    ent_buf_add(out, edit->entity);
    if (edit->what == ENT_EDIT_MERGE || edit->what == ENT_EDIT_RETYPE)
        ent_buf_format(out, " → " ENT_STR_FMT, ENT_STR_ARG(edit->target));
    else if (edit->target.len)
        add_relation(out, edit);
    if (edit->name.len)
        ent_buf_format(out, " “" ENT_STR_FMT "”", ENT_STR_ARG(edit->name));
    add_pair(out, "by", edit->by);
}

void ent_edit_show(ent_table *table, const ent_edit *edit)
{
    ent_buf arguments = {0};
    add_arguments(&arguments, edit);
    const char *status = edit->undone ? "undone" : edit->applied ? "active" : "waiting";
    const ent_cell row[] = {ent_cell_int(edit->id), ent_cell_text(ent_str_from(ent_edit_name(edit->what))),
                            ent_cell_text(ent_buf_str(&arguments)), ent_cell_text(edit->reason),
                            ent_cell_text(ent_str_from(status))};
    ent_table_add(table, row);
    ent_buf_clear(&arguments);
}
