/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in running text, and what they date: "on 24 December 2021", "from 9 to 13 May 2022", "since 1959", "1962–1968".
 */
#ifndef ENT_EXTRACT_DATES_H
#define ENT_EXTRACT_DATES_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/mention.h"

typedef enum ent_date_lead {
    ENT_DATE_BARE,   /* no preposition that says when: "13 May 2022", "(2015)", "of 13 May 2022" */
    ENT_DATE_DURING, /* "on 13 May 2022", "in 2007", "between 1962 and 1968" */
    ENT_DATE_SINCE,  /* "since 1959", "as of 1 January 2020": open at its end */
    ENT_DATE_UNTIL   /* "until 2030", "by 2030": open at its beginning */
} ent_date_lead;

typedef struct ent_date {
    uint32_t begin;       /* the token of its preposition, or `first` */
    uint32_t first, last; /* its own tokens [first, last) */
    ent_date_lead lead;
    ent_str from, to; /* ISO 8601 as precise as the text ("2022-05-13", "2023-09", "2007"); empty at an open end */
} ent_date;
typedef ENT_VEC(ent_date) ent_date_vec;

/* Appends the sentence's dates in their order; the strings lie in the arena. A day without a year has that of
 * the date before it ("from 9 to 13 May 2022 and on 3 June"), else it is no date; nor is a year alone without a
 * preposition or brackets. True when there are any. */
bool ent_dates_find(ent_arena *arena, const ent_segments *segments, uint32_t sentence, ent_date_vec *out);

/* Dates what the document says: sets `from` and `to` of those of facts->relations whose clause says when, and adds
 * date= and place= to the attributes of events that lack them and that the text gives one date or place. To be called
 * while relations still name mentions' entities. Dates inside a mention's own words date nothing. */
void ent_dates_apply(ent_arena *arena, const ent_knowledge *knowledge, const ent_segments *segments,
                     ent_mentions *mentions, ent_facts *facts);

#endif
