/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/error.h"

#include <stdarg.h>
#include <stdio.h>

ent_status ent_fail(ent_error *err, ent_status status, const char *what, const char *why, ...)
{
    if (!err)
        return status;
    snprintf(err->what, sizeof err->what, "%s", what);
    va_list args;
    va_start(args, why);
    vsnprintf(err->why, sizeof err->why, why, args);
    va_end(args);
    err->hint[0] = '\0';
    return status;
}

void ent_error_hint(ent_error *err, const char *hint, ...)
{
    if (!err)
        return;
    va_list args;
    va_start(args, hint);
    vsnprintf(err->hint, sizeof err->hint, hint, args);
    va_end(args);
}
