/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/text.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

/* Where the next byte is that is not ASCII, from `at` on: most text is looked at eight bytes at a time. */
static size_t skip_ascii(ent_str s, size_t at)
{
    uint64_t eight;
    for (; s.len - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, s.data + at, sizeof eight);
        if (eight & 0x8080808080808080u)
            break;
    }
    while (at < s.len && (unsigned char)s.data[at] < 0x80)
        at++;
    return at;
}

size_t ent_text_invalid_at(ent_str s)
{
    for (size_t i = skip_ascii(s, 0); i < s.len; i = skip_ascii(s, i)) {
        size_t start = i;
        UChar32 code;
        U8_NEXT(s.data, i, s.len, code);
        if (code < 0)
            return start;
    }
    return ENT_STR_NONE;
}

size_t ent_text_mark(ent_str s)
{
    return ent_str_starts(s, ENT_STR("\xEF\xBB\xBF")) ? 3 : 0;
}

uint32_t ent_text_next(ent_str s, size_t *at)
{
    UChar32 code;
    U8_NEXT_OR_FFFD(s.data, *at, s.len, code);
    return (uint32_t)code;
}

static bool is_ascii(ent_str s)
{
    return skip_ascii(s, 0) == s.len;
}

/* One folded code point, or 0 where it leaves no trace. */
static UChar32 fold_code(UChar32 code)
{
    switch (code) {
    case 0x2018: case 0x2019: case 0x201B: case 0x2032: case '`': case 0xB4: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB: case 0x2033: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    case 0xAD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: return 0;
    case 0x131: return 'i'; /* dotless i */
    case 0xD8: case 0xF8: return 'o';
    case 0x141: case 0x142: return 'l';
    default: break;
    }
    if (u_isUWhiteSpace(code))
        return ' ';
    return u_charType(code) == U_NON_SPACING_MARK ? 0 : u_foldCase(code, U_FOLD_CASE_DEFAULT);
}

/* NFKD through UTF-16: the longest decomposition of one unit is 18 units. */
static int32_t decompose(ent_arena *arena, ent_str s, UChar **out)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
    UChar *wide = ENT_ARENA_NEW(arena, UChar, s.len + 1);
    int32_t n_wide = 0;
    u_strFromUTF8(wide, (int32_t)s.len + 1, &n_wide, s.data, (int32_t)s.len, &status);
    *out = ENT_ARENA_NEW(arena, UChar, (size_t)n_wide * 18 + 1);
    int32_t n = unorm2_normalize(nfkd, wide, n_wide, *out, n_wide * 18 + 1, &status);
    return U_FAILURE(status) ? 0 : n;
}

static size_t put_code(char *out, size_t n, UChar32 code)
{
    if (code == ' ' && (n == 0 || out[n - 1] == ' '))
        return n;
    uint8_t *bytes = (uint8_t *)out;
    U8_APPEND_UNSAFE(bytes, n, code);
    return n;
}

static ent_str finish(char *out, size_t n)
{
    while (n && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return (ent_str){out, n};
}

ent_str ent_text_fold(ent_arena *arena, ent_str s)
{
    if (is_ascii(s)) {
        char *out = ent_arena_alloc(arena, s.len + 1);
        size_t n = 0;
        for (size_t i = 0; i < s.len; i++)
            n = put_code(out, n, ent_is_space(s.data[i]) ? ' ' : s.data[i] == '`' ? '\'' : ent_to_lower(s.data[i]));
        return finish(out, n);
    }
    UChar *wide = NULL;
    int32_t n_wide = decompose(arena, s, &wide);
    char *out = ent_arena_alloc(arena, (size_t)n_wide * 4 + 1);
    size_t n = 0;
    for (int32_t i = 0; i < n_wide;) {
        UChar32 code;
        U16_NEXT(wide, i, n_wide, code);
        code = fold_code(code);
        if (code)
            n = put_code(out, n, code);
    }
    return finish(out, n);
}

size_t ent_text_width(ent_str s)
{
    size_t width = 0;
    for (size_t at = 0; at < s.len;) {
        UChar32 code = (UChar32)ent_text_next(s, &at);
        int8_t type = u_charType(code);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
            continue;
        int east = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
        width += east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}
