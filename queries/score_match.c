/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/score_match.h"

#include <string.h>

static const uint32_t NOBODY = UINT32_MAX;

double ent_tally_precision(ent_tally tally)
{
    if (tally.tp + tally.fp == 0)
        return tally.fn == 0 ? 1 : 0;
    return (double)tally.tp / (double)(tally.tp + tally.fp);
}

double ent_tally_recall(ent_tally tally)
{
    return tally.tp + tally.fn == 0 ? 1 : (double)tally.tp / (double)(tally.tp + tally.fn);
}

double ent_tally_f1(ent_tally tally)
{
    double p = ent_tally_precision(tally), r = ent_tally_recall(tally);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

ent_tally ent_tally_sum(ent_tally a, ent_tally b)
{
    return (ent_tally){a.tp + b.tp, a.fp + b.fp, a.fn + b.fn};
}

typedef ENT_VEC(uint32_t) places;

typedef struct matcher {
    const ent_pairing *pairing;
    places *fitting; /* for each gold item, the found ones that fit, in order */
    uint32_t *owner; /* for each found item, the gold item it is given to */
    bool *seen;      /* for each found item, in the attempt at hand */
} matcher;

/* Gives gold item i something, by moving others where that helps. */
static bool give(matcher *m, uint32_t i)
{
    for (size_t k = 0; k < m->fitting[i].n; k++) {
        uint32_t j = m->fitting[i].items[k];
        if (m->seen[j])
            continue;
        m->seen[j] = true;
        if (m->owner[j] == NOBODY || give(m, m->owner[j])) {
            m->owner[j] = i;
            return true;
        }
    }
    return false;
}

static void give_all(matcher *m, bool optional)
{
    for (size_t i = 0; i < m->pairing->n_gold; i++)
        if (m->pairing->optional[i] == optional) {
            memset(m->seen, 0, m->pairing->n_found * sizeof *m->seen);
            give(m, (uint32_t)i);
        }
}

static matcher prepare(ent_arena *arena, const ent_pairing *p)
{
    matcher m = {p, ENT_ARENA_NEW(arena, places, p->n_gold), ENT_ARENA_NEW(arena, uint32_t, p->n_found + 1),
                 ENT_ARENA_NEW(arena, bool, p->n_found + 1)};
    for (size_t i = 0; i < p->n_gold; i++)
        for (size_t j = 0; j < p->n_found; j++)
            if (p->fits(p->context, i, j))
                ent_vec_push(arena, &m.fitting[i], (uint32_t)j);
    for (size_t j = 0; j < p->n_found; j++)
        m.owner[j] = NOBODY;
    return m;
}

/* A second answer to something optional is forgiven; one to something required is an error, as is one to nothing. */
static void judge(ent_arena *arena, const matcher *m, ent_pairs *out)
{
    const ent_pairing *p = m->pairing;
    bool *fits_required = ENT_ARENA_NEW(arena, bool, p->n_found + 1),
         *fits_optional = ENT_ARENA_NEW(arena, bool, p->n_found + 1);
    for (size_t i = 0; i < p->n_gold; i++)
        for (size_t k = 0; k < m->fitting[i].n; k++)
            (p->optional[i] ? fits_optional : fits_required)[m->fitting[i].items[k]] = true;
    for (size_t j = 0; j < p->n_found; j++) {
        bool used = m->owner[j] != NOBODY;
        out->wrong[j] = !used && !(fits_optional[j] && !fits_required[j]);
        out->tally.fp += out->wrong[j];
        out->right[j] = used && !p->optional[m->owner[j]];
        if (out->right[j])
            out->matched[m->owner[j]] = true;
    }
    for (size_t i = 0; i < p->n_gold; i++) {
        out->missed[i] = !p->optional[i] && !out->matched[i];
        out->tally.tp += out->matched[i];
        out->tally.fn += out->missed[i];
    }
}

ent_pairs ent_pairing_solve(ent_arena *arena, const ent_pairing *pairing)
{
    ent_pairs out = {.matched = ENT_ARENA_NEW(arena, bool, pairing->n_gold + 1),
                     .missed = ENT_ARENA_NEW(arena, bool, pairing->n_gold + 1),
                     .right = ENT_ARENA_NEW(arena, bool, pairing->n_found + 1),
                     .wrong = ENT_ARENA_NEW(arena, bool, pairing->n_found + 1)};
    matcher m = prepare(arena, pairing);
    give_all(&m, false);
    give_all(&m, true);
    judge(arena, &m, &out);
    return out;
}
