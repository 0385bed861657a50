/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measuring: names that count as the same, the matching against trying everything, and the figures of a small case. */
#include "queries/name_score.h"
#include "queries/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- names ------------------------------------------------------------------------------------------------------- */

static void names_are_normalized(void **state)
{
    static const char *const cases[][2] = {{"The  States’ behaviour", "states behavior"},
                                           {"U.S. centre", "us center"},
                                           {"the the Co-operation Programme", "cooperation program"},
                                           {"China's", "china"},
                                           {"organised, organising", "organized organizing"},
                                           {"Ant\u00ADarctic Treaty.", "antarctic treaty"},
                                           {"Straße ﬁve²", "strasse five2"},
                                           {"", ""}};
    ent_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_str norm = ent_gold_norm(&arena, ent_str_from(cases[i][0]));
        assert_string_equal(ent_arena_cstr(&arena, norm), cases[i][1]);
    }
    ent_arena_clear(&arena);
}

static bool same(int kind, const char *a, const char *b)
{
    ent_arena arena = {0};
    ent_namer namer = ent_namer_begin(&arena);
    ent_name_set x = {0}, y = {0};
    ent_name_set_add(&namer, &x, ent_str_from(a), kind);
    ent_name_set_add(&namer, &y, ent_str_from(b), kind);
    ent_name_set_end(&x);
    ent_name_set_end(&y);
    bool meet = ent_name_sets_meet(&x, &y);
    ent_arena_clear(&arena);
    return meet;
}

static void names_meet(void **state)
{
    (void)state;
    assert_true(same(ENT_STATE, "USA", "the United States of America"));
    assert_false(same(ENT_BLOC, "USA", "the United States of America"));
    assert_true(same(ENT_STATE, "Türkiye", "Turkey"));
    assert_true(same(ENT_ORGANIZATION, "Institut français", "Institut francais"));
    assert_true(same(ENT_TOPIC, "space policies", "Space policy"));
    assert_false(same(ENT_FORUM, "space policies", "Space policy"));
    assert_true(same(ENT_INSTRUMENT, "A/RES/76/231", "General Assembly resolution 76/231 of 24 December 2021"));
    assert_true(same(ENT_INSTRUMENT, "76/231", "resolution 76/231 B"));
    assert_false(same(ENT_INSTRUMENT, "76/231", "resolution 76/230"));
    assert_true(same(ENT_INSTRUMENT, "resolution 1884 (XVIII)", "UNGA Res. 1884 (XVIII)"));
    assert_true(same(ENT_N_KINDS, "UK", "Great Britain"));
}

static void names_are_found(void **state)
{
    static const struct {
        const char *typed, *name;
        double least, most;
    } cases[] = {{"first committee", "first committee", 1, 1},
                 {"first", "first committee", .8, .9},
                 {"committee", "first committee", .6, .7},
                 {"comm fir", "first committee", .5, .6},
                 {"frist committee", "first committee", .39, .41},
                 {"comittee", "first committee", .29, .31},
                 {"mittee", "first committee", 0, 0},
                 {"cd", "ce", 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double score = ent_name_score(ent_str_from(cases[i].typed), ent_str_from(cases[i].name));
        assert_true(score >= cases[i].least && score <= cases[i].most);
    }
}

/* ---- matching ---------------------------------------------------------------------------------------------------- */

enum { N = 6 };

typedef struct grid {
    bool fits[N][N], optional[N];
} grid;

static bool fits(const void *context, size_t gold, size_t found)
{
    return ((const grid *)context)->fits[gold][found];
}

/* The most required items that can be served, by trying everything. */
static int64_t most(const grid *g, size_t gold, unsigned taken)
{
    if (gold == N)
        return 0;
    int64_t best = most(g, gold + 1, taken);
    for (size_t found = 0; found < N && !g->optional[gold]; found++)
        if (g->fits[gold][found] && !(taken & (1u << found))) {
            int64_t with = 1 + most(g, gold + 1, taken | (1u << found));
            best = with > best ? with : best;
        }
    return best;
}

static void matching_is_maximal(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        ent_arena arena = {0};
        grid g = {0};
        int64_t required = 0;
        for (size_t i = 0; i < N; i++) {
            g.optional[i] = (seed = seed * 1664525u + 1013904223u) >> 30 == 0;
            required += !g.optional[i];
            for (size_t j = 0; j < N; j++)
                g.fits[i][j] = (seed = seed * 1664525u + 1013904223u) >> 30 == 0;
        }
        ent_pairs pairs = ent_pairing_solve(&arena, &(ent_pairing){N, N, g.optional, fits, &g});
        assert_int_equal(pairs.tally.tp, most(&g, 0, 0));
        assert_int_equal(pairs.tally.fn, required - pairs.tally.tp);
        for (size_t j = 0; j < N; j++) {
            bool any = false;
            for (size_t i = 0; i < N; i++)
                any = any || g.fits[i][j];
            assert_true(any || pairs.wrong[j]); /* what fits nothing is wrong */
        }
        ent_arena_clear(&arena);
    }
}

static void figures(void **state)
{
    (void)state;
    ent_tally t = {.tp = 3, .fp = 1, .fn = 2};
    assert_float_equal(ent_tally_precision(t), 0.75, 1e-6);
    assert_float_equal(ent_tally_recall(t), 0.6, 1e-6);
    assert_float_equal(ent_tally_f1(t), 2 * 0.75 * 0.6 / 1.35, 1e-6);
    assert_float_equal(ent_tally_precision((ent_tally){0}), 1, 1e-6);
    assert_float_equal(ent_tally_precision((ent_tally){.fn = 1}), 0, 1e-6);
    assert_float_equal(ent_tally_recall((ent_tally){.fp = 1}), 1, 1e-6);
}

/* ---- a small case ------------------------------------------------------------------------------------------------ */

static const char ENTITIES[] = "key\tkind\tname\tsurface_forms\tattributes\n"
                               "f:g\tforum\tThe Group\tGroup\t\n"
                               "t:s\ttopic\tsafety rules\t\taltkind=proposal\n"
                               "s:x\tstate\tXanadu\t\t\n"
                               "o:o\torganization\tOdd Office\t\toptional=1\n";
static const char RELATIONS[] = "type\tsource_key\ttarget_key\trole_or_attrs\tpolarity\tspeaker\tlevel\tline\tquote\n"
                                "discusses\tf:g\tt:s\talttype=addresses\taffirmed\t\texplicit\t1\tq\n"
                                "supports\ts:x\tt:s\t\taffirmed\t\texplicit\t2\tq\n"
                                "participates_in\ts:x\tf:g\t\taffirmed\t\tinferred\t3\tq\n"
                                "organizes\to:o\tf:g\t\taffirmed\t\texplicit\t4\tq\n";

static void write_file(const char *path, const char *text)
{
    ent_error err = {0};
    if (ent_os_write_file(path, ent_str_from(text), &err) != ENT_OK)
        fail_msg("%s: %s", err.what, err.why);
}

static uint32_t find_one(ent_namer *namer, ent_found *found, ent_kind kind, const char *name)
{
    ent_found_entity e = {.key = ent_str_from(name), .name = ent_str_from(name), .kind = kind};
    ent_name_set_add(namer, &e.names, e.name, kind);
    ent_name_set_add(namer, &e.wide, e.name, ENT_N_KINDS);
    ent_name_set_end(&e.names);
    ent_name_set_end(&e.wide);
    ent_vec_push(namer->arena, &found->entities, e);
    return (uint32_t)found->entities.n - 1;
}

static void relate(ent_arena *arena, ent_found *found, ent_relation_type type, uint32_t source, uint32_t target)
{
    ent_vec_push(arena, &found->relations, (ent_found_relation){type, source, target, 1, ENT_STR("q"), .95});
}

static void assert_tally(ent_tally tally, int64_t tp, int64_t fp, int64_t fn)
{
    assert_int_equal(tally.tp, tp);
    assert_int_equal(tally.fp, fp);
    assert_int_equal(tally.fn, fn);
}

static void a_small_case(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_error err = {0};
    ent_namer namer = ent_namer_begin(&arena);
    ent_gold gold;
    ent_found found = {0};
    ent_score score = {0};
    ent_fault_vec faults = {0};
    write_file("score_test.entities.tsv", ENTITIES);
    write_file("score_test.relations.tsv", RELATIONS);
    assert_int_equal(ent_gold_read(&namer, ENT_STR("score_test"), (ent_gold_options){0}, &gold, &err), ENT_OK);
    uint32_t group = find_one(&namer, &found, ENT_FORUM, "group");
    uint32_t rules = find_one(&namer, &found, ENT_PROPOSAL, "Safety rule");
    uint32_t office = find_one(&namer, &found, ENT_ORGANIZATION, "Odd Office");
    uint32_t other = find_one(&namer, &found, ENT_STATE, "Yonder");
    rules = find_one(&namer, &found, ENT_TOPIC, "safety rules");
    relate(&arena, &found, ENT_ADDRESSES, group, rules);  /* another right type */
    relate(&arena, &found, ENT_DISCUSSES, group, rules);  /* a second answer to it is wrong */
    relate(&arena, &found, ENT_ORGANIZES, office, group); /* optional */
    relate(&arena, &found, ENT_SUPPORTS, other, rules);   /* an end outside */
    ent_score_add(&arena, &gold, &found, ENT_GROUP_ALL, false, &score, &faults);
    assert_tally(score.entities, 2, 2, 1); /* Xanadu is missed, Yonder wrong, the singular is none for a proposal */
    assert_tally(score.relations, 1, 2, 1);
    assert_tally(score.known_ends, 1, 1, 1);
    assert_tally(score.pairs, 1, 1, 1);
    assert_tally(score.by_type[ENT_DISCUSSES], 1, 1, 0);
    assert_tally(score.by_confidence[9], 1, 2, 0);
    assert_tally(score.by_confidence[8], 0, 0, 0);
    assert_int_equal(faults.n, 3 + 3);
    ent_score structural = {0};
    ent_score_add(&arena, &gold, &found, ENT_GROUP_STRUCTURAL, false, &structural, &faults);
    assert_tally(structural.relations, 0, 0, 0);
    remove("score_test.entities.tsv");
    remove("score_test.relations.tsv");
    ent_arena_clear(&arena);
}

static void a_bad_gold_row_is_told_with_its_line(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_error err = {0};
    ent_namer namer = ent_namer_begin(&arena);
    ent_gold gold;
    write_file("score_bad.entities.tsv", "key\tkind\tname\n\n# a remark\nx:y\tmoon\tIo\n");
    assert_int_equal(ent_gold_read(&namer, ENT_STR("score_bad"), (ent_gold_options){0}, &gold, &err), ENT_FAILED);
    assert_string_equal(err.what, "score_bad.entities.tsv:4");
    assert_string_equal(err.why, "there is no kind 'moon'");
    remove("score_bad.entities.tsv");
    ent_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_normalized),
        cmocka_unit_test(names_meet),
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(matching_is_maximal),
        cmocka_unit_test(figures),
        cmocka_unit_test(a_small_case),
        cmocka_unit_test(a_bad_gold_row_is_told_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
