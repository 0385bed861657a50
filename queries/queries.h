/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions, one file each. */
#ifndef ENT_QUERIES_H
#define ENT_QUERIES_H

#include "core/front/command.h"

extern const ent_command ent_command_documents;
extern const ent_command ent_command_find;
extern const ent_command ent_command_show;
extern const ent_command ent_command_neighbours;
extern const ent_command ent_command_path;
extern const ent_command ent_command_evidence;
extern const ent_command ent_command_centrality;
extern const ent_command ent_command_evaluate;
extern const ent_command ent_command_check;

#endif
