/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a database is whole: what `entente check` asks. */
#ifndef ENT_STORE_INTEGRITY_H
#define ENT_STORE_INTEGRITY_H

#include "core/store/store.h"

typedef struct ent_check_row {
    ent_str check; /* "schema", "foreign keys", "quotes", "ends", "indexes", "full text" … */
    bool ok;
    ent_str detail; /* what was counted, or what is wrong and with which relation */
} ent_check_row;
typedef void (*ent_check_fn)(void *context, const ent_check_row *row);
/* Runs every check and reports each, failed ones once for each thing that is wrong (the first 100 of a check). Every
 * piece of evidence's quote is compared with the stored text at its range through a hash kept when it was stored.
 * *whole says whether all passed. */
ent_status ent_store_check(ent_store *store, ent_check_fn fn, void *context, bool *whole, ent_error *err);

#endif
