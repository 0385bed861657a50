/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data for comparing names: which names of States mean the same, and British spellings with their American ones. */
#ifndef ENT_QUERIES_GOLD_WORDS_H
#define ENT_QUERIES_GOLD_WORDS_H

#include <stdbool.h>

/* One State a line, its names joined by "|"; ended by NULL. */
extern const char *const ent_gold_states[];

typedef struct ent_gold_spelling {
    const char *from, *to;
    bool begins, ends; /* only at the beginning, only at the end of a word */
} ent_gold_spelling;
extern const ent_gold_spelling ent_gold_spellings[]; /* in the order they are applied; ended by NULL */

#endif
