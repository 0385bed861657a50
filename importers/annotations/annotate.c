/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/annotate.h"

#include "core/base/os.h"
#include "core/base/text.h"
#include "core/front/facts_line.h"
#include "importers/annotations/exported.h"
#include "importers/annotations/made.h"
#include "importers/annotations/read_notes.h"
#include "importers/readers/reader.h"

#include <stdlib.h>

typedef struct refusal {
    uint32_t line, number; /* in the file; in the order in which they came */
    const char *why;
} refusal;

typedef struct annotating {
    const ent_annotator *by;
    ent_arena *results; /* what outlives a document's work */
    ent_arena arena;    /* of one document's work */
    ent_annotated *out;
    ent_refusals refusals; /* kept until the file is read: they come out of order */
    ENT_VEC(refusal) refused;
    ent_status status;
    ent_error *err;
} annotating;

static void keep_refusal(void *self, const char *file, uint32_t line, const char *why)
{
    annotating *a = self;
    (void)file;
    refusal kept = {line, (uint32_t)a->refused.n, ent_arena_cstr(a->results, ent_str_from(why))};
    ent_vec_push(a->results, &a->refused, kept);
}

static int by_line(const void *a, const void *b)
{
    const refusal *x = a, *y = b;
    int order = (x->line > y->line) - (x->line < y->line);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* Hands them on, in the order of the file's lines. */
static void refuse_all(annotating *a, const char *file)
{
    if (a->refused.n)
        qsort(a->refused.items, a->refused.n, sizeof *a->refused.items, by_line);
    for (size_t i = 0; i < a->refused.n; i++)
        a->by->refusals.refuse(a->by->refusals.self, file, a->refused.items[i].line, a->refused.items[i].why);
    a->out->refused = a->refused.n;
}

/* ---- which document ---------------------------------------------------------------------------------------------- */

static ent_status find_document(annotating *a, const ent_notes *notes, ent_document_row *row, bool *found)
{
    ent_str path = notes->path.len ? notes->path : notes->document;
    ent_status status = ENT_OK;
    *found = false;
    if (notes->document.len || path.len)
        status = ent_store_find_document(a->by->store, &a->arena, notes->document, path, row, found, a->err);
    else if (notes->text.len)
        status = ent_store_find_text(a->by->store, &a->arena, notes->text, row, found, a->err);
    return status;
}

static void note_result(annotating *a, ent_str document, const ent_store_result *result, bool added)
{
    ent_annotated *out = a->out;
    out->document = out->documents++ ? ENT_STR_EMPTY : ent_arena_str(a->results, document);
    out->added = out->added || added;
    out->entities += result->entities;
    out->relations += result->relations;
    out->passages += result->passages;
}

static ent_applier applier_of(annotating *a)
{
    return (ent_applier){&a->arena, a->by->store, a->by->knowledge, a->refusals};
}

/* ---- a document that is there ------------------------------------------------------------------------------------ */

static ent_status annotate(annotating *a, const ent_notes *notes, const ent_document_row *row)
{
    ent_selection all = ent_selection_all();
    ent_applier applier = applier_of(a);
    ent_facts base, added;
    ent_store_result result = {.document = row->key};
    size_t n_lost = 0;
    ent_status status = ent_store_get_facts(a->by->store, &a->arena, &all, row, &base, a->err);
    if (status == ENT_OK) /* what was said and is hidden by a correction is not news */
        status = ent_annotate_again(a->by->store, a->by->knowledge, &a->arena, &base, &n_lost, a->err);
    if (status == ENT_OK)
        status = ent_notes_apply(&applier, notes, &base, &added, a->err);
    if (status != ENT_OK)
        return status;
    bool any = added.mentions.n + added.relations.n > 0;
    ent_buf record = {0};
    if (any) {
        ent_facts_line(&added, false, &record);
        status = ent_store_annotate(a->by->store, row->id, &added, ent_buf_str(&record), &result, a->err);
    }
    ent_buf_clear(&record);
    if (status == ENT_OK)
        note_result(a, row->key, &result, any);
    return status;
}

/* ---- a document that comes with its notes ------------------------------------------------------------------------ */

static ent_status store_made(annotating *a, const ent_facts *made)
{
    ent_store_result result;
    ent_status status = ent_store_add(a->by->store, made, &result, a->err);
    if (status == ENT_OK)
        status = ent_store_commit(a->by->store, a->err);
    if (status == ENT_OK)
        note_result(a, result.document, &result, result.status != ENT_DOCUMENT_UNCHANGED);
    return status;
}

/* Quotes and relations at once: the document is nothing but them, and its next edition replaces it as a whole. */
static ent_status make_of_quotes(annotating *a, const ent_notes *notes)
{
    ent_facts skeleton, whole;
    ent_notes pointing = *notes;
    ent_applier applier = applier_of(a);
    ent_made_of_quotes(&a->arena, &pointing, &skeleton);
    ent_status status = ent_notes_apply(&applier, &pointing, &skeleton, &whole, a->err);
    whole.hash = ent_made_hash(&whole);
    return status == ENT_OK && whole.relations.n ? store_made(a, &whole) : status;
}

/* The text first, then what is said about it, as about any document. */
static ent_status make_of_text(annotating *a, const ent_notes *notes)
{
    ent_facts made;
    ent_document_row row;
    bool found;
    if (!ent_made_of_text(&a->arena, a->by->knowledge, notes, &a->refusals, &made))
        return ENT_OK;
    ent_status status = store_made(a, &made);
    if (status == ENT_OK)
        status = ent_store_find_document(a->by->store, &a->arena, ENT_STR_EMPTY, made.path, &row, &found, a->err);
    a->out->documents--; /* it is counted with its notes */
    return status == ENT_OK ? annotate(a, notes, &row) : status;
}

static ent_status take_document(annotating *a, const ent_notes *notes, bool tables)
{
    ent_document_row row;
    bool found;
    ent_status status = find_document(a, notes, &row, &found);
    if (status != ENT_OK)
        return status;
    bool is_made = found && tables && ent_str_eq(row.path, ent_made_path(&a->arena, notes));
    if (found && !is_made)
        return annotate(a, notes, &row);
    if (tables && notes->document.len)
        return make_of_quotes(a, notes);
    if (notes->text.len)
        return make_of_text(a, notes);
    ent_str name = notes->document.len ? notes->document : notes->path;
    if (name.len)
        ent_refuse(&a->refusals, notes->file, notes->line, "the database has no document '" ENT_STR_FMT "'",
                   ENT_STR_ARG(name));
    else
        ent_refuse(&a->refusals, notes->file, notes->line, "names no document and brings none");
    return ENT_OK;
}

static bool take_notes(void *context, const ent_notes *notes)
{
    annotating *a = context;
    a->status = take_document(a, notes, false);
    ent_arena_reset(&a->arena);
    return a->status == ENT_OK;
}

static bool take_rows(void *context, const ent_notes *notes)
{
    annotating *a = context;
    a->status = take_document(a, notes, true);
    ent_arena_reset(&a->arena);
    return a->status == ENT_OK;
}

/* ---- the formats ------------------------------------------------------------------------------------------------- */

static ent_str base_name(ent_str path)
{
    while (path.len && ent_str_find(path, ENT_STR("/"), 0) != ENT_STR_NONE)
        path = ent_str_slice(path, ent_str_find(path, ENT_STR("/"), 0) + 1, path.len);
    return path;
}

ent_annotation_format ent_annotation_format_of(ent_str path)
{
    static const char *const settings[] = {"annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"};
    ent_str name = base_name(path);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (ent_str_is(name, settings[i]))
            return ENT_ANNOTATION_SETTINGS;
    if (ent_str_ends(name, ENT_STR(".ann")))
        return ENT_ANNOTATION_BRAT;
    if (ent_str_ends(name, ENT_STR(".jsonl")))
        return ENT_ANNOTATION_LINES;
    if (ent_str_eq(name, ENT_STR("entities.csv")))
        return ENT_ANNOTATION_ENTITIES;
    return ent_str_eq(name, ENT_STR("relations.csv")) ? ENT_ANNOTATION_RELATIONS : ENT_NO_ANNOTATION;
}

ent_str ent_annotation_format_name(ent_annotation_format format)
{
    return format == ENT_ANNOTATION_BRAT    ? ENT_STR("brat")
           : format == ENT_ANNOTATION_LINES ? ENT_STR("jsonl")
                                            : ENT_STR("csv");
}

ent_str ent_annotation_text_beside(ent_arena *arena, ent_str path)
{
    ent_str stem = ent_str_ends(path, ENT_STR(".ann")) ? ent_str_slice(path, 0, path.len - 4) : path;
    return ent_arena_format(arena, ENT_STR_FMT ".txt", ENT_STR_ARG(stem));
}

/* Notes beside a text that was exported from this database speak of the document that it is the text of. */
static ent_status point_at_exported(annotating *a, ent_arena *arena, ent_notes *notes, ent_str text)
{
    ent_document_row row;
    bool found;
    ent_status status = ent_exported_find(a->by->store, arena, notes->path, &row, &found, a->err);
    if (status != ENT_OK || !found)
        return status;
    notes->document = row.key;
    notes->path = ENT_STR_EMPTY;
    ent_exported_places(notes, text);
    return ENT_OK;
}

static ent_status read_brat(annotating *a, const char *path, ent_str bytes, ent_str name)
{
    ent_arena arena = {0};
    ent_str text, beside = ent_annotation_text_beside(&arena, ent_str_from(path));
    ent_status status = ent_os_read_file(&arena, beside.data, ENT_MAX_DOCUMENT_BYTES, &text, a->err);
    if (status == ENT_OK && ent_text_invalid_at(text) != ENT_STR_NONE)
        status = ent_fail(a->err, ENT_FAILED, beside.data, "is not UTF-8");
    if (status == ENT_OK) {
        ent_notes notes = ent_notes_read_brat(&arena, path, bytes, beside, text, name, &a->refusals);
        status = point_at_exported(a, &arena, &notes, text);
        if (status == ENT_OK)
            take_notes(a, &notes);
        status = status == ENT_OK ? a->status : status;
    }
    ent_arena_clear(&arena);
    return status;
}

static ent_status read_entities(annotating *a, const char *path, ent_str bytes)
{
    ent_facts facts = {.path = ent_str_from(path), .text = ENT_STR_EMPTY};
    ent_store_result result = {.document = ENT_STR_EMPTY};
    ent_notes_read_entities(&a->arena, path, bytes, &a->refusals, &facts);
    ent_status status = ent_store_annotate(a->by->store, (ent_document_id){0}, &facts, ENT_STR_EMPTY, &result, a->err);
    if (status == ENT_OK)
        note_result(a, ENT_STR_EMPTY, &result, result.entities > 0);
    return status;
}

/* Whose statements those are that do not say: the file's name without its ending, for brat the tool's. */
static ent_str default_name(ent_arena *arena, const ent_annotator *by, ent_annotation_format format, ent_str path)
{
    ent_str name = base_name(path), ending = ENT_STR(".jsonl");
    if (by->name)
        return ent_str_from(by->name);
    if (format != ENT_ANNOTATION_LINES || name.len <= ending.len)
        return ent_annotation_format_name(format);
    return ent_arena_str(arena, ent_str_slice(name, 0, name.len - ending.len));
}

static ent_status read_bytes(annotating *a, ent_annotation_format format, const char *path, ent_str bytes)
{
    ent_str name = default_name(a->results, a->by, format, ent_str_from(path));
    switch (format) {
    case ENT_ANNOTATION_BRAT:
        return read_brat(a, path, bytes, name);
    case ENT_ANNOTATION_LINES:
        ent_notes_read_lines(path, bytes, name, &a->refusals, take_notes, a);
        break;
    case ENT_ANNOTATION_ENTITIES:
        return read_entities(a, path, bytes);
    case ENT_ANNOTATION_RELATIONS:
        ent_notes_read_relations(path, bytes, name, &a->refusals, take_rows, a);
        break;
    case ENT_NO_ANNOTATION:
    case ENT_ANNOTATION_SETTINGS:
        break;
    }
    return a->status;
}

ent_status ent_annotate_file(const ent_annotator *annotator, ent_arena *arena, ent_str path, ent_annotated *out,
                             ent_error *err)
{
    annotating a = {.by = annotator, .results = arena, .out = out, .err = err};
    ent_arena file = {0};
    ent_str bytes;
    const char *name = ent_arena_cstr(&file, path);
    a.refusals = (ent_refusals){keep_refusal, &a};
    *out = (ent_annotated){.document = ENT_STR_EMPTY};
    ent_status status = ent_os_read_file(&file, name, ENT_MAX_DOCUMENT_BYTES, &bytes, err);
    if (status == ENT_OK && ent_text_invalid_at(bytes) != ENT_STR_NONE)
        status = ent_fail(err, ENT_FAILED, name, "is not UTF-8");
    if (status == ENT_OK)
        status =
            read_bytes(&a, ent_annotation_format_of(path), name, ent_str_slice(bytes, ent_text_mark(bytes), bytes.len));
    refuse_all(&a, name);
    ent_arena_clear(&a.arena);
    ent_arena_clear(&file);
    return status;
}
