/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said beside an answer; an answer without a row is one, too, and why it may be empty is said there. */
#include "core/front/command.h"
#include "core/front/escape.h"

#include <stdarg.h>
#include <stdio.h>

void ent_context_note(const ent_context *context, const char *format, ...)
{
    if (context->quiet)
        return;
    va_list measure, print;
    va_start(measure, format);
    va_copy(print, measure);
    int len = vsnprintf(NULL, 0, format, measure);
    va_end(measure);
    char *text = ent_arena_alloc(context->arena, len > 0 ? (size_t)len + 1 : 1);
    vsnprintf(text, len > 0 ? (size_t)len + 1 : 1, format, print);
    va_end(print);
    fprintf(context->notes, "note: %s\n", ent_escape_line(context->arena, ent_str_from(text)).data);
}

const char *ent_context_left_out(const ent_context *context)
{
    const ent_selection *s = &context->selection, all = ent_selection_all();
    const struct {
        const char *option;
        bool given;
    } narrowed[] = {{"--kind", s->kinds != all.kinds},
                    {"--type", s->types != all.types},
                    {"--document", s->n_documents > 0},
                    {"--since", s->since_year != 0},
                    {"--until", s->until_year != 0},
                    {"--min-evidence", s->min_evidence > all.min_evidence},
                    {"--min-confidence", s->min_confidence > all.min_confidence},
                    {"--polarity", s->polarity != all.polarity}};
    ent_str list = ENT_STR_EMPTY;
    size_t n = 0;
    for (size_t i = 0; i < sizeof narrowed / sizeof *narrowed; i++)
        if (narrowed[i].given)
            list = ent_arena_format(context->arena, ENT_STR_FMT "%s%s", ENT_STR_ARG(list), n++ ? ", " : "",
                                    narrowed[i].option);
    return n ? ent_arena_format(context->arena, "; " ENT_STR_FMT " %s out", ENT_STR_ARG(list),
                                n > 1 ? "leave some" : "leaves some")
                   .data
             : "";
}
