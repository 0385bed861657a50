/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one document says: the shape in which the importers hand facts to a sink, and in which a sink (a store, a
 * count, a file of JSON lines) takes them. Everything lives in the arena of the document's work.
 * Places are byte offsets, half-open, into `text`. Entities, passages are named by their place in the arrays below. */
#ifndef ENT_MODEL_FACTS_H
#define ENT_MODEL_FACTS_H

#include "core/base/arena.h"
#include "core/model/relation.h"

typedef enum ent_polarity { ENT_AFFIRMED, ENT_NEGATED, ENT_N_POLARITIES } ent_polarity;
typedef enum ent_modality {
    ENT_STATED,
    ENT_POSSIBLE,
    ENT_NORMATIVE,
    ENT_MANDATED,
    ENT_CONDITIONAL,
    ENT_REPORTED,
    ENT_N_MODALITIES
} ent_modality;

const char *ent_polarity_name(ent_polarity polarity);
const char *ent_modality_name(ent_modality modality);
bool ent_polarity_find(ent_str name, ent_polarity *out);
bool ent_modality_find(ent_str name, ent_modality *out);

/* A confidence as a person would write it: 0.9, not the nearest float. */
double ent_rounded(float confidence);

/* Where a piece of the text stood in the original file: text byte `text` came from byte `source`, on line `line`.
 * Sorted by `text`; a piece reaches to the next one. */
typedef struct ent_origin {
    size_t text, source;
    uint32_t line; /* 1-based */
} ent_origin;
typedef ENT_VEC(ent_origin) ent_origin_vec;

/* A sentence, heading, list item or table row: the unit of search and of quoting. */
typedef struct ent_fact_passage {
    size_t begin, end;
    uint32_t line;   /* of its first byte in the original, 1-based */
    uint32_t page;   /* 1-based, 0 where there are none */
    ent_str section; /* "Panel II › Key takeaways", empty at the top */
} ent_fact_passage;

typedef struct ent_fact_entity {
    ent_str key; /* "forum:conference-on-disarmament" */
    ent_kind kind;
    ent_str name;
    ent_str aliases;    /* joined by " | ", with the forms seen in the document */
    ent_str attributes; /* "k=v; k=v", sorted by k */
} ent_fact_entity;

typedef struct ent_fact_mention {
    uint32_t entity, passage;
    size_t begin, end;
    float confidence; /* 0..1 that the words name this entity */
} ent_fact_mention;

/* A relation and one piece of evidence for it. */
typedef struct ent_fact_relation {
    ent_relation_type type;
    uint32_t source, target; /* entities */
    uint32_t passage;
    size_t begin, end; /* the quote */
    ent_str rule;      /* the rule or person that found it */
    float confidence;  /* 0..1 */
    ent_polarity polarity;
    ent_modality modality;
    ent_str speaker, holder, role; /* as the text gives them; empty where it does not */
    int64_t count;                 /* of a counted class; 0 where none is given */
    ent_str from, to;              /* ISO 8601 with the precision the text has, or empty */
} ent_fact_relation;

typedef struct ent_facts {
    ent_str key;    /* the document's wished key; empty: made of its path */
    ent_str path;   /* as given */
    ent_str format; /* "text", "markdown" */
    ent_str title;
    ent_str date; /* ISO 8601, or empty */
    ent_str meeting; /* key of the meeting that the document reports, or empty */
    uint64_t hash;  /* of the original bytes */
    ent_str text;   /* UTF-8, as read: lines joined, hyphens mended */
    ent_origin_vec origins;
    ENT_VEC(uint64_t) shingles; /* sorted distinct sample of word shingles, for finding renderings */
    ENT_VEC(ent_fact_passage) passages;
    ENT_VEC(ent_fact_entity) entities;
    ENT_VEC(ent_fact_mention) mentions;
    ENT_VEC(ent_fact_relation) relations;
} ent_facts;

/* Whether it is a date of the calendar, "2022", "2022-05" or "2022-05-09", or empty. */
bool ent_facts_is_date(ent_str s);
/* The last passage that begins at or before a place, UINT32_MAX where there is none. The passages must be in order. */
uint32_t ent_facts_passage_at(const ent_facts *facts, size_t place);

#endif
