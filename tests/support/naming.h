/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped lexicon, and what it finds in made-up texts. */
#ifndef ENT_TESTS_SUPPORT_NAMING_H
#define ENT_TESTS_SUPPORT_NAMING_H

#include "importers/extract/knowledge.h"
#include "importers/extract/names/mention.h"

typedef struct naming {
    ent_vocabulary vocabulary;
    ent_lexicon *lexicon;
} naming;

/* A text as it was read: all but the lexicon in the arena. */
typedef struct naming_text {
    ent_arena arena;
    ent_document document;
    ent_segments segments;
    ent_mentions mentions;
} naming_text;

/* For a group of tests: the state is a naming. Not 0 on failure, which is printed. */
int naming_set_up(void **state);
int naming_tear_down(void **state);

/* Reads a text. Each line is a block; "# " before it makes it a heading that opens a section, "- " an item. */
void naming_read(const naming *known, ent_str title, ent_str text, naming_text *out);
void naming_clear(naming_text *text);

ent_str naming_words(const naming_text *text, const ent_mention *mention); /* as written */
ent_str naming_key(const naming_text *text, const ent_mention *mention);   /* "?" where unresolved */

#endif
