/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that grow: for output and for text put together piece by piece. Owned by whoever declared it. */
#ifndef ENT_BASE_BUF_H
#define ENT_BASE_BUF_H

#include "core/base/str.h"

typedef struct ent_buf {
    char *data; /* heap; zero-initialized means empty */
    size_t len, cap;
} ent_buf;

void ent_buf_clear(ent_buf *buf);                /* frees */
void ent_buf_add(ent_buf *buf, ent_str s);
void ent_buf_add_char(ent_buf *buf, char c);
void ent_buf_format(ent_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What it holds now; good until the next addition. */
ent_str ent_buf_str(const ent_buf *buf);

#endif
