/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How names become findable: each alias is cut into words as a text is, and goes into the trie in every spelling that
 * counts as the same: with and without its commas and articles, "non-proliferation" also as one word, its last word
 * also in the singular. Spellings made here give way to what another row writes itself. */
#include "importers/extract/gazetteer/aliases.h"

#include "importers/extract/text/tokens.h"

#include <stdio.h>
#include <string.h>

enum { MAX_WORDS = 64, MAX_WORD = 120 };

typedef struct alias {
    uint32_t entry;
    ent_str written;
    uint8_t marks, letters;
    uint32_t words[MAX_WORDS];
    uint32_t n_words;
    uint32_t capitals; /* bit i: word i has a capital */
    uint32_t prefix;   /* place + 1 of a prefix with a hyphen, 0: none */
    uint32_t joined;   /* that prefix and the word behind it as one word */
} alias;

/* ---- an alias as words ------------------------------------------------------------------------------------------- */

uint32_t ent_alias_word(ent_alias_indexer *x, ent_str token)
{
    uint32_t word = ent_map_find(&x->seen, token);
    if (word == ENT_MAP_NONE) {
        word = ent_vocabulary_add(x->vocabulary, token);
        ent_map_set(&x->lexicon->arena, &x->seen, token, word);
    }
    return word;
}

static bool is_prefix(ent_str word)
{
    static const char *const prefixes[] = {"non", "anti",  "counter", "multi", "co",
                                           "sub", "inter", "trans",   "cyber", "bio"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (ent_str_is_nocase(word, prefixes[i]))
            return true;
    return false;
}

static void note_prefix(ent_alias_indexer *x, alias *a, ent_str before, ent_str word)
{
    char joined[MAX_WORD];
    if (!is_prefix(before) || before.len + word.len > sizeof joined)
        return;
    memcpy(joined, before.data, before.len);
    memcpy(joined + before.len, word.data, word.len);
    a->joined = ent_vocabulary_add(x->vocabulary, (ent_str){joined, before.len + word.len});
    a->prefix = a->n_words;
}

/* A leading "the" is no part of a name. */
static void cut_words(ent_alias_indexer *x, alias *a, bool *digits, uint32_t *all_capitals)
{
    ent_tokenizer tokens = ent_tokenizer_over(a->written, 0, a->written.len);
    ent_token token;
    ent_str before = ENT_STR_EMPTY;
    while (a->n_words < MAX_WORDS && ent_token_next(&tokens, &token)) {
        ent_str text = ent_str_slice(a->written, token.begin, token.end);
        if (a->n_words == 0 && before.len == 0 && ent_str_eq_nocase(text, ENT_STR("the")) && token.end < a->written.len)
            continue;
        if (token.flags & ENT_TOKEN_HYPHEN)
            note_prefix(x, a, before, text);
        if ((token.flags & ENT_TOKEN_CAPITAL) && a->n_words < 32)
            a->capitals |= 1u << a->n_words;
        *digits = *digits || token.kind == ENT_TOKEN_NUMBER;
        *all_capitals += (token.flags & ENT_TOKEN_ALL_CAPS) != 0;
        a->words[a->n_words++] = ent_alias_word(x, text);
        before = text;
    }
}

/* See ent_letters. "International law" has its capital as a sentence has one; "Group of 77" has not. */
static uint8_t letters_of(const alias *a, ent_kind kind, bool digits, uint32_t all_capitals)
{
    enum { LONG_NAME = 4 }; /* words; so long a name is no accident in small letters either */
    if (a->marks & ENT_ALIAS_CASE)
        return ENT_LETTERS_EXACT;
    if (a->n_words == 1 && all_capitals)
        return ENT_LETTERS_CAPITALS;
    if (kind == ENT_TOPIC || kind == ENT_PROPOSAL || a->capitals == 0)
        return a->n_words == 1 && kind != ENT_TOPIC ? ENT_LETTERS_CAPITAL : ENT_LETTERS_ANY;
    if (a->n_words >= LONG_NAME && !digits)
        return ENT_LETTERS_ANY;
    bool sentence_case = a->capitals == 1 && a->n_words > 1 && !digits;
    if (sentence_case && (kind == ENT_INSTRUMENT || kind == ENT_EVENT || kind == ENT_FORUM))
        return ENT_LETTERS_ANY;
    return ENT_LETTERS_CAPITAL;
}

/* ---- into the trie ----------------------------------------------------------------------------------------------- */

static bool same_letters_matter(const ent_sense *a, const alias *b)
{
    return a->letters == ENT_LETTERS_EXACT && b->letters == ENT_LETTERS_EXACT && !ent_str_eq(a->written, b->written);
}

ent_spot ent_alias_spot(const ent_alias_indexer *x, uint32_t entry, ent_str written)
{
    const ent_lexicon_row *row = &x->lexicon->rows.items[entry];
    uintptr_t begin = (uintptr_t)row->raw_aliases.data, at = (uintptr_t)written.data;
    bool among = at >= begin && at < begin + row->raw_aliases.len;
    return ent_spot_of(row->file, row->text, among ? row->aliases_at + (at - begin) : row->begin);
}

static void report_clash(ent_alias_indexer *x, const alias *a, const ent_sense *other)
{
    char message[256];
    ent_str key = x->lexicon->entries.items[other->entry].key;
    snprintf(message, sizeof message, "\"" ENT_STR_FMT "\" also names " ENT_STR_FMT "; mark it [context] in both rows",
             ENT_STR_ARG(a->written), ENT_STR_ARG(key));
    ent_lexicon_fault(x->report, ent_alias_spot(x, a->entry, a->written), message);
}

/* Adds a sense at the end of a node's chain. `made`: a spelling made here, which gives way. */
static void add_sense(ent_alias_indexer *x, const alias *a, uint32_t node, bool made)
{
    ent_lexicon *lexicon = x->lexicon;
    uint32_t last = UINT32_MAX;
    for (uint32_t at = ent_trie_value(&lexicon->names, node); at != UINT32_MAX; at = lexicon->senses.items[at].next) {
        ent_sense *sense = &lexicon->senses.items[at];
        last = at;
        if (sense->entry == a->entry) {
            if (a->letters < sense->letters) { /* written twice: the form that is found more often */
                sense->letters = a->letters;
                sense->marks = a->marks;
                sense->written = a->written;
                sense->capitals = a->capitals;
            }
            return;
        }
        bool shared = (sense->marks | a->marks) & ENT_ALIAS_CONTEXT || same_letters_matter(sense, a);
        if (made && !(a->marks & ENT_ALIAS_CONTEXT))
            return;
        if (!shared && sense->entry != UINT32_MAX && a->entry != UINT32_MAX)
            report_clash(x, a, sense);
    }
    ent_sense sense = {a->entry, a->marks, a->letters, a->capitals, a->written, UINT32_MAX};
    uint32_t id = (uint32_t)lexicon->senses.n;
    ent_vec_push(&lexicon->arena, &lexicon->senses, sense);
    if (last == UINT32_MAX)
        ent_trie_set(&lexicon->names, node, id);
    else
        lexicon->senses.items[last].next = id;
}

static uint32_t walk(ent_alias_indexer *x, const uint32_t *words, uint32_t n)
{
    uint32_t node = 0;
    for (uint32_t i = 0; i < n; i++)
        node = ent_trie_add(&x->lexicon->arena, &x->lexicon->names, node, words[i]);
    return node;
}

/* The word without a plural's ending, 0 where it has none. What a vocabulary knows of plurals comes too late for
 * loading. */
static uint32_t singular(ent_alias_indexer *x, uint32_t word)
{
    ent_str text = x->vocabulary->words.items[word];
    char out[MAX_WORD];
    size_t n = text.len;
    if (n < 4 || n > sizeof out || text.data[n - 1] != 's' || strchr("sui'", text.data[n - 2]))
        return 0;
    memcpy(out, text.data, n);
    if (n > 4 && memcmp(out + n - 3, "ies", 3) == 0) {
        out[n - 3] = 'y';
        n -= 2;
    } else {
        n -= 1;
    }
    return ent_vocabulary_add(x->vocabulary, (ent_str){out, n});
}

static void add_with_singular(ent_alias_indexer *x, const alias *a, ent_kind kind, bool made)
{
    add_sense(x, a, walk(x, a->words, a->n_words), made);
    if (kind == ENT_STATE || kind == ENT_PERSON || a->marks & (ENT_ALIAS_CASE | ENT_ALIAS_ADJECTIVE))
        return;
    alias other = *a;
    uint32_t last = a->n_words - 1;
    other.words[last] = singular(x, a->words[last]);
    if (other.words[last])
        add_sense(x, &other, walk(x, other.words, other.n_words), true);
}

/* The words but those at [from, to), which `instead` (0: nothing) replaces; capitals move along. */
static alias replaced(const alias *a, uint32_t from, uint32_t to, uint32_t instead)
{
    alias out = *a;
    out.n_words = 0;
    out.capitals = 0;
    for (uint32_t i = 0; i < a->n_words; i++) {
        if (i >= from && i < to && !(i == from && instead))
            continue;
        if (i < 32 && a->capitals >> i & 1)
            out.capitals |= 1u << out.n_words;
        out.words[out.n_words++] = i == from && instead ? instead : a->words[i];
    }
    return out;
}

static alias without_commas(const alias *a, uint32_t comma)
{
    alias out = *a;
    for (uint32_t i = out.n_words; i-- > 0;)
        if (out.words[i] == comma)
            out = replaced(&out, i, i + 1, 0);
    return out;
}

/* "Treaty on Prevention of the Widget": each "the" from a word on may be missing. */
static void add_without_articles(ent_alias_indexer *x, const alias *a, ent_kind kind, uint32_t from)
{
    for (uint32_t i = from; i + 1 < a->n_words; i++)
        if (a->words[i] == x->the) {
            alias less = replaced(a, i, i + 1, 0);
            add_with_singular(x, &less, kind, true);
            add_without_articles(x, &less, kind, i);
        }
}

static void add_spellings(ent_alias_indexer *x, const alias *a, ent_kind kind, bool gives_way)
{
    alias plain = without_commas(a, x->comma);
    add_with_singular(x, a, kind, gives_way);
    add_without_articles(x, a, kind, 1);
    if (a->prefix) {
        alias joined = replaced(a, a->prefix - 1, a->prefix + 1, a->joined);
        add_with_singular(x, &joined, kind, true);
    }
    if (plain.n_words && plain.n_words < a->n_words) {
        add_with_singular(x, &plain, kind, true);
        add_without_articles(x, &plain, kind, 1);
    }
}

void ent_alias_add(ent_alias_indexer *x, uint32_t entry, ent_str written, uint8_t marks, bool gives_way)
{
    ent_kind kind = entry == UINT32_MAX ? ENT_STATE : x->lexicon->entries.items[entry].kind;
    alias a = {.entry = entry, .written = written, .marks = marks};
    bool digits = false;
    uint32_t all_capitals = 0;
    cut_words(x, &a, &digits, &all_capitals);
    if (a.n_words == 0)
        return;
    a.letters = letters_of(&a, kind, digits, all_capitals);
    add_spellings(x, &a, kind, gives_way);
}

ent_alias_indexer ent_alias_begin(ent_lexicon *lexicon, ent_vocabulary *vocabulary, ent_lexicon_report *report)
{
    return (ent_alias_indexer){lexicon,
                               vocabulary,
                               report,
                               ent_vocabulary_add(vocabulary, ENT_STR(",")),
                               ent_vocabulary_add(vocabulary, ENT_STR("the")),
                               {0}};
}
