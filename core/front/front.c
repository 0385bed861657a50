/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run of a command from its words to its exit code. */
#include "core/front/escape.h"
#include "core/front/options.h"
#include "core/front/resolve.h"
#include "core/front/signals.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- what a command asks of its context -------------------------------------------------------------------------- */

const char *ent_context_option(const ent_context *context, const char *name)
{
    const char *value = NULL;
    for (size_t i = 0; i < context->n_given; i++)
        if (strcmp(context->given[i].option->name, name) == 0)
            value = context->given[i].value;
    return value;
}

size_t ent_context_option_all(const ent_context *context, const char *name, const char *const **values)
{
    ENT_VEC(const char *) all = {0};
    for (size_t i = 0; i < context->n_given; i++)
        if (strcmp(context->given[i].option->name, name) == 0)
            ent_vec_push(context->arena, &all, context->given[i].value);
    *values = all.items;
    return all.n;
}

ent_status ent_context_option_int(const ent_context *context, const char *name, int64_t min, int64_t max,
                                  int64_t fallback, int64_t *out, ent_error *err)
{
    const char *value = ent_context_option(context, name);
    *out = fallback;
    if (!value)
        return ENT_OK;
    if (!ent_str_to_int(ent_str_from(value), out) || *out < min || *out > max) {
        const char *what = ent_arena_format(context->arena, "--%s", name).data;
        if (max == INT64_MAX)
            return ent_fail(err, ENT_USAGE, what, "'%s' is not a whole number from %lld on", value, (long long)min);
        return ent_fail(err, ENT_USAGE, what, "'%s' is not a whole number from %lld to %lld", value, (long long)min,
                        (long long)max);
    }
    return ENT_OK;
}

/* ---- running ----------------------------------------------------------------------------------------------------- */

static const char *store_path(const ent_request *request)
{
    const char *from_environment = getenv("ENTENTE_DB");
    if (request->database)
        return request->database;
    return from_environment && from_environment[0] ? from_environment : "entente.db";
}

ent_status ent_context_open(ent_context *context, ent_store_mode mode, ent_error *err)
{
    if (mode != ENT_STORE_CREATE && !ent_os_exists(context->store_path)) {
        ent_status status = ent_fail(err, ENT_FAILED, context->store_path, "there is no such database");
        ent_error_hint(err, "name one with -d FILE or ENTENTE_DB, or make one: entente import PATH");
        return status;
    }
    return ent_store_open(context->store_path, mode, &context->store, err);
}

static ent_status open_store(ent_context *context, ent_error *err)
{
    int needs = context->command->needs;
    if (!(needs & (ENT_NEEDS_READ | ENT_NEEDS_WRITE | ENT_NEEDS_CREATE)))
        return ENT_OK;
    ent_store_mode mode = needs & ENT_NEEDS_CREATE  ? ENT_STORE_CREATE
                          : needs & ENT_NEEDS_WRITE ? ENT_STORE_WRITE
                                                    : ENT_STORE_READ;
    return ent_context_open(context, mode, err);
}

static bool writes_to_standard_output(const ent_request *request)
{
    return !request->output || strcmp(request->output, "-") == 0;
}

static ent_print_style choose_style(const ent_request *request)
{
    const char *no_colour = getenv("NO_COLOR"), *terminal_type = getenv("TERM");
    bool terminal = writes_to_standard_output(request) && ent_os_is_terminal(stdout);
    bool wanted = terminal && !(no_colour && no_colour[0]) && !(terminal_type && strcmp(terminal_type, "dumb") == 0);
    if (request->colour != ENT_COLOUR_AUTO)
        wanted = request->colour == ENT_COLOUR_ALWAYS;
    return (ent_print_style){.format = request->format,
                             .single = request->command->single,
                             .colour = wanted,
                             .width = terminal ? ent_os_terminal_width(stdout) : 0};
}

/* Cuts the answer down to -n rows, and says so. */
static void cap(const ent_context *context)
{
    size_t n = ent_table_rows(context->table);
    if (context->limit == 0 || n <= (size_t)context->limit)
        return;
    context->table->cells.n = (size_t)context->limit * context->table->n_columns;
    ent_context_note(context, "%lld of %zu rows are shown; -n %zu shows all", (long long)context->limit, n, n);
}

static ent_status print(const ent_context *context, const ent_request *request, ent_error *err)
{
    if (writes_to_standard_output(request))
        return ent_table_print(context->table, context->style, stdout, err);
    ent_buf bytes = {0};
    ent_table_render(context->table, context->style, &bytes);
    ent_status status = ent_os_write_file(request->output, ent_buf_str(&bytes), err);
    ent_buf_clear(&bytes);
    return status;
}

static ent_status run(ent_context *context, const ent_request *request, ent_error *err)
{
    ent_status status = open_store(context, err);
    if (status == ENT_OK && context->store)
        status = ent_resolve_documents(context, &request->documents, err);
    if (status == ENT_OK)
        status = context->command->run(context, err);
    ent_store_close(context->store);
    if (ent_signals_interrupted())
        return ENT_INTERRUPTED;
    if (status != ENT_OK || !context->table)
        return status;
    if (context->command->empty && ent_table_rows(context->table) == 0)
        ent_context_note(context, "%s%s", context->command->empty, ent_context_left_out(context));
    cap(context);
    return print(context, request, err);
}

static int run_command(ent_arena *arena, const ent_request *request, ent_error *err)
{
    const ent_command *command = request->command;
    ent_context context = {
        .command = command,
        .arena = arena,
        .store_path = store_path(request),
        .selection = request->selection,
        .lexicon = request->lexicon,
        .arguments = request->arguments.items,
        .n_arguments = request->arguments.n,
        .table = command->columns ? ent_table_new(arena, command->columns) : NULL,
        .limit = request->limit,
        .quiet = request->quiet,
        .verbose = request->verbose,
        .output = request->output,
        .style = choose_style(request),
        .given = request->given.items,
        .n_given = request->given.n,
        .notes = stderr,
        .interrupted = ent_signals_interrupted,
    };
    ent_status status = run(&context, request, err);
    if (status != ENT_OK)
        return (int)status;
    *err = (ent_error){0}; /* what the command dealt with itself is not told twice */
    return (int)context.exit_status;
}

/* ---- the door ---------------------------------------------------------------------------------------------------- */

static void report(ent_arena *arena, const ent_error *err)
{
    fprintf(stderr, "entente: %s: %s\n", ent_escape_line(arena, ent_str_from(err->what)).data,
            ent_escape_line(arena, ent_str_from(err->why)).data);
    if (err->hint[0])
        fprintf(stderr, "hint: %s\n", ent_escape_line(arena, ent_str_from(err->hint)).data);
}

static ent_status say(ent_buf *text, ent_error *err)
{
    errno = 0;
    bool written = fwrite(text->data, 1, text->len, stdout) == text->len && fflush(stdout) == 0;
    ent_buf_clear(text);
    return written ? ENT_OK : ent_fail(err, ENT_FAILED, "standard output", "cannot be written: %s", strerror(errno));
}

static int answer(ent_arena *arena, ent_commands commands, const ent_request *request, ent_error *err)
{
    ent_buf text = {0};
    if (request->help && request->command)
        ent_help_command(&text, request->command);
    else if (request->help)
        ent_help_overview(&text, commands);
    else if (request->version)
        ent_buf_add(&text, ENT_STR("entente " ENT_VERSION "\n"));
    else if (request->command)
        return run_command(arena, request, err);
    else {
        ent_status status = ent_fail(err, ENT_USAGE, "command", "none was given");
        ent_error_hint(err, "'entente help' lists the commands");
        return status;
    }
    return say(&text, err);
}

int ent_front_main(const ent_command *const *commands, size_t n_commands, int argc, char **argv)
{
    ent_arena arena = {0};
    ent_error err = {0};
    ent_request request;
    ent_commands all = {commands, n_commands};
    ent_signals_catch();
    int code = (int)ent_options_parse(&arena, all, argc, argv, &request, &err);
    if (code == ENT_OK)
        code = answer(&arena, all, &request, &err);
    if (err.why[0] && code != ENT_OK && code != ENT_INTERRUPTED)
        report(&arena, &err);
    ent_arena_clear(&arena);
    return code;
}
