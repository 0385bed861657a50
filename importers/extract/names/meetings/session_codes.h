/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions that are called meetings, and the codes they go by: "COP14", "19th meeting … (WC-19)". */
#ifndef ENT_EXTRACT_SESSION_CODES_H
#define ENT_EXTRACT_SESSION_CODES_H

#include "importers/extract/names/finder.h"

/* A conference of parties calls its sessions meetings. */
bool ent_meets_in_sessions(const ent_finder *f, uint32_t forum);
/* "19th Meeting of the Widget Committee" in the title, of what the text then gives a session's code: the same. */
void ent_join_meetings(ent_finder *f, uint32_t forum, int64_t number);
/* The session that the first sentence names and `name`, the title's words for a meeting, begins with; ENT_UNRESOLVED
 * where it names none. */
uint32_t ent_session_of_title(ent_finder *f, ent_str name);

#endif
