/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/escape.h"

#include "core/base/text.h"

#include <string.h>

typedef enum nature { PLAIN, BREAK, HOSTILE, BROKEN } nature;

static bool within(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

static nature nature_of(uint32_t code)
{
    if (within(code, '\t', '\r') || code == 0x2028 || code == 0x2029)
        return BREAK;
    bool control = code < 0x20 || within(code, 0x7F, 0x9F);
    bool direction =
        code == 0x061C || within(code, 0x200E, 0x200F) || within(code, 0x202A, 0x202E) || within(code, 0x2066, 0x2069);
    bool invisible = within(code, 0xFFF9, 0xFFFB) || within(code, 0xE0000, 0xE007F);
    return control || direction || invisible ? HOSTILE : PLAIN;
}

/* The next character of s: its bytes and what it is. */
typedef struct piece {
    ent_str bytes;
    uint32_t code;
    nature nature;
} piece;

static const ent_str replacement = {"\xEF\xBF\xBD", 3};

static bool next_piece(ent_str s, size_t *at, piece *out)
{
    if (*at >= s.len)
        return false;
    size_t begin = *at;
    out->code = ent_text_next(s, at);
    out->bytes = ent_str_slice(s, begin, *at);
    out->nature = nature_of(out->code);
    if (out->code == 0xFFFD && !ent_str_eq(out->bytes, replacement))
        out->nature = BROKEN;
    return true;
}

static void add_line(ent_buf *out, ent_str s)
{
    piece p;
    bool spaced = false;
    for (size_t at = 0; next_piece(s, &at, &p);) {
        if (p.nature == BREAK && !spaced)
            ent_buf_add_char(out, ' ');
        else if (p.nature == PLAIN && !(spaced && p.code == ' '))
            ent_buf_add(out, p.bytes);
        else if (p.nature == HOSTILE || p.nature == BROKEN)
            ent_buf_add(out, replacement);
        spaced = p.nature == BREAK || (spaced && p.code == ' ');
    }
}

ent_str ent_escape_line(ent_arena *arena, ent_str s)
{
    ent_buf buf = {0};
    add_line(&buf, s);
    ent_str line = ent_arena_str(arena, ent_buf_str(&buf));
    ent_buf_clear(&buf);
    return line;
}

static void add_json_code(ent_buf *out, uint32_t code)
{
    if (code == '\n')
        ent_buf_add(out, ENT_STR("\\n"));
    else if (code == '\t')
        ent_buf_add(out, ENT_STR("\\t"));
    else if (code == '\r')
        ent_buf_add(out, ENT_STR("\\r"));
    else if (code < 0x10000)
        ent_buf_format(out, "\\u%04x", (unsigned)code);
    else
        ent_buf_format(out, "\\u%04x\\u%04x", (unsigned)(0xD7C0 + (code >> 10)), (unsigned)(0xDC00 + (code & 0x3FF)));
}

void ent_escape_json(ent_buf *out, ent_str s)
{
    piece p;
    ent_buf_add_char(out, '"');
    for (size_t at = 0; next_piece(s, &at, &p);) {
        if (p.nature == BROKEN)
            ent_buf_add(out, replacement);
        else if (p.nature != PLAIN)
            add_json_code(out, p.code);
        else {
            if (p.code == '"' || p.code == '\\')
                ent_buf_add_char(out, '\\');
            ent_buf_add(out, p.bytes);
        }
    }
    ent_buf_add_char(out, '"');
}

void ent_escape_csv(ent_buf *out, ent_str s)
{
    bool quoted = false;
    for (size_t i = 0; i < s.len; i++)
        quoted = quoted || s.data[i] == '"' || s.data[i] == ',' || s.data[i] == '\n' || s.data[i] == '\r';
    if (s.len && (ent_is_space(s.data[0]) || ent_is_space(s.data[s.len - 1])))
        quoted = true; /* some readers trim bare fields */
    if (quoted)
        ent_buf_add_char(out, '"');
    piece p;
    for (size_t at = 0; next_piece(s, &at, &p);) {
        if (p.code == '"')
            ent_buf_add_char(out, '"');
        bool kept = p.nature == PLAIN || p.code == '\n' || p.code == '\r' || p.code == '\t';
        ent_buf_add(out, kept ? p.bytes : p.nature == BREAK ? ENT_STR(" ") : replacement);
    }
    if (quoted)
        ent_buf_add_char(out, '"');
}

static bool is_word(ent_str s, size_t at)
{
    return at < s.len && (ent_is_alpha(s.data[at]) || ent_is_digit(s.data[at]) || (unsigned char)s.data[at] >= 0x80);
}

void ent_escape_markdown(ent_buf *out, ent_str s)
{
    ent_buf line = {0};
    add_line(&line, s);
    ent_str text = ent_buf_str(&line);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool within_word = c == '_' && i > 0 && is_word(text, i - 1) && is_word(text, i + 1);
        if (strchr("\\`*[]<>&|~_#!", c) && !within_word) /* never NUL: it is hostile */
            ent_buf_add_char(out, '\\');
        ent_buf_add_char(out, c);
    }
    ent_buf_clear(&line);
}
