/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a name says by the names inside it: the "Geneva Branch of the Office" is part of the Office, the "Ministry … of
 * the Republic" of the Republic, "Article IX of the Treaty" of the Treaty; "General Assembly resolution 1/2" was
 * adopted by it. */
#ifndef ENT_EXTRACT_LAYOUT_NAMES_H
#define ENT_EXTRACT_LAYOUT_NAMES_H

#include "importers/extract/layout/lines.h"

/* Each is stated once in a document, where the name stands first. */
void ent_layout_names(ent_layout_work *work);

#endif
