/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reader is, going down a document line by line: on which day, in which session, under which label. */
#ifndef ENT_EXTRACT_LAYOUT_PLACES_H
#define ENT_EXTRACT_LAYOUT_PLACES_H

#include "importers/extract/layout/labels.h"

typedef struct ent_place {
    uint32_t event;         /* the session, else the meeting; or ENT_UNRESOLVED */
    uint32_t session_line;  /* of the session's heading, or ENT_NO_LINE outside of one */
    uint32_t day;           /* or ENT_UNRESOLVED */
    bool bare;              /* the session's heading gives no title */
    uint32_t n_labels;      /* since the session began */
    const ent_label *label; /* that the lines stand under, or NULL */
    bool single;            /* the label is over behind one person ("Chair: …") */
    bool panel;             /* the line says who moderates those whom the next lines name */
    uint32_t label_event;   /* what the label's people take part in */
    uint32_t idle;          /* lines since one that the label explained */
    uint32_t delegation;    /* in a list of participants; or ENT_UNRESOLVED */
    uint32_t n_line;        /* the line at hand */
    uint32_t from;          /* token behind its time of day and its label */
    bool alone;             /* the line is only a time, a label or a heading: nothing left to read */
    bool labelled;          /* the label stands in this line */
} ent_place;

ent_place ent_place_start(const ent_layout_work *work);
/* Goes on to line `n`; states that sessions are part of the meeting and what their titles say is discussed. */
void ent_place_enter(ent_layout_work *work, ent_place *place, uint32_t n);
/* Says whether the line at hand was explained by the label: after a few that were not, the label is over. */
void ent_place_leave(ent_layout_work *work, ent_place *place, bool explained);

#endif
