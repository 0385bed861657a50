/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/edit/edit.h"
#include "importers/importers.h"

#include <string.h>

enum { OF_ALL = 1, OF_PLACE = 2, OF_WORDS = 4 }; /* which verbs take an option */

static const ent_option options[] = {
    {"reason", 0, "TEXT", "why; every edit has a reason"},
    {"by", 0, "NAME", "who says so; stands in the rule of evidence that was added or confirmed"},
    {"document", 0, "D", "add-relation, reject, confirm: the document with the words"},
    {"line", 0, "N", "the line of the original on which the sentence begins"},
    {"quote", 0, "TEXT", "the words, letter by letter; to reject or confirm, a part of them is enough"},
    {"polarity", 0, "WHICH", "add-relation: affirmed or negated (default: affirmed)"},
    {"modality", 0, "WHICH", "add-relation: stated, possible, normative, mandated, conditional or reported"},
    {"speaker", 0, "TEXT", "add-relation: whose words they are, as the text gives it"},
    {"holder", 0, "TEXT", "add-relation: whose position it is, where it is not the speaker's"},
    {"role", 0, "TEXT", "add-relation: in what role"},
    {"count", 0, "N", "add-relation: of how many, where the text counts"},
    {"from", 0, "DATE", "add-relation: since when; --to DATE: until when"},
    {"to", 0, "DATE", "add-relation: until when"},
    {0}};

static int verbs_of_option(const char *name)
{
    static const char *const all[] = {"reason", "by"}, *const place[] = {"document", "line", "quote"};
    for (size_t i = 0; i < 2; i++)
        if (strcmp(name, all[i]) == 0)
            return OF_ALL;
    for (size_t i = 0; i < 3; i++)
        if (strcmp(name, place[i]) == 0)
            return OF_PLACE;
    return OF_WORDS;
}

typedef struct verb {
    const char *name, *second; /* "alias", "add" */
    size_t n_words;            /* behind it */
    int takes;                 /* options */
    ent_edit_what what;
    ent_status (*read)(ent_editing *e, ent_error *err);
} verb;

static const verb verbs[] = {
    {"merge", NULL, 2, OF_ALL, ENT_EDIT_MERGE, ent_editing_merge},
    {"rename", NULL, 2, OF_ALL, ENT_EDIT_RENAME, ent_editing_rename},
    {"retype", NULL, 2, OF_ALL, ENT_EDIT_RETYPE, ent_editing_retype},
    {"alias", "add", 2, OF_ALL, ENT_EDIT_ALIAS_ADD, ent_editing_alias_add},
    {"alias", "remove", 2, OF_ALL, ENT_EDIT_ALIAS_REMOVE, ent_editing_alias_remove},
    {"add-relation", NULL, 3, OF_ALL | OF_PLACE | OF_WORDS, ENT_EDIT_ADD_RELATION, ent_editing_add_relation},
    {"reject", NULL, 1, OF_ALL | OF_PLACE, ENT_EDIT_REJECT, ent_editing_reject_entity},
    {"reject", NULL, 3, OF_ALL | OF_PLACE, ENT_EDIT_REJECT, ent_editing_judge},
    {"confirm", NULL, 3, OF_ALL | OF_PLACE, ENT_EDIT_CONFIRM, ent_editing_judge},
};

static ent_status not_understood(const char *word, ent_error *err)
{
    ent_status status = ent_fail(err, ENT_USAGE, word, "is not understood here");
    ent_error_hint(err, "'entente help edit' lists the verbs and what each wants");
    return status;
}

static const verb *find_verb(const ent_context *context)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        const verb *v = &verbs[i];
        size_t n = v->second ? 2 : 1;
        if (strcmp(v->name, context->arguments[0]) == 0 && context->n_arguments == n + v->n_words &&
            (!v->second || strcmp(v->second, context->arguments[1]) == 0))
            return v;
    }
    return NULL;
}

static ent_status check_options(const ent_context *context, int taken, ent_error *err)
{
    for (size_t i = 0; i < context->n_given; i++) {
        const char *name = context->given[i].option->name;
        if (!(verbs_of_option(name) & taken))
            return ent_fail(err, ENT_USAGE, ent_arena_format(context->arena, "--%s", name).data, "is not for '%s'",
                            context->arguments[0]);
    }
    return ENT_OK;
}

/* ---- the log ----------------------------------------------------------------------------------------------------- */

static bool keep(void *context, const ent_edit *edit)
{
    ent_editing *e = context;
    ent_arena *arena = e->context->arena;
    ent_edit kept = {.id = edit->id,
                     .what = edit->what,
                     .entity = ent_arena_str(arena, edit->entity),
                     .target = ent_arena_str(arena, edit->target),
                     .undone = edit->undone,
                     .applied = edit->applied};
    ent_vec_push(arena, &e->log, kept);
    return true;
}

static bool show(void *context, const ent_edit *edit)
{
    ent_edit_show(context, edit);
    return true;
}

static ent_status list(ent_context *context, ent_error *err)
{
    ent_status status = check_options(context, 0, err);
    if (status == ENT_OK)
        status = ent_context_open(context, ENT_STORE_READ, err);
    if (status == ENT_OK)
        status = ent_store_each_edit(context->store, show, context->table, err);
    if (status == ENT_OK && ent_table_rows(context->table) == 0)
        ent_context_note(context, "nothing was edited");
    return status;
}

typedef struct wish {
    ent_table *table;
    int64_t id;
} wish;

static bool show_one(void *context, const ent_edit *edit)
{
    wish *w = context;
    if (edit->id == w->id)
        ent_edit_show(w->table, edit);
    return edit->id < w->id;
}

static ent_status show_edit(ent_context *context, int64_t id, ent_error *err)
{
    wish w = {context->table, id};
    return ent_store_each_edit(context->store, show_one, &w, err);
}

/* ---- what it changes --------------------------------------------------------------------------------------------- */

typedef struct tally {
    ent_store_counts counts;
    size_t n_waiting;
} tally;

static bool count_waiting(void *context, const ent_edit *edit)
{
    tally *t = context;
    t->n_waiting += !edit->undone && !edit->applied;
    return true;
}

static ent_status count(ent_context *context, tally *out, ent_error *err)
{
    *out = (tally){.n_waiting = 0};
    ent_status status = ent_store_count(context->store, &out->counts, err);
    return status == ENT_OK ? ent_store_each_edit(context->store, count_waiting, out, err) : status;
}

static ent_status note_change(ent_context *context, const tally *before, ent_error *err)
{
    tally after;
    ent_status status = count(context, &after, err);
    if (status != ENT_OK)
        return status;
    ent_context_note(context, "entities %lld → %lld, relations %lld → %lld, evidence %lld → %lld",
                     (long long)before->counts.entities, (long long)after.counts.entities,
                     (long long)before->counts.relations, (long long)after.counts.relations,
                     (long long)before->counts.evidence, (long long)after.counts.evidence);
    if (after.n_waiting > before->n_waiting)
        ent_context_note(context, "edits that wait now for what they are about: %zu; 'entente edit list' shows them",
                         after.n_waiting - before->n_waiting);
    return ENT_OK;
}

/* ---- making one, taking one back --------------------------------------------------------------------------------- */

static ent_status read_reason(ent_editing *e, ent_error *err)
{
    ent_status status = ent_editing_text(e, "reason", &e->edit.reason, err);
    if (status == ENT_OK)
        status = ent_editing_text(e, "by", &e->edit.by, err);
    if (status == ENT_OK && !e->edit.reason.len) {
        status = ent_fail(err, ENT_USAGE, "--reason", "is missing");
        ent_error_hint(err, "say why, for whoever reads the log: --reason TEXT");
    }
    return status;
}

static ent_status make(ent_context *context, const verb *v, ent_error *err)
{
    tally before;
    size_t n = v->second ? 2 : 1;
    ent_editing e = {.context = context, .words = context->arguments + n, .edit = ent_edit_empty(v->what)};
    ent_status status = check_options(context, v->takes, err);
    if (status == ENT_OK)
        status = read_reason(&e, err);
    if (status == ENT_OK)
        status = ent_context_open(context, ENT_STORE_WRITE, err);
    if (status == ENT_OK)
        status = ent_store_each_edit(context->store, keep, &e, err);
    if (status == ENT_OK)
        status = v->read(&e, err);
    if (status == ENT_OK)
        status = count(context, &before, err);
    if (status == ENT_OK)
        status = ent_store_edit(context->store, &e.edit, err);
    if (status == ENT_OK)
        status = show_edit(context, e.edit.id, err);
    return status == ENT_OK ? note_change(context, &before, err) : status;
}

/* The number of the edit to be taken back: the last active one where none was given. */
static ent_status choose(ent_context *context, int64_t *id, ent_error *err)
{
    ent_editing e = {.context = context};
    const char *word = context->n_arguments == 2 ? context->arguments[1] : NULL;
    *id = 0;
    if (word && (!ent_str_to_int(ent_str_from(word), id) || *id < 1)) {
        ent_fail(err, ENT_USAGE, word, "is no number of an edit");
        ent_error_hint(err, "'entente edit list' lists them");
        return ENT_USAGE;
    }
    ent_status status = word ? ENT_OK : ent_store_each_edit(context->store, keep, &e, err);
    for (size_t i = 0; i < e.log.n; i++)
        if (!e.log.items[i].undone)
            *id = e.log.items[i].id;
    if (status == ENT_OK && *id == 0)
        return ent_fail(err, ENT_USAGE, "undo", "there is no active edit");
    return status;
}

static ent_status undo(ent_context *context, ent_error *err)
{
    int64_t id;
    tally before;
    ent_status status = check_options(context, 0, err);
    if (status == ENT_OK)
        status = ent_context_open(context, ENT_STORE_WRITE, err);
    if (status == ENT_OK)
        status = choose(context, &id, err);
    if (status == ENT_OK)
        status = count(context, &before, err);
    if (status == ENT_OK)
        status = ent_store_undo(context->store, id, err);
    if (status == ENT_OK)
        status = show_edit(context, id, err);
    return status == ENT_OK ? note_change(context, &before, err) : status;
}

static ent_status run(ent_context *context, ent_error *err)
{
    const char *name = context->arguments[0];
    const verb *v = find_verb(context);
    if (v)
        return make(context, v, err);
    if (strcmp(name, "list") == 0 && context->n_arguments == 1)
        return list(context, err);
    if (strcmp(name, "undo") == 0 && context->n_arguments <= 2)
        return undo(context, err);
    return not_understood(name, err);
}

const ent_command ent_command_edit = {
    .name = "edit",
    .summary = "mend by hand what reading got wrong; every edit can be undone",
    .usage = "edit VERB … --reason TEXT | edit undo [ID] | edit list",
    .help =
        " edit merge A B                 A is B: what A does, B does; A's names find B\n"
        " edit rename ENTITY NAME        show it under this name; the old one still finds it\n"
        " edit retype ENTITY KIND        it is of another kind\n"
        " edit alias add ENTITY NAME     it goes by this name, too\n"
        " edit alias remove ENTITY NAME  it does not go by this name\n"
        " edit add-relation A TYPE B     with --document D and --line N or --quote TEXT\n"
        " edit reject ENTITY             there is no such thing: hide it and its relations\n"
        " edit reject A TYPE B           it does not hold; with --document, --line, --quote: it is not said there\n"
        " edit confirm A TYPE B          it does: its evidence is certain, and says who confirmed it\n"
        " edit undo [ID]                 take an edit back, the last one unless its number is given\n"
        " edit list                      all edits, and what became of them\n\n"
        "Edits are logged in the database. They hold for what is stored and for what is imported later: after "
        "'merge A B' a new document that names A feeds B, and a rejected relation stays rejected when its document "
        "is read again; a name given by 'alias add' or 'rename' is found there. Documents that have such "
        "a name are read anew when they are next imported after it was given or taken back, though their bytes are the "
        "same; until then what was found under it stays. The order of edits does not matter unless they "
        "contradict each other; then the later one "
        "wins. Undoing one leaves the others in force. An edit whose entity or words are gone from the documents "
        "waits until they come again.\n\n"
        "A relation that the new kind of its ends does not allow, or that would lead from an entity to itself, is "
        "not shown. No relation can be added without words that stand in a document; a note says where neither of "
        "its ends was found in them.",
    .options = options,
    .columns = ent_edit_columns,
    .min_arguments = 1,
    .max_arguments = 4,
    .run = run,
};
