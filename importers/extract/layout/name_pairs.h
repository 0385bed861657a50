/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name inside another one, and how it stands there: what names.c asks. */
#ifndef ENT_EXTRACT_LAYOUT_NAME_PAIRS_H
#define ENT_EXTRACT_LAYOUT_NAME_PAIRS_H

#include "importers/extract/layout/lines.h"

typedef struct ent_name_pair {
    const ent_mention *outer, *inner;
} ent_name_pair;

/* Whether the outer name's own words, those that are not the inner one's, hold one of these. */
bool ent_pair_has_word(const ent_layout_work *work, const ent_name_pair *p, const char *const *words, size_t n);
bool ent_pair_has_cue(const ent_layout_work *work, const ent_name_pair *p, uint64_t cues);
bool ent_pair_in_list(const ent_layout_work *work, const ent_name_pair *p, uint64_t lists);
/* "… of the Inner", "…, Inner": the name ends in the wider one. */
bool ent_pair_ends_in(const ent_layout_work *work, const ent_name_pair *p);
/* "report of the Inner on the work of its ninth session"; not of a part of it ("report of the Group of the Inner"). */
bool ent_pair_follows_of(const ent_layout_work *work, const ent_name_pair *p);
/* "report of the Forum on its ninth session" */
bool ent_pair_ends_on_its(const ent_layout_work *work, const ent_name_pair *p);
/* "United Nations Office", "General Assembly resolution"; not the head of the name itself ("Group on Widgets"). */
bool ent_pair_begins_with(const ent_layout_work *work, const ent_name_pair *p);
/* "resolution establishing the WG", "that creates the WG". */
bool ent_pair_is_set_up(const ent_layout_work *work, const ent_name_pair *p);
/* "Constitutive Agreement of the Widget Agency", "agreement for the creation of the Agency": what founds the body. */
bool ent_pair_is_founding(const ent_layout_work *work, const ent_name_pair *p);

#endif
