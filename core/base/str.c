/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/str.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool ent_str_eq_nocase(ent_str a, ent_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ent_to_lower(a.data[i]) != ent_to_lower(b.data[i]))
            return false;
    return true;
}

bool ent_str_is_any(ent_str s, const char *const *words)
{
    while (*words && !ent_str_is(s, *words))
        words++;
    return *words;
}

bool ent_str_is_any_nocase(ent_str s, const char *const *words)
{
    char first = s.len ? ent_to_lower(s.data[0]) : '\0'; /* most are seen to be others by it */
    while (*words && !(ent_to_lower(**words) == first && ent_str_is_nocase(s, *words)))
        words++;
    return *words;
}

bool ent_str_is_made_of(ent_str s, ent_str bytes)
{
    for (size_t i = 0; i < s.len; i++)
        if (!memchr(bytes.data, s.data[i], bytes.len))
            return false;
    return s.len > 0;
}

int ent_str_cmp(ent_str a, ent_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

int ent_str_cmp_qsort(const void *a, const void *b)
{
    return ent_str_cmp(*(const ent_str *)a, *(const ent_str *)b);
}

size_t ent_str_find(ent_str s, ent_str needle, size_t from)
{
    if (needle.len == 0)
        return from <= s.len ? from : ENT_STR_NONE;
    while (from + needle.len <= s.len) {
        const char *hit = memchr(s.data + from, needle.data[0], s.len - needle.len - from + 1);
        if (!hit)
            return ENT_STR_NONE;
        from = (size_t)(hit - s.data);
        if (needle.len == 1 || memcmp(hit, needle.data, needle.len) == 0)
            return from;
        from++;
    }
    return ENT_STR_NONE;
}

ent_str ent_str_trim(ent_str s)
{
    while (s.len && ent_is_space(s.data[0])) {
        s.data++;
        s.len--;
    }
    while (s.len && ent_is_space(s.data[s.len - 1]))
        s.len--;
    return s;
}

bool ent_str_split(ent_str *rest, ent_str separator, ent_str *piece)
{
    if (!rest->data)
        return false;
    size_t at = ent_str_find(*rest, separator, 0);
    if (at == ENT_STR_NONE) {
        *piece = *rest;
        *rest = (ent_str){NULL, 0};
        return true;
    }
    *piece = ent_str_slice(*rest, 0, at);
    *rest = ent_str_slice(*rest, at + separator.len, rest->len);
    return true;
}

bool ent_str_to_int(ent_str s, int64_t *out)
{
    bool negative = s.len > 0 && s.data[0] == '-';
    size_t i = negative ? 1 : 0;
    if (i == s.len)
        return false;
    int64_t value = 0;
    for (; i < s.len; i++) {
        if (!ent_is_digit(s.data[i]) || value > (INT64_MAX - 9) / 10)
            return false;
        value = value * 10 + (s.data[i] - '0');
    }
    *out = negative ? -value : value;
    return true;
}

bool ent_str_to_real(ent_str s, double *out)
{
    char text[64];
    if (s.len == 0 || s.len >= sizeof text || ent_is_space(s.data[0]))
        return false;
    memcpy(text, s.data, s.len);
    text[s.len] = '\0';
    char *end = NULL;
    errno = 0;
    *out = strtod(text, &end);
    return errno == 0 && end == text + s.len;
}

uint64_t ent_str_hash(ent_str s)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.data[i]) * 1099511628211u;
    hash ^= hash >> 32;
    hash *= 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}
