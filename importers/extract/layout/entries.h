/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons as they stand in lists: "Name (Post, Body)", "Mr. Name, Post, Body", a name on one line and the post on the
 * next. */
#ifndef ENT_EXTRACT_LAYOUT_ENTRIES_H
#define ENT_EXTRACT_LAYOUT_ENTRIES_H

#include "importers/extract/layout/labels.h"

/* A person in a list, with the words about that person. */
typedef struct ent_entry {
    uint32_t mention;       /* of the person */
    uint32_t first, last;   /* tokens of the words about them, without the brackets; empty when there are none */
    uint32_t end;           /* where the entry ends */
    const ent_label *label; /* "(Moderator)" in the entry, or NULL */
} ent_entry;

/* The entry at token `from` of the line or the next one behind it; false when there is none. An entry begins the line
 * (at `from`) or stands behind a mark that parts entries; a name inside the words about another person is none. */
bool ent_entry_next(const ent_layout_work *work, const ent_line *line, uint32_t from, ent_entry *out);
/* Whether the entry's name, its titles counted, begins at `from`. */
bool ent_entry_begins_at(const ent_layout_work *work, const ent_entry *entry, uint32_t from);
/* Whether line `n` is a name and the line under it says the post. */
bool ent_entry_has_post_below(const ent_layout_work *work, uint32_t n);
/* The affiliations of all persons that stand with their post outside of running text, and of "Name (Post, Body)"
 * anywhere. */
void ent_layout_persons(ent_layout_work *work);

#endif
