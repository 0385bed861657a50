/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matching a pattern against a row. Each pair (step, item) is tried once for each start, so that the cost is linear in
 * the pattern times the sentence, whatever the pattern. */
#ifndef ENT_EXTRACT_MATCH_H
#define ENT_EXTRACT_MATCH_H

#include "importers/extract/rules/items.h"

typedef struct ent_capture {
    uint32_t first, last; /* items [first, last); first == last: not taken part in */
    uint32_t nested;      /* for a mention inside another one: the mention, else UINT32_MAX */
} ent_capture;

typedef struct ent_match {
    uint32_t first, last; /* items [first, last) */
    ent_capture captures[ENT_MAX_SLOTS];
    uint32_t gap;                                /* items passed over in gaps */
    uint64_t literal[(ENT_MAX_ITEMS + 63) / 64]; /* a bit for each item that the pattern's own words took */
} ent_match;

/* How far a pattern came: the farthest step that failed, and the farthest item it failed at; for explaining. */
typedef struct ent_match_failure {
    uint32_t step, item;
} ent_match_failure;

typedef struct ent_matcher ent_matcher;

/* Memory for matching, reused over sentences; in the arena. */
ent_matcher *ent_matcher_new(ent_arena *arena);
/* The first match at or behind item `from`, shortest gaps first. `failure` may be NULL. */
bool ent_match_find(ent_matcher *matcher, const ent_rules *rules, const ent_pattern *pattern, const ent_row *row,
                    uint32_t from, ent_match *out, ent_match_failure *failure);
/* Lets the slots that take each further mention reach to the next thing the pattern took. */
void ent_match_extend(const ent_pattern *pattern, const ent_row *row, ent_match *match);
/* The words of a part of the pattern, without the punctuation, prepositions, determiners and auxiliaries at its ends;
 * empty where the pattern has no such part or it took none. Cut from the document's text. */
ent_str ent_row_part(const ent_row *row, const ent_rules *rules, const ent_pattern *pattern, const ent_match *match,
                     ent_str part);
/* Whether a mention's entity has one of the values of the attribute that a step asks about. */
bool ent_step_has(const ent_step *step, const ent_mentions *mentions, const ent_mention *m);
bool ent_match_is_literal(const ent_match *match, uint32_t item);
/* What a row says that the sentence does not is matched over the place where words were left out. */
static inline bool ent_match_spans_seam(const ent_match *match, const ent_row *row)
{
    return !row->cut || (match->first < row->seam_end && match->last > row->seam);
}

#endif
