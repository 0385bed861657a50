/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help is made from the descriptors, so that it cannot differ from what the parser takes. */
#include "core/front/options.h"
#include "core/front/wrap.h"

#include <stdio.h>

enum { WIDTH = 80, COLUMN = 28, INDENT = 2 };

/* "  head            text, wrapped beside itself" */
static void add_item(ent_buf *out, ent_str head, const char *text, size_t column)
{
    ent_str rest = ent_str_from(text);
    ent_wrap_pad(out, INDENT);
    ent_buf_add(out, head);
    if (head.len + INDENT + 1 > column) {
        ent_buf_add_char(out, '\n');
        ent_wrap_add(out, rest, column, WIDTH);
        return;
    }
    ent_wrap_pad(out, column - INDENT - head.len);
    ent_buf_add(out, ent_wrap_next(&rest, WIDTH - column));
    ent_buf_add_char(out, '\n');
    ent_wrap_add(out, rest, column, WIDTH);
}

static void add_title(ent_buf *out, const char *title)
{
    ent_buf_format(out, "\n%s:\n", title);
}

static void add_options(ent_buf *out, const ent_option *options)
{
    for (const ent_option *option = options; option->name; option++) {
        char letter[] = {'-', option->letter, ',', ' ', '\0'};
        ent_arena scratch = {0};
        ent_str head = ent_arena_format(&scratch, "%s--%s%s%s", option->letter ? letter : "    ", option->name,
                                        option->value ? " " : "", option->value ? option->value : "");
        add_item(out, head, option->help, COLUMN);
        ent_arena_clear(&scratch);
    }
}

/* The words that --kind and --type take. */
static void add_vocabulary(ent_buf *out)
{
    ent_buf kinds = {0}, types = {0};
    for (int kind = 0; kind < ENT_N_KINDS; kind++)
        ent_buf_format(&kinds, "%s%s", kind ? " " : "", ent_kind_name((ent_kind)kind));
    for (int type = 0; type < ENT_N_RELATION_TYPES; type++)
        ent_buf_format(&types, "%s%s", type ? " " : "", ent_relation_name((ent_relation_type)type));
    ent_buf_add_char(&kinds, '\0');
    ent_buf_add_char(&types, '\0');
    add_item(out, ENT_STR("K is one of"), kinds.data, COLUMN);
    add_item(out, ENT_STR("T is one of"), types.data, COLUMN);
    ent_buf_clear(&kinds);
    ent_buf_clear(&types);
}

static void add_columns(ent_buf *out, const ent_column *columns, const char *prefix)
{
    for (const ent_column *column = columns; column->name; column++) {
        ent_arena scratch = {0};
        ent_str name = ent_arena_format(&scratch, "%s%s", prefix, column->name);
        add_item(out, name, column->help, COLUMN);
        if (column->inner)
            add_columns(out, column->inner, ent_arena_format(&scratch, "%s.", name.data).data);
        ent_arena_clear(&scratch);
    }
}

/* Paragraphs are wrapped; lines that begin with a space stay as they are. */
static void add_paragraphs(ent_buf *out, const char *text)
{
    ent_str rest = ent_str_from(text), line;
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        if (line.len == 0 || line.data[0] == ' ') {
            ent_buf_add(out, line);
            ent_buf_add_char(out, '\n');
        } else
            ent_wrap_add(out, line, 0, WIDTH);
    }
}

void ent_help_command(ent_buf *out, const ent_command *command)
{
    ent_option_group groups[ENT_OPTION_GROUPS];
    size_t n = ent_options_groups(command, groups);
    ent_buf_format(out, "entente %s: %s\n\nUsage: entente %s\n", command->name, command->summary, command->usage);
    if (command->help && command->help[0]) {
        ent_buf_add_char(out, '\n');
        add_paragraphs(out, command->help);
    }
    for (size_t i = 0; i < n; i++) {
        if (groups[i].title)
            add_title(out, groups[i].title);
        add_options(out, groups[i].options);
        if (groups[i].options == ent_selection_options)
            add_vocabulary(out);
    }
    if (command->columns) {
        add_title(out, "Columns");
        add_columns(out, command->columns, "");
    }
}

void ent_help_overview(ent_buf *out, ent_commands commands)
{
    ent_buf_add(out, ENT_STR("entente reads reports of multilateral meetings into a graph database of actors,\n"
                             "forums, instruments and proposals, and answers questions about it.\n\n"
                             "Usage: entente COMMAND [WORDS] [OPTIONS]\n"));
    add_title(out, "Commands");
    for (size_t i = 0; i < commands.n; i++)
        add_item(out, ent_str_from(commands.items[i]->name), commands.items[i]->summary, 16);
    ent_option_group groups[ENT_OPTION_GROUPS];
    size_t n = ent_options_groups(NULL, groups);
    add_title(out, groups[n - 1].title);
    add_options(out, groups[n - 1].options);
    ent_buf_add(out, ENT_STR("\n'entente help COMMAND' tells more about one of them.\n"));
}
