/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/vocabulary.h"

#include "core/base/text.h"
#include "importers/extract/text/spelling.h"

#include <string.h>

/* No word is longer; a longer token is unknown. */
enum { MAX_WORD = 120, MIN_SINGULAR = 3 };

typedef struct word_buffer {
    char bytes[MAX_WORD + ENT_SPELLING_GROWTH];
    size_t len;
} word_buffer;

/* Curly quotes and the dashes of U+2010–U+201F, the commonest characters outside ASCII; 0 for others. */
static char fold_punctuation(ent_str s, size_t at)
{
    static const char folded[17] = "------\0\0''\0'\"\"\"\0";
    if (at + 3 > s.len || (unsigned char)s.data[at] != 0xE2 || (unsigned char)s.data[at + 1] != 0x80)
        return 0;
    unsigned char last = (unsigned char)s.data[at + 2];
    return last >= 0x90 && last < 0xA0 ? folded[last - 0x90] : 0;
}

/* The folded form of a token without allocation; false where it needs all of Unicode or is too long. */
static bool fold_simple(ent_str token, word_buffer *out)
{
    size_t n = 0;
    if (token.len > MAX_WORD)
        return false;
    for (size_t i = 0; i < token.len; i++) {
        char c = token.data[i];
        if (ent_is_lower(c)) { /* most are: nothing to fold */
            out->bytes[n++] = c;
            continue;
        }
        if (ent_is_space(c))
            return false;
        if ((unsigned char)c >= 0x80) {
            c = fold_punctuation(token, i);
            if (!c)
                return false;
            i += 2;
        }
        out->bytes[n++] = c == '`' ? '\'' : ent_to_lower(c);
    }
    out->len = n;
    return true;
}

static bool fold(ent_str token, word_buffer *out)
{
    if (fold_simple(token, out))
        return true;
    if (token.len > MAX_WORD * 4)
        return false;
    ent_arena scratch = {0};
    ent_str folded = ent_text_fold(&scratch, token);
    bool fits = folded.len <= MAX_WORD;
    if (fits) {
        memcpy(out->bytes, folded.data, folded.len);
        out->len = folded.len;
    }
    ent_arena_clear(&scratch);
    return fits;
}

/* "U.N." is "UN": capitals each with a full stop are one word with and without them. */
static void drop_stops(ent_str token, word_buffer *folded)
{
    if (token.len < 4 || token.len % 2 || token.len != folded->len)
        return;
    for (size_t i = 0; i < token.len; i += 2)
        if (!ent_is_upper(token.data[i]) || token.data[i + 1] != '.')
            return;
    for (size_t i = 0; i < token.len / 2; i++)
        folded->bytes[i] = folded->bytes[2 * i];
    folded->len = token.len / 2;
}

static uint32_t add_folded(ent_vocabulary *vocabulary, ent_str word)
{
    uint32_t known = ent_map_find(&vocabulary->ids, word);
    if (known != ENT_MAP_NONE)
        return known;
    uint32_t id = (uint32_t)vocabulary->words.n;
    ent_str kept = ent_arena_str(&vocabulary->arena, word);
    ent_vec_push(&vocabulary->arena, &vocabulary->words, kept);
    ent_vec_push(&vocabulary->arena, &vocabulary->singulars, id);
    ent_map_set(&vocabulary->arena, &vocabulary->ids, kept, id);
    return id;
}

void ent_vocabulary_init(ent_vocabulary *vocabulary)
{
    *vocabulary = (ent_vocabulary){0};
    add_folded(vocabulary, ENT_STR_EMPTY);
}

void ent_vocabulary_clear(ent_vocabulary *vocabulary)
{
    ent_arena_clear(&vocabulary->arena);
    *vocabulary = (ent_vocabulary){0};
}

uint32_t ent_vocabulary_add(ent_vocabulary *vocabulary, ent_str word)
{
    word_buffer folded;
    if (!fold(word, &folded))
        return 0;
    drop_stops(word, &folded);
    folded.len = ent_spelling_unify(folded.bytes, folded.len);
    return add_folded(vocabulary, (ent_str){folded.bytes, folded.len});
}

uint32_t ent_vocabulary_find(const ent_vocabulary *vocabulary, ent_str token)
{
    word_buffer folded;
    if (!fold(token, &folded))
        return 0;
    drop_stops(token, &folded);
    uint32_t id = ent_map_find(&vocabulary->ids, (ent_str){folded.bytes, folded.len});
    if (id != ENT_MAP_NONE) /* every word kept is spelled already, so only an unknown one need be respelled */
        return id;
    size_t len = ent_spelling_unify(folded.bytes, folded.len);
    id = ent_map_find(&vocabulary->ids, (ent_str){folded.bytes, len});
    return id == ENT_MAP_NONE ? 0 : id;
}

/* ---- plurals ----------------------------------------------------------------------------------------------------- */

static const struct {
    const char *plural, *singular;
} irregular[] = {
    {"analyses", "analysis"},    {"bases", "basis"},          {"children", "child"},       {"consortia", "consortium"},
    {"crises", "crisis"},        {"criteria", "criterion"},   {"data", "datum"},           {"fora", "forum"},
    {"indices", "index"},        {"matrices", "matrix"},      {"memoranda", "memorandum"}, {"men", "man"},
    {"moratoria", "moratorium"}, {"phenomena", "phenomenon"}, {"symposia", "symposium"},   {"theses", "thesis"},
    {"women", "woman"},
};

/* Words that end like a plural and are none. */
static bool is_no_plural(ent_str word)
{
    static const char *const list[] = {"across", "always",  "besides", "does",    "gas",     "hers",   "lens",
                                       "mars",   "news",    "perhaps", "series",  "species", "theirs", "this",
                                       "thus",   "towards", "was",     "whereas", "yes"};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (ent_str_is(word, list[i]))
            return true;
    return false;
}

static bool is_letters(ent_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ent_is_alpha(word.data[i]) && (unsigned char)word.data[i] < 0x80)
            return false;
    return true;
}

/* Endings after which the plural is -es. */
static bool hisses(ent_str word)
{
    return ent_str_ends(word, ENT_STR("s")) || ent_str_ends(word, ENT_STR("x")) || ent_str_ends(word, ENT_STR("z")) ||
           ent_str_ends(word, ENT_STR("ch")) || ent_str_ends(word, ENT_STR("sh"));
}

/* The regular plural of a word in `out`, or the empty string where it can have none. */
static ent_str plural_of(ent_str word, char out[MAX_WORD])
{
    if (word.len < MIN_SINGULAR || word.len > MAX_WORD - 3 || !is_letters(word))
        return ENT_STR_EMPTY;
    size_t n = word.len;
    memcpy(out, word.data, n);
    bool y = out[n - 1] == 'y' && !strchr("aeiou", out[n - 2]);
    const char *ending = y ? "ies" : hisses(word) ? "es" : "s";
    n -= y ? 1 : 0;
    memcpy(out + n, ending, strlen(ending));
    return (ent_str){out, n + strlen(ending)};
}

static void link(ent_vocabulary *vocabulary, ent_str plural, uint32_t singular)
{
    if (plural.len == 0 || is_no_plural(plural))
        return;
    uint32_t id = add_folded(vocabulary, plural);
    if (vocabulary->singulars.items[id] == id && id != singular)
        vocabulary->singulars.items[id] = singular;
}

/* "vetoes" beside "vetos", where a text or a name wrote it so. */
static void link_es(ent_vocabulary *vocabulary, ent_str word, uint32_t singular)
{
    char plural[MAX_WORD];
    if (word.len < MIN_SINGULAR || word.len > MAX_WORD - 3 || word.data[word.len - 1] != 'o')
        return;
    memcpy(plural, word.data, word.len);
    memcpy(plural + word.len, "es", 2);
    link(vocabulary, (ent_str){plural, word.len + 2}, singular);
}

void ent_vocabulary_finish(ent_vocabulary *vocabulary)
{
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
        uint32_t singular = ent_map_find(&vocabulary->ids, ent_str_from(irregular[i].singular));
        if (singular != ENT_MAP_NONE)
            link(vocabulary, ent_str_from(irregular[i].plural), singular);
    }
    uint32_t n = (uint32_t)vocabulary->words.n; /* the plurals added on the way need none themselves */
    for (uint32_t id = 1; id < n; id++) {
        char plural[MAX_WORD];
        ent_str word = vocabulary->words.items[id];
        if (vocabulary->singulars.items[id] != id)
            continue;
        link(vocabulary, plural_of(word, plural), id);
        link_es(vocabulary, word, id);
    }
}
