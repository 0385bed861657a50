/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/lexicon_text.h"

#include "core/base/text.h"

bool ent_lexicon_text_begin(ent_str file, ent_str *text, ent_spot *spot, const char **fault)
{
    *text = ent_str_slice(*text, ent_text_mark(*text), text->len);
    size_t bad = ent_text_invalid_at(*text);
    if (bad == ENT_STR_NONE)
        return true;
    *spot = ent_spot_of(file, *text, bad);
    *fault = "from here the file is no UTF-8; save it as UTF-8";
    return false;
}

void ent_lexicon_fault(ent_lexicon_report *report, ent_spot spot, const char *message)
{
    if (report->n_faults++ == 0)
        ent_fail_at(&report->first, spot, message);
    if (report->complain)
        report->complain(report->context, spot, message);
}

ent_str ent_lexicon_plain(ent_arena *arena, ent_str words)
{
    char *out = ent_arena_alloc(arena, words.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < words.len; i++) {
        char c = words.data[i] == '-' || ent_is_space(words.data[i]) ? ' ' : ent_to_lower(words.data[i]);
        if (c != ' ' || (n && out[n - 1] != ' '))
            out[n++] = c;
    }
    return (ent_str){out, n};
}
