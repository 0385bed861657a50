/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a list of States is, where the words above it do not say: the body of the page, of the section, of the entry;
 * the treaty of the section. */
#ifndef ENT_EXTRACT_LAYOUT_LIST_OWNERS_H
#define ENT_EXTRACT_LAYOUT_LIST_OWNERS_H

#include "importers/extract/layout/captions.h"

/* Whose members "Membership" means above line `n`: what the entry, the heading or the lines under it name, what the
 * page, the section or the document is about; an entity, or ENT_UNRESOLVED. */
uint32_t ent_list_subject(const ent_layout_work *work, uint32_t section, uint32_t n);
/* The same for any caption of the list at line `n`: what it names, else a treaty where it speaks of parties. */
uint32_t ent_list_owner(const ent_layout_work *work, const ent_caption *caption, uint32_t section, uint32_t n);
/* The treaty that the nearest heading with any name names, or a page's title; ENT_UNRESOLVED where it names a body. */
uint32_t ent_list_treaty(const ent_layout_work *work, uint32_t section);

#endif
