/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of a lexicon that say what a page or a sentence relates: the fields of boxes and pages ("Parent
 * organization | Widget Union"), offices over those who held them, and how the verbs begin by which a relation is told.
 */
#ifndef ENT_EXTRACT_RELATION_LISTS_H
#define ENT_EXTRACT_RELATION_LISTS_H

#include "core/base/arena.h"
#include "core/model/relation.h"

/* "field -> part_of (ROLE), one: parent | parent body": what the page is about has the relation to the field's value,
 * with "<-" the value has it to that. */
typedef struct ent_field {
    ent_str words; /* in small letters, one space between them */
    ent_relation_type type;
    bool backwards; /* "<-" */
    bool single;    /* "one": the value's first name alone */
    ent_str role;   /* "(itself)" is the field's words as the list writes them */
} ent_field;

/* "holders of Director-General: directors general": what a list is called of those who held the office. */
typedef struct ent_office {
    ent_str plural; /* in small letters, one space between the words */
    ent_str name;
} ent_office;

typedef ENT_VEC(ent_str) ent_verbs;

typedef struct ent_relation_lists {
    ENT_VEC(ent_field) fields;
    ENT_VEC(ent_office) offices;           /* in the order of the files: the longer first */
    ent_verbs verbs[ENT_N_RELATION_TYPES]; /* "verbs of adopted: adopt | approv": beginnings, in small letters */
} ent_relation_lists;

/* Adds the words of such a list, separated by "|"; copies them. False where it is no such list. */
bool ent_relation_lists_add(ent_arena *arena, ent_relation_lists *lists, ent_str list, ent_str words);

#endif
