/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words behind a name that do not say what it is about. */
#include "importers/extract/names/names.h"

bool ent_name_says_nothing(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"issue", "matter",  "subject", "topic", "question", "item",      "same",
                                        "next",  "current", "period",  "year",  "biennium", "triennium", NULL};
    static const char *const doings[] = {"implementation", "activities",    "progress",  "outcome", "outcomes",
                                         "execution",      "establishment", "follow-up", "status",  NULL};
    uint32_t token = at + 2;
    if (!ent_finder_is(f, at + 1, f->words.the) || token >= end)
        return false;
    bool known = ent_finder_reads_any(f, token, end, words) || ent_finder_lists(f, token) & ENT_LIST(ORDINAL);
    bool doing = ent_finder_reads_any(f, token, end, doings) && !ent_finder_is_capital(f, token);
    return (known && !ent_finder_is(f, token + 1, f->words.of)) || doing;
}
