/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A string is a pointer and a length, passed by value. It is not terminated and does not own its bytes;
 * whoever made the bytes (an arena, a buffer, a literal) decides how long they live. What is asked of every token or
 * letter stands here, to be compiled into its callers. */
#ifndef ENT_BASE_STR_H
#define ENT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ent_str {
    const char *data;
    size_t len; /* bytes */
} ent_str;

#define ENT_STR(literal) ((ent_str){(literal), sizeof(literal) - 1})
#define ENT_STR_EMPTY    ((ent_str){"", 0})
#define ENT_STR_NONE     SIZE_MAX /* "no such place" */

/* For printf: printf(ENT_STR_FMT, ENT_STR_ARG(s)). */
#define ENT_STR_FMT    "%.*s"
#define ENT_STR_ARG(s) (int)(s).len, (s).data

/* ASCII only. */
static inline bool ent_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool ent_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool ent_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool ent_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool ent_is_alpha(char c)
{
    return ent_is_upper(c) || ent_is_lower(c);
}
static inline char ent_to_lower(char c)
{
    return ent_is_upper(c) ? (char)(c + 32) : c;
}

/* The bytes of a terminated string; NULL gives the empty string. */
static inline ent_str ent_str_from(const char *text)
{
    return text ? (ent_str){text, strlen(text)} : ENT_STR_EMPTY;
}
/* The bytes [begin, end) of s. Both are clamped to its length. */
static inline ent_str ent_str_slice(ent_str s, size_t begin, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (begin > end)
        begin = end;
    return (ent_str){s.data + begin, end - begin};
}

/* Most are seen to be different by their first byte. */
static inline bool ent_str_eq(ent_str a, ent_str b)
{
    return a.len == b.len && (a.len == 0 || (a.data[0] == b.data[0] && memcmp(a.data, b.data, a.len) == 0));
}
/* Letters A-Z and a-z count as equal; all other bytes must be the same. */
bool ent_str_eq_nocase(ent_str a, ent_str b);
/* The same against a terminated word. Most are seen to be others by their first letter: their length is not asked for.
 */
static inline bool ent_str_is(ent_str s, const char *word)
{
    size_t i = 0;
    while (i < s.len && s.data[i] == word[i] && word[i])
        i++;
    return i == s.len && !word[i];
}
static inline bool ent_str_is_nocase(ent_str s, const char *word)
{
    size_t i = 0;
    while (i < s.len && ent_to_lower(s.data[i]) == ent_to_lower(word[i]) && word[i])
        i++;
    return i == s.len && !word[i];
}
/* Whether s is one of the words, which end with NULL. */
bool ent_str_is_any(ent_str s, const char *const *words);
bool ent_str_is_any_nocase(ent_str s, const char *const *words);
/* Whether s has nothing but these bytes, and one at least. */
bool ent_str_is_made_of(ent_str s, ent_str bytes);
/* Byte order; shorter first. <0, 0, >0. */
int ent_str_cmp(ent_str a, ent_str b);
/* ent_str_cmp in the shape qsort wants, over an array of ent_str. */
int ent_str_cmp_qsort(const void *a, const void *b);
static inline bool ent_str_starts(ent_str s, ent_str prefix)
{
    return s.len >= prefix.len && ent_str_eq((ent_str){s.data, prefix.len}, prefix);
}
static inline bool ent_str_ends(ent_str s, ent_str suffix)
{
    return s.len >= suffix.len && ent_str_eq((ent_str){s.data + (s.len - suffix.len), suffix.len}, suffix);
}
/* First place of needle in s from byte `from` on, or ENT_STR_NONE. */
size_t ent_str_find(ent_str s, ent_str needle, size_t from);
/* Without the white space (ASCII) at both ends. */
ent_str ent_str_trim(ent_str s);

/* Cuts the next piece off *rest at `separator`; false when nothing is left. "a||b" gives "a", "", "b".
 * To start, set *rest to the whole string with a non-NULL data. */
bool ent_str_split(ent_str *rest, ent_str separator, ent_str *piece);

/* Whole decimal numbers and reals; false when any byte does not belong to the number. */
bool ent_str_to_int(ent_str s, int64_t *out);
bool ent_str_to_real(ent_str s, double *out);

/* 64-bit hash (FNV-1a with a final mix): the same on every machine and in every run. */
uint64_t ent_str_hash(ent_str s);

#endif
