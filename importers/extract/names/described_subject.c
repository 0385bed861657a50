/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a thing is about: where the words end that say so ("a workshop on [widget safety] in Oslo"). */
#include "importers/extract/names/names.h"

uint32_t ent_described_subject_end(const ent_finder *f, ent_kind kind, uint32_t begin, uint32_t end)
{
    uint32_t last = begin, stop = ent_name_subject_end(f, begin, end);
    bool known = false;
    for (uint32_t i = begin; i < stop; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        bool body = over && over->mention.kind != ENT_TOPIC && over->mention.kind != ENT_INSTRUMENT &&
                    (over->mention.kind != ENT_PROPOSAL || kind != ENT_INSTRUMENT); /* "a resolution on a ban" */
        bool link = (ent_finder_lists(f, i) & ENT_LIST(LINK)) != 0;
        bool joins = ent_finder_is(f, i, f->words.of) || ent_finder_is(f, i, f->words.and_) ||
                     ent_finder_is(f, i, f->words.the) || ent_finder_is(f, i, f->words.for_);
        bool place = kind == ENT_EVENT && ent_finder_is(f, i, f->words.in) && ent_finder_is_capital(f, i + 1);
        if (body || place || (known && !over && link && !joins))
            break;
        if (!link)
            last = i + 1;
        known = known || over;
    }
    return last;
}
