/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places where sentences may end, held to ICU's iterator, which reads the same rules from a table. */
#include "importers/extract/text/sentence_breaks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cmocka.h>

/* Characters of every class that the rules ask for. */
static const char *const pieces[] = {"a",      "b",      "\u00e9", "A",  "B",      "\u00c9",   "7",      "\u0663",
                                     "\u4e2d", ".",      ".",      ".",  "\u2024", "?",        "!",      "\u2026",
                                     "\u3002", ")",      "(",      "\"", "\u201d", "'",        " ",      " ",
                                     "\t",     "\u00a0", ",",      ":",  ";",      "-",        "\u2013", "\u0301",
                                     "\u00ad", "\u200d", "\n",     "\r", "\u2028", "\xc2\x85", "%",      "/"};

static void make_text(uint32_t *seed, char *text, size_t n)
{
    text[0] = '\0';
    for (size_t i = 0; i < n; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        strcat(text, pieces[(*seed >> 8) % (sizeof pieces / sizeof *pieces)]);
    }
}

static void test_breaks_are_those_of_icu(void **state)
{
    (void)state;
    enum { TEXTS = 20000, PIECES = 12 };
    UErrorCode status = U_ZERO_ERROR;
    UText wide = UTEXT_INITIALIZER;
    UBreakIterator *icu = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &status);
    ent_sentence_breaks breaks;
    ent_sentence_breaks_init(&breaks);
    uint32_t seed = 1;
    for (int i = 0; i < TEXTS; i++) {
        char text[PIECES * 4 + 1];
        make_text(&seed, text, PIECES);
        utext_openUTF8(&wide, text, -1, &status);
        ubrk_setUText(icu, &wide, &status);
        assert_true(U_SUCCESS(status));
        size_t at = 0;
        for (int32_t expected = ubrk_next(icu); expected != UBRK_DONE; expected = ubrk_next(icu)) {
            at = ent_sentence_breaks_next(&breaks, ent_str_from(text), at);
            if (at != (size_t)expected)
                fail_msg("in \"%s\": at byte %zu, not %d", text, at, (int)expected);
        }
        assert_int_equal(at, strlen(text));
    }
    utext_close(&wide);
    ubrk_close(icu);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_breaks_are_those_of_icu)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
