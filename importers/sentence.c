/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/sentence.h"

static ent_str one_line(ent_arena *arena, ent_str text)
{
    char *out = ent_arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = ent_is_space(text.data[i]) ? ' ' : text.data[i];
    return ent_str_trim((ent_str){out, text.len});
}

void ent_document_of_lines(ent_arena *arena, ent_str path, ent_str text, const ent_origin_vec *origins,
                           ent_document *out)
{
    ent_section whole = {.title = ENT_STR_EMPTY, .path = ENT_STR_EMPTY};
    *out = (ent_document){.path = path,
                          .format = ENT_STR("text"),
                          .title = ENT_STR_EMPTY,
                          .date = ENT_STR_EMPTY,
                          .text = text,
                          .origins = *origins};
    ent_vec_push(arena, &out->sections, whole);
    ent_str rest = text, line;
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        ent_block block = {.kind = ENT_BLOCK_PARAGRAPH, .begin = (size_t)(line.data - text.data)};
        block.end = block.begin + line.len;
        block.line = ent_document_origin(out, block.begin).line;
        if (line.len)
            ent_vec_push(arena, &out->blocks, block);
    }
}

void ent_document_of_sentence(ent_arena *arena, ent_str sentence, ent_document *out)
{
    ent_origin_vec origins = {0};
    ent_vec_push(arena, &origins, (ent_origin){.line = 1});
    ent_document_of_lines(arena, ENT_STR_EMPTY, one_line(arena, sentence), &origins, out);
}
