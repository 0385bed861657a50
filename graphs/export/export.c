/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/export/format.h"

#include "core/base/os.h"
#include "graphs/graphs.h"

#include <string.h>

static const ent_option options[] = {
    {"as", 0, "FORMAT", "csv (default), jsonl, brat"},
    {"strict", 0, NULL, "fail where the format cannot hold something, instead of saying so"},
    {0}};

static const ent_export_format *const formats[] = {&ent_export_csv, &ent_export_jsonl, &ent_export_brat};

static const ent_export_format *find_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

ent_status ent_export_lose(const ent_context *context, const char *format, const char *what, ent_error *err)
{
    if (ent_context_option(context, "strict"))
        return ent_fail(err, ENT_FAILED, "--strict", "%s does not hold %s", format, what);
    ent_context_note(context, "%s does not hold %s", format, what);
    return ENT_OK;
}

static ent_status run(ent_context *context, ent_error *err)
{
    const char *as = ent_context_option(context, "as");
    const ent_export_format *format = find_format(as ? as : "csv");
    if (!format)
        return ent_fail(err, ENT_USAGE, "--as", "there is no format '%s'; there are: csv, jsonl, brat", as);
    if (!context->output)
        return ent_fail(err, ENT_USAGE, "export", "where to? name a %s with -o", format->folder ? "folder" : "file");
    ent_status status = format->loses ? ent_export_lose(context, format->name, format->loses, err) : ENT_OK;
    if (status == ENT_OK && context->selection.with_mentions)
        status = ent_export_lose(context, format->name, "mentioned_with, which is computed from mentions", err);
    if (status == ENT_OK && format->folder)
        status = ent_os_make_folder(context->output, err);
    return status ? status : format->write(context, context->output, err);
}

const ent_command ent_command_export = {
    .name = "export",
    .summary = "the selected part of the database in a format of exchange",
    .usage = "export -o PATH",
    .help = "csv writes two files into a folder, which import reads back to the same content: entities.csv (key, "
            "kind, name, aliases, attributes) and relations.csv, one row per piece of evidence. With --document "
            "only what these documents say is written: the entities they mention, and the ends of the relations "
            "they give evidence for.\n\n"
            "jsonl writes a line of JSON for each document: its text, the entities, where they are mentioned, and the "
            "relations with their quotes. brat writes a folder of NAME.txt and NAME.ann, which the annotation tool "
            "brat opens. import reads both back; docs/annotations.md describes them.\n\n"
            "What a format cannot hold is said on standard error.",
    .options = options,
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 0,
    .max_arguments = 0,
    .run = run,
};
