/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/reading.h"

#include "core/base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Where a byte of the text is not the byte it came from, it stands for something mended. */
static bool may_differ(char text, char source)
{
    return ent_is_space(text) || text == '-' || source == '&' || (unsigned char)source == 0xC2;
}

/* Origins rise, and the text is what stands at its origins. */
static void check_origins(const reading *r)
{
    const ent_document *d = &r->document;
    for (size_t i = 1; i < d->origins.n; i++) {
        assert_true(d->origins.items[i - 1].text < d->origins.items[i].text);
        assert_true(d->origins.items[i - 1].source < d->origins.items[i].source);
        assert_true(d->origins.items[i - 1].line <= d->origins.items[i].line);
    }
    for (size_t i = 0; i < d->text.len; i++) {
        ent_origin origin = ent_document_origin(d, i);
        assert_true(origin.source < r->bytes.len || d->text.data[i] == '\n');
        if (d->text.data[i] != '\n' && d->text.data[i] != r->bytes.data[origin.source])
            assert_true(may_differ(d->text.data[i], r->bytes.data[origin.source]));
    }
}

static void check_blocks(const reading *r)
{
    const ent_document *d = &r->document;
    size_t at = 0;
    for (size_t i = 0; i < d->blocks.n; i++) {
        ent_block b = d->blocks.items[i];
        assert_true(b.begin == at && b.begin < b.end && b.end <= d->text.len);
        assert_null(memchr(d->text.data + b.begin, '\n', b.end - b.begin));
        assert_true(b.section < d->sections.n);
        assert_int_equal(b.line, ent_document_origin(d, b.begin).line);
        at = b.end + 1;
    }
    assert_true(d->blocks.n == 0 || at == d->text.len + 1);
}

reading reading_as(const char *path, ent_str bytes)
{
    reading r = {.bytes = bytes};
    r.status = ent_read_bytes(&r.arena, ent_str_from(path), bytes, &r.document, &r.err);
    if (r.status == ENT_OK) {
        check_origins(&r);
        check_blocks(&r);
    }
    return r;
}

static ent_buf outline_of(const ent_document *document)
{
    ent_buf out = {0};
    for (size_t i = 0; i < document->blocks.n; i++) {
        ent_block b = document->blocks.items[i];
        ent_buf_add_char(&out, "HPIR"[b.kind]);
        if (b.level)
            ent_buf_format(&out, "%d", b.level);
        ent_buf_add_char(&out, ' ');
        for (size_t k = b.begin; k < b.end; k++)
            ent_buf_add_char(&out, document->text.data[k] == '\t' ? '|' : document->text.data[k]);
        ent_buf_add_char(&out, '\n');
    }
    ent_buf_add_char(&out, '\0');
    return out;
}

void reading_expect_blocks(const char *path, const char *text, const char *expected)
{
    reading r = reading_as(path, ent_str_from(text));
    assert_int_equal(r.status, ENT_OK);
    ent_buf found = outline_of(&r.document);
    assert_string_equal(found.data, expected);
    ent_buf_clear(&found);
    ent_arena_clear(&r.arena);
}

void reading_expect_text(const char *text, const char *expected)
{
    reading_expect_blocks("gears.txt", text, expected);
}

void reading_expect_markdown(const char *text, const char *expected)
{
    reading_expect_blocks("gears.md", text, expected);
}

void reading_expect_title(const char *path, const char *text, const char *title)
{
    reading r = reading_as(path, ent_str_from(text));
    assert_int_equal(r.status, ENT_OK);
    assert_int_equal(r.document.title.len, strlen(title));
    assert_memory_equal(r.document.title.data, title, strlen(title));
    ent_arena_clear(&r.arena);
}

void reading_expect_sections(const char *path, const char *text, const char *expected)
{
    reading r = reading_as(path, ent_str_from(text));
    assert_int_equal(r.status, ENT_OK);
    ent_buf found = {0};
    for (size_t i = 1; i < r.document.sections.n; i++)
        ent_buf_format(&found, ENT_STR_FMT "\n", ENT_STR_ARG(r.document.sections.items[i].path));
    ent_buf_add_char(&found, '\0');
    assert_string_equal(found.data, expected);
    ent_buf_clear(&found);
    ent_arena_clear(&r.arena);
}
