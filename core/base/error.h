/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever can fail returns a status and fills the caller's ent_error once, where the failure is known.
 * Only main.c and the printers print. */
#ifndef ENT_BASE_ERROR_H
#define ENT_BASE_ERROR_H

#include "core/base/str.h"

/* A code exists only where a caller branches on it; the numbers are the exit codes. */
typedef enum ent_status {
    ENT_OK = 0,
    ENT_FAILED = 1,        /* a file, the database or the disk failed */
    ENT_USAGE = 2,         /* the words were wrong */
    ENT_INTERRUPTED = 130, /* the user stopped it */
} ent_status;

typedef struct ent_error {
    char what[256]; /* the thing concerned: a file with its place, an option, an entity */
    char why[512];  /* what went wrong with it */
    char hint[512]; /* what would mend it, or empty */
} ent_error;

/* Fills err (which may be NULL) and returns status, so that a failure is one statement:
 * return ent_fail(err, ENT_FAILED, path, "cannot be read: %s", strerror(errno)); */
ent_status ent_fail(ent_error *err, ent_status status, const char *what, const char *why, ...)
    __attribute__((format(printf, 4, 5)));
/* Adds the hint to an error already filled. */
void ent_error_hint(ent_error *err, const char *hint, ...) __attribute__((format(printf, 2, 3)));

/* A place in a file that a person wrote. */
typedef struct ent_spot {
    ent_str file;
    uint32_t line, column; /* from 1; the column in characters */
} ent_spot;

/* Where a byte of a file's text stands. */
ent_spot ent_spot_of(ent_str file, ent_str text, size_t byte);
/* ent_fail with "file:line:column" as the thing concerned. */
ent_status ent_fail_at(ent_error *err, ent_spot spot, const char *why);

/* Is told of each fault in such files. */
typedef void (*ent_fault_fn)(void *context, ent_spot spot, const char *why);

#endif
