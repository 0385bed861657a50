/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/buf.h"

#include "core/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(ent_buf *buf, size_t more)
{
    if (buf->cap - buf->len >= more)
        return;
    size_t cap = buf->cap ? buf->cap * 2 : 256;
    while (cap - buf->len < more)
        cap *= 2;
    buf->data = ent_heap_resize(buf->data, cap);
    buf->cap = cap;
}

void ent_buf_clear(ent_buf *buf)
{
    free(buf->data);
    *buf = (ent_buf){0};
}

void ent_buf_add(ent_buf *buf, ent_str s)
{
    reserve(buf, s.len);
    if (s.len)
        memcpy(buf->data + buf->len, s.data, s.len);
    buf->len += s.len;
}

void ent_buf_add_char(ent_buf *buf, char c)
{
    reserve(buf, 1);
    buf->data[buf->len++] = c;
}

void ent_buf_format(ent_buf *buf, const char *format, ...)
{
    va_list measure, print;
    va_start(measure, format);
    va_copy(print, measure);
    int len = vsnprintf(NULL, 0, format, measure);
    va_end(measure);
    if (len > 0) {
        reserve(buf, (size_t)len + 1);
        vsnprintf(buf->data + buf->len, (size_t)len + 1, format, print);
        buf->len += (size_t)len;
    }
    va_end(print);
}

ent_str ent_buf_str(const ent_buf *buf)
{
    return buf->data ? (ent_str){buf->data, buf->len} : ENT_STR_EMPTY;
}
