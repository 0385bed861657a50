/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words of the command line to a request. Private to this room. */
#ifndef ENT_FRONT_OPTIONS_H
#define ENT_FRONT_OPTIONS_H

#include "core/base/os.h"
#include "core/front/command.h"

typedef enum ent_colour_when { ENT_COLOUR_AUTO, ENT_COLOUR_ALWAYS, ENT_COLOUR_NEVER } ent_colour_when;

/* The commands there are, in the order of the help. */
typedef struct ent_commands {
    const ent_command *const *items;
    size_t n;
} ent_commands;

typedef struct ent_request {
    const ent_command *command; /* NULL: none was named */
    bool help, version;
    const char *database, *output, *lexicon; /* NULL: not given */
    ent_format format;
    ent_colour_when colour;
    int64_t limit; /* 0: not given */
    bool quiet, verbose;
    ent_selection selection; /* but its documents, which only the store can tell */
    ent_str_vec documents;   /* as given */
    ENT_VEC(ent_given) given;
    ENT_VEC(const char *) arguments;
} ent_request;

/* Reads the words. Options may stand anywhere, before the command's name too; "--" ends them. With help or version
 * nothing else is checked but the command's name. */
ent_status ent_options_parse(ent_arena *arena, ent_commands commands, int argc, char **argv, ent_request *out,
                             ent_error *err);

/* The options a command takes, in groups, for the parser and the help. */
typedef struct ent_option_group {
    const char *title;
    const ent_option *options; /* ended by a NULL name */
} ent_option_group;
enum { ENT_OPTION_GROUPS = 6 };
/* Fills `groups` with those that apply and returns how many; command NULL: those of every command. */
size_t ent_options_groups(const ent_command *command, ent_option_group groups[ENT_OPTION_GROUPS]);

/* ---- the selection's flags (selection_options.c) ---------------------------------------------------------------- */

extern const ent_option ent_selection_options[];
/* Takes one of them into the request. */
ent_status ent_selection_option_take(ent_arena *arena, const ent_option *option, const char *value,
                                     ent_request *request, ent_error *err);
/* What can only be checked when all were read. */
ent_status ent_selection_options_check(const ent_selection *selection, ent_error *err);

/* ---- help (help.c) ----------------------------------------------------------------------------------------------- */

void ent_help_overview(ent_buf *out, ent_commands commands);
void ent_help_command(ent_buf *out, const ent_command *command);

#endif
