/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/naming.h"

#include <stdio.h>

int naming_set_up(void **state)
{
    static naming known;
    ent_arena arena = {0};
    ent_error err = {0};
    ent_str folder;
    ent_vocabulary_init(&known.vocabulary);
    if (ent_knowledge_folder(&arena, &folder, &err))
        return -1;
    const char *folders[] = {ent_arena_cstr(&arena, folder)};
    ent_status status = ent_lexicon_load(folders, 1, &known.vocabulary, NULL, NULL, &known.lexicon, &err);
    if (status)
        fprintf(stderr, "%s: %s\n", err.what, err.why);
    ent_vocabulary_finish(&known.vocabulary);
    ent_arena_clear(&arena);
    *state = &known;
    return (int)status;
}

int naming_tear_down(void **state)
{
    naming *known = *state;
    ent_lexicon_free(known->lexicon);
    ent_vocabulary_clear(&known->vocabulary);
    return 0;
}

static ent_document document_of(ent_arena *arena, ent_str title, ent_str text)
{
    ent_document document = {.title = title, .text = text};
    ent_str rest = document.text, line;
    ent_vec_push(arena, &document.sections, (ent_section){.title = ENT_STR_EMPTY});
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        size_t begin = (size_t)(line.data - document.text.data);
        bool heading = ent_str_starts(line, ENT_STR("# "));
        ent_block block = {.begin = begin + (heading ? 2 : 0), .end = begin + line.len, .line = 1};
        block.kind = heading                               ? ENT_BLOCK_HEADING
                     : ent_str_starts(line, ENT_STR("- ")) ? ENT_BLOCK_ITEM
                                                           : ENT_BLOCK_PARAGRAPH;
        if (heading)
            ent_vec_push(arena, &document.sections,
                         (ent_section){.title = ent_str_slice(line, 2, line.len), .level = 1});
        block.section = (uint32_t)document.sections.n - 1;
        if (line.len)
            ent_vec_push(arena, &document.blocks, block);
    }
    return document;
}

void naming_read(const naming *known, ent_str title, ent_str text, naming_text *out)
{
    *out = (naming_text){0};
    out->document = document_of(&out->arena, title, text);
    ent_segment(&out->arena, &known->vocabulary, &out->document, &out->segments);
    ent_mentions_find(&out->arena, known->lexicon, &known->vocabulary, &out->segments, &out->mentions);
}

void naming_clear(naming_text *text)
{
    ent_arena_clear(&text->arena);
}

ent_str naming_words(const naming_text *text, const ent_mention *mention)
{
    const ent_token *tokens = text->segments.tokens.items;
    return ent_str_slice(text->document.text, tokens[mention->first].begin, tokens[mention->last - 1].end);
}

ent_str naming_key(const naming_text *text, const ent_mention *mention)
{
    return mention->entity == ENT_UNRESOLVED ? ENT_STR("?") : text->mentions.entities.items[mention->entity].key;
}
