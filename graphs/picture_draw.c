/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/os.h"
#include "graphs/picture.h"

enum { SECONDS = 60 };
#ifdef __SANITIZE_ADDRESS__
static const size_t MEMORY = 0; /* the sanitizer reserves terabytes of address space */
#else
static const size_t MEMORY = (size_t)2 << 30;
#endif

/* Beside the program in a build, in ../libexec/entente where it is installed. */
static const char *find_program(ent_arena *arena)
{
    static const char *const places[] = {"entente-draw", "../libexec/entente/entente-draw"};
    ent_str folder = ent_os_program_folder(arena);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        ent_str path = ent_arena_format(arena, ENT_STR_FMT "/%s", ENT_STR_ARG(folder), places[i]);
        if (ent_os_exists(path.data))
            return path.data;
    }
    return NULL;
}

ent_status ent_picture_draw(ent_arena *arena, ent_str records, const char *format, ent_buf *picture, ent_error *err)
{
    ent_buf messages = {0};
    int exit_code = 0;
    const char *program = find_program(arena);
    if (!program)
        return ent_fail(err, ENT_FAILED, "entente-draw", "the drawing program is not installed beside this one");
    const char *const argv[] = {program, format, NULL};
    ent_status status =
        ent_os_run(argv, records, (ent_os_limits){SECONDS, MEMORY}, picture, &messages, &exit_code, err);
    if (!status && exit_code != 0) {
        ent_str said = ent_str_trim(ent_buf_str(&messages));
        status = ent_fail(err, ENT_FAILED, "picture", "could not be drawn: " ENT_STR_FMT,
                          (int)(said.len < 300 ? said.len : 300), said.len ? said.data : "");
        ent_error_hint(err, "draw less (--most N) or choose another --layout");
    }
    ent_buf_clear(&messages);
    return status;
}
