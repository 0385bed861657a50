/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operating system: files, folders, terminals, child programs. The only place that calls it directly. */
#ifndef ENT_BASE_OS_H
#define ENT_BASE_OS_H

#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/base/error.h"

#include <stdio.h>

/* Reads a whole file ("-" is standard input) into the arena. A file longer than max_bytes, a folder, or one that
 * cannot be read is an error that names the path. */
ent_status ent_os_read_file(ent_arena *arena, const char *path, size_t max_bytes, ent_str *out, ent_error *err);
/* Writes beside the target and renames over it, so that a failure leaves the old file whole. "-" is standard output. */
ent_status ent_os_write_file(const char *path, ent_str bytes, ent_error *err);

/* The regular files under `path` (itself, when it is a file), recursively, in byte order of their paths; hidden ones left out.
 * A folder that cannot be opened goes to `unread` and the others are listed all the same. */
ent_status ent_os_list_files(ent_arena *arena, const char *path, ent_str_vec *files, ent_str_vec *unread, ent_error *err);
bool ent_os_is_folder(const char *path);
bool ent_os_exists(const char *path);
bool ent_os_is_same(const char *a, const char *b); /* whether both paths lead to one thing that is there */
/* The path from the root, free of links, "." and ".."; empty when nothing is there. */
ent_str ent_os_real_path(ent_arena *arena, const char *path);
ent_status ent_os_make_folder(const char *path, ent_error *err); /* an existing one is fine */

/* The folder that holds the running program, without a slash at its end. */
ent_str ent_os_program_folder(ent_arena *arena);
bool ent_os_is_terminal(FILE *stream);
/* Columns of the terminal, 80 where it does not say. */
size_t ent_os_terminal_width(FILE *stream);
double ent_os_seconds(void); /* monotonic */
unsigned ent_os_cores(void);

typedef struct ent_os_limits {
    unsigned seconds;  /* wall clock; 0: none */
    size_t memory;     /* bytes of address space; 0: none */
} ent_os_limits;

/* Runs a program without a shell: argv[0] is its path, `input` its standard input; its standard output is collected in
 * *output and its standard error in *messages. *exit_code is its code, or 128 + the signal that ended it. Fails when the
 * program cannot be started or runs over its time. */
ent_status ent_os_run(const char *const argv[], ent_str input, ent_os_limits limits, ent_buf *output, ent_buf *messages,
                      int *exit_code, ent_error *err);

#endif
