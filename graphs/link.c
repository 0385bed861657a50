/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/link.h"

#include "core/base/buf.h"
#include "core/base/os.h"

/* The length of what a path has up to and with its last slash. */
static size_t folder_length(ent_str path)
{
    size_t n = path.len;
    while (n && path.data[n - 1] != '/')
        n--;
    return n;
}

/* The folder of a file that need not be there yet, from the root, with a slash at its end; empty when it is not there.
 */
static ent_str folder_of(ent_arena *arena, const char *file)
{
    ent_str folder = ent_str_slice(ent_str_from(file), 0, folder_length(ent_str_from(file)));
    ent_str real = ent_os_real_path(arena, folder.len ? ent_arena_str(arena, folder).data : ".");
    if (real.len == 0 || ent_str_ends(real, ENT_STR("/")))
        return real;
    return ent_arena_format(arena, ENT_STR_FMT "/", ENT_STR_ARG(real));
}

/* Both from the root, the folder with a slash at its end. */
static ent_str relative_path(ent_arena *arena, ent_str folder, ent_str target)
{
    size_t same = 0;
    while (same < folder.len && same < target.len && folder.data[same] == target.data[same])
        same++;
    same = folder_length(ent_str_slice(folder, 0, same));
    ent_str out = ent_str_slice(target, same, target.len);
    for (size_t i = same; i < folder.len; i++)
        if (folder.data[i] == '/')
            out = ent_arena_format(arena, "../" ENT_STR_FMT, ENT_STR_ARG(out));
    return out;
}

/* A colon would be read as the end of a scheme, so it is no safe character here. */
static void add_encoded(ent_buf *out, ent_str text, ent_str safe)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (ent_is_alpha(c) || ent_is_digit(c) || ent_str_find(safe, (ent_str){&c, 1}, 0) != ENT_STR_NONE)
            ent_buf_add_char(out, c);
        else
            ent_buf_format(out, "%%%02X", (unsigned char)c);
    }
}

ent_str ent_link_to_quote(ent_arena *arena, const char *file, ent_str document, ent_str quote)
{
    ent_str folder = folder_of(arena, file), target = ent_os_real_path(arena, ent_arena_str(arena, document).data);
    bool on_disk = !ent_str_eq(ent_str_from(file), ENT_STR("-")) && folder.len && target.len;
    ent_buf url = {0};
    add_encoded(&url, on_disk ? relative_path(arena, folder, target) : document, ENT_STR("/._~-"));
    ent_buf_add(&url, ENT_STR("#:~:text="));
    add_encoded(&url, quote, ENT_STR("._~"));
    ent_str out = ent_arena_str(arena, ent_buf_str(&url));
    ent_buf_clear(&url);
    return out;
}
