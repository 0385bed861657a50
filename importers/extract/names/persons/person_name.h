/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a person's name goes by the form of its words: capital words, initials, particles; what stands behind it
 * ("Jr.", "PhD") and is no part of it. */
#ifndef ENT_EXTRACT_PERSON_NAME_H
#define ENT_EXTRACT_PERSON_NAME_H

#include "importers/extract/names/finder.h"

/* A single capital letter, its full stop a token of its own. */
bool ent_is_initial(const ent_finder *f, uint32_t token);
/* Nothing but initials: "J", "J.M.", "P.J", "PJ". */
bool ent_is_initials(const ent_finder *f, uint32_t token);
/* A capital word that may be part of a person's name. */
bool ent_is_name_part(const ent_finder *f, uint32_t token);
/* "van", and the "in" of "in den". */
bool ent_is_name_particle(const ent_finder *f, uint32_t token);
/* The token behind the name that begins at `first`, at most `end`; `first` where none begins. */
uint32_t ent_name_end(const ent_finder *f, uint32_t first, uint32_t end);
/* How many words tokens [first, last) are, particles and halves behind a hyphen not counted. */
uint32_t ent_name_words(const ent_finder *f, uint32_t first, uint32_t last);
/* The token behind ", Jr." and "PhD" at `at`, or `at`. */
uint32_t ent_pass_name_suffix(const ent_finder *f, uint32_t at, uint32_t end);
/* Where the surname of the name [first, last) begins: its last word, with the particles before it. */
uint32_t ent_surname_begin(const ent_finder *f, uint32_t first, uint32_t last);
/* "Minister of Foreign Affairs [Zorv Blimq]", "Secretary for Trade and Industry [Zorv Blimq]": the token behind a post
 * and its field where the name goes on in capitals, or `at`. */
uint32_t ent_portfolio_end(const ent_finder *f, uint32_t at, uint32_t end);

/* "President Quux said": behind a post one word is a name where no list knows it and the name does not go on. */
bool ent_is_lone_surname(const ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t end);

#endif
