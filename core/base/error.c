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

ent_spot ent_spot_of(ent_str file, ent_str text, size_t byte)
{
    ent_spot spot = {file, 1, 1};
    for (size_t i = 0; i < byte && i < text.len; i++) {
        bool goes_on = ((unsigned char)text.data[i] & 0xC0) == 0x80; /* of a character that began before */
        spot.line += text.data[i] == '\n';
        spot.column = text.data[i] == '\n' ? 1 : spot.column + !goes_on;
    }
    return spot;
}

ent_status ent_fail_at(ent_error *err, ent_spot spot, const char *why)
{
    char place[sizeof err->what];
    snprintf(place, sizeof place, ENT_STR_FMT ":%u:%u", ENT_STR_ARG(spot.file), spot.line, spot.column);
    return ent_fail(err, ENT_FAILED, place, "%s", why);
}
