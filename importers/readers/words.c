/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/words.h"

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

static bool is_word_byte(char c)
{
    return ent_is_alpha(c) || (unsigned char)c >= 0x80;
}

static bool has_small_letter(ent_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (ent_is_lower(line.data[i]))
            return true;
    return false;
}

/* Adds each word of a line, and compounds with hyphens as a whole. A word cut off by the line's end is left out. */
static void gather_line(ent_words *words, ent_str line)
{
    for (size_t at = 0; at < line.len; at++) {
        if (!is_word_byte(line.data[at]))
            continue;
        uint64_t whole = HASH_START;
        size_t n_parts = 0, begin = at;
        for (;; n_parts++) {
            size_t end = begin;
            while (end < line.len && is_word_byte(line.data[end]))
                end++;
            ent_str part = ent_str_slice(line, begin, end);
            whole = add_bytes(whole, part);
            at = end;
            if (end + 1 == line.len && line.data[end] == '-')
                break;
            insert(words, finish(add_bytes(HASH_START, part)));
            if (end + 1 >= line.len || line.data[end] != '-' || !is_word_byte(line.data[end + 1]))
                break;
            whole = add_bytes(whole, ENT_STR("-"));
            begin = end + 1;
        }
        if (n_parts)
            insert(words, finish(whole));
    }
}

static bool has(ent_words *words, uint64_t hash)
{
    if (!words->cap) {
        insert(words, 1);
        for (size_t i = 0; i < words->lines->items.n; i++) {
            ent_str line = ent_lines_text(words->lines, i);
            if (has_small_letter(line))
                gather_line(words, line);
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
