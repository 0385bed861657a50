/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a box of facts: "Entry into force: 10 October 1967", "Parties 117", "Parties117"; and the rows of a table
 * whose lines are lost: "Widgetland 30 May 1975 6 April 1976". */
#ifndef ENT_READERS_FIELDS_H
#define ENT_READERS_FIELDS_H

#include "importers/readers/lines.h"

/* One field or dated row under another line: one field alone may be a sentence broken before its colon. */
bool ent_fields_are_row(const ent_lines *lines, size_t line, size_t next);
/* The bytes of the key that a page's cells left glued to its value ("DepositarySecretary-General"), where a field
 * stands over or under the line too; else 0. */
size_t ent_fields_glued_key(const ent_lines *lines, size_t line);

#endif
