/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/progress.h"

#include "core/base/os.h"

#include <stdio.h>

enum { BAR = 30 };

ent_progress ent_progress_begin(const char *what, bool quiet)
{
    return (ent_progress){.what = what, .enabled = !quiet && ent_os_is_terminal(stderr), .started = ent_os_seconds()};
}

void ent_progress_step(ent_progress *progress, uint64_t done, uint64_t total)
{
    if (!progress->enabled || total == 0)
        return;
    double now = ent_os_seconds();
    if (now - progress->started < 1.0 || now - progress->drawn < 0.1)
        return;
    done = done < total ? done : total;
    int filled = (int)((double)done / (double)total * BAR);
    fprintf(stderr, "\r%s [%.*s%.*s] %llu/%llu\x1b[K", progress->what, filled, "##############################",
            BAR - filled, "..............................", (unsigned long long)done, (unsigned long long)total);
    fflush(stderr);
    progress->shown = true;
    progress->drawn = now;
}

void ent_progress_end(ent_progress *progress)
{
    if (progress->shown)
        fputs("\r\x1b[K", stderr);
    progress->shown = false;
}
