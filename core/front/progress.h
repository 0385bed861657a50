/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar on standard error for work over a second; silent when standard error is not a terminal or the user said
 * --quiet. */
#ifndef ENT_FRONT_PROGRESS_H
#define ENT_FRONT_PROGRESS_H

#include "core/base/str.h"

typedef struct ent_progress {
    const char *what;
    bool shown, enabled;
    double started, drawn; /* seconds */
} ent_progress;

ent_progress ent_progress_begin(const char *what, bool quiet);
void ent_progress_step(ent_progress *progress, uint64_t done,
                       uint64_t total);        /* cheap: draws ten times a second at most */
void ent_progress_end(ent_progress *progress); /* wipes the bar */

#endif
