/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/json_fields.h"
#include "importers/annotations/read_notes.h"

#define FLAGS JSON_REJECT_DUPLICATES

typedef struct line_reader {
    ent_arena *arena;
    const ent_refusals *refusals;
    ent_notes *notes;
} line_reader;

/* True when a field of the statement has a wrong type, which is said. */
static bool is_faulty(const line_reader *r, const ent_json_fields *fields, ent_str what)
{
    if (fields->fault)
        ent_refuse(r->refusals, r->notes->file, r->notes->line, ENT_STR_FMT "%s%s", ENT_STR_ARG(what),
                   what.len ? ": " : "", fields->fault);
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
    ent_noted_mention m = {.what = what, .line = r->notes->line, .entity = read_entity(fields)};
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
    ent_noted_relation relation = ent_noted_relation_new(what, r->notes->line);
    relation.type = ent_json_text(fields, "type");
    relation.source = read_end(fields, "source");
    relation.target = read_end(fields, "target");
    ent_json_relation(fields, &relation);
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

/* False when the line says nothing that could be read. */
static bool read_object(line_reader *r, const json_t *object)
{
    ent_json_fields fields = {.arena = r->arena, .object = object};
    ent_notes *notes = r->notes;
    notes->document = ent_json_text(&fields, "document");
    notes->path = ent_json_text(&fields, "path");
    notes->format = ent_json_text(&fields, "format");
    notes->title = ent_json_text(&fields, "title");
    notes->date = ent_json_text(&fields, "date");
    notes->text = ent_json_text(&fields, "text");
    ent_str annotator = ent_json_text(&fields, "annotator");
    notes->annotator = annotator.len ? annotator : notes->annotator;
    read_array(r, &fields, "passages", "passage", add_passage);
    read_array(r, &fields, "entities", "entity", add_entity);
    read_array(r, &fields, "mentions", "mention", add_mention);
    read_array(r, &fields, "relations", "relation", add_relation);
    return !is_faulty(r, &fields, ENT_STR_EMPTY);
}

/* False when the caller wants no more. */
static bool read_line(line_reader *r, ent_str line, ent_notes_fn fn, void *context)
{
    json_error_t error;
    json_t *object = json_loadb(line.data, line.len, FLAGS, &error);
    bool more = true;
    if (!object)
        ent_refuse(r->refusals, r->notes->file, r->notes->line, "is not JSON: %s (byte %d)", error.text,
                   error.position);
    else if (!json_is_object(object))
        ent_refuse(r->refusals, r->notes->file, r->notes->line, "is not a JSON object");
    else if (read_object(r, object))
        more = fn(context, r->notes);
    json_decref(object);
    return more;
}

void ent_notes_read_lines(const char *file, ent_str bytes, ent_str annotator, const ent_refusals *refusals,
                          ent_notes_fn fn, void *context)
{
    ent_arena arena = {0};
    uint32_t number = 0;
    bool more = true;
    ent_str rest = ent_str_starts(bytes, ENT_STR("\xEF\xBB\xBF")) ? ent_str_slice(bytes, 3, bytes.len) : bytes, line;
    while (more && ent_str_split(&rest, ENT_STR("\n"), &line)) {
        ent_notes notes = {.file = file, .line = ++number, .annotator = annotator};
        line_reader r = {&arena, refusals, &notes};
        if (ent_str_trim(line).len)
            more = read_line(&r, line, fn, context);
        ent_arena_reset(&arena);
    }
    ent_arena_clear(&arena);
}

void ent_notes_read_record(ent_arena *arena, ent_str record, const ent_refusals *refusals, ent_notes_fn fn,
                           void *context)
{
    ent_notes notes = {.file = "annotation", .line = 1, .annotator = ENT_STR_EMPTY};
    line_reader r = {arena, refusals, &notes};
    read_line(&r, record, fn, context);
}
