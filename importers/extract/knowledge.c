/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/knowledge.h"

#include "core/base/os.h"
#include "importers/extract/text/lexicon_text.h"

#include <stdlib.h>

enum { MAX_RULE_BYTES = 16 * 1024 * 1024 };

ent_status ent_knowledge_folder(ent_arena *arena, ent_str *out, ent_error *err)
{
    const char *wish = getenv("ENTENTE_LEXICON");
    ent_str program = ent_os_program_folder(arena);
    const ent_str tried[] = {
        ent_str_from(wish),
        ent_arena_format(arena, ENT_STR_FMT "/../%s", ENT_STR_ARG(program), ENT_LEXICON_INSTALLED),
        ENT_STR(ENT_LEXICON_SOURCE),
    };
    for (size_t i = 0; i < sizeof tried / sizeof tried[0]; i++)
        if (tried[i].len && ent_os_is_folder(tried[i].data)) {
            *out = tried[i];
            return ENT_OK;
        }
    ent_status status = ent_fail(err, ENT_FAILED, "lexicon", "its folder is not found (looked in %s)", tried[1].data);
    ent_error_hint(err, "set ENTENTE_LEXICON to the folder that holds relations.rules");
    return status;
}

/* Where faults go. */
typedef struct complaining {
    ent_fault_fn complain;
    void *context;
} complaining;

/* What is loaded beside the shipped lexicon. */
typedef struct extras {
    const char *folder; /* or NULL */
    const ent_lexicon_name *names;
    size_t n_names;
} extras;

static ent_status load_rule_file(ent_knowledge *knowledge, ent_arena *arena, ent_str file, const complaining *to,
                                 ent_error *err)
{
    ent_str text;
    ent_spot spot;
    const char *fault;
    ent_status status = ent_os_read_file(arena, file.data, MAX_RULE_BYTES, &text, err);
    if (status != ENT_OK)
        return status;
    if (ent_lexicon_text_begin(file, &text, &spot, &fault))
        return ent_rules_add(&knowledge->rules, &knowledge->vocabulary, file, text, to->complain, to->context, err);
    if (to->complain)
        to->complain(to->context, spot, fault);
    return ent_fail_at(err, spot, fault);
}

/* Goes on behind a file with faults, so that all are told; the error is the first. */
static ent_status load_rules(ent_knowledge *knowledge, ent_arena *arena, const char *folder, const complaining *to,
                             ent_error *err)
{
    ent_str_vec files = {0}, unread = {0};
    ent_error later;
    ent_status status = ent_os_list_files(arena, folder, &files, &unread, err);
    for (size_t i = 0; i < files.n; i++) {
        if (!ent_str_ends(files.items[i], ENT_STR(".rules")))
            continue;
        ent_status one = load_rule_file(knowledge, arena, files.items[i], to, status == ENT_OK ? err : &later);
        status = status == ENT_OK ? one : status;
    }
    return status;
}

static ent_status load(ent_knowledge *knowledge, ent_arena *arena, const extras *more, const complaining *to,
                       ent_error *err)
{
    ent_str shipped;
    ent_status status = ent_knowledge_folder(arena, &shipped, err);
    if (status != ENT_OK)
        return status;
    const char *const folders[] = {shipped.data, more->folder};
    size_t n_folders = more->folder ? 2 : 1;
    ent_error later;
    for (size_t i = 0; status == ENT_OK && i < n_folders; i++) /* first: so the sets of their words are small */
        status = load_rules(knowledge, arena, folders[i], to, err);
    ent_status names = ent_lexicon_load(folders, n_folders, &knowledge->vocabulary, to->complain, to->context,
                                        &knowledge->lexicon, status == ENT_OK ? err : &later);
    status = status == ENT_OK ? names : status;
    if (status != ENT_OK)
        return status;
    ent_lexicon_add_names(knowledge->lexicon, &knowledge->vocabulary, more->names, more->n_names);
    ent_vocabulary_finish(&knowledge->vocabulary);
    return ent_rules_finish(&knowledge->rules, &knowledge->vocabulary, err);
}

static ent_status load_new(const extras *more, const complaining *to, ent_knowledge **out, ent_error *err)
{
    ent_arena arena = {0};
    ent_knowledge *knowledge = ent_heap_resize(NULL, sizeof *knowledge);
    *knowledge = (ent_knowledge){0};
    ent_vocabulary_init(&knowledge->vocabulary);
    ent_status status = load(knowledge, &arena, more, to, err);
    ent_arena_clear(&arena);
    if (status != ENT_OK) {
        ent_knowledge_free(knowledge);
        return status;
    }
    *out = knowledge;
    return ENT_OK;
}

ent_status ent_knowledge_load(const char *extra, ent_fault_fn complain, void *context, ent_knowledge **out,
                              ent_error *err)
{
    return load_new(&(extras){.folder = extra}, &(complaining){complain, context}, out, err);
}

ent_status ent_knowledge_load_with(const char *extra, const ent_lexicon_name *names, size_t n_names,
                                   ent_knowledge **out, ent_error *err)
{
    return load_new(&(extras){extra, names, n_names}, &(complaining){NULL, NULL}, out, err);
}

void ent_knowledge_free(ent_knowledge *knowledge)
{
    if (!knowledge)
        return;
    ent_rules_clear(&knowledge->rules);
    ent_lexicon_free(knowledge->lexicon);
    ent_vocabulary_clear(&knowledge->vocabulary);
    free(knowledge);
}
