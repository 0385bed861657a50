/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/os.h"
#include "core/front/escape.h"
#include "core/front/progress.h"
#include "importers/annotations/annotate.h"
#include "importers/annotations/exported.h"
#include "importers/edit/names.h"
#include "importers/importers.h"
#include "importers/pipeline.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_JOBS = 256 };

static const ent_option options[] = {
    {"jobs", 'j', "N", "cores to use (default: all); the database is the same for any N"},
    {"dry-run", 0, NULL, "tell what would be added, and write nothing"},
    {"annotator", 0, "NAME",
     "the rule of evidence from annotations that name none (default: brat, or the file's name)"},
    {0}};

static const ent_column columns[] = {
    {"path", "the file", true, NULL},
    {"document", "its key in the database", true, NULL},
    {"format", "what it was read as; empty where it was not read again", false, NULL},
    {"status", "new, unchanged, updated, annotated, failed, or rendering of another document", false, NULL},
    {"entities", "added to the database", false, NULL},
    {"relations", "added to the database", false, NULL},
    {"passages", "added to the database", false, NULL},
    {"error", "why it failed", true, NULL},
    {0}};

/* ---- which files ------------------------------------------------------------------------------------------------- */

/* "./a//b" is "a/b": one file has one path however it was typed. */
static ent_str clean_path(ent_arena *arena, ent_str path)
{
    char *out = ent_arena_alloc(arena, path.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < path.len; i++) {
        bool begins = n == 0 || out[n - 1] == '/';
        if (begins && path.data[i] == '.' && i + 1 < path.len && path.data[i + 1] == '/')
            i++;
        else if (!(begins && path.data[i] == '/' && i > 0))
            out[n++] = path.data[i];
    }
    return (ent_str){out, n};
}

static void add_row(ent_context *context, ent_str path, ent_str document, ent_str format, ent_str status,
                    const ent_store_result *result, ent_str error)
{
    const ent_cell row[] = {
        ent_cell_text(path),
        document.len ? ent_cell_text(document) : ent_cell_empty(),
        format.len ? ent_cell_text(format) : ent_cell_empty(),
        ent_cell_text(status),
        ent_cell_int(result->entities),
        ent_cell_int(result->relations),
        ent_cell_int(result->passages),
        error.len ? ent_cell_text(error) : ent_cell_empty(),
    };
    ent_table_add(context->table, row);
}

/* A document that fails has its row, and its line unless the one before it failed for the same reason (of all
 * documents that a full disk leaves out, one line); the others are stored all the same. */
static void add_failure(ent_context *context, ent_str path, const ent_error *err, const ent_error *last)
{
    const ent_store_result nothing = {0};
    context->exit_status = ENT_FAILED;
    if (!last || strcmp(last->what, err->what) != 0 || strcmp(last->why, err->why) != 0)
        fprintf(context->notes, "entente: %s: %s\n", ent_escape_line(context->arena, ent_str_from(err->what)).data,
                ent_escape_line(context->arena, ent_str_from(err->why)).data);
    add_row(context, path, ENT_STR_EMPTY, ENT_STR_EMPTY, ENT_STR("failed"), &nothing, ent_str_from(err->why));
}

static void list_argument(ent_context *context, const char *path, ent_str_vec *files)
{
    ent_error err;
    ent_str_vec unread = {0};
    if (strcmp(path, "-") == 0)
        ent_vec_push(context->arena, files, ENT_STR("-"));
    else if (ent_os_list_files(context->arena, path, files, &unread, &err) != ENT_OK)
        add_failure(context, ent_str_from(path), &err, NULL);
    for (size_t i = 0; i < unread.n; i++) {
        ent_fail(&err, ENT_FAILED, unread.items[i].data, "the folder cannot be opened");
        add_failure(context, unread.items[i], &err, NULL);
    }
}

/* In byte order, each once. */
static void sort_files(ent_str_vec *files)
{
    size_t n = 0;
    if (files->n)
        qsort(files->items, files->n, sizeof *files->items, ent_str_cmp_qsort);
    for (size_t i = 0; i < files->n; i++)
        if (n == 0 || !ent_str_eq(files->items[i], files->items[n - 1]))
            files->items[n++] = files->items[i];
    files->n = n;
}

/* All files, sorted, each once. The database itself may lie among them. */
static ent_str_vec list_files(ent_context *context)
{
    ent_str_vec files = {0};
    for (size_t i = 0; i < context->n_arguments; i++)
        list_argument(context, context->arguments[i], &files);
    for (size_t i = 0; i < files.n; i++)
        files.items[i] = clean_path(context->arena, files.items[i]);
    size_t n = 0;
    for (size_t i = 0; i < files.n; i++)
        if (!ent_os_is_same(files.items[i].data, context->store_path))
            files.items[n++] = files.items[i];
    files.n = n;
    sort_files(&files);
    return files;
}

/* Takes the files of annotations out of `files`: they are read when all documents are there. The text beside a brat
 * file is one of these documents. */
static ent_str_vec take_annotations(ent_context *context, ent_str_vec *files)
{
    ent_str_vec annotations = {0}, documents = {0};
    for (size_t i = 0; i < files->n; i++) {
        ent_str path = files->items[i];
        ent_annotation_format format = ent_annotation_format_of(path);
        if (format == ENT_NO_ANNOTATION)
            ent_vec_push(context->arena, &documents, path);
        else if (format != ENT_ANNOTATION_SETTINGS)
            ent_vec_push(context->arena, &annotations, path);
        ent_str text = ent_annotation_text_beside(context->arena, path);
        if (format == ENT_ANNOTATION_BRAT && ent_os_exists(text.data))
            ent_vec_push(context->arena, &documents, text);
    }
    sort_files(&documents);
    *files = documents;
    return annotations;
}

static bool is_exported(const ent_context *context, ent_str path)
{
    ent_document_row row;
    bool found = false;
    ent_str beside = ent_arena_format(context->arena, ENT_STR_FMT ".ann",
                                      ENT_STR_ARG(ent_str_slice(path, 0, path.len > 4 ? path.len - 4 : 0)));
    return ent_str_ends(path, ENT_STR(".txt")) && ent_os_exists(beside.data) &&
           ent_exported_find(context->store, context->arena, path, &row, &found, NULL) == ENT_OK && found;
}

/* Leaves out the texts of brat files that this database wrote: their documents are there. */
static void leave_out_exported(const ent_context *context, ent_str_vec *files)
{
    size_t n = 0;
    for (size_t i = 0; i < files->n; i++)
        if (!is_exported(context, files->items[i]))
            files->items[n++] = files->items[i];
    files->n = n;
}

/* ---- what became of them ----------------------------------------------------------------------------------------- */

typedef struct importing {
    ent_context *context;
    ent_progress progress;
    ent_error last; /* failure that was noted */
    size_t n_done, n_files;
} importing;

static ent_str status_words(ent_arena *arena, const ent_store_result *result)
{
    switch (result->status) {
    case ENT_DOCUMENT_NEW:
        return ENT_STR("new");
    case ENT_DOCUMENT_UNCHANGED:
        return ENT_STR("unchanged");
    case ENT_DOCUMENT_UPDATED:
        return ENT_STR("updated");
    case ENT_DOCUMENT_RENDERING:
        break;
    }
    return ent_arena_format(arena, "rendering of " ENT_STR_FMT, ENT_STR_ARG(result->rendering_of));
}

static bool note_progress(void *self, size_t n)
{
    importing *i = self;
    i->n_done = n;
    ent_progress_step(&i->progress, n, i->n_files);
    return !i->context->interrupted();
}

static void note_outcome(void *self, const ent_outcome *outcome)
{
    importing *i = self;
    const ent_store_result *result = &outcome->result;
    if (outcome->status == ENT_OK) {
        ent_str status = status_words(i->context->arena, result);
        add_row(i->context, outcome->path, result->document, outcome->format, status, result, ENT_STR_EMPTY);
    } else {
        ent_progress_end(&i->progress);
        add_failure(i->context, outcome->path, outcome->error, &i->last);
        i->last = *outcome->error;
    }
}

static ent_status import_files(ent_context *context, const ent_pipeline *pipeline, ent_error *err)
{
    importing i = {
        .context = context, .progress = ent_progress_begin("import", context->quiet), .n_files = pipeline->n_paths};
    const ent_watcher watcher = {&i, note_progress, note_outcome};
    ent_status status = ent_pipeline_run(pipeline, &watcher, err);
    ent_progress_end(&i.progress);
    if (i.n_done < i.n_files)
        ent_context_note(context, "stopped after %zu of %zu documents; those are stored", i.n_done, i.n_files);
    return status;
}

/* ---- annotations ------------------------------------------------------------------------------------------------- */

static void note_refusal(void *self, const char *file, uint32_t line, const char *why)
{
    ent_context *context = self;
    context->exit_status = ENT_FAILED;
    fprintf(context->notes, "entente: %s:%u: refused: %s\n", ent_escape_line(context->arena, ent_str_from(file)).data,
            (unsigned)line, ent_escape_line(context->arena, ent_str_from(why)).data);
}

static void annotate_file(ent_context *context, const ent_annotator *annotator, ent_str path)
{
    ent_error err;
    ent_annotated done;
    if (ent_annotate_file(annotator, context->arena, path, &done, &err) != ENT_OK) {
        add_failure(context, path, &err, NULL);
        return;
    }
    ent_store_result result = {.entities = done.entities, .relations = done.relations, .passages = done.passages};
    ent_str error = done.refused ? ent_arena_format(context->arena, "%zu refused", done.refused) : ENT_STR_EMPTY;
    add_row(context, path, done.document, ent_annotation_format_name(ent_annotation_format_of(path)),
            done.added ? ENT_STR("annotated") : ENT_STR("unchanged"), &result, error);
}

static void annotate_files(ent_context *context, const ent_knowledge *knowledge, const ent_str_vec *files)
{
    ent_annotator annotator = {.store = context->store,
                               .knowledge = knowledge,
                               .name = ent_context_option(context, "annotator"),
                               .refusals = {note_refusal, context}};
    for (size_t i = 0; i < files->n && !context->interrupted(); i++)
        annotate_file(context, &annotator, files->items[i]);
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static ent_status run(ent_context *context, ent_error *err)
{
    ent_knowledge *knowledge = NULL;
    int64_t jobs;
    size_t n_lost = 0;
    ent_status status = ent_context_option_int(context, "jobs", 1, MAX_JOBS, ent_os_cores(), &jobs, err);
    ent_lexicon_names names = ent_edit_names(context->arena, context->store_path);
    if (status == ENT_OK)
        status = ent_knowledge_load_with(context->lexicon, names.items, names.n, &knowledge, err);
    if (status != ENT_OK)
        return status;
    ent_str_vec files = list_files(context); /* before the database puts its own files among them */
    ent_str_vec annotations = take_annotations(context, &files);
    ent_store_mode mode = ent_context_option(context, "dry-run") ? ENT_STORE_COPY : ENT_STORE_CREATE;
    status = ent_store_open(context->store_path, mode, &context->store, err);
    if (status == ENT_OK)
        leave_out_exported(context, &files);
    ent_sink sink = ent_sink_store(context->arena, context->store, knowledge, &n_lost);
    ent_pipeline pipeline = {knowledge, sink, files.items, files.n, (unsigned)jobs};
    if (status == ENT_OK)
        status = import_files(context, &pipeline, err);
    if (status == ENT_OK)
        annotate_files(context, knowledge, &annotations);
    if (n_lost)
        ent_context_note(context, "%zu statements of annotators are not in the new texts; they are kept", n_lost);
    if (status == ENT_OK && ent_table_rows(context->table) == 0)
        ent_context_note(context, "there are no files");
    ent_knowledge_free(knowledge);
    return status;
}

const ent_command ent_command_import = {
    .name = "import",
    .summary = "read documents into the database",
    .usage = "import PATH…",
    .help = "Reads files, folders (with all they hold, hidden files left out) or standard input (-). What a file is, "
            "is told by its content, then by the ending of its name.\n\n"
            "Each document is stored whole or not at all: one that fails is reported, the others are stored, and the "
            "exit code is 1. They are written to disk some megabytes at a time, so that no more than these are lost "
            "when the program is killed. A document that is there already with the same bytes is left alone; one with "
            "other bytes replaces what came from the old ones. Another rendering of a work (the text of a PDF, its "
            "Markdown) adds only what "
            "it alone has. The same files give the same database in any order and with any number of jobs; of "
            "renderings that are "
            "imported one after the other, the one that came first names the work.\n\n"
            "Files of annotations are read after the documents: NAME.ann beside NAME.txt (brat), .jsonl, and the "
            "entities.csv and relations.csv that export writes. A statement is accepted where its quote stands in its "
            "document, its entities are named and the model allows its relation; its rule is the annotator's name. "
            "Each one refused is a line with file, line and reason, and the exit code is 1. What was accepted stays "
            "when the document is imported anew and still holds the words. docs/annotations.md describes the formats.",
    .options = options,
    .columns = columns,
    .needs = ENT_NEEDS_LEXICON,
    .min_arguments = 1,
    .max_arguments = SIZE_MAX,
    .run = run,
};
