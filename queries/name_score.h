/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a name answers what was typed. */
#ifndef ENT_QUERIES_NAME_SCORE_H
#define ENT_QUERIES_NAME_SCORE_H

#include "core/base/str.h"

/* 1 the same; .8 to .9 its beginning; .6 to .7 words of it stand together in the name; .5 to .6 all words begin words
 * of the name, in any order; .2 to .4 mistyped (one letter in four to seven, two in eight and more), the whole name or
 * one word of it; 0 not at all. Both folded. */
double ent_name_score(ent_str typed, ent_str name);

#endif
