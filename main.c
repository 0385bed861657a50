/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door: registers the commands, in the order of the help, and nothing else. */
#include "graphs/graphs.h"
#include "importers/importers.h"
#include "queries/queries.h"

int main(int argc, char **argv)
{
    static const ent_command *const commands[] = {
        &ent_command_import,     &ent_command_edit,       &ent_command_documents, &ent_command_find,
        &ent_command_show,       &ent_command_neighbours, &ent_command_path,      &ent_command_evidence,
        &ent_command_centrality, &ent_command_graph,      &ent_command_export,    &ent_command_evaluate,
        &ent_command_explain,    &ent_command_lexicon,    &ent_command_check,
    };
    return ent_front_main(commands, sizeof commands / sizeof commands[0], argc, argv);
}
