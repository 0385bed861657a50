/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests compare texts with. */
#ifndef ENT_TESTS_SUPPORT_TEXT_ASSERTS_H
#define ENT_TESTS_SUPPORT_TEXT_ASSERTS_H

#include "core/base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Compares bytes and clears the buffer. */
static inline void assert_bytes(ent_buf *buf, const char *expected)
{
    ent_buf_add_char(buf, '\0');
    assert_string_equal(buf->data, expected);
    ent_buf_clear(buf);
}

static inline void assert_str(ent_str s, const char *expected)
{
    ent_buf buf = {0};
    ent_buf_add(&buf, s);
    assert_bytes(&buf, expected);
}

#endif
