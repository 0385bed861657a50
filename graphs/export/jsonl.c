/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/export/format.h"

#include "core/base/os.h"
#include "core/front/facts_line.h"

static ent_status add_line(void *self, const ent_facts *facts, ent_error *err)
{
    (void)err;
    ent_facts_line(facts, true, self);
    return ENT_OK;
}

static ent_status write_jsonl(ent_context *context, const char *path, ent_error *err)
{
    ent_buf bytes = {0};
    ent_status status = ent_export_each_document(context, add_line, &bytes, err);
    if (status == ENT_OK)
        status = ent_os_write_file(path, ent_buf_str(&bytes), err);
    ent_buf_clear(&bytes);
    return status;
}

const ent_export_format ent_export_jsonl = {.name = "jsonl",
                                            .loses =
                                                "where the texts stood in the original files, nor corrections by hand",
                                            .write = write_jsonl};
