/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/store_internal.h"

enum { MAX_VARINT = 10 }; /* bytes: 64 bits, seven in each */

static size_t put(char *out, uint64_t value)
{
    size_t n = 0;
    for (; value >= 0x80; value >>= 7)
        out[n++] = (char)(0x80 | (value & 0x7f));
    out[n++] = (char)value;
    return n;
}

static bool get(ent_str *rest, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < rest->len && i < MAX_VARINT; i++) {
        unsigned char byte = (unsigned char)rest->data[i];
        *out |= (uint64_t)(byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            *rest = ent_str_slice(*rest, i + 1, rest->len);
            return true;
        }
    }
    return false;
}

/* The source may run backwards (columns of a page): small differences of either sign become small numbers. */
static uint64_t fold_sign(int64_t difference)
{
    return difference < 0 ? ((uint64_t) - (difference + 1) << 1 | 1) : (uint64_t)difference << 1;
}

static uint64_t unfold_sign(uint64_t folded)
{
    return folded & 1 ? ~(folded >> 1) : folded >> 1;
}

ent_str ent_pack_origins(ent_arena *arena, const ent_origin *origins, size_t n)
{
    char *out = ent_arena_alloc(arena, n * 3 * MAX_VARINT + 1);
    size_t len = 0;
    ent_origin last = {0};
    for (size_t i = 0; i < n; i++) {
        len += put(out + len, fold_sign((int64_t)(origins[i].text - last.text)));
        len += put(out + len, fold_sign((int64_t)(origins[i].source - last.source)));
        len += put(out + len, fold_sign((int64_t)origins[i].line - (int64_t)last.line));
        last = origins[i];
    }
    return (ent_str){out, len};
}

void ent_unpack_origins(ent_arena *arena, ent_str bytes, ent_origin_vec *out)
{
    ent_origin at = {0};
    uint64_t text, source, line;
    while (get(&bytes, &text) && get(&bytes, &source) && get(&bytes, &line)) {
        at.text += (size_t)unfold_sign(text);
        at.source += (size_t)unfold_sign(source);
        at.line += (uint32_t)unfold_sign(line);
        ent_vec_push(arena, out, at);
    }
}

ent_str ent_pack_numbers(ent_arena *arena, const uint64_t *numbers, size_t n)
{
    char *out = ent_arena_alloc(arena, n * MAX_VARINT + 1);
    size_t len = 0;
    uint64_t last = 0;
    for (size_t i = 0; i < n; last = numbers[i++])
        len += put(out + len, numbers[i] - last);
    return (ent_str){out, len};
}

void ent_unpack_numbers(ent_arena *arena, ent_str bytes, ent_number_vec *out)
{
    uint64_t at = 0, difference;
    while (get(&bytes, &difference)) {
        at += difference;
        ent_vec_push(arena, out, at);
    }
}
