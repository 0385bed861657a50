/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of people with their posts: "Jane Roe, Minister of Oz, John Poe, Minister of Kansas". A post between two names
 * is the one's or the other's; which it is, the list's beginning tells. */
#ifndef ENT_EXTRACT_POSTS_H
#define ENT_EXTRACT_POSTS_H

#include "importers/extract/rules/match.h"
#include "importers/extract/text/word_lists.h"

/* Whether the post that a match gives to a person is that of the one before ("Minister of Oz" before "John Poe") or
 * behind ("Minister of Oz, Jane Roe, Minister of Kansas, John Poe"). */
bool ent_post_is_anothers(const ent_row *row, const ent_word_lists *lists, const ent_rule *rule,
                          const ent_pattern *pattern, const ent_match *match);

#endif
