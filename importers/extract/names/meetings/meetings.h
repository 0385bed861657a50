/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings that a text tells of in small letters: "the July 3, 2031 WID meeting", "the weeklong meeting of the Widget
 * Group", "informal consultations on widgets", "their meeting in October 2031", "a summit in Widgetville", "the signing
 * ceremony". What stands around the head says which one: whose it is, when, where, on what. */
#ifndef ENT_EXTRACT_MEETINGS_H
#define ENT_EXTRACT_MEETINGS_H

#include "importers/extract/names/finder.h"

/* The meeting whose head is the token of sentence `s`, with the words that say which one, as a candidate that is not
 * added yet; false where they do not tell it from others. A meeting of which neither subject, day nor place is told is
 * the document's own: two texts do not mean one ceremony by "the ceremony". */
bool ent_meeting_describe(ent_finder *f, uint32_t s, uint32_t head, ent_candidate *out);

#endif
