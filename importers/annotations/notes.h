/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program or a person says about one document, as read from a file of annotations and before anything of it is
 * believed: words and names, each to be looked for. Readers fill it, apply.h decides. All strings live in the arena of
 * whoever reads. */
#ifndef ENT_ANNOTATIONS_NOTES_H
#define ENT_ANNOTATIONS_NOTES_H

#include "core/model/facts.h"

/* A place that tells which of several times the words stand in the text; no more than a hint. */
typedef enum ent_hint {
    ENT_HINT_NONE,
    ENT_HINT_CHARACTER, /* of the stored text, counted in characters */
    ENT_HINT_BYTE,      /* of the stored text */
    ENT_HINT_SOURCE,    /* byte of the original file */
    ENT_HINT_LINE       /* of the original file, from 1 */
} ent_hint;

typedef struct ent_noted_quote {
    ent_str words;
    ent_hint hint;
    size_t place;
} ent_noted_quote;

/* Named by key, or by kind and name. The rest describes it where nobody knows it yet. */
typedef struct ent_noted_entity {
    ent_str key, kind, name;
    ent_str aliases, attributes; /* as in ent_fact_entity */
} ent_noted_entity;

typedef struct ent_noted_mention {
    ent_str what; /* how the file calls it: "T3", "mention 3" */
    uint32_t line;
    ent_noted_entity entity;
    ent_noted_quote quote;
    double confidence;
} ent_noted_mention;

enum { ENT_NO_MENTION = UINT32_MAX };

typedef struct ent_noted_relation {
    ent_str what;
    uint32_t line, note_line;                /* note_line: of a note that gives quote and manner; 0: there is none */
    ent_str type, polarity, modality;        /* names; polarity and modality may be empty: affirmed, stated */
    ent_noted_entity source, target;         /* unless these are mentions of the same notes: */
    uint32_t source_mention, target_mention; /* else ENT_NO_MENTION */
    ent_noted_quote quote;                   /* without words: the sentences from the one mention to the other */
    uint32_t page, original_line;            /* where the file says the quote stood; 0: it does not say */
    ent_str section;
    ent_str rule; /* empty: the annotator's name */
    ent_str speaker, holder, role, from, to;
    int64_t count;
    double confidence;
} ent_noted_relation;

typedef struct ent_notes {
    const char *file;
    uint32_t line;
    ent_str annotator;
    ent_str document, path;                     /* key and path; either may be empty */
    ent_str format, title, date, meeting, text; /* of a document that comes with its notes; else empty */
    ENT_VEC(ent_fact_passage) passages;         /* of that text, places counted in characters; may be empty */
    ENT_VEC(ent_noted_entity) entities;         /* descriptions */
    ENT_VEC(ent_noted_mention) mentions;
    ENT_VEC(ent_noted_relation) relations;
} ent_notes;

/* A statement or a line that is not believed; the others are. */
typedef struct ent_refusals {
    void (*refuse)(void *self, const char *file, uint32_t line, const char *why);
    void *self;
} ent_refusals;
void ent_refuse(const ent_refusals *refusals, const char *file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A relation that says nothing yet. */
ent_noted_relation ent_noted_relation_new(ent_str what, uint32_t line);

enum { ENT_MAX_NAME = 1000 };      /* bytes of a name */
#define ENT_DEFAULT_CONFIDENCE 0.8 /* of a statement that gives none */

#endif
