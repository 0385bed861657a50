/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lexicon answers once it is read. */
#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/text/tokens.h"

const ent_lexicon_entry *ent_lexicon_entry_at(const ent_lexicon *lexicon, uint32_t entry)
{
    return &lexicon->entries.items[entry];
}

uint32_t ent_lexicon_count(const ent_lexicon *lexicon)
{
    return (uint32_t)lexicon->entries.n;
}

uint32_t ent_lexicon_find(const ent_lexicon *lexicon, ent_str key)
{
    return ent_map_find(&lexicon->by_key, key);
}

const ent_sense *ent_lexicon_sense_at(const ent_lexicon *lexicon, uint32_t sense)
{
    return &lexicon->senses.items[sense];
}

uint32_t ent_lexicon_find_name(const ent_lexicon *lexicon, const ent_vocabulary *vocabulary, ent_kind kind,
                               ent_str name)
{
    ent_tokenizer tokens = ent_tokenizer_over(name, 0, name.len);
    ent_token token;
    uint32_t node = 0;
    do {
        if (!ent_token_next(&tokens, &token))
            return UINT32_MAX;
        node = ent_trie_step(&lexicon->names, node,
                             ent_vocabulary_find(vocabulary, ent_str_slice(name, token.begin, token.end)));
    } while (node && token.end < name.len);
    for (uint32_t at = node ? ent_trie_value(&lexicon->names, node) : UINT32_MAX; at != UINT32_MAX;
         at = lexicon->senses.items[at].next) {
        const ent_sense *sense = &lexicon->senses.items[at];
        if (sense->entry != UINT32_MAX && !(sense->marks & ENT_ALIAS_CONTEXT) &&
            lexicon->entries.items[sense->entry].kind == kind)
            return sense->entry;
    }
    return UINT32_MAX;
}
