/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that bring documents in, that mend what was read, and that show how reading works. */
#ifndef ENT_IMPORTERS_IMPORTERS_H
#define ENT_IMPORTERS_IMPORTERS_H

#include "core/front/command.h"

extern const ent_command ent_command_import, ent_command_explain, ent_command_lexicon, ent_command_edit;

#endif
