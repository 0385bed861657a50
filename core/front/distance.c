/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/distance.h"

#include "core/base/text.h"

enum { LONGEST = 128 };

/* The code points of s, or LONGEST + 1 when there are more. */
static size_t decode(ent_str s, uint32_t *codes)
{
    size_t n = 0;
    for (size_t at = 0; at < s.len;) {
        if (n == LONGEST)
            return LONGEST + 1;
        codes[n++] = ent_text_next(s, &at);
    }
    return n;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Three rows of the table of distances between prefixes; the row before last is for swaps. */
typedef struct rows {
    size_t *before, *last, *now;
} rows;

static size_t fill_row(const rows *r, const uint32_t *a, size_t i, const uint32_t *b, size_t n_b)
{
    size_t least = r->now[0] = i;
    for (size_t j = 1; j <= n_b; j++) {
        size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
        size_t best = smaller(smaller(r->last[j], r->now[j - 1]) + 1, r->last[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = smaller(best, r->before[j - 2] + 1);
        r->now[j] = best;
        least = smaller(least, best);
    }
    return least;
}

size_t ent_distance(ent_str a, ent_str b, size_t limit)
{
    uint32_t x[LONGEST], y[LONGEST];
    size_t n_x = decode(a, x), n_y = decode(b, y);
    if (n_x > LONGEST || n_y > LONGEST || (n_x > n_y ? n_x - n_y : n_y - n_x) > limit)
        return limit + 1;
    size_t space[3][LONGEST + 1];
    rows r = {space[0], space[1], space[2]};
    for (size_t j = 0; j <= n_y; j++)
        r.last[j] = j;
    size_t least_before = 0;
    for (size_t i = 1; i <= n_x; i++) {
        size_t least = fill_row(&r, x, i, y, n_y);
        if (least > limit && least_before > limit) /* a swap may reach over one row, not over two */
            return limit + 1;
        least_before = least;
        r = (rows){r.last, r.now, r.before};
    }
    return smaller(r.last[n_y], limit + 1);
}

ent_closest ent_closest_begin(ent_arena *arena, ent_str word)
{
    size_t limit = word.len < 5 ? 1 : word.len < 9 ? 2 : word.len / 3;
    return (ent_closest){.arena = arena, .word = word, .limit = limit};
}

bool ent_closest_is_near(const ent_closest *closest, ent_str candidate)
{
    return ent_distance(closest->word, candidate, closest->limit) <= closest->limit;
}

void ent_closest_offer(ent_closest *closest, ent_str candidate, ent_str shown)
{
    size_t distance = ent_distance(closest->word, candidate, closest->limit);
    if (distance > closest->limit)
        return;
    for (size_t i = 0; i < closest->n; i++)
        if (ent_str_eq(closest->items[i].shown, shown)) {
            closest->items[i].distance = smaller(closest->items[i].distance, distance);
            return;
        }
    size_t at = closest->n;
    while (at > 0 &&
           (closest->items[at - 1].distance > distance ||
            (closest->items[at - 1].distance == distance && ent_str_cmp(closest->items[at - 1].shown, shown) > 0)))
        at--;
    if (at == ENT_CLOSEST_MAX)
        return;
    closest->n += closest->n < ENT_CLOSEST_MAX ? 1 : 0;
    for (size_t i = closest->n - 1; i > at; i--)
        closest->items[i] = closest->items[i - 1];
    closest->items[at].distance = distance;
    closest->items[at].shown = ent_arena_str(closest->arena, shown);
}

ent_str ent_closest_list(ent_arena *arena, const ent_closest *closest)
{
    ent_str list = ENT_STR_EMPTY;
    for (size_t i = 0; i < closest->n; i++) {
        const char *joint = i == 0 ? "" : i + 1 == closest->n ? " or " : ", ";
        list = ent_arena_format(arena, ENT_STR_FMT "%s" ENT_STR_FMT, ENT_STR_ARG(list), joint,
                                ENT_STR_ARG(closest->items[i].shown));
    }
    return list;
}
