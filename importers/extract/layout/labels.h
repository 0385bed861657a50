/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that say what the lines under them are: "Panellists", "Organized by", "Moderator: …". */
#ifndef ENT_EXTRACT_LAYOUT_LABELS_H
#define ENT_EXTRACT_LAYOUT_LABELS_H

#include "importers/extract/layout/lines.h"
#include "importers/extract/text/label_lists.h"

typedef struct ent_label_found {
    const ent_label *label; /* NULL: none */
    uint32_t rest;          /* the token behind it; the line's last when it stands alone */
    bool plural;
} ent_label_found;

/* The label that a line begins with at token `from`. Behind it stands nothing, a mark ("Moderator: …") or, where the
 * line is no running text, a name. */
ent_label_found ent_label_find(const ent_layout_work *work, const ent_line *line, uint32_t from);
/* The label inside a line that is no prose, a name behind it: "Panel discussion, moderated by Jane Roe". */
ent_label_found ent_label_inside(const ent_layout_work *work, const ent_line *line, uint32_t from);
/* The label that ends a line behind a mark: "Conference opening. Welcome remarks". */
ent_label_found ent_label_tail(const ent_layout_work *work, const ent_line *line, uint32_t from);
/* Whether a label of people stands inside a line, at a token with a capital behind its first: with a colon ("… Vienna
 * Speakers: …"), or as its last word with the only capital ("… the moratorium Speakers"). */
bool ent_label_at(const ent_layout_work *work, uint32_t token, uint32_t last);
/* The label that tokens [first, last) are, as in "Name, Body (Chair)", or NULL. */
const ent_label *ent_label_exact(const ent_layout_work *work, uint32_t first, uint32_t last);

#endif
