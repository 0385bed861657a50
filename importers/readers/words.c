/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/words.h"

enum { MAX_GATHERED = 4 * 1024 * 1024 }; /* bytes: enough to know a document's words */

static const uint64_t HASH_START = 14695981039346656037u, HASH_STEP = 1099511628211u;

static uint64_t add_bytes(uint64_t hash, ent_str s)
{
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)ent_to_lower(s.data[i])) * HASH_STEP;
    return hash;
}

static uint64_t finish(uint64_t hash)
{
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

static uint64_t *slot_of(uint64_t *hashes, size_t cap, uint64_t hash)
{
    size_t at = (size_t)hash & (cap - 1);
    while (hashes[at] && hashes[at] != hash)
        at = (at + 1) & (cap - 1);
    return &hashes[at];
}

static void insert(ent_words *words, uint64_t hash)
{
    if (words->n * 2 >= words->cap) {
        size_t cap = words->cap ? words->cap * 2 : 4096;
        uint64_t *bigger = ENT_ARENA_NEW(words->arena, uint64_t, cap);
        for (size_t i = 0; i < words->cap; i++)
            if (words->hashes[i])
                *slot_of(bigger, cap, words->hashes[i]) = words->hashes[i];
        words->hashes = bigger;
        words->cap = cap;
    }
    uint64_t *slot = slot_of(words->hashes, words->cap, hash);
    words->n += *slot == 0;
    *slot = hash;
}

/* Lines that are all capitals may be letter-spaced: their pieces are no words. */
static bool has_small_letter(ent_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.data[i] >= 'a' && line.data[i] <= 'z')
            return true;
    return false;
}

/* The byte of a word in small letters; 0 for what belongs to no word. */
static unsigned char word_byte(char c)
{
    unsigned char byte = (unsigned char)c;
    if (byte >= 'A' && byte <= 'Z')
        return (unsigned char)(byte + 32);
    return (byte >= 'a' && byte <= 'z') || byte >= 0x80 ? byte : 0;
}

/* Adds each word of a line, and compounds with hyphens as a whole. A word cut off by the line's end is left out. */
static void gather_line(ent_words *words, ent_str line)
{
    uint64_t part = HASH_START, whole = HASH_START; /* of a compound, whole runs on where part begins anew */
    bool compound = false;
    for (size_t at = 0; at <= line.len; at++) {
        unsigned char byte = at < line.len ? word_byte(line.data[at]) : 0;
        if (byte) {
            part = (part ^ byte) * HASH_STEP;
            if (compound)
                whole = (whole ^ byte) * HASH_STEP;
            continue;
        }
        bool hyphen = at < line.len && line.data[at] == '-' && part != HASH_START;
        if (hyphen && at + 1 == line.len)
            return;
        if (part != HASH_START)
            insert(words, finish(part));
        if (hyphen && word_byte(line.data[at + 1])) {
            whole = ((compound ? whole : part) ^ '-') * HASH_STEP;
            compound = true;
            part = HASH_START;
            continue;
        }
        if (compound)
            insert(words, finish(whole));
        part = HASH_START;
        compound = false;
    }
}

static bool has(ent_words *words, uint64_t hash)
{
    if (!words->cap) {
        insert(words, 1);
        size_t bytes = 0;
        for (size_t i = 0; i < words->lines->items.n && bytes < MAX_GATHERED; i++) {
            ent_str line = ent_lines_text(words->lines, i);
            bytes += line.len;
            if (has_small_letter(line))
                gather_line(words, ent_str_slice(line, 0, MAX_GATHERED));
        }
    }
    return *slot_of(words->hashes, words->cap, hash) != 0;
}

bool ent_words_has(ent_words *words, ent_str a, ent_str b)
{
    return has(words, finish(add_bytes(add_bytes(HASH_START, a), b)));
}

bool ent_words_has_hyphenated(ent_words *words, ent_str a, ent_str b)
{
    return has(words, finish(add_bytes(add_bytes(add_bytes(HASH_START, a), ENT_STR("-")), b)));
}
