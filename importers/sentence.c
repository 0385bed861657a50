/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/sentence.h"

static ent_str one_line(ent_arena *arena, ent_str text)
{
    char *out = ent_arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = ent_is_space(text.data[i]) ? ' ' : text.data[i];
    return ent_str_trim((ent_str){out, text.len});
}

void ent_document_of_sentence(ent_arena *arena, ent_str sentence, ent_document *out)
{
    ent_section whole = {.title = ENT_STR_EMPTY, .path = ENT_STR_EMPTY};
    *out = (ent_document){.path = ENT_STR_EMPTY, .format = ENT_STR("text"), .title = ENT_STR_EMPTY,
                          .date = ENT_STR_EMPTY, .text = one_line(arena, sentence)};
    ent_vec_push(arena, &out->sections, whole);
    ent_vec_push(arena, &out->origins, (ent_origin){.line = 1});
    if (out->text.len)
        ent_vec_push(arena, &out->blocks, (ent_block){.kind = ENT_BLOCK_PARAGRAPH, .end = out->text.len, .line = 1});
}
