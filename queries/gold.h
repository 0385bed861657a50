/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a careful reader found in a document, from two files of tab-separated values:
 *   PREFIX.entities.tsv   key, kind, name, surface forms (joined by " | "), attributes
 *   PREFIX.relations.tsv  type, source key, target key, role and attributes, polarity, speaker, level, line, quote
 * with a heading that may name the columns in another order. Attributes are "k=v; k=v": `optional` makes a row neither
 * a miss nor an error, `altkind`, `alttype` and `accept` are other right answers, joined by "|". */
#ifndef ENT_QUERIES_GOLD_H
#define ENT_QUERIES_GOLD_H

#include "core/base/os.h"
#include "core/model/relation.h"
#include "queries/gold_name.h"

typedef struct ent_gold_entity {
    ent_str key, name;
    ent_kind kind;
    ent_kinds kinds; /* with the other right ones */
    ent_name_set names;
    bool optional;
} ent_gold_entity;

/* All rows of one type between two entities. */
typedef struct ent_gold_relation {
    ent_relation_type type;
    ent_relation_types types; /* with the other right ones */
    uint32_t source, target;  /* entities */
    bool optional;            /* every row is */
    ent_str line, quote;      /* of the first row */
} ent_gold_relation;

typedef struct ent_gold {
    ent_str name; /* the prefix without its folders */
    ENT_VEC(ent_gold_entity) entities;
    ENT_VEC(ent_gold_relation) relations;
} ent_gold;

typedef struct ent_gold_options {
    bool inferred;  /* what only two places together say is required too */
    bool no_topics; /* topics, and relations with one, are optional */
} ent_gold_options;

/* The prefixes of the gold files in a folder, or the one given. */
ent_status ent_gold_list(ent_arena *arena, const char *path, ent_str_vec *prefixes, ent_error *err);
/* Reads one; strings in the namer's arena. A row that names an unknown kind, type or key is an error with file and
 * line. */
ent_status ent_gold_read(ent_namer *namer, ent_str prefix, ent_gold_options options, ent_gold *out, ent_error *err);

/* Types that gold files hold only in part, so that they are not counted. */
bool ent_gold_is_ignored(ent_relation_type type);

#endif
