/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a name is by its form: "Widget Research Institute" an organization, "Treaty on Widgets" an instrument. */
#ifndef ENT_EXTRACT_FORM_KINDS_H
#define ENT_EXTRACT_FORM_KINDS_H

#include "importers/extract/names/names.h"

typedef struct ent_name_form {
    ent_kind kind;
    ent_str attributes; /* of a new entity; in the finder's arena */
} ent_name_form;

/* What the name is; false where its words make none. */
bool ent_name_classify(ent_finder *f, const ent_name_extent *name, ent_name_form *out);
/* Whether it says which one: a head and generic words alone ("Annual Report", "Working Group") do not. */
bool ent_name_is_enough(const ent_finder *f, const ent_name_extent *name, ent_kind kind);
/* The "and" of "First and Fourth Committees", "Space and Health Programmes", or 0. */
uint32_t ent_name_shared_head(const ent_finder *f, const ent_name_extent *name);
/* The year that a name shows, as an attribute ("date=2031"), or empty. */
ent_str ent_name_year(ent_finder *f, const ent_name_extent *name);

#endif
