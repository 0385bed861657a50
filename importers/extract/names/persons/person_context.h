/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around capital words tokens [first, last) and tells whether they are a person's name: a post, a body, a
 * State, a verb of speech. */
#ifndef ENT_EXTRACT_PERSON_CONTEXT_H
#define ENT_EXTRACT_PERSON_CONTEXT_H

#include "importers/extract/names/finder.h"

/* Whether no list and no name of the lexicon knows a word of it: so are most names of persons. */
bool ent_has_unknown_word(const ent_finder *f, uint32_t first, uint32_t last);
/* "said", "according to": the word before whoever speaks. */
bool ent_is_said(const ent_finder *f, uint32_t token);
/* "Name Name (Director, …)", "Name Name, Director of …". */
bool ent_is_post_behind(const ent_finder *f, uint32_t last, uint32_t end);
/* "Name Name, Institute of …" to the end of the line or its next comma, "Name Name (Institute)". */
bool ent_is_body_behind(const ent_finder *f, uint32_t last, uint32_t end);
/* Whether the sentence begins with a post, as the line under a name does. */
bool ent_line_begins_with_post(const ent_finder *f, uint32_t sentence);
/* "chaired by Name Name (Chile) and Name Name (Peru)", "by Name Name of Chile", "Name Name (Chile) said": delegates,
 * with their States. */
bool ent_is_delegate(const ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t last);
/* "SBI Chair Jane Roe", "Jane Roe, president of the Widget Society": a post beside the name. */
bool ent_has_post(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last);
/* "Jane Roe chaired it", "chaired by Jane Roe", "under the chairmanship of Jane Roe". */
bool ent_presides(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last);
/* "Jane Roe (born 1 May 1950)" */
bool ent_is_born_behind(const ent_finder *f, uint32_t last, uint32_t end);
/* "(Signed) Jane Roe": the name begins at `at`. */
bool ent_is_signed(const ent_finder *f, const ent_sentence *sentence, uint32_t at);
/* "Keynote by Jane Roe", "remarks from Jane Roe". */
bool ent_gives_speech(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last);
/* "the Jane Roe", "USS Jane Roe": a ship, or what else was called after her. */
bool ent_is_called_after(const ent_finder *f, const ent_sentence *sentence, uint32_t at);
/* "Jane Roe, Chile,", "Jane Roe, Secretary of Widgets, Chile" behind a name that ends at `last`: the State sends her
 * and is no place. */
void ent_free_sender(ent_finder *f, uint32_t last, uint32_t end);
/* "San Francisco", "(London: Jane Roe, 2012)": a place, a publisher. */
bool ent_is_place_or_publisher(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last);

#endif
