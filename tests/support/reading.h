/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as the readers read them. Every reading that succeeds is held to what readers promise: origins rise and lead
 * to the bytes the text came from, blocks lie end to end. */
#ifndef ENT_TESTS_SUPPORT_READING_H
#define ENT_TESTS_SUPPORT_READING_H

#include "importers/readers/reader.h"

typedef struct reading {
    ent_arena arena;
    ent_document document;
    ent_str bytes;
    ent_status status;
    ent_error err;
} reading;

/* Clear its arena afterwards. */
reading reading_as(const char *path, ent_str bytes);

/* Blocks, a line each: "H1 text", "P text", "I2 text", "R text" (cells between |). */
void reading_expect_blocks(const char *path, const char *text, const char *expected);
void reading_expect_text(const char *text, const char *expected);
void reading_expect_markdown(const char *text, const char *expected);
void reading_expect_title(const char *path, const char *text, const char *title);
/* Paths of sections, a line each. */
void reading_expect_sections(const char *path, const char *text, const char *expected);

#endif
