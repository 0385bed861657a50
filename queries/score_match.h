/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairing what was found with what should have been, one to one. */
#ifndef ENT_QUERIES_SCORE_MATCH_H
#define ENT_QUERIES_SCORE_MATCH_H

#include "core/base/arena.h"

typedef struct ent_tally {
    int64_t tp, fp, fn;
} ent_tally;

/* tp / (tp + fp); with nothing found, 1 when nothing was missed, else 0. */
double ent_tally_precision(ent_tally tally);
/* tp / (tp + fn); 1 when nothing was asked for. */
double ent_tally_recall(ent_tally tally);
/* The harmonic mean of both; 0 when both are 0. */
double ent_tally_f1(ent_tally tally);
ent_tally ent_tally_sum(ent_tally a, ent_tally b);

typedef struct ent_pairing {
    size_t n_gold, n_found;
    const bool *optional; /* for each gold item: neither a miss, nor is what fits it an error */
    bool (*fits)(const void *context, size_t gold, size_t found);
    const void *context;
} ent_pairing;

typedef struct ent_pairs {
    ent_tally tally;
    bool *matched, *missed; /* for each gold item; an optional one is neither */
    bool *right, *wrong; /* for each found item: right when it answers something required; a forgiven one is neither */
} ent_pairs;

/* A maximum matching (Kuhn's augmenting paths) that serves required items first. What is left over and fits only
 * optional items is forgiven. O(gold × pairs that fit). In the arena. */
ent_pairs ent_pairing_solve(ent_arena *arena, const ent_pairing *pairing);

#endif
