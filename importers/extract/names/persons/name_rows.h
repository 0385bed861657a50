/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of persons told by the row they stand in. */
#ifndef ENT_EXTRACT_NAME_ROWS_H
#define ENT_EXTRACT_NAME_ROWS_H

#include "importers/extract/names/finder.h"

/* Adds the names that stand in one row ("A, B and C") with at least two known persons. Behind the passes that find
 * persons by their own form. */
void ent_find_name_rows(ent_finder *f);

#endif
