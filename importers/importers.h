/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that bring documents in and that show how they are read. */
#ifndef ENT_IMPORTERS_IMPORTERS_H
#define ENT_IMPORTERS_IMPORTERS_H

#include "core/front/command.h"

extern const ent_command ent_command_import, ent_command_explain, ent_command_lexicon;

#endif
