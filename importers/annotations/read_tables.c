/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two tables that export --as csv writes. Columns are told by their names, in any order; some may be missing. */
#include "core/base/map.h"
#include "core/model/key.h"
#include "importers/annotations/read_notes.h"
#include "importers/extract/gazetteer/csv.h"

typedef struct row_reader {
    ent_arena *arena;
    const char *file;
    const ent_refusals *refusals;
    ent_csv csv;
    ent_map columns; /* name → place */
    size_t n_columns;
    ent_csv_record record;
} row_reader;

/* The next row that is whole; the others are refused. */
static bool next_row(row_reader *r)
{
    while (ent_csv_next(r->arena, &r->csv, &r->record)) {
        const char *fault = r->record.fault;
        if (!fault && r->n_columns && r->record.fields.n != r->n_columns)
            fault = ent_arena_format(r->arena, "has %zu fields, the heading has %zu", r->record.fields.n, r->n_columns)
                        .data;
        if (!fault)
            return true;
        ent_refuse(r->refusals, r->file, r->record.line, "%s", fault);
    }
    return false;
}

/* Reads the heading, which must have these columns (NULL ends them). */
static bool open_rows(row_reader *r, ent_str bytes, const char *const *needed)
{
    r->csv = ent_csv_over(bytes);
    bool good = next_row(r);
    for (size_t i = 0; good && i < r->record.fields.n; i++)
        ent_map_set(r->arena, &r->columns, ent_str_trim(r->record.fields.items[i]), (uint32_t)i);
    r->n_columns = good ? r->record.fields.n : 0;
    r->record.fields.items = NULL; /* the heading's fields name the columns from now on */
    r->record.fields.n = r->record.fields.cap = 0;
    for (; *needed; needed++)
        if (ent_map_find(&r->columns, ent_str_from(*needed)) == ENT_MAP_NONE) {
            ent_refuse(r->refusals, r->file, 1, "has no column '%s'", *needed);
            return false;
        }
    return good;
}

static ent_str field(const row_reader *r, const char *name)
{
    uint32_t at = ent_map_find(&r->columns, ent_str_from(name));
    return at == ENT_MAP_NONE ? ENT_STR_EMPTY : r->record.fields.items[at];
}

/* An empty field leaves *out as it is. */
static bool read_count(const row_reader *r, const char *name, int64_t *out)
{
    ent_str text = field(r, name);
    return !text.len || (ent_str_to_int(text, out) && *out >= 0);
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

static bool read_relation(const row_reader *r, ent_noted_relation *out)
{
    int64_t line = 0, page = 0;
    ent_str confidence = field(r, "confidence");
    bool good = read_count(r, "count", &out->count) && read_count(r, "line", &line) && read_count(r, "page", &page) &&
                line <= UINT32_MAX && page <= UINT32_MAX &&
                (!confidence.len || ent_str_to_real(confidence, &out->confidence));
    out->type = field(r, "type");
    out->source.key = field(r, "source");
    out->target.key = field(r, "target");
    out->polarity = field(r, "polarity");
    out->modality = field(r, "modality");
    out->rule = field(r, "rule");
    out->speaker = field(r, "speaker");
    out->holder = field(r, "holder");
    out->role = field(r, "role");
    out->from = field(r, "from");
    out->to = field(r, "to");
    out->section = field(r, "section");
    out->original_line = (uint32_t)line;
    out->page = (uint32_t)page;
    out->quote = (ent_noted_quote){field(r, "quote"), line ? ENT_HINT_LINE : ENT_HINT_NONE, (size_t)line};
    return good;
}

void ent_notes_read_relations(const char *file, ent_str bytes, ent_str annotator, const ent_refusals *refusals,
                              ent_notes_fn fn, void *context)
{
    static const char *const needed[] = {"type", "source", "target", "document", "quote", NULL};
    ent_arena arena = {0};
    row_reader r = {.arena = &arena, .file = file, .refusals = refusals};
    ENT_VEC(ent_notes) documents = {0};
    ent_map by_key = {0};
    bool more = open_rows(&r, bytes, needed);
    while (more && next_row(&r)) {
        ent_noted_relation relation = ent_noted_relation_new(ENT_STR_EMPTY, r.record.line);
        ent_str key = field(&r, "document");
        uint32_t at = ent_map_find_or_set(&arena, &by_key, key, (uint32_t)documents.n);
        if (at == documents.n)
            ent_vec_push(&arena, &documents,
                         (ent_notes){.file = file, .line = relation.line, .annotator = annotator, .document = key});
        if (!read_relation(&r, &relation))
            ent_refuse(refusals, file, relation.line, "line, page, count and confidence are numbers");
        else
            ent_vec_push(&arena, &documents.items[at].relations, relation);
    }
    for (size_t i = 0; i < documents.n && more; i++)
        more = fn(context, &documents.items[i]);
    ent_arena_clear(&arena);
}

/* ---- entities ---------------------------------------------------------------------------------------------------- */

void ent_notes_read_entities(ent_arena *arena, const char *file, ent_str bytes, const ent_refusals *refusals,
                             ent_facts *out)
{
    static const char *const needed[] = {"key", "name", NULL};
    row_reader r = {.arena = arena, .file = file, .refusals = refusals};
    bool more = open_rows(&r, bytes, needed);
    while (more && next_row(&r)) {
        ent_str slug, kind = field(&r, "kind");
        ent_kind said;
        ent_fact_entity entity = {.key = field(&r, "key"),
                                  .name = ent_str_trim(field(&r, "name")),
                                  .aliases = field(&r, "aliases"),
                                  .attributes = field(&r, "attributes")};
        if (!ent_key_parse(entity.key, &entity.kind, &slug))
            ent_refuse(refusals, file, r.record.line, "'" ENT_STR_FMT "' is no key of an entity (kind:name)",
                       ENT_STR_ARG(entity.key));
        else if (kind.len && (!ent_kind_find(kind, &said) || said != entity.kind))
            ent_refuse(refusals, file, r.record.line, "the kind is not that of the key");
        else if (!entity.name.len || entity.name.len > ENT_MAX_NAME)
            ent_refuse(refusals, file, r.record.line, "the name is empty or too long");
        else
            ent_vec_push(arena, &out->entities, entity);
    }
}
