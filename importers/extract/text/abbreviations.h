/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are written with a full stop which ends no sentence, and words that sentences begin with. */
#ifndef ENT_EXTRACT_ABBREVIATIONS_H
#define ENT_EXTRACT_ABBREVIATIONS_H

#include "core/base/str.h"

typedef enum ent_abbreviation {
    ENT_ABBREVIATION_NONE,
    ENT_ABBREVIATION_BEFORE_NAME,   /* "Dr." never ends a sentence */
    ENT_ABBREVIATION_BEFORE_NUMBER, /* "art." is an abbreviation only before a number */
    ENT_ABBREVIATION_EITHER         /* "etc.", "U.S." end a sentence where a likely beginning follows */
} ent_abbreviation;

/* What a word before a full stop is; letter case and the word's own full stops do not matter. */
ent_abbreviation ent_abbreviation_find(ent_str word);
/* Whether a capitalized word is likelier to begin a sentence than to go on with a name: "The", "However". */
bool ent_abbreviation_is_beginning(ent_str word);

#endif
