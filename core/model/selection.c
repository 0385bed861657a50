/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/selection.h"

ent_selection ent_selection_all(void)
{
    return (ent_selection){.kinds = ENT_KINDS_ALL, .types = ENT_RELATIONS_STATED, .min_evidence = 1};
}

bool ent_selection_is_all_evidence(const ent_selection *selection)
{
    return selection->n_documents == 0 && !selection->since_year && !selection->until_year &&
           selection->min_confidence <= 0 && selection->polarity == ENT_POLARITY_ANY;
}
