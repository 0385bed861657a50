/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers that are files: pictures and exchange formats. */
#ifndef ENT_GRAPHS_H
#define ENT_GRAPHS_H

#include "core/front/command.h"

extern const ent_command ent_command_graph;
extern const ent_command ent_command_export;

#endif
