/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/export/format.h"

#include "core/base/os.h"
#include "graphs/graphs.h"

#include <string.h>

static const ent_option options[] = {{"as", 0, "FORMAT", "csv (default)"}, {0}};

static const ent_export_format *const formats[] = {&ent_export_csv};

static const ent_export_format *find_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static ent_status run(ent_context *context, ent_error *err)
{
    const char *as = ent_context_option(context, "as");
    const ent_export_format *format = find_format(as ? as : "csv");
    if (!format)
        return ent_fail(err, ENT_USAGE, "--as", "there is no format '%s'; there is: csv", as);
    if (!context->output)
        return ent_fail(err, ENT_USAGE, "export", "where to? name a %s with -o", format->folder ? "folder" : "file");
    ent_status status = format->folder ? ent_os_make_folder(context->output, err) : ENT_OK;
    return status ? status : format->write(context, context->output, err);
}

const ent_command ent_command_export = {
    .name = "export",
    .summary = "the selected part of the database in a format of exchange",
    .usage = "export -o PATH",
    .help = "csv writes two files into a folder, which import reads back to the same content: entities.csv (key, "
            "kind, name, aliases, attributes) and relations.csv, one row per piece of evidence. With --document "
            "only what these documents say is written: the entities they mention, and the ends of the relations "
            "they give evidence for.",
    .options = options,
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 0,
    .max_arguments = 0,
    .run = run,
};
