/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the lexicon with a word that was misread or set badly: "Haque Code of Conduct", "capacitybuilding",
 * "Confe-rence on Disarmament", "Commitee on …". Only a word that nobody knows may be another, only where the name goes
 * on behind it. */
#include "importers/extract/names/finder.h"

#include <string.h>

enum { MAX_LETTERS = 48, MIN_SPLIT = 8, MIN_PART = 3, MIN_WORD = 4, MAX_MISREAD = 2 };

/* A place in the trie, reached by so many tokens. */
typedef struct reading {
    uint32_t node, n_tokens;
} reading;

static uint32_t step(const ent_finder *f, uint32_t node, const char *letters, size_t n)
{
    uint32_t word = ent_vocabulary_find(f->vocabulary, (ent_str){letters, n});
    uint32_t next = word ? ent_trie_step(&f->lexicon->names, node, word) : 0;
    uint32_t singular = f->vocabulary->singulars.items[word];
    return next || singular == word ? next : ent_trie_step(&f->lexicon->names, node, singular);
}

/* "Confe-rence", "Dis armament": one word in two. */
static reading joined(const ent_finder *f, uint32_t node, uint32_t token, uint32_t end)
{
    char letters[2 * MAX_LETTERS];
    if (token + 1 >= end || f->tokens[token + 1].kind != ENT_TOKEN_WORD)
        return (reading){0};
    bool hyphen = (f->tokens[token + 1].flags & ENT_TOKEN_HYPHEN) != 0;
    bool odd = f->tokens[token].word == 0 && node != 0;
    ent_str a = ent_token_text(f->segments, token), b = ent_token_text(f->segments, token + 1);
    if (!(hyphen || odd) || a.len > MAX_LETTERS || b.len > MAX_LETTERS)
        return (reading){0};
    memcpy(letters, a.data, a.len);
    memcpy(letters + a.len, b.data, b.len);
    uint32_t next = step(f, node, letters, a.len + b.len);
    return (reading){next, next ? 2 : 0};
}

/* "capacitybuilding": two words in one. */
static reading split(const ent_finder *f, uint32_t node, ent_str text)
{
    for (size_t at = MIN_PART; text.len >= MIN_SPLIT && at + MIN_PART <= text.len; at++) {
        uint32_t next = step(f, node, text.data, at);
        uint32_t behind = next ? step(f, next, text.data + at, text.len - at) : 0;
        if (behind)
            return (reading){behind, 1};
    }
    return (reading){0};
}

/* A word with letters that are taken for each other, or with a letter doubled or not. Each change is tried by itself.
 */
typedef struct change {
    const char *from, *to;
} change;

static const change changes[] = {{"q", "g"}, {"g", "q"}, {"i", "l"},  {"l", "i"},  {"1", "l"}, {"1", "i"}, {"0", "o"},
                                 {"v", "y"}, {"y", "v"}, {"rn", "m"}, {"m", "rn"}, {"c", "e"}, {"e", "c"}, {"h", "b"},
                                 {"n", "u"}, {"u", "n"}, {"cl", "d"}, {"vv", "w"}, {"f", "t"}, {"t", "f"}, {"5", "s"}};

static uint32_t changed(const ent_finder *f, uint32_t node, ent_str text, size_t at, change c)
{
    char letters[MAX_LETTERS + 4];
    size_t from = strlen(c.from), to = strlen(c.to);
    if (at + from > text.len || memcmp(text.data + at, c.from, from) != 0)
        return 0;
    memcpy(letters, text.data, at);
    memcpy(letters + at, c.to, to);
    memcpy(letters + at + to, text.data + at + from, text.len - at - from);
    return step(f, node, letters, text.len - from + to);
}

static reading misspelt(const ent_finder *f, uint32_t node, ent_str text)
{
    for (size_t at = 1; at < text.len; at++) { /* the first letter was right: names are looked up by it too */
        for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
            uint32_t next = changed(f, node, text, at, changes[i]);
            if (next)
                return (reading){next, 1};
        }
        const char twice[3] = {text.data[at], text.data[at], '\0'}, once[2] = {text.data[at], '\0'};
        uint32_t next = changed(f, node, text, at, (change){twice, once});
        if (!next && ent_is_lower(text.data[at]))
            next = changed(f, node, text, at, (change){once, twice});
        if (next)
            return (reading){next, 1};
    }
    return (reading){0};
}

/* What a token may be instead of what it seems; nodes and tokens are 0 where it is nothing. */
static reading read_otherwise(const ent_finder *f, uint32_t node, uint32_t token, uint32_t end)
{
    ent_str text = ent_token_text(f->segments, token);
    reading found = joined(f, node, token, end);
    if (found.node || f->tokens[token].word || text.len < MIN_WORD || text.len > MAX_LETTERS)
        return found;
    found = split(f, node, text);
    bool goes_on = token + 1 < end && f->tokens[token + 1].word &&
                   (ent_finder_is_capital(f, token + 1) || ent_finder_lists(f, token + 1) & ENT_LIST(LINK));
    if (found.node || !ent_finder_is_capital(f, token) || (node == 0 && !goes_on))
        return found;
    found = misspelt(f, node, text);
    bool known = found.node && goes_on && ent_trie_step(&f->lexicon->names, found.node, f->tokens[token + 1].word);
    return node || known ? found : (reading){0};
}

/* A sense at a node that a misread name may have: by its letters a name, and nothing that hangs on single letters. */
static uint32_t sense_at(const ent_finder *f, uint32_t node, uint32_t first, uint32_t last)
{
    bool capital = false;
    for (uint32_t i = first; i < last; i++)
        capital = capital || ent_finder_is_capital(f, i);
    for (uint32_t at = ent_trie_value(&f->lexicon->names, node); at != UINT32_MAX;
         at = ent_lexicon_sense_at(f->lexicon, at)->next) {
        const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, at);
        bool fits = sense->letters == ENT_LETTERS_ANY || (sense->letters == ENT_LETTERS_CAPITAL && capital);
        if (fits && sense->entry != UINT32_MAX && !(sense->marks & ~ENT_ALIAS_CONTEXT))
            return at;
    }
    return UINT32_MAX;
}

uint32_t ent_misread_name(const ent_finder *f, uint32_t first, uint32_t end, uint32_t *last)
{
    uint32_t node = 0, found = UINT32_MAX, n_misread = 0;
    for (uint32_t i = first; i < end;) {
        uint32_t word = f->tokens[i].word;
        reading next = {word ? ent_trie_step(&f->lexicon->names, node, word) : 0, 1};
        bool halved = i == first && i + 1 < end && f->tokens[i + 1].flags & ENT_TOKEN_HYPHEN;
        reading whole = halved ? joined(f, 0, i, end) : (reading){0};
        if (!next.node || whole.node) {
            next = whole.node ? whole : read_otherwise(f, node, i, end);
            if (!next.node || ++n_misread > MAX_MISREAD)
                break;
        }
        node = next.node;
        i += next.n_tokens;
        uint32_t sense = n_misread ? sense_at(f, node, first, i) : UINT32_MAX;
        if (sense != UINT32_MAX) {
            found = sense;
            *last = i;
        }
    }
    return found;
}
