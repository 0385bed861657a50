/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/notes.h"

#include <stdarg.h>
#include <stdio.h>

void ent_refuse(const ent_refusals *refusals, const char *file, uint32_t line, const char *format, ...)
{
    char why[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(why, sizeof why, format, arguments);
    va_end(arguments);
    refusals->refuse(refusals->self, file, line, why);
}

ent_noted_relation ent_noted_relation_new(ent_str what, uint32_t line)
{
    return (ent_noted_relation){.what = what,
                                .line = line,
                                .source_mention = ENT_NO_MENTION,
                                .target_mention = ENT_NO_MENTION,
                                .section = ENT_STR_EMPTY,
                                .confidence = ENT_DEFAULT_CONFIDENCE};
}
