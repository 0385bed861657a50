/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a database a command works on: one struct, filled by the same flags on every command. */
#ifndef ENT_MODEL_SELECTION_H
#define ENT_MODEL_SELECTION_H

#include "core/model/facts.h"

typedef enum ent_polarity_filter { ENT_POLARITY_ANY, ENT_POLARITY_AFFIRMED, ENT_POLARITY_NEGATED } ent_polarity_filter;

typedef struct ent_selection {
    ent_kinds kinds;                   /* both ends of a relation are of these kinds */
    ent_relation_types types;
    const ent_str *documents;          /* keys; only their evidence counts */
    size_t n_documents;                /* 0: all */
    int since_year, until_year;        /* 0: open; by the date of the document */
    int64_t min_evidence;              /* a relation counts with at least so many pieces; 1 or more */
    double min_confidence;             /* a piece counts from here on */
    ent_polarity_filter polarity;
    bool with_mentions;                /* add mentioned_with */
} ent_selection;

/* Everything stated: all kinds, all types but mentioned_with. */
ent_selection ent_selection_all(void);
/* Whether it leaves every stated relation in, so that no piece of evidence need be looked at. */
bool ent_selection_is_all_evidence(const ent_selection *selection);

#endif
