/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printers, with hostile texts. */
#include "core/front/escape.h"
#include "core/front/print.h"
#include "core/front/wrap.h"
#include "tests/support/text_asserts.h"

/* ---- escapes ----------------------------------------------------------------------------------------------------- */

/* An escape sequence, a C1 control, a turned direction, a broken byte. */
static const char HOSTILE[] = "a\x1b[31m\xC2\x9B\xE2\x80\xAE\xFFz";

static void lines_show_nothing_hostile(void **state)
{
    (void)state;
    ent_arena arena = {0};
    assert_str(ent_escape_line(&arena, ent_str_from(HOSTILE)), "a\uFFFD[31m\uFFFD\uFFFD\uFFFDz");
    assert_str(ent_escape_line(&arena, (ent_str){"a\0b", 3}), "a\uFFFDb");
    assert_str(ent_escape_line(&arena, ENT_STR("one\r\n  two\tthree  four")), "one two three  four");
    assert_str(ent_escape_line(&arena, ENT_STR("Türkiye — 日本 \uFFFD")), "Türkiye — 日本 \uFFFD");
    ent_arena_clear(&arena);
}

static void json_escapes(void **state)
{
    (void)state;
    ent_buf buf = {0};
    ent_escape_json(&buf, ENT_STR("\"q\" \\ \n\t\x01 é"));
    assert_bytes(&buf, "\"\\\"q\\\" \\\\ \\n\\t\\u0001 é\"");
    ent_escape_json(&buf, ent_str_from(HOSTILE));
    assert_bytes(&buf, "\"a\\u001b[31m\\u009b\\u202e\uFFFDz\"");
    ent_escape_json(&buf, ENT_STR("\U000E0041"));
    assert_bytes(&buf, "\"\\udb40\\udc41\"");
}

static void csv_escapes(void **state)
{
    (void)state;
    ent_buf buf = {0};
    ent_escape_csv(&buf, ENT_STR("plain text"));
    assert_bytes(&buf, "plain text");
    ent_escape_csv(&buf, ENT_STR("a, \"b\"\nc"));
    assert_bytes(&buf, "\"a, \"\"b\"\"\nc\"");
    ent_escape_csv(&buf, ENT_STR(" edge"));
    assert_bytes(&buf, "\" edge\"");
    ent_escape_csv(&buf, ENT_STR("\x1b[2J\v"));
    assert_bytes(&buf, "\"\uFFFD[2J \"");
}

static void markdown_escapes(void **state)
{
    (void)state;
    ent_buf buf = {0};
    ent_escape_markdown(&buf, ENT_STR("a|b *c* _d_ part_of <i> [x](y) `z`\nend"));
    assert_bytes(&buf, "a\\|b \\*c\\* \\_d\\_ part_of \\<i\\> \\[x\\](y) \\`z\\` end");
}

static void wrapping_breaks_at_spaces_and_counts_columns(void **state)
{
    (void)state;
    ent_str rest = ENT_STR("one two three 日本語日本語 x");
    assert_str(ent_wrap_next(&rest, 8), "one two");
    assert_str(ent_wrap_next(&rest, 8), "three");
    assert_str(ent_wrap_next(&rest, 8), "日本語日");
    assert_str(ent_wrap_next(&rest, 8), "本語 x");
    assert_int_equal(rest.len, 0);
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

static const ent_column inner_columns[] = {{.name = "type", .help = ""}, {.name = "n", .help = ""}, {0}};
static const ent_column columns[] = {{.name = "key", .help = ""},
                                     {.name = "text", .help = "", .wide = true},
                                     {.name = "n", .help = ""},
                                     {.name = "score", .help = ""},
                                     {.name = "names", .help = ""},
                                     {.name = "more", .help = "", .inner = inner_columns},
                                     {0}};

static ent_table *make_table(ent_arena *arena)
{
    ent_table *table = ent_table_new(arena, columns), *inner = ent_table_new(arena, inner_columns);
    const ent_str names[] = {ENT_STR("A"), ENT_STR("B")};
    ent_table_add(inner, (ent_cell[]){ent_cell_text(ENT_STR("t")), ent_cell_int(1)});
    ent_table_add(inner, (ent_cell[]){ent_cell_text(ENT_STR("u")), ent_cell_int(20)});
    ent_table_add(table,
                  (ent_cell[]){ent_cell_text(ENT_STR("k")), ent_cell_text(ENT_STR("日本 text")), ent_cell_int(-7),
                               ent_cell_real(0.1), ent_cell_list(names, 2), ent_cell_table(inner)});
    ent_table_add(table, (ent_cell[]){ent_cell_text(ENT_STR("long")), ent_cell_text(ENT_STR("x")), ent_cell_empty(),
                                      ent_cell_real(0.0 / 0.0), ent_cell_attributes(ENT_STR("b=2; a=1")),
                                      ent_cell_table(ent_table_new(arena, inner_columns))});
    return table;
}

static void assert_rendered(ent_print_style style, const char *expected)
{
    ent_arena arena = {0};
    ent_buf buf = {0};
    ent_table_render(make_table(&arena), style, &buf);
    assert_bytes(&buf, expected);
    ent_arena_clear(&arena);
}

static void tables_in_every_format(void **state)
{
    (void)state;
    assert_rendered(
        (ent_print_style){.format = ENT_FORMAT_JSON},
        "[\n{\"key\": \"k\", \"text\": \"日本 text\", \"n\": -7, \"score\": 0.1, \"names\": [\"A\", \"B\"], "
        "\"more\": [{\"type\": \"t\", \"n\": 1}, {\"type\": \"u\", \"n\": 20}]},\n"
        "{\"key\": \"long\", \"text\": \"x\", \"n\": null, \"score\": null, "
        "\"names\": {\"b\": \"2\", \"a\": \"1\"}, \"more\": []}\n]\n");
    assert_rendered((ent_print_style){.format = ENT_FORMAT_CSV}, "key,text,n,score,names,more.type,more.n\r\n"
                                                                 "k,日本 text,-7,0.1,A | B,t,1\r\n"
                                                                 "k,日本 text,-7,0.1,A | B,u,20\r\n"
                                                                 "long,x,,,b=2; a=1,,\r\n");
    assert_rendered((ent_print_style){.format = ENT_FORMAT_MARKDOWN},
                    "| key | text | n | score | names | more.type | more.n |\n"
                    "| --- | --- | ---: | ---: | --- | --- | ---: |\n"
                    "| k | 日本 text | -7 | 0.1000 | A \\| B | t | 1 |\n"
                    "| k | 日本 text | -7 | 0.1000 | A \\| B | u | 20 |\n"
                    "| long | x |  |  | b=2; a=1 |  |  |\n");
    assert_rendered((ent_print_style){.format = ENT_FORMAT_TEXT}, "key   text        n   score  names\n"
                                                                  "k     日本 text  -7  0.1000  A | B\n"
                                                                  "  type   n\n"
                                                                  "  t      1\n"
                                                                  "  u     20\n"
                                                                  "long  x                      b=2; a=1\n");
}

static void assert_text(size_t width, const char *text, bool colour, const char *expected)
{
    static const ent_column few[] = {
        {.name = "key", .help = ""}, {.name = "quote", .help = "", .wide = true}, {.name = "void", .help = ""}, {0}};
    ent_arena arena = {0};
    ent_buf buf = {0};
    ent_table *table = ent_table_new(&arena, few);
    ent_table_add(table,
                  (ent_cell[]){ent_cell_text(ENT_STR("a")), ent_cell_text(ent_str_from(text)), ent_cell_empty()});
    ent_table_render(table, (ent_print_style){.format = ENT_FORMAT_TEXT, .width = width, .colour = colour}, &buf);
    assert_bytes(&buf, expected);
    ent_arena_clear(&arena);
}

static void text_fits_the_terminal(void **state)
{
    (void)state;
    const char *words = "The Group met in Geneva and agreed.";
    assert_text(0, words, false, "key  quote\na    The Group met in Geneva and agreed.\n");
    assert_text(26, words, false, "key  quote\na    The Group met in\n     Geneva and agreed.\n");
    assert_text(20, words, false, "key    a\nquote  The Group met in Geneva and agreed.\n"); /* a card */
    assert_text(0, "x\x1b[31m", true, "\x1b[1mkey\x1b[0m  \x1b[1mquote\x1b[0m\na    x\uFFFD[31m\n");
}

static void an_empty_answer_is_an_answer(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_buf buf = {0};
    const ent_table *table = ent_table_new(&arena, inner_columns);
    ent_table_render(table, (ent_print_style){.format = ENT_FORMAT_JSON}, &buf);
    assert_bytes(&buf, "[]\n");
    ent_table_render(table, (ent_print_style){.format = ENT_FORMAT_CSV}, &buf);
    assert_bytes(&buf, "type,n\r\n");
    ent_table_render(table, (ent_print_style){.format = ENT_FORMAT_TEXT}, &buf);
    assert_bytes(&buf, "");
    ent_arena_clear(&arena);
}

static void numbers_are_read_back_exactly(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_cell tenth = ent_cell_real(0.1), third = ent_cell_real(1.0 / 3), small = ent_cell_real(0.00001234);
    assert_str(ent_cell_plain(&arena, &tenth, true), "0.1");
    assert_str(ent_cell_plain(&arena, &third, true), "0.3333333333333333");
    assert_str(ent_cell_plain(&arena, &small, false), "1.234e-05");
    ent_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_show_nothing_hostile),
        cmocka_unit_test(json_escapes),
        cmocka_unit_test(csv_escapes),
        cmocka_unit_test(markdown_escapes),
        cmocka_unit_test(wrapping_breaks_at_spaces_and_counts_columns),
        cmocka_unit_test(tables_in_every_format),
        cmocka_unit_test(text_fits_the_terminal),
        cmocka_unit_test(an_empty_answer_is_an_answer),
        cmocka_unit_test(numbers_are_read_back_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
