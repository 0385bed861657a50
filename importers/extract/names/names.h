/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a name reaches around its head: "[Primakov National Research] Institute [of World Economy and International
 * Relations]". Capitals carry a name, small words join it, a name of the lexicon is taken whole. */
#ifndef ENT_EXTRACT_NAMES_H
#define ENT_EXTRACT_NAMES_H

#include "importers/extract/names/finder.h"

typedef struct ent_name_extent {
    uint32_t first, head, last; /* tokens: [first, head) before the head, [head + 1, last) behind it */
    uint32_t n_proper;          /* capital words besides the head that are no generic parts */
    uint32_t n_words;           /* capital words besides the head */
} ent_name_extent;

#define ENT_LISTS_HEAD                                                                                                 \
    (ENT_LIST(ORGANIZATION_HEAD) | ENT_LIST(ORGANIZATION_TAIL) | ENT_LIST(FORUM_HEAD) | ENT_LIST(INSTRUMENT_HEAD) |    \
     ENT_LIST(EVENT_HEAD))

/* The extent of the name whose head is the token. `small_subject`: behind "on", "for", "of" small letters go on too
 * ("Working Group on reducing widgets"). */
ent_name_extent ent_name_around(const ent_finder *f, const ent_sentence *sentence, uint32_t head, bool small_subject);

/* The lexicon's proposal to do without a topic ("forgone=" in the topic's row), or UINT32_MAX. */
uint32_t ent_forgone_entry(const ent_finder *f, uint32_t topic);
/* Where a subject in small letters ends that begins at the token, up to a verb or a mark: "[on] reducing widgets
 * through norms, rules and principles". */
uint32_t ent_name_subject_end(const ent_finder *f, uint32_t at, uint32_t end);

/* The same of what is described ("a workshop on widgets in Oz"): another body, meeting or State begins what is said
 * about the thing, and so does "in" behind a subject that is known. */
uint32_t ent_described_subject_end(const ent_finder *f, ent_kind kind, uint32_t begin, uint32_t end);

/* "on the basis of", "on behalf of": the words at `at` say how or when, not what a thing is about. */
bool ent_name_is_adverbial(const ent_finder *f, uint32_t at, uint32_t end);

/* "President for Government Strategy": what somebody does is no text. */
bool ent_name_is_duty(const ent_finder *f, const ent_sentence *sentence, const ent_name_extent *name);
/* "Director and Board Member": a board that belongs to a post. */
bool ent_name_is_of_member(const ent_finder *f, const ent_name_extent *name);
/* Whether the words behind a link at `at` tell nothing of which one it is: "Working Group on the issue", "the Assembly
 * for the twentieth session"; "report of the Commission on the implementation of" goes on with what the report is on.
 */
bool ent_name_says_nothing(const ent_finder *f, uint32_t at, uint32_t end);
/* Where the State begins that a dash with spaces joins to the one at `at` ("Oz – Kansas Commission"), or `at`. */
uint32_t ent_side_before_dash(const ent_finder *f, uint32_t begin, uint32_t at);

#endif
