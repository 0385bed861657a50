/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/error.h"
#include "core/base/map.h"
#include "core/base/os.h"
#include "core/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void expect_str(ent_str found, const char *expected)
{
    assert_int_equal(found.len, strlen(expected));
    assert_memory_equal(found.data, expected, found.len);
}

/* ---- strings ----------------------------------------------------------------------------------------------------- */

static void slices_are_clamped(void **state)
{
    (void)state;
    ent_str s = ENT_STR("treaty");
    expect_str(ent_str_slice(s, 2, 4), "ea");
    expect_str(ent_str_slice(s, 4, 99), "ty");
    expect_str(ent_str_slice(s, 9, 99), "");
    expect_str(ent_str_slice(s, 4, 2), "");
    expect_str(ent_str_from(NULL), "");
}

static void strings_are_ordered_by_bytes(void **state)
{
    (void)state;
    assert_true(ent_str_cmp(ENT_STR("a"), ENT_STR("b")) < 0);
    assert_true(ent_str_cmp(ENT_STR("a"), ENT_STR("aa")) < 0);
    assert_true(ent_str_cmp(ENT_STR("z"), ENT_STR("\xc3\xa9")) < 0);
    assert_int_equal(ent_str_cmp(ENT_STR("x"), ENT_STR("x")), 0);
    ent_str words[] = {ENT_STR("b"), ENT_STR("a"), ENT_STR("B")};
    qsort(words, 3, sizeof words[0], ent_str_cmp_qsort);
    expect_str(words[0], "B");
    expect_str(words[2], "b");
}

static void strings_are_compared(void **state)
{
    (void)state;
    assert_true(ent_str_eq(ENT_STR(""), ent_str_from(NULL)));
    assert_true(ent_str_eq_nocase(ENT_STR("Treaty"), ENT_STR("tREATY")));
    assert_false(ent_str_eq_nocase(ENT_STR("\xc3\x89"), ENT_STR("\xc3\xa9"))); /* only ASCII letters */
    assert_true(ent_str_starts(ENT_STR("A/RES/1"), ENT_STR("A/RES")));
    assert_false(ent_str_starts(ENT_STR("A"), ENT_STR("A/RES")));
    assert_true(ent_str_ends(ENT_STR("x.csv"), ENT_STR(".csv")));
    assert_false(ent_str_ends(ENT_STR("csv"), ENT_STR(".csv")));
}

static void a_needle_is_found(void **state)
{
    (void)state;
    ent_str s = ENT_STR("abcabd");
    assert_int_equal(ent_str_find(s, ENT_STR("ab"), 0), 0);
    assert_int_equal(ent_str_find(s, ENT_STR("ab"), 1), 3);
    assert_int_equal(ent_str_find(s, ENT_STR("abd"), 0), 3);
    assert_true(ent_str_find(s, ENT_STR("abe"), 0) == ENT_STR_NONE);
    assert_true(ent_str_find(s, ENT_STR("abcabde"), 0) == ENT_STR_NONE);
    assert_int_equal(ent_str_find(s, ENT_STR(""), 6), 6);
    assert_true(ent_str_find(s, ENT_STR(""), 7) == ENT_STR_NONE);
}

static void splitting_keeps_empty_pieces(void **state)
{
    (void)state;
    ent_str rest = ENT_STR("a||b"), piece;
    assert_true(ent_str_split(&rest, ENT_STR("|"), &piece));
    expect_str(piece, "a");
    assert_true(ent_str_split(&rest, ENT_STR("|"), &piece));
    expect_str(piece, "");
    assert_true(ent_str_split(&rest, ENT_STR("|"), &piece));
    expect_str(piece, "b");
    assert_false(ent_str_split(&rest, ENT_STR("|"), &piece));
}

static void white_space_is_trimmed(void **state)
{
    (void)state;
    expect_str(ent_str_trim(ENT_STR(" \t a b \r\n")), "a b");
    expect_str(ent_str_trim(ENT_STR(" \n ")), "");
}

static void numbers_are_whole_strings(void **state)
{
    (void)state;
    int64_t n;
    double x;
    assert_true(ent_str_to_int(ENT_STR("-42"), &n));
    assert_int_equal(n, -42);
    assert_true(ent_str_to_int(ENT_STR("900000000000000000"), &n));
    assert_int_equal(n, 900000000000000000);
    const ent_str bad[] = {ENT_STR(""), ENT_STR("-"), ENT_STR("1x"), ENT_STR(" 1"), ENT_STR("99999999999999999999")};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(ent_str_to_int(bad[i], &n));
    assert_true(ent_str_to_real(ENT_STR("0.25"), &x));
    assert_true(x == 0.25);
    const ent_str unreal[] = {ENT_STR(""), ENT_STR(" 1"), ENT_STR("0.5 "), ENT_STR("1e999")};
    for (size_t i = 0; i < sizeof unreal / sizeof unreal[0]; i++)
        assert_false(ent_str_to_real(unreal[i], &x));
}

static void a_hash_never_changes(void **state)
{
    (void)state;
    /* Databases keep hashes: another function would make every stored document look changed. */
    assert_true(ent_str_hash(ENT_STR("")) == ent_str_hash(ent_str_from(NULL)));
    assert_true(ent_str_hash(ENT_STR("a")) != ent_str_hash(ENT_STR("b")));
    assert_true(ent_str_hash(ENT_STR("entente")) == UINT64_C(0x5e74e6c694995e4f));
}

/* ---- memory ------------------------------------------------------------------------------------------------------ */

static void an_arena_hands_out_zeroed_memory(void **state)
{
    (void)state;
    ent_arena arena = {0};
    for (size_t size = 1; size < 1 << 20; size = size * 3 + 1) {
        unsigned char *memory = ent_arena_alloc(&arena, size);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xff, size);
    }
    ent_arena_reset(&arena);
    unsigned char *again = ent_arena_alloc(&arena, 4096);
    for (size_t i = 0; i < 4096; i++)
        assert_int_equal(again[i], 0);
    ent_arena_clear(&arena);
}

static void an_arena_keeps_strings_terminated(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_str part = ent_str_slice(ENT_STR("abcdef"), 1, 3);
    assert_string_equal(ent_arena_str(&arena, part).data, "bc");
    assert_string_equal(ent_arena_cstr(&arena, ENT_STR_EMPTY), "");
    ent_str text = ent_arena_format(&arena, "%d-" ENT_STR_FMT, 7, ENT_STR_ARG(part));
    assert_string_equal(text.data, "7-bc");
    assert_int_equal(text.len, 4);
    ent_arena_clear(&arena);
}

static void an_array_grows(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ENT_VEC(size_t) all = {0};
    for (size_t i = 0; i < 1000; i++)
        ent_vec_push(&arena, &all, i);
    assert_int_equal(all.n, 1000);
    for (size_t i = 0; i < all.n; i++)
        assert_int_equal(all.items[i], i);
    ent_arena_clear(&arena);
}

static void a_buffer_grows(void **state)
{
    (void)state;
    ent_buf buf = {0};
    assert_int_equal(ent_buf_str(&buf).len, 0);
    for (int i = 0; i < 1000; i++)
        ent_buf_format(&buf, "%d,", i % 10);
    ent_buf_add_char(&buf, '.');
    ent_buf_add(&buf, ENT_STR_EMPTY);
    assert_int_equal(ent_buf_str(&buf).len, 2001);
    expect_str(ent_str_slice(ent_buf_str(&buf), 1996, 2001), "8,9,.");
    ent_buf_clear(&buf);
}

static void a_map_finds_what_was_set(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_map map = {0};
    assert_true(ent_map_find(&map, ENT_STR("x")) == ENT_MAP_NONE);
    for (uint32_t i = 0; i < 5000; i++)
        ent_map_set(&arena, &map, ent_arena_format(&arena, "key %u", i), i);
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(ent_map_find(&map, ent_arena_format(&arena, "key %u", i)), i);
    assert_int_equal(map.n, 5000);
    assert_true(ent_map_find(&map, ENT_STR("key")) == ENT_MAP_NONE);
    ent_map_set(&arena, &map, ENT_STR("key 7"), 70);
    assert_int_equal(ent_map_find(&map, ENT_STR("key 7")), 70);
    assert_int_equal(ent_map_find_or_set(&arena, &map, ENT_STR("key 7"), 1), 70);
    assert_int_equal(ent_map_find_or_set(&arena, &map, ENT_STR_EMPTY, 9), 9);
    assert_int_equal(ent_map_find(&map, ent_str_from(NULL)), 9);
    ent_arena_clear(&arena);
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

static void bad_utf8_is_found(void **state)
{
    (void)state;
    assert_true(ent_text_invalid_at(ENT_STR("caf\xc3\xa9 \xe2\x80\x93 \xf0\x9f\x9b\xb0")) == ENT_STR_NONE);
    assert_int_equal(ent_text_invalid_at(ENT_STR("ab\xff")), 2);
    assert_int_equal(ent_text_invalid_at(ENT_STR("caf\xc3\xa9, twelve more\xc3")), 18);
    assert_int_equal(ent_text_invalid_at(ENT_STR("a\xc3")), 1);           /* cut short */
    assert_int_equal(ent_text_invalid_at(ENT_STR("\xc0\xaf")), 0);        /* overlong */
    assert_int_equal(ent_text_invalid_at(ENT_STR("abc\xed\xa0\x80")), 3); /* a surrogate */
}

static void folding_makes_names_comparable(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"  Outer \t Space\nTreaty ", "outer space treaty"},
        {"C\xc3\xb4te d\xe2\x80\x99Ivoire", "cote d'ivoire"},
        {"T\xc3\xbcrkiye", "turkiye"},
        {"\xef\xac\x81nal", "final"}, /* a ligature */
        {"co\xc2\xad"
         "operation",
         "cooperation"}, /* a soft hyphen */
        {"2018\xe2\x80\x93"
         "2019",
         "2018-2019"},
        {"stra\xc3\x9f"
         "e",
         "stra\xc3\x9f"
         "e"},
        {"", ""},
    };
    ent_arena arena = {0};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        expect_str(ent_text_fold(&arena, ent_str_from(pairs[i][0])), pairs[i][1]);
    ent_arena_clear(&arena);
}

static void width_counts_what_shows(void **state)
{
    (void)state;
    assert_int_equal(ent_text_width(ENT_STR("abc")), 3);
    assert_int_equal(ent_text_width(ENT_STR("e\xcc\x81")), 1);
    assert_int_equal(ent_text_width(ENT_STR("\xe4\xb8\xad")), 2);
    assert_int_equal(ent_text_width(ENT_STR("a\xc2\xad"
                                            "b")),
                     2);
}

/* ---- the operating system ---------------------------------------------------------------------------------------- */

static void files_are_written_and_read(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_error err;
    ent_str text;
    assert_int_equal(ent_os_write_file("base_test.txt", ENT_STR("one"), &err), ENT_OK);
    assert_int_equal(ent_os_write_file("base_test.txt", ENT_STR("two\n"), &err), ENT_OK);
    assert_int_equal(ent_os_read_file(&arena, "base_test.txt", 4, &text, &err), ENT_OK);
    expect_str(text, "two\n");
    assert_int_equal(ent_os_read_file(&arena, "base_test.txt", 3, &text, &err), ENT_FAILED);
    assert_string_equal(err.what, "base_test.txt");
    assert_int_equal(ent_os_read_file(&arena, ".", 100, &text, &err), ENT_FAILED);
    assert_int_equal(ent_os_read_file(&arena, "base_test.none", 100, &text, &err), ENT_FAILED);
    assert_int_equal(ent_os_write_file("no-such-folder/x", ENT_STR("x"), &err), ENT_FAILED);
    unlink("base_test.txt");
    ent_arena_clear(&arena);
}

static void write_small(const char *path)
{
    assert_int_equal(ent_os_write_file(path, ENT_STR("x"), NULL), ENT_OK);
}

static void a_folder_is_listed_in_order(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_str_vec files = {0}, unread = {0};
    assert_int_equal(ent_os_make_folder("base_test.dir", NULL), ENT_OK);
    assert_int_equal(ent_os_make_folder("base_test.dir/b", NULL), ENT_OK);
    write_small("base_test.dir/c.txt");
    write_small("base_test.dir/b/z.txt");
    write_small("base_test.dir/a.txt");
    write_small("base_test.dir/.hidden");
    assert_int_equal(ent_os_list_files(&arena, "base_test.dir", &files, &unread, NULL), ENT_OK);
    assert_int_equal(files.n, 3);
    expect_str(files.items[0], "base_test.dir/a.txt");
    expect_str(files.items[1], "base_test.dir/b/z.txt");
    expect_str(files.items[2], "base_test.dir/c.txt");
    assert_int_equal(unread.n, 0);
    assert_true(ent_os_is_same("base_test.dir/b", "./base_test.dir/../base_test.dir/b"));
    assert_false(ent_os_is_same("base_test.dir/a.txt", "base_test.dir/c.txt"));
    assert_false(ent_os_is_same("base_test.none", "base_test.none"));
    assert_int_equal(ent_os_list_files(&arena, "base_test.none", &files, &unread, NULL), ENT_FAILED);
    ent_arena_clear(&arena);
}

static void a_program_is_run(void **state)
{
    (void)state;
    const char *const copy[] = {"/bin/cat", NULL}, *const missing[] = {"/no/such/program", NULL};
    const char *const fails[] = {"/bin/sh", "-c", "echo why >&2; exit 3", NULL}, *const slow[] = {"/bin/sleep", "9",
                                                                                                  NULL};
    ent_buf output = {0}, messages = {0};
    ent_error err;
    int code = -1;
    assert_int_equal(ent_os_run(copy, ENT_STR("through"), (ent_os_limits){0}, &output, &messages, &code, &err), ENT_OK);
    assert_int_equal(code, 0);
    expect_str(ent_buf_str(&output), "through");
    assert_int_equal(ent_os_run(fails, ENT_STR("unread"), (ent_os_limits){0}, &output, &messages, &code, &err), ENT_OK);
    assert_int_equal(code, 3);
    expect_str(ent_buf_str(&messages), "why\n");
    assert_int_equal(ent_os_run(missing, ENT_STR(""), (ent_os_limits){0}, &output, &messages, &code, &err), ENT_FAILED);
    ent_os_limits second = {.seconds = 1};
    assert_int_equal(ent_os_run(slow, ENT_STR(""), second, &output, &messages, &code, &err), ENT_FAILED);
    ent_buf_clear(&output);
    ent_buf_clear(&messages);
}

static void an_error_says_what_and_why(void **state)
{
    (void)state;
    ent_error err;
    assert_int_equal(ent_fail(&err, ENT_USAGE, "--top", "'%s' is no number", "x"), ENT_USAGE);
    assert_string_equal(err.what, "--top");
    assert_string_equal(err.why, "'x' is no number");
    assert_string_equal(err.hint, "");
    ent_error_hint(&err, "try %d", 5);
    assert_string_equal(err.hint, "try 5");
    assert_int_equal(ent_fail(NULL, ENT_FAILED, "a", "b"), ENT_FAILED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_are_clamped),
        cmocka_unit_test(strings_are_ordered_by_bytes),
        cmocka_unit_test(strings_are_compared),
        cmocka_unit_test(a_needle_is_found),
        cmocka_unit_test(splitting_keeps_empty_pieces),
        cmocka_unit_test(white_space_is_trimmed),
        cmocka_unit_test(numbers_are_whole_strings),
        cmocka_unit_test(a_hash_never_changes),
        cmocka_unit_test(an_arena_hands_out_zeroed_memory),
        cmocka_unit_test(an_arena_keeps_strings_terminated),
        cmocka_unit_test(an_array_grows),
        cmocka_unit_test(a_buffer_grows),
        cmocka_unit_test(a_map_finds_what_was_set),
        cmocka_unit_test(bad_utf8_is_found),
        cmocka_unit_test(folding_makes_names_comparable),
        cmocka_unit_test(width_counts_what_shows),
        cmocka_unit_test(files_are_written_and_read),
        cmocka_unit_test(a_folder_is_listed_in_order),
        cmocka_unit_test(a_program_is_run),
        cmocka_unit_test(an_error_says_what_and_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
