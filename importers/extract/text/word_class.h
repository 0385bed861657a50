/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of words for sentence patterns: "establish | set up | in accordance with". A bare word stands for all its
 * inflections, a "quoted" one for itself, a NAME for a class defined before. */
#ifndef ENT_EXTRACT_WORD_CLASS_H
#define ENT_EXTRACT_WORD_CLASS_H

#include "importers/extract/text/segment.h"
#include "importers/extract/text/word_sets.h"

#define ENT_NO_CLASS UINT32_MAX

/* Several words in a row; each is a class of its own. */
typedef struct ent_phrase {
    uint32_t n;
    uint32_t *classes;
} ent_phrase;

typedef struct ent_word_class {
    ent_str name;                /* empty: made for one word of a pattern */
    ENT_VEC(uint32_t) words;     /* of the vocabulary; sorted and distinct once finished */
    ENT_VEC(ent_phrase) phrases; /* the longest first, once finished */
    uint64_t *set;               /* a bit for each word, once finished */
    uint64_t *openers;           /* a bit for each word that a phrase begins with, once finished; NULL: no phrases */
} ent_word_class;

typedef struct ent_word_forms {
    ent_str base;
    ENT_VEC(ent_str) forms;
} ent_word_forms;

typedef struct ent_word_classes {
    ent_vocabulary *vocabulary; /* only while rules are being read */
    ENT_VEC(ent_word_class) items;
    uint32_t n_words;   /* once finished: the words of all classes are below it */
    ent_map names;      /* class name or the word's text → items */
    ent_map irregulars; /* base form → forms */
    ENT_VEC(ent_word_forms) forms;
} ent_word_classes;

/* "hold held": the word has these forms besides its regular -s and -ing; the class IRREGULAR has them too, but for
 * those in -ing. Why not (a static text), or NULL: classes that were read with the word hold its forms already. */
const char *ent_classes_add_irregular(ent_arena *arena, ent_word_classes *classes, ent_str forms);
/* The class of one word's inflections, or of its letters alone. */
uint32_t ent_classes_word(ent_arena *arena, ent_word_classes *classes, ent_str word, bool exact);
/* Defines NAME as alternatives separated by "|". ENT_NO_CLASS, with the fault in *why, when it is not well written. */
uint32_t ent_classes_define(ent_arena *arena, ent_word_classes *classes, ent_str name, ent_str alternatives,
                            const char **why);
/* A class defined by name, or ENT_NO_CLASS. */
uint32_t ent_classes_find(const ent_word_classes *classes, ent_str name);
/* Makes the sets that matching looks into. After the last definition. */
void ent_classes_finish(ent_arena *arena, ent_word_classes *classes);

/* The word, or 0 where no class has it. */
static inline uint32_t ent_classes_known(const ent_word_classes *classes, uint32_t word)
{
    return word < classes->n_words ? word : 0;
}
static inline bool ent_class_has_word(const ent_word_classes *classes, uint32_t class_id, uint32_t word)
{
    return ent_words_have(classes->items.items[class_id].set, ent_classes_known(classes, word));
}
/* Whether a phrase of the class begins with this word. */
static inline bool ent_class_opens_phrase(const ent_word_classes *classes, uint32_t class_id, uint32_t word)
{
    const uint64_t *openers = classes->items.items[class_id].openers;
    return openers && ent_words_have(openers, ent_classes_known(classes, word));
}
/* How many of the tokens from `first` on (before `last`) the class matches, the longest way; 0: it does not. */
uint32_t ent_class_match(const ent_word_classes *classes, uint32_t class_id, const ent_token *tokens, uint32_t first,
                         uint32_t last);

#endif
