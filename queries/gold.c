/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/gold.h"

#include "core/model/key.h"

#include <stdlib.h>

enum { MOST_BYTES = 64 << 20 };

static const ent_str entity_ending = {".entities.tsv", 13}, relation_ending = {".relations.tsv", 14};

/* ---- tab-separated values ---------------------------------------------------------------------------------------- */

typedef enum field {
    KEY,
    KIND,
    NAME,
    ALIASES,
    TYPE,
    SOURCE,
    TARGET,
    ATTRIBUTES,
    LEVEL,
    LINE,
    QUOTE,
    N_FIELDS,
    OTHER
} field;

typedef struct heading {
    const char *name;
    field field;
} heading;

static const heading entity_headings[] = {{"key", KEY},
                                          {"id", KEY},
                                          {"kind", KIND},
                                          {"type", KIND},
                                          {"name", NAME},
                                          {"label", NAME},
                                          {"aliases", ALIASES},
                                          {"alias", ALIASES},
                                          {"surface_forms", ALIASES},
                                          {"attributes", ATTRIBUTES},
                                          {NULL, OTHER}};
static const heading relation_headings[] = {{"type", TYPE},
                                            {"relation", TYPE},
                                            {"source", SOURCE},
                                            {"source_name", SOURCE},
                                            {"source_key", SOURCE},
                                            {"src", SOURCE},
                                            {"from", SOURCE},
                                            {"target", TARGET},
                                            {"target_name", TARGET},
                                            {"target_key", TARGET},
                                            {"dst", TARGET},
                                            {"to", TARGET},
                                            {"line", LINE},
                                            {"quote", QUOTE},
                                            {"evidence", QUOTE},
                                            {"level", LEVEL},
                                            {"role", ATTRIBUTES},
                                            {"role_or_attrs", ATTRIBUTES},
                                            {NULL, OTHER}};
static const field entity_order[] = {KEY, KIND, NAME, ALIASES, ATTRIBUTES, N_FIELDS};
static const field relation_order[] = {TYPE, SOURCE, TARGET, ATTRIBUTES, OTHER, OTHER, LEVEL, LINE, QUOTE, N_FIELDS};

/* A file being read: its rows come one by one as cells by field. */
typedef struct sheet {
    const char *path;
    ent_str rest;
    uint32_t line; /* of the current row */
    const heading *headings;
    const field *needed;  /* three that no row lacks */
    ENT_VEC(field) order; /* what stands in each column */
    bool begun;
    ent_str cells[N_FIELDS];
} sheet;

static field find_heading(const sheet *s, ent_str name)
{
    for (const heading *h = s->headings; h->name; h++)
        if (ent_str_is_nocase(name, h->name))
            return h->field;
    return OTHER;
}

static bool has_needed(const sheet *s)
{
    for (size_t i = 0; i < 3; i++)
        if (!s->cells[s->needed[i]].len)
            return false;
    return true;
}

/* Whether the row is a heading; then the columns stand as it says. */
static bool take_heading(ent_arena *arena, sheet *s, ent_str row, const field *usual)
{
    ent_str rest = row, cell;
    while (ent_str_split(&rest, ENT_STR("\t"), &cell)) {
        field named = find_heading(s, ent_str_trim(cell));
        ent_vec_push(arena, &s->order, named);
        if (named < N_FIELDS)
            s->cells[named] = cell;
    }
    s->begun = true;
    if (has_needed(s))
        return true;
    s->order.n = 0;
    for (size_t i = 0; usual[i] != N_FIELDS; i++)
        ent_vec_push(arena, &s->order, usual[i]);
    return false;
}

static void split_row(sheet *s, ent_str row)
{
    ent_str rest = row, cell;
    for (size_t i = 0; i < N_FIELDS; i++)
        s->cells[i] = ENT_STR_EMPTY;
    for (size_t i = 0; i < s->order.n && ent_str_split(&rest, ENT_STR("\t"), &cell); i++)
        if (s->order.items[i] < N_FIELDS)
            s->cells[s->order.items[i]] = ent_str_trim(cell);
}

/* The next row that has all it needs. */
static bool next_row(ent_arena *arena, sheet *s, const field *usual)
{
    ent_str row;
    while (ent_str_split(&s->rest, ENT_STR("\n"), &row)) {
        s->line++;
        if (!ent_str_trim(row).len || row.data[0] == '#' || (!s->begun && take_heading(arena, s, row, usual)))
            continue;
        split_row(s, row);
        if (has_needed(s))
            return true;
    }
    return false;
}

static ent_status bad_row(const sheet *s, ent_arena *arena, const char *what, ent_str word, ent_error *err)
{
    return ent_fail(err, ENT_FAILED, ent_arena_format(arena, "%s:%u", s->path, s->line).data,
                    "there is no %s '" ENT_STR_FMT "'", what, ENT_STR_ARG(word));
}

/* ---- what the rows say ------------------------------------------------------------------------------------------- */

static bool is_optional(ent_str attributes)
{
    ent_str rest = attributes, pair;
    while (ent_str_split(&rest, ENT_STR(";"), &pair)) {
        size_t equals = ent_str_find(pair, ENT_STR("="), 0);
        if (ent_str_eq(ent_str_trim(ent_str_slice(pair, 0, equals)), ENT_STR("optional")))
            return true;
    }
    return false;
}

static uint32_t find_entity(const ent_gold *gold, ent_str key)
{
    for (size_t i = 0; i < gold->entities.n; i++)
        if (ent_str_eq(gold->entities.items[i].key, key))
            return (uint32_t)i;
    return UINT32_MAX;
}

static void add_names(ent_namer *namer, ent_gold_entity *entity, ent_str names)
{
    ent_str rest = names, name;
    while (ent_str_split(&rest, ENT_STR("|"), &name))
        for (int kind = 0; kind < ENT_N_KINDS; kind++)
            if (ent_kinds_has(entity->kinds, (ent_kind)kind))
                ent_name_set_add(namer, &entity->names, ent_str_trim(name), kind);
}

static ent_status take_entity(ent_namer *namer, const sheet *s, ent_gold_options options, ent_gold *gold,
                              ent_error *err)
{
    ent_str attributes = s->cells[ATTRIBUTES], other, rest = ent_attribute_get(attributes, ENT_STR("altkind"));
    ent_gold_entity entity = {.key = s->cells[KEY], .name = s->cells[NAME]};
    if (!ent_kind_find(s->cells[KIND], &entity.kind))
        return bad_row(s, namer->arena, "kind", s->cells[KIND], err);
    entity.kinds = ENT_KIND_BIT(entity.kind);
    while (ent_str_split(&rest, ENT_STR("|"), &other)) {
        ent_kind kind;
        if (ent_kind_find(ent_str_trim(other), &kind))
            entity.kinds |= ENT_KIND_BIT(kind);
    }
    add_names(namer, &entity, s->cells[NAME]);
    add_names(namer, &entity, s->cells[ALIASES]);
    add_names(namer, &entity, ent_attribute_get(attributes, ENT_STR("accept")));
    ent_name_set_end(&entity.names);
    entity.optional = is_optional(attributes) || (options.no_topics && entity.kind == ENT_TOPIC);
    uint32_t place = find_entity(gold, entity.key);
    if (place == UINT32_MAX)
        ent_vec_push(namer->arena, &gold->entities, entity);
    else
        gold->entities.items[place] = entity;
    return ENT_OK;
}

bool ent_gold_is_ignored(ent_relation_type type)
{
    return type == ENT_MENTIONED_WITH || type == ENT_REPRESENTS || type == ENT_COOPERATES_WITH;
}

static ent_gold_relation *find_relation(ent_gold *gold, const ent_gold_relation *wanted)
{
    for (size_t i = 0; i < gold->relations.n; i++) {
        ent_gold_relation *r = &gold->relations.items[i];
        if (r->type == wanted->type && r->source == wanted->source && r->target == wanted->target)
            return r;
    }
    return NULL;
}

static ent_status take_relation(ent_arena *arena, const sheet *s, ent_gold_options options, ent_gold *gold,
                                ent_error *err)
{
    ent_gold_relation row = {.source = find_entity(gold, s->cells[SOURCE]),
                             .target = find_entity(gold, s->cells[TARGET]),
                             .line = s->cells[LINE],
                             .quote = s->cells[QUOTE]};
    if (!ent_relation_find(s->cells[TYPE], &row.type))
        return bad_row(s, arena, "relation type", s->cells[TYPE], err);
    if (row.source == UINT32_MAX || row.target == UINT32_MAX)
        return bad_row(s, arena, "entity", s->cells[row.source == UINT32_MAX ? SOURCE : TARGET], err);
    row.types = ENT_RELATION_BIT(row.type);
    ent_str other, rest = ent_attribute_get(s->cells[ATTRIBUTES], ENT_STR("alttype"));
    while (ent_str_split(&rest, ENT_STR("|"), &other)) {
        ent_relation_type type;
        if (ent_relation_find(ent_str_trim(other), &type))
            row.types |= ENT_RELATION_BIT(type);
    }
    row.optional = gold->entities.items[row.source].optional || gold->entities.items[row.target].optional ||
                   ent_gold_is_ignored(row.type) || is_optional(s->cells[ATTRIBUTES]) ||
                   (!options.inferred && ent_str_eq(s->cells[LEVEL], ENT_STR("inferred")));
    ent_gold_relation *known = find_relation(gold, &row);
    if (known) {
        known->types |= row.types;
        known->optional = known->optional && row.optional;
    } else
        ent_vec_push(arena, &gold->relations, row);
    return ENT_OK;
}

/* ---- files ------------------------------------------------------------------------------------------------------- */

static ent_status open_sheet(ent_arena *arena, const char *path, sheet *out, ent_error *err)
{
    ent_status status = ent_os_read_file(arena, path, MOST_BYTES, &out->rest, err);
    out->path = path;
    return status;
}

ent_status ent_gold_read(ent_namer *namer, ent_str prefix, ent_gold_options options, ent_gold *out, ent_error *err)
{
    static const field entity_needs[] = {KEY, KIND, NAME}, relation_needs[] = {TYPE, SOURCE, TARGET};
    ent_arena *arena = namer->arena;
    size_t slash = prefix.len;
    while (slash > 0 && prefix.data[slash - 1] != '/')
        slash--;
    *out = (ent_gold){.name = ent_str_slice(prefix, slash, prefix.len)};
    sheet entities = {.headings = entity_headings, .needed = entity_needs};
    sheet relations = {.headings = relation_headings, .needed = relation_needs};
    const char *path = ent_arena_format(arena, ENT_STR_FMT "%s", ENT_STR_ARG(prefix), entity_ending.data).data;
    ent_status status = open_sheet(arena, path, &entities, err);
    while (status == ENT_OK && next_row(arena, &entities, entity_order))
        status = take_entity(namer, &entities, options, out, err);
    path = ent_arena_format(arena, ENT_STR_FMT "%s", ENT_STR_ARG(prefix), relation_ending.data).data;
    if (status != ENT_OK || !ent_os_exists(path))
        return status; /* a document may say nothing of relations */
    status = open_sheet(arena, path, &relations, err);
    while (status == ENT_OK && next_row(arena, &relations, relation_order))
        status = take_relation(arena, &relations, options, out, err);
    return status;
}

ent_status ent_gold_list(ent_arena *arena, const char *path, ent_str_vec *prefixes, ent_error *err)
{
    if (!ent_os_is_folder(path)) {
        const char *file = ent_arena_format(arena, "%s%s", path, entity_ending.data).data;
        if (!ent_os_exists(file))
            return ent_fail(err, ENT_FAILED, file, "there is no such file");
        ent_vec_push(arena, prefixes, ent_str_from(path));
        return ENT_OK;
    }
    ent_str_vec files = {0}, unread = {0};
    ent_status status = ent_os_list_files(arena, path, &files, &unread, err);
    for (size_t i = 0; i < files.n; i++)
        if (ent_str_ends(files.items[i], entity_ending))
            ent_vec_push(arena, prefixes, ent_str_slice(files.items[i], 0, files.items[i].len - entity_ending.len));
    if (status == ENT_OK && prefixes->n == 0)
        return ent_fail(err, ENT_FAILED, path, "holds no gold files (NAME.entities.tsv)");
    return status;
}
