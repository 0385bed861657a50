/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in, tables out: the parser of options, the printers with hostile texts, the distance of words, names →
 * entities. */
#include "core/front/distance.h"
#include "core/front/escape.h"
#include "core/front/options.h"
#include "core/front/print.h"
#include "core/front/resolve.h"
#include "core/front/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const DATABASE = "front_test.db";

/* Compares bytes and clears the buffer. */
static void assert_bytes(ent_buf *buf, const char *expected)
{
    ent_buf_add_char(buf, '\0');
    assert_string_equal(buf->data, expected);
    ent_buf_clear(buf);
}

static void assert_str(ent_str s, const char *expected)
{
    ent_buf buf = {0};
    ent_buf_add(&buf, s);
    assert_bytes(&buf, expected);
}

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

/* ---- options ----------------------------------------------------------------------------------------------------- */

static const ent_option own_options[] = {{"hops", 0, "N", "how far"}, {"all", 'a', NULL, "all of them"}, {0}};

static ent_status run_nothing(ent_context *context, ent_error *err)
{
    (void)context;
    (void)err;
    return ENT_OK;
}

static const ent_command walk_command = {.name = "walk",
                                         .summary = "walk about",
                                         .usage = "walk FROM [TO]",
                                         .help = "A paragraph.",
                                         .options = own_options,
                                         .columns = inner_columns,
                                         .needs = ENT_NEEDS_SELECTION,
                                         .min_arguments = 1,
                                         .max_arguments = 2,
                                         .run = run_nothing};
static const ent_command sit_command = {.name = "sit", .summary = "sit", .usage = "sit", .run = run_nothing};
static const ent_command *const all_commands[] = {&walk_command, &sit_command};

enum { MOST_WORDS = 32 };

/* Reads words parted by spaces. */
static ent_status parse(ent_arena *arena, const char *line, ent_request *request, ent_error *err)
{
    char *words[MOST_WORDS] = {0};
    int n = 0;
    ent_str rest = ent_str_from(line), word;
    while (ent_str_split(&rest, ENT_STR(" "), &word)) {
        ent_str copy = ent_arena_str(arena, word);
        words[n] = ent_arena_alloc(arena, copy.len + 1);
        memcpy(words[n++], copy.data, copy.len);
    }
    *err = (ent_error){0};
    return ent_options_parse(arena, (ent_commands){all_commands, 2}, n, words, request, err);
}

static void options_stand_anywhere(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_request r;
    ent_error err;
    const char *line =
        "entente -d a.db --hops 3 walk -qn5 Chile --json --kind actor,topic -a --hops=4 --since 1999 -- --x";
    assert_int_equal(parse(&arena, line, &r, &err), ENT_OK);
    assert_ptr_equal(r.command, &walk_command);
    assert_string_equal(r.database, "a.db");
    assert_int_equal(r.format, ENT_FORMAT_JSON);
    assert_int_equal(r.limit, 5);
    assert_true(r.quiet && !r.verbose);
    assert_int_equal(r.selection.kinds, ENT_KINDS_ACTOR | ENT_KIND_BIT(ENT_TOPIC));
    assert_int_equal(r.selection.since_year, 1999);
    assert_int_equal(r.arguments.n, 2);
    assert_string_equal(r.arguments.items[1], "--x");
    assert_int_equal(r.given.n, 3);
    ent_context context = {.arena = &arena, .given = r.given.items, .n_given = r.given.n};
    int64_t hops;
    assert_int_equal(ent_context_option_int(&context, "hops", 1, 9, 1, &hops, &err), ENT_OK);
    assert_int_equal(hops, 4); /* the last one counts */
    const char *const *values;
    assert_int_equal(ent_context_option_all(&context, "hops", &values), 2);
    assert_string_equal(values[0], "3");
    assert_int_equal(ent_context_option_int(&context, "hops", 1, 3, 1, &hops, &err), ENT_USAGE);
    ent_arena_clear(&arena);
}

static void wrong_words_are_told(void **state)
{
    static const struct {
        const char *line, *what, *hint;
    } cases[] = {
        {"entente wlak x", "wlak", "did you mean walk?"},
        {"entente walk x --hosp 3", "--hosp", "did you mean --hops?"},
        {"entente walk x --pol any", "--pol", "did you mean --polarity?"},
        {"entente walk", "walk", "usage: entente walk FROM [TO]; a name of several words wants quotes"},
        {"entente walk x y z", "z", "usage: entente walk FROM [TO]; a name of several words wants quotes"},
        {"entente walk x --all=1", "--all=1", ""},
        {"entente walk x --hops", "--hops", ""},
        {"entente walk x -n 0", "--limit", ""},
        {"entente walk x --format xml", "--format", ""},
        {"entente walk x --color blue", "--color", ""},
        {"entente walk x --min-confidence 2", "--min-confidence", ""},
        {"entente walk x --min-confidence nan", "--min-confidence", ""},
        {"entente walk x --min-evidence 0", "--min-evidence", ""},
        {"entente walk x --since MMXX", "--since", ""},
        {"entente walk x --since 2021 --until 2020", "--since", ""},
        {"entente walk x --kind moon", "--kind", NULL},
        {"entente walk x --type orbits", "--type", NULL},
        {"entente sit --json", "--json", NULL}, /* it prints no table */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_arena arena = {0};
        ent_request r;
        ent_error err;
        assert_int_equal(parse(&arena, cases[i].line, &r, &err), ENT_USAGE);
        assert_string_equal(err.what, cases[i].what);
        assert_true(err.why[0] != '\0');
        if (cases[i].hint)
            assert_string_equal(err.hint, cases[i].hint);
        ent_arena_clear(&arena);
    }
}

static void help_needs_nothing_else(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_request r;
    ent_error err;
    static const char *const lines[] = {"entente walk --help --nonsense", "entente help walk",
                                        "entente -h walk a b c d"};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(parse(&arena, lines[i], &r, &err), ENT_OK);
        assert_true(r.help && r.command == &walk_command);
    }
    assert_int_equal(parse(&arena, "entente help wakl", &r, &err), ENT_USAGE);
    assert_int_equal(parse(&arena, "entente walk help", &r, &err), ENT_OK);
    assert_false(r.help); /* a word like any other behind the command */
    ent_buf text = {0};
    ent_help_command(&text, &walk_command);
    ent_buf_add_char(&text, '\0');
    assert_non_null(strstr(text.data, "Usage: entente walk FROM [TO]\n\nA paragraph.\n"));
    assert_non_null(
        strstr(text.data, "\n      --hops N              how far\n  -a, --all                 all of them\n"));
    assert_non_null(strstr(text.data, "participates_in"));
    ent_buf_clear(&text);
    ent_arena_clear(&arena);
}

/* ---- distance ---------------------------------------------------------------------------------------------------- */

static void distances(void **state)
{
    (void)state;
    assert_int_equal(ent_distance(ENT_STR("treaty"), ENT_STR("treaty"), 2), 0);
    assert_int_equal(ent_distance(ENT_STR("treaty"), ENT_STR("traety"), 2), 1); /* swapped */
    assert_int_equal(ent_distance(ENT_STR("treaty"), ENT_STR("treat"), 2), 1);
    assert_int_equal(ent_distance(ENT_STR("kitten"), ENT_STR("sitting"), 3), 3);
    assert_int_equal(ent_distance(ENT_STR("kitten"), ENT_STR("sitting"), 2), 3);
    assert_int_equal(ent_distance(ENT_STR("Türkiye"), ENT_STR("Turkiye"), 2), 1); /* a letter, not its bytes */
    assert_int_equal(ent_distance(ENT_STR(""), ENT_STR("ab"), 5), 2);
    assert_int_equal(ent_distance(ENT_STR(""), ENT_STR(""), 0), 0);
}

static void the_closest_come_first(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_closest closest = ent_closest_begin(&arena, ENT_STR("document"));
    static const char *const words[] = {"documents", "docuument", "find", "dacumant", "document", "documents"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        ent_closest_offer(&closest, ent_str_from(words[i]), ent_str_from(words[i]));
    assert_str(ent_closest_list(&arena, &closest), "document, documents or docuument");
    ent_arena_clear(&arena);
}

/* ---- names to entities ------------------------------------------------------------------------------------------- */

/* "OEWG" names one forum nine times and another once; "GGE" two forums once each. */
static ent_store *make_store(void)
{
    ent_arena arena = {0};
    ent_error err = {0};
    ent_store *store = NULL;
    ent_store_result result;
    ent_facts facts = {.path = ENT_STR("front.txt"),
                       .format = ENT_STR("text"),
                       .title = ENT_STR("Front, a test"),
                       .date = ENT_STR_EMPTY,
                       .hash = 1};
    static const char *const names[][2] = {
        {"space", "OEWG"}, {"ict", "OEWG"}, {"space-experts", "GGE"}, {"ict-experts", "GGE"}};
    for (size_t i = 0; i < 4; i++)
        ent_vec_push(&arena, &facts.entities,
                     (ent_fact_entity){ent_arena_format(&arena, "forum:%s", names[i][0]), ENT_FORUM,
                                       ent_arena_format(&arena, "Group on %s", names[i][0]), ent_str_from(names[i][1]),
                                       ENT_STR_EMPTY});
    ent_buf text = {0};
    for (uint32_t i = 0; i < 12; i++) {
        uint32_t entity = i < 9 ? 0 : i - 8;
        size_t begin = text.len;
        ent_buf_format(&text, "%s met %u.", names[entity][1], i);
        ent_vec_push(&arena, &facts.passages, (ent_fact_passage){begin, text.len, i + 1, 0, ENT_STR_EMPTY});
        ent_vec_push(&arena, &facts.mentions,
                     (ent_fact_mention){entity, i, begin, begin + strlen(names[entity][1]), 1});
        ent_vec_push(&arena, &facts.origins, (ent_origin){begin, begin, i + 1});
        ent_buf_add_char(&text, '\n');
    }
    facts.text = ent_buf_str(&text);
    remove(DATABASE);
    if (ent_store_open(DATABASE, ENT_STORE_CREATE, &store, &err) || ent_store_add(store, &facts, &result, &err) ||
        ent_store_commit(store, &err))
        fail_msg("%s: %s", err.what, err.why);
    ent_buf_clear(&text);
    ent_arena_clear(&arena);
    return store;
}

static void names_are_resolved(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_error err = {0};
    ent_entity_row row;
    ent_context context = {.arena = &arena, .store = make_store(), .notes = tmpfile()};
    assert_int_equal(ent_resolve_entity(&context, "Forum:ICT", &row, &err), ENT_OK);
    assert_str(row.key, "forum:ict");
    assert_int_equal(ent_resolve_entity(&context, "the group on ICT", &row, &err), ENT_OK);
    assert_str(row.key, "forum:ict");
    assert_int_equal(ftell(context.notes), 0);
    assert_int_equal(ent_resolve_entity(&context, "oewg", &row, &err), ENT_OK);
    assert_str(row.key, "forum:space");
    assert_true(ftell(context.notes) > 0); /* it said which */
    assert_int_equal(ent_resolve_entity(&context, "GGE", &row, &err), ENT_USAGE);
    assert_non_null(strstr(err.why, "fits 2 entities: forum:ict-experts (Group on ict-experts), forum:space-experts"));
    assert_int_equal(ent_resolve_entity(&context, "Group on ixt", &row, &err), ENT_USAGE);
    assert_string_equal(err.hint, "did you mean Group on ict (forum:ict)?");
    assert_int_equal(ent_resolve_entity(&context, "\xFF", &row, &err), ENT_USAGE);
    ent_store_close(context.store);
    fclose(context.notes);
    ent_arena_clear(&arena);
    remove(DATABASE);
}

static void documents_are_resolved(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_error err = {0};
    ent_context context = {.arena = &arena, .store = make_store()};
    static const char *const words[] = {"front", "FRONT", "front.txt", "Front, a", "fro,front.txt"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        ent_str_vec given = {0};
        ent_vec_push(&arena, &given, ent_str_from(words[i]));
        assert_int_equal(ent_resolve_documents(&context, &given, &err), ENT_OK);
        assert_str(context.selection.documents[0], "front");
    }
    ent_str_vec wrong = {0};
    ent_vec_push(&arena, &wrong, ENT_STR("frontt"));
    assert_int_equal(ent_resolve_documents(&context, &wrong, &err), ENT_USAGE);
    assert_string_equal(err.hint, "did you mean front?");
    ent_store_close(context.store);
    ent_arena_clear(&arena);
    remove(DATABASE);
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
        cmocka_unit_test(options_stand_anywhere),
        cmocka_unit_test(wrong_words_are_told),
        cmocka_unit_test(help_needs_nothing_else),
        cmocka_unit_test(distances),
        cmocka_unit_test(the_closest_come_first),
        cmocka_unit_test(names_are_resolved),
        cmocka_unit_test(documents_are_resolved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
