/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The labels of a lexicon: words that say what the lines under them are. */
#ifndef ENT_EXTRACT_LABEL_LISTS_H
#define ENT_EXTRACT_LABEL_LISTS_H

#include "core/base/arena.h"

/* X(kind, its name in the file) */
#define ENT_LABEL_KINDS(X)                                                                                             \
    X(TAKES_PART, "takes part")                                                                                        \
    X(OPENS, "opens")   /* takes part at the beginning: of the meeting, or of a session that begins with it */         \
    X(CLOSES, "closes") /* takes part at the end of the meeting */                                                     \
    X(CHAIRS, "chairs")                                                                                                \
    X(ATTENDS, "attends") /* a list of participants, by delegation */                                                  \
    X(ORGANIZES, "organizes")                                                                                          \
    X(FUNDS, "funds")                                                                                                  \
    X(WRITES, "writes")                                                                                                \
    X(CITES, "cites")                                                                                                  \
    X(PUBLISHES, "publishes")                                                                                          \
    X(PROPOSES, "proposes")                                                                                            \
    X(PAUSES, "pauses") /* says that the list before it is over */

typedef enum ent_label_kind {
#define X(kind, name) ENT_LABEL_##kind,
    ENT_LABEL_KINDS(X)
#undef X
        ENT_N_LABEL_KINDS
} ent_label_kind;

typedef struct ent_label {
    ent_str words; /* in small letters, one space between them */
    ent_label_kind kind;
    ent_str role; /* of the relations */
} ent_label;
typedef ENT_VEC(ent_label) ent_label_list;

enum { ENT_LETTERS = 27 };

/* By the letter they begin with, so that a word meets those of its letter alone; signs are one letter behind z. */
typedef struct ent_labels {
    ent_label_list letters[ENT_LETTERS];
} ent_labels;

/* Adds the words of the list "label KIND" or "label KIND (ROLE)", separated by "|"; copies them. False where it is no
 * such list. */
bool ent_labels_add(ent_arena *arena, ent_labels *labels, ent_str list, ent_str words);
/* Those that begin with this letter, small or capital. */
const ent_label_list *ent_labels_from(const ent_labels *labels, char letter);

#endif
