/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what a document names, and where. */
#ifndef ENT_EXTRACT_MENTION_H
#define ENT_EXTRACT_MENTION_H

#include "importers/extract/gazetteer/lexicon.h"
#include "importers/extract/text/segment.h"

#define ENT_UNRESOLVED UINT32_MAX

typedef enum ent_mention_source {
    ENT_BY_LEXICON,
    ENT_BY_SYMBOL,     /* UN symbols: "A/RES/76/231", "General Assembly resolution 76/231" */
    ENT_BY_DEFINITION, /* an acronym the document defines */
    ENT_BY_FORM,       /* "Ministry of …", "Name (Post, Body)" */
    ENT_BY_REFERENCE,  /* "the Group", "this report" */
    ENT_BY_CLASS       /* "37 States", "many delegations" */
} ent_mention_source;

enum {                             /* flags of a mention */
       ENT_MENTION_NESTED = 1,     /* inside a longer mention: named, but takes no part in the sentence itself */
       ENT_MENTION_ADJECTIVE = 2,  /* "Chinese" in "the Chinese proposal" */
       ENT_MENTION_PLACE = 4,      /* a State or city only as the place of something ("in Geneva, Switzerland") */
       ENT_MENTION_EMBEDDED = 8,   /* behind a preposition or a possessive's owner: not the subject */
       ENT_MENTION_DESCRIBED = 16, /* by what it is about: "a treaty banning widgets" */
       ENT_MENTION_SIDE = 32       /* nested, one of those between whom it is: "Oz-Kansas Commission" */
};

typedef struct ent_mention {
    uint32_t first, last; /* tokens [first, last) of the document */
    uint32_t sentence;
    uint32_t entity; /* of the document's entities, or ENT_UNRESOLVED */
    ent_kind kind;
    uint8_t source, flags;
    float confidence;
    int64_t count; /* of a counted class, else 0 */
} ent_mention;

/* An entity as far as this document knows it. */
typedef struct ent_named {
    ent_str key, name, attributes;
    ent_kind kind;
    uint32_t entry;        /* of the lexicon, or UINT32_MAX */
    ENT_VEC(ent_str) seen; /* distinct forms in this document, sorted */
} ent_named;

typedef struct ent_mentions {
    ENT_VEC(ent_named) entities;
    ENT_VEC(ent_mention) items;       /* by first token, the longer first */
    ENT_VEC(uint32_t) sentence_first; /* items of sentence s are [sentence_first[s], sentence_first[s + 1]) */
    ent_map by_key;                   /* key → entities */
    uint32_t self_instrument; /* the document itself, where its title says what it is: a report, a resolution; else
                                 UINT32_MAX */
    uint32_t self_event;      /* the meeting its title names or it tells of; else UINT32_MAX */
    uint32_t *topics;         /* section → what its page is about, or ENT_UNRESOLVED; NULL where no page tells */
    uint32_t self_event_word; /* what the text calls it where its name does not say: "webinar"; else 0 */
} ent_mentions;

/* The document's entity with this key, added when it is new. */
uint32_t ent_mentions_entity(ent_arena *arena, ent_mentions *mentions, ent_kind kind, ent_str key, ent_str name,
                             ent_str attributes);

/* Finds all mentions: lexicon, symbols, definitions, names by form, classes; then decides what short forms and
 * references mean from what the document named. */
void ent_mentions_find(ent_arena *arena, const ent_lexicon *lexicon, const ent_vocabulary *vocabulary,
                       const ent_segments *segments, ent_mentions *out);

#endif
