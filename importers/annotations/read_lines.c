/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/map.h"
#include "importers/annotations/json_fields.h"
#include "importers/annotations/read_notes.h"

#define FLAGS JSON_REJECT_DUPLICATES

/* Reads one line into the notes of its document. */
typedef struct line_reader {
    ent_arena *arena;
    const ent_refusals *refusals;
    const char *file;
    uint32_t line;
    ent_str annotator; /* whose the line is */
    ent_notes *notes;
} line_reader;

/* True when a field of the statement has a wrong type, which is said. */
static bool is_faulty(const line_reader *r, const ent_json_fields *fields, ent_str what)
{
    if (fields->fault)
        ent_refuse(r->refusals, r->file, r->line, ENT_STR_FMT "%s%s", ENT_STR_ARG(what), what.len ? ": " : "",
                   fields->fault);
    return fields->fault != NULL;
}

static ent_noted_entity read_entity(ent_json_fields *fields)
{
    return (ent_noted_entity){ent_json_text(fields, "key"), ent_json_text(fields, "kind"),
                              ent_json_text(fields, "name"), ent_json_texts(fields, "aliases"),
                              ent_json_attributes(fields, "attributes")};
}

static void add_entity(line_reader *r, ent_json_fields *fields, ent_str what)
{
    ent_noted_entity entity = read_entity(fields);
    if (!is_faulty(r, fields, what))
        ent_vec_push(r->arena, &r->notes->entities, entity);
}

static void add_mention(line_reader *r, ent_json_fields *fields, ent_str what)
{
    ent_noted_mention m = {.what = what, .line = r->line, .entity = read_entity(fields)};
    m.quote.words = ent_json_text(fields, "quote");
    m.quote.place = ent_json_count(fields, "begin", SIZE_MAX);
    m.quote.hint = m.quote.place == SIZE_MAX ? ENT_HINT_NONE : ENT_HINT_CHARACTER;
    m.confidence = ent_json_number(fields, "confidence", ENT_DEFAULT_CONFIDENCE);
    if (!is_faulty(r, fields, what))
        ent_vec_push(r->arena, &r->notes->mentions, m);
}

/* An end of a relation: a key, or an object like a mention's entity. */
static ent_noted_entity read_end(ent_json_fields *fields, const char *name)
{
    const json_t *end = json_object_get(fields->object, name);
    ent_json_fields inner = {.arena = fields->arena, .object = end};
    if (!json_is_object(end))
        return (ent_noted_entity){ent_json_text(fields, name), ENT_STR_EMPTY, ENT_STR_EMPTY, ENT_STR_EMPTY,
                                  ENT_STR_EMPTY};
    ent_noted_entity entity = read_entity(&inner);
    fields->fault = fields->fault ? fields->fault : inner.fault;
    return entity;
}

static void add_relation(line_reader *r, ent_json_fields *fields, ent_str what)
{
    ent_noted_relation relation = ent_noted_relation_new(what, r->line);
    relation.type = ent_json_text(fields, "type");
    relation.source = read_end(fields, "source");
    relation.target = read_end(fields, "target");
    ent_json_relation(fields, &relation);
    relation.rule = relation.rule.len ? relation.rule : r->annotator;
    if (!is_faulty(r, fields, what))
        ent_vec_push(r->arena, &r->notes->relations, relation);
}

static void add_passage(line_reader *r, ent_json_fields *fields, ent_str what)
{
    ent_fact_passage passage = {ent_json_count(fields, "begin", 0), ent_json_count(fields, "end", 0),
                                (uint32_t)ent_json_count(fields, "line", 1),
                                (uint32_t)ent_json_count(fields, "page", 0), ent_json_text(fields, "section")};
    if (!is_faulty(r, fields, what))
        ent_vec_push(r->arena, &r->notes->passages, passage);
}

/* Each object of an array of the document's. */
static void read_array(line_reader *r, ent_json_fields *document, const char *name, const char *what,
                       void (*add)(line_reader *, ent_json_fields *, ent_str))
{
    const json_t *array = ent_json_array(document, name);
    for (size_t i = 0; array && i < json_array_size(array); i++) {
        ent_json_fields fields = {.arena = r->arena, .object = json_array_get(array, i)};
        ent_str which = ent_arena_format(r->arena, "%s %zu", what, i + 1);
        if (!json_is_object(fields.object))
            fields.fault = "is not an object";
        if (!is_faulty(r, &fields, which))
            add(r, &fields, which);
    }
}

/* What the line is about; false when that cannot be read. */
static bool read_document(line_reader *r, const json_t *object, ent_notes *out)
{
    ent_json_fields fields = {.arena = r->arena, .object = object};
    *out = (ent_notes){.file = r->file,
                       .line = r->line,
                       .annotator = r->annotator,
                       .document = ent_json_text(&fields, "document"),
                       .path = ent_json_text(&fields, "path"),
                       .format = ent_json_text(&fields, "format"),
                       .title = ent_json_text(&fields, "title"),
                       .date = ent_json_text(&fields, "date"),
                       .meeting = ent_json_text(&fields, "meeting"),
                       .text = ent_json_text(&fields, "text")};
    ent_str annotator = ent_json_text(&fields, "annotator");
    r->annotator = annotator.len ? annotator : r->annotator;
    return !is_faulty(r, &fields, ENT_STR_EMPTY);
}

static void read_statements(line_reader *r, const json_t *object)
{
    ent_json_fields fields = {.arena = r->arena, .object = object};
    read_array(r, &fields, "passages", "passage", add_passage);
    read_array(r, &fields, "entities", "entity", add_entity);
    read_array(r, &fields, "mentions", "mention", add_mention);
    read_array(r, &fields, "relations", "relation", add_relation);
    is_faulty(r, &fields, ENT_STR_EMPTY);
}

/* The object on a line, NULL where there is none. */
static json_t *load(const line_reader *r, ent_str line)
{
    json_error_t error;
    json_t *object = json_loadb(line.data, line.len, FLAGS, &error);
    if (!object)
        ent_refuse(r->refusals, r->file, r->line, "is not JSON: %s (byte %d)", error.text, error.position);
    else if (!json_is_object(object))
        ent_refuse(r->refusals, r->file, r->line, "is not a JSON object");
    if (json_is_object(object))
        return object;
    json_decref(object);
    return NULL;
}

/* ---- a file ------------------------------------------------------------------------------------------------------ */

/* Lines about documents that are there wait for each other, so that a document is looked at once however many lines
 * speak of it. A line that brings a text is done with at once: texts are large. */
typedef struct file_reader {
    ent_arena arena; /* of what waits */
    ENT_VEC(ent_notes) waiting;
    ent_map by_document; /* key and path → waiting */
    ent_notes_fn fn;
    void *context;
} file_reader;

static ent_notes *notes_of(file_reader *f, const ent_notes *about)
{
    ent_str document = ent_arena_format(&f->arena, ENT_STR_FMT "\n" ENT_STR_FMT, ENT_STR_ARG(about->document),
                                        ENT_STR_ARG(about->path));
    uint32_t at = ent_map_find_or_set(&f->arena, &f->by_document, document, (uint32_t)f->waiting.n);
    if (at == f->waiting.n)
        ent_vec_push(&f->arena, &f->waiting, *about);
    return &f->waiting.items[at];
}

/* False when the caller wants no more. */
static bool read_line(file_reader *f, line_reader *r, const json_t *object)
{
    ent_arena own = {0};
    ent_notes notes;
    bool brings_text = json_is_string(json_object_get(object, "text")), more = true;
    r->arena = brings_text ? &own : &f->arena;
    r->notes = &notes;
    if (read_document(r, object, &notes)) {
        r->notes = brings_text ? &notes : notes_of(f, &notes);
        read_statements(r, object);
        more = !brings_text || f->fn(f->context, &notes);
    }
    ent_arena_clear(&own);
    return more;
}

void ent_notes_read_lines(const char *file, ent_str bytes, ent_str annotator, const ent_refusals *refusals,
                          ent_notes_fn fn, void *context)
{
    file_reader f = {.fn = fn, .context = context};
    ent_str rest = bytes, line;
    bool more = true;
    for (uint32_t number = 1; more && ent_str_split(&rest, ENT_STR("\n"), &line); number++) {
        line_reader r = {.refusals = refusals, .file = file, .line = number, .annotator = annotator};
        json_t *object = ent_str_trim(line).len ? load(&r, line) : NULL;
        if (object)
            more = read_line(&f, &r, object);
        json_decref(object);
    }
    for (size_t i = 0; i < f.waiting.n && more; i++)
        more = fn(context, &f.waiting.items[i]);
    ent_arena_clear(&f.arena);
}

void ent_notes_read_record(ent_arena *arena, ent_str record, const ent_refusals *refusals, ent_notes *notes)
{
    line_reader r = {
        .arena = arena, .refusals = refusals, .file = notes->file, .annotator = ENT_STR_EMPTY, .notes = notes};
    json_t *object = load(&r, record);
    if (object)
        read_statements(&r, object);
    json_decref(object);
}
