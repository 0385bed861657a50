/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The peer of the import benchmark: reads files and only counts their tokens. Prints bytes, tokens and seconds. */
#include "core/base/arena.h"
#include "core/base/os.h"

#include <stdio.h>

static uint64_t count_tokens(ent_str text)
{
    uint64_t n = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool word = ent_is_alpha(c) || ent_is_digit(c) || (unsigned char)c >= 0x80;
        n += (word && !inside) || (!word && !ent_is_space(c));
        inside = word;
    }
    return n;
}

int main(int argc, char **argv)
{
    ent_arena arena = {0};
    ent_error err;
    ent_str_vec files = {0}, unread = {0};
    uint64_t bytes = 0, tokens = 0;
    if (argc != 2 || ent_os_list_files(&arena, argv[1], &files, &unread, &err) != ENT_OK)
        return 2;
    ent_arena scratch = {0};
    double begin = ent_os_seconds();
    for (size_t i = 0; i < files.n; i++) {
        ent_str text;
        ent_arena_reset(&scratch);
        if (ent_os_read_file(&scratch, files.items[i].data, SIZE_MAX / 4, &text, &err) != ENT_OK)
            return 1;
        bytes += text.len;
        tokens += count_tokens(text);
    }
    printf("%llu %llu %.6f\n", (unsigned long long)bytes, (unsigned long long)tokens, ent_os_seconds() - begin);
    ent_arena_clear(&scratch);
    ent_arena_clear(&arena);
    return 0;
}
