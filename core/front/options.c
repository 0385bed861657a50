/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/options.h"

#include "core/base/text.h"
#include "core/front/distance.h"

#include <string.h>

static const ent_option format_options[] = {{"format", 'f', "FORMAT", "text, json, csv or md (default: text)"},
                                            {"json", 0, NULL, "the same as --format json"},
                                            {0}};
static const ent_option limit_options[] = {{"limit", 'n', "N", "at most N rows"}, {0}};
static const ent_option lexicon_options[] = {
    {"lexicon", 0, "DIR", "names and rules that add to or override the built-in ones"}, {0}};
static const ent_option common_options[] = {
    {"database", 'd', "FILE", "the database (default: $ENTENTE_DB, else entente.db)"},
    {"output", 'o', "FILE", "write the answer there; - is standard output"},
    {"color", 0, "WHEN", "auto, always or never (default: auto; NO_COLOR is heeded)"},
    {"quiet", 'q', NULL, "no notes and no progress on standard error"},
    {"verbose", 'v', NULL, "more of them"},
    {"help", 'h', NULL, "this help"},
    {"version", 'V', NULL, "the version"},
    {0}};

static bool takes_format(const ent_command *command)
{
    return !command || command->columns || (command->needs & ENT_NEEDS_FORMAT);
}

size_t ent_options_groups(const ent_command *command, ent_option_group groups[ENT_OPTION_GROUPS])
{
    size_t n = 0;
    if (command && command->options)
        groups[n++] = (ent_option_group){"Options", command->options};
    if (!command || (command->needs & ENT_NEEDS_SELECTION))
        groups[n++] = (ent_option_group){"Selection", ent_selection_options};
    if (takes_format(command))
        groups[n++] = (ent_option_group){"Answer", format_options};
    if (takes_format(command) && !(command && command->single))
        groups[n++] = (ent_option_group){NULL, limit_options};
    if (!command || (command->needs & ENT_NEEDS_LEXICON))
        groups[n++] = (ent_option_group){"Lexicon", lexicon_options};
    groups[n++] = (ent_option_group){"Common options", common_options};
    return n;
}

/* What is being read, and how far. */
typedef struct parser {
    ent_arena *arena;
    ent_commands commands;
    char **words;
    size_t n_words;
    ent_request *request;
    ent_error *err;
} parser;

static const ent_option *find_in(const ent_option *options, ent_str name, char letter)
{
    for (; options && options->name; options++)
        if (letter ? options->letter == letter : ent_str_eq(ent_str_from(options->name), name))
            return options;
    return NULL;
}

/* An option of a command, and the list it stands in. By name, or by letter where there is one. */
static const ent_option *find_option(const ent_command *command, ent_str name, char letter, const ent_option **list)
{
    ent_option_group groups[ENT_OPTION_GROUPS];
    size_t n = ent_options_groups(command, groups);
    for (size_t i = 0; i < n; i++) {
        const ent_option *option = find_in(groups[i].options, name, letter);
        if (option) {
            *list = groups[i].options;
            return option;
        }
    }
    return NULL;
}

/* ---- which command ----------------------------------------------------------------------------------------------- */

/* Whether an option takes the next word, when it is not known yet whose it is: options may stand before the command. */
static bool takes_next(const parser *p, const char *word)
{
    const ent_option *list;
    bool is_long = word[1] == '-';
    ent_str name = ent_str_from(is_long ? word + 2 : "");
    if (is_long ? strchr(word, '=') != NULL : word[2] != '\0')
        return false; /* the value stands in the word itself, or the letters are switches */
    const ent_option *option = find_option(NULL, name, is_long ? 0 : word[1], &list);
    for (size_t i = 0; i < p->commands.n && !option; i++)
        option = find_in(p->commands.items[i]->options, name, is_long ? 0 : word[1]);
    return option && option->value;
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0';
}

static const ent_command *find_command(ent_commands commands, const char *name)
{
    for (size_t i = 0; i < commands.n; i++)
        if (strcmp(commands.items[i]->name, name) == 0)
            return commands.items[i];
    return NULL;
}

static ent_status unknown_command(const parser *p, const char *word)
{
    ent_closest closest = ent_closest_begin(p->arena, ent_text_fold(p->arena, ent_str_from(word)));
    for (size_t i = 0; i < p->commands.n; i++) {
        ent_str name = ent_str_from(p->commands.items[i]->name);
        ent_closest_offer(&closest, name, name);
    }
    ent_status status = ent_fail(p->err, ENT_USAGE, word, "there is no such command");
    if (closest.n)
        ent_error_hint(p->err, "did you mean " ENT_STR_FMT "?", ENT_STR_ARG(ent_closest_list(p->arena, &closest)));
    else
        ent_error_hint(p->err, "'entente help' lists the commands");
    return status;
}

/* Finds the command and whether help or the version is asked for; *place is where its name stands. */
static ent_status scan(parser *p, size_t *place)
{
    bool ended = false;
    *place = p->n_words;
    for (size_t i = 1; i < p->n_words; i++) {
        const char *word = p->words[i];
        if (!ended && strcmp(word, "--") == 0)
            ended = true;
        else if (!ended && (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0))
            p->request->help = true;
        else if (!ended && (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0))
            p->request->version = true;
        else if (!ended && is_option(word))
            i += takes_next(p, word) ? 1 : 0;
        else if (!p->request->command && strcmp(word, "help") == 0)
            p->request->help = true;
        else if (!p->request->command) {
            p->request->command = find_command(p->commands, word);
            *place = i;
            if (!p->request->command)
                return unknown_command(p, word);
        }
    }
    return ENT_OK;
}

/* ---- each option ------------------------------------------------------------------------------------------------- */

static ent_status take_colour(parser *p, const char *value)
{
    static const char *const names[] = {"auto", "always", "never"};
    for (int i = 0; i < 3; i++)
        if (strcmp(value, names[i]) == 0) {
            p->request->colour = (ent_colour_when)i;
            return ENT_OK;
        }
    return ent_fail(p->err, ENT_USAGE, "--color", "'%s' is none of auto, always, never", value);
}

static ent_status take_common(parser *p, const ent_option *option, const char *value)
{
    ent_request *request = p->request;
    switch (option->letter) {
    case 'd':
        request->database = value;
        break;
    case 'o':
        request->output = value;
        break;
    case 'q':
        request->quiet = true;
        break;
    case 'v':
        request->verbose = true;
        break;
    case 'h':
        request->help = true;
        break;
    case 'V':
        request->version = true;
        break;
    default:
        return take_colour(p, value);
    }
    return ENT_OK;
}

static ent_status take_format(parser *p, const ent_option *option, const char *value)
{
    if (!option->value) {
        p->request->format = ENT_FORMAT_JSON;
        return ENT_OK;
    }
    if (!ent_format_find(ent_str_from(value), &p->request->format))
        return ent_fail(p->err, ENT_USAGE, "--format", "'%s' is none of text, json, csv, md", value);
    return ENT_OK;
}

static ent_status take(parser *p, const ent_option *list, const ent_option *option, const char *value)
{
    if (list == common_options)
        return take_common(p, option, value);
    if (list == format_options)
        return take_format(p, option, value);
    if (list == ent_selection_options)
        return ent_selection_option_take(p->arena, option, value, p->request, p->err);
    if (list == lexicon_options)
        p->request->lexicon = value;
    else if (list == limit_options) {
        if (!ent_str_to_int(ent_str_from(value), &p->request->limit) || p->request->limit < 1)
            return ent_fail(p->err, ENT_USAGE, "--limit", "'%s' is not a whole number from 1 on", value);
    } else
        ent_vec_push(p->arena, &p->request->given, (ent_given){option, value});
    return ENT_OK;
}

/* ---- the words --------------------------------------------------------------------------------------------------- */

static ent_status unknown_option(const parser *p, const char *word, ent_str name)
{
    const ent_command *command = p->request->command;
    ent_option_group groups[ENT_OPTION_GROUPS];
    size_t n = ent_options_groups(command, groups);
    ent_closest closest = ent_closest_begin(p->arena, name);
    for (size_t i = 0; i < n; i++)
        for (const ent_option *option = groups[i].options; option->name; option++) {
            ent_str known = ent_str_from(option->name);
            bool begun = name.len > 1 && ent_str_starts(known, name);
            ent_closest_offer(&closest, begun ? name : known, ent_arena_format(p->arena, "--%s", option->name));
        }
    ent_status status = ent_fail(p->err, ENT_USAGE, word, "%s%s has no such option", command ? "" : "entente",
                                 command ? command->name : "");
    if (closest.n)
        ent_error_hint(p->err, "did you mean " ENT_STR_FMT "?", ENT_STR_ARG(ent_closest_list(p->arena, &closest)));
    else
        ent_error_hint(p->err, "'entente help%s%s' lists the options", command ? " " : "",
                       command ? command->name : "");
    return status;
}

static ent_status missing_value(const parser *p, const char *word, const ent_option *option)
{
    return ent_fail(p->err, ENT_USAGE, word, "needs a value: %s", option->value);
}

static ent_status read_long(parser *p, size_t *i)
{
    const char *word = p->words[*i];
    const char *equals = strchr(word, '=');
    ent_str name = ent_str_slice(ent_str_from(word), 2, equals ? (size_t)(equals - word) : strlen(word));
    const ent_option *list, *option = find_option(p->request->command, name, 0, &list);
    if (!option)
        return unknown_option(p, word, name);
    if (!option->value && equals)
        return ent_fail(p->err, ENT_USAGE, word, "this option takes no value");
    if (!option->value)
        return take(p, list, option, "");
    if (equals)
        return take(p, list, option, equals + 1);
    if (*i + 1 >= p->n_words)
        return missing_value(p, word, option);
    return take(p, list, option, p->words[++*i]);
}

/* "-n5", "-n 5", "-qv". */
static ent_status read_short(parser *p, size_t *i)
{
    const char *word = p->words[*i];
    for (const char *letter = word + 1; *letter; letter++) {
        const ent_option *list, *option = find_option(p->request->command, ENT_STR_EMPTY, *letter, &list);
        ent_status status;
        if (!option)
            return unknown_option(p, word, ENT_STR_EMPTY);
        if (!option->value) {
            if ((status = take(p, list, option, "")) != ENT_OK)
                return status;
            continue;
        }
        if (letter[1])
            return take(p, list, option, letter + 1);
        if (*i + 1 >= p->n_words)
            return missing_value(p, word, option);
        return take(p, list, option, p->words[++*i]);
    }
    return ENT_OK;
}

static ent_status read_words(parser *p, size_t command_place)
{
    ent_status status = ENT_OK;
    bool ended = false;
    for (size_t i = 1; i < p->n_words && status == ENT_OK; i++) {
        const char *word = p->words[i];
        if (!ended && strcmp(word, "--") == 0)
            ended = true;
        else if (!ended && is_option(word))
            status = word[1] == '-' ? read_long(p, &i) : read_short(p, &i);
        else if (i != command_place)
            ent_vec_push(p->arena, &p->request->arguments, word);
    }
    return status;
}

static ent_status check_arguments(const parser *p)
{
    const ent_command *command = p->request->command;
    size_t n = p->request->arguments.n;
    if (!command || (n >= command->min_arguments && n <= command->max_arguments))
        return ENT_OK;
    ent_status status = n < command->min_arguments
                            ? ent_fail(p->err, ENT_USAGE, command->name, "something is missing")
                            : ent_fail(p->err, ENT_USAGE, p->request->arguments.items[command->max_arguments],
                                       "is one word too many for '%s'", command->name);
    ent_error_hint(p->err, "usage: entente %s; a name of several words wants quotes", command->usage);
    return status;
}

ent_status ent_options_parse(ent_arena *arena, ent_commands commands, int argc, char **argv, ent_request *out,
                             ent_error *err)
{
    *out = (ent_request){.selection = ent_selection_all()};
    parser p = {arena, commands, argv, (size_t)argc, out, err};
    size_t place;
    ent_status status = scan(&p, &place);
    if (status == ENT_OK && !out->help && !out->version)
        status = read_words(&p, place);
    if (status != ENT_OK || out->help || out->version)
        return status;
    if ((status = check_arguments(&p)) != ENT_OK)
        return status;
    return ent_selection_options_check(&out->selection, err);
}
