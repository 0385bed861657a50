/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in: the parser of options, the distance of words, names → entities. */
#include "core/front/distance.h"
#include "core/front/options.h"
#include "core/front/resolve.h"
#include "tests/support/text_asserts.h"

#include <stdio.h>

static const char *const DATABASE = "front_test.db";

/* ---- options ----------------------------------------------------------------------------------------------------- */

static const ent_column columns[] = {{.name = "type", .help = ""}, {.name = "n", .help = ""}, {0}};
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
                                         .columns = columns,
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
        cmocka_unit_test(options_stand_anywhere),  cmocka_unit_test(wrong_words_are_told),
        cmocka_unit_test(help_needs_nothing_else), cmocka_unit_test(distances),
        cmocka_unit_test(the_closest_come_first),  cmocka_unit_test(names_are_resolved),
        cmocka_unit_test(documents_are_resolved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
