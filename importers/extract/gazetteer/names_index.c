/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All names of a lexicon's rows, with the marks behind their aliases, and the words that speak for a row. */
#include "core/model/key.h"
#include "importers/extract/gazetteer/aliases.h"
#include "importers/extract/gazetteer/joined_names.h"
#include "importers/extract/text/tokens.h"

#include <string.h>

/* ---- the rows ---------------------------------------------------------------------------------------------------- */

/* Cuts "[case]" off the end of an alias; false at an unknown mark. */
static bool cut_marks(ent_str *text, uint8_t *marks)
{
    static const struct {
        const char *name;
        uint8_t mark;
    } known[] = {{"[case]", ENT_ALIAS_CASE},
                 {"[adjective]", ENT_ALIAS_ADJECTIVE},
                 {"[government]", ENT_ALIAS_GOVERNMENT},
                 {"[context]", ENT_ALIAS_CONTEXT}};
    *text = ent_str_trim(*text);
    while (text->len && text->data[text->len - 1] == ']') {
        size_t i = 0, n = sizeof known / sizeof *known;
        while (i < n && !ent_str_ends(*text, ent_str_from(known[i].name)))
            i++;
        if (i == n)
            return false;
        *marks |= known[i].mark;
        *text = ent_str_trim(ent_str_slice(*text, 0, text->len - strlen(known[i].name)));
    }
    return ent_str_find(*text, ENT_STR("["), 0) == ENT_STR_NONE;
}

/* A name, and the same as texts have it that lost their apostrophes: "Cote dIvoire", "Peoples Republic". */
static void add_name(ent_alias_indexer *x, uint32_t entry, ent_str written, uint8_t marks)
{
    ent_arena *arena = &x->lexicon->arena;
    size_t n = 0;
    ent_alias_add(x, entry, written, marks, false);
    if (ent_str_find(written, ENT_STR("'"), 0) == ENT_STR_NONE)
        return;
    char *lost = ent_arena_alloc(arena, written.len + 1);
    for (size_t i = 0; i < written.len; i++)
        if (written.data[i] != '\'')
            lost[n++] = written.data[i];
    ent_alias_add(x, entry, (ent_str){lost, n}, marks, true);
}

static void add_aliases(ent_alias_indexer *x, uint32_t entry)
{
    ent_lexicon *lexicon = x->lexicon;
    const ent_lexicon_row *row = &lexicon->rows.items[entry];
    ent_str rest = row->raw_aliases, alias_text;
    ent_str_vec kept = {0};
    while (rest.data && ent_str_split(&rest, ENT_STR("|"), &alias_text)) {
        uint8_t marks = 0;
        if (!cut_marks(&alias_text, &marks))
            ent_lexicon_fault(x->report, ent_alias_spot(x, entry, alias_text),
                              "an alias has an unknown mark; known are [case], [adjective], [government], [context]");
        if (alias_text.len == 0)
            continue;
        add_name(x, entry, alias_text, marks);
        ent_vec_push(&lexicon->arena, &kept, alias_text);
    }
    ent_lexicon_entry *known = &lexicon->entries.items[entry];
    known->aliases = ent_names_join(&lexicon->arena, &kept, known->name);
}

static void add_hint(ent_alias_indexer *x, uint32_t entry, ent_str phrase)
{
    ent_lexicon *lexicon = x->lexicon;
    ent_tokenizer tokens = ent_tokenizer_over(phrase, 0, phrase.len);
    ent_token token;
    uint32_t node = 0;
    while (ent_token_next(&tokens, &token)) {
        uint32_t word = ent_alias_word(x, ent_str_slice(phrase, token.begin, token.end));
        node = ent_trie_add(&lexicon->arena, &lexicon->contexts, node, word);
    }
    if (node == 0)
        return;
    ent_hint hint = {entry, ent_trie_value(&lexicon->contexts, node)};
    ent_trie_set(&lexicon->contexts, node, (uint32_t)lexicon->hints.n);
    ent_vec_push(&lexicon->arena, &lexicon->hints, hint);
}

void ent_lexicon_index(ent_lexicon *lexicon, ent_vocabulary *vocabulary, ent_lexicon_report *report)
{
    ent_alias_indexer x = ent_alias_begin(lexicon, vocabulary, report);
    for (size_t i = 0; i < lexicon->lists.no_names.n; i++)
        ent_alias_add(&x, UINT32_MAX, lexicon->lists.no_names.items[i], 0, false);
    for (uint32_t i = 0; i < lexicon->entries.n; i++)
        add_name(&x, i, lexicon->entries.items[i].name, 0);
    for (uint32_t i = 0; i < lexicon->entries.n; i++) {
        add_aliases(&x, i);
        ent_str rest = lexicon->entries.items[i].context, phrase;
        while (rest.len && ent_str_split(&rest, ENT_STR(","), &phrase))
            add_hint(&x, i, phrase);
    }
}

/* ---- names from elsewhere ---------------------------------------------------------------------------------------- */

/* The entry with this key, made where there is none; UINT32_MAX where it is no key. */
static uint32_t find_entry(ent_lexicon *lexicon, ent_str key, ent_str name)
{
    ent_lexicon_entry entry = {.attributes = ENT_STR_EMPTY, .aliases = ENT_STR_EMPTY, .context = ENT_STR_EMPTY};
    ent_lexicon_row nowhere = {.raw_aliases = ENT_STR_EMPTY};
    ent_str slug;
    uint32_t at = ent_lexicon_find(lexicon, key);
    if (at != UINT32_MAX || !ent_key_parse(key, &entry.kind, &slug))
        return at;
    entry.key = ent_arena_str(&lexicon->arena, key);
    entry.name = ent_arena_str(&lexicon->arena, name);
    at = (uint32_t)lexicon->entries.n;
    ent_map_set(&lexicon->arena, &lexicon->by_key, entry.key, at);
    ent_vec_push(&lexicon->arena, &lexicon->entries, entry);
    ent_vec_push(&lexicon->arena, &lexicon->rows, nowhere);
    return at;
}

void ent_lexicon_add_names(ent_lexicon *lexicon, ent_vocabulary *vocabulary, const ent_lexicon_name *names, size_t n)
{
    ent_alias_indexer x = ent_alias_begin(lexicon, vocabulary, NULL);
    for (size_t i = 0; i < n; i++) {
        uint32_t entry = find_entry(lexicon, names[i].key, names[i].name);
        if (entry != UINT32_MAX)
            ent_alias_add(&x, entry, ent_arena_str(&lexicon->arena, names[i].alias), 0, true);
    }
}
