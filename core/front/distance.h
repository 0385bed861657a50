/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a mistyped word is from a known one. */
#ifndef ENT_FRONT_DISTANCE_H
#define ENT_FRONT_DISTANCE_H

#include "core/base/arena.h"

/* Code points to insert, drop, replace or swap with their neighbour until a is b (optimal string alignment), or limit +
 * 1 when that is more than `limit` or either has more than 128 code points. O(length × limit). */
size_t ent_distance(ent_str a, ent_str b, size_t limit);

/* The few candidates closest to a word, best first; ties in byte order. */
enum { ENT_CLOSEST_MAX = 3 };
typedef struct ent_closest {
    ent_arena *arena; /* of what is kept */
    ent_str word;     /* both sides folded by the caller */
    size_t limit;     /* farther ones are not kept */
    size_t n;
    struct {
        size_t distance;
        ent_str shown;
    } items[ENT_CLOSEST_MAX];
} ent_closest;

ent_closest ent_closest_begin(ent_arena *arena, ent_str word);
/* Whether a candidate is worth offering, before the trouble of saying how it is shown. */
bool ent_closest_is_near(const ent_closest *closest, ent_str candidate);
/* Offers a candidate: compared as `candidate`, kept as `shown`, once. */
void ent_closest_offer(ent_closest *closest, ent_str candidate, ent_str shown);
/* "a, b or c"; empty when none was close. */
ent_str ent_closest_list(ent_arena *arena, const ent_closest *closest);

#endif
