/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions of a forum as entities: "4th session of the Widget Forum". */
#ifndef ENT_EXTRACT_SESSIONS_H
#define ENT_EXTRACT_SESSIONS_H

#include "importers/extract/names/finder.h"

enum { ENT_LAST_SESSION = 1000 }; /* "last", "final": which one the text does not say */

/* "2031 session": the number of a session is a year. */
static inline bool ent_is_session_year(int64_t number)
{
    return number >= 1945 && number <= 2100;
}

/* The session of that number or year; `what` ("session", "special session") is NULL for an edition of a forum that is a
 * meeting by its name. */
uint32_t ent_session_entity(ent_finder *f, uint32_t forum, const char *what, int64_t number);

#endif
