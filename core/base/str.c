/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/str.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

ent_str ent_str_from(const char *text)
{
    return text ? (ent_str){text, strlen(text)} : ENT_STR_EMPTY;
}

ent_str ent_str_slice(ent_str s, size_t begin, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (begin > end)
        begin = end;
    return (ent_str){s.data + begin, end - begin};
}

bool ent_str_eq(ent_str a, ent_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

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
    for (; *words; words++)
        if (ent_str_eq(s, ent_str_from(*words)))
            return true;
    return false;
}

bool ent_str_is_any_nocase(ent_str s, const char *const *words)
{
    for (; *words; words++)
        if (ent_str_eq_nocase(s, ent_str_from(*words)))
            return true;
    return false;
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

bool ent_str_starts(ent_str s, ent_str prefix)
{
    return s.len >= prefix.len && ent_str_eq(ent_str_slice(s, 0, prefix.len), prefix);
}

bool ent_str_ends(ent_str s, ent_str suffix)
{
    return s.len >= suffix.len && ent_str_eq(ent_str_slice(s, s.len - suffix.len, s.len), suffix);
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
        if (memcmp(hit, needle.data, needle.len) == 0)
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

bool ent_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ent_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool ent_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool ent_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool ent_is_alpha(char c)
{
    return ent_is_upper(c) || ent_is_lower(c);
}

char ent_to_lower(char c)
{
    return ent_is_upper(c) ? (char)(c + 32) : c;
}
