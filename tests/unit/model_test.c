/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/facts.h"
#include "core/model/key.h"
#include "core/model/selection.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void expect_str(ent_str found, const char *expected)
{
    assert_int_equal(found.len, strlen(expected));
    assert_memory_equal(found.data, expected, found.len);
}

/* ---- relation types ---------------------------------------------------------------------------------------------- */

/* Which kinds (rows: from, columns: to) a type may join, in the order state bloc organization person forum event
 * instrument proposal topic. Written out in full, so that it is a second statement of the model and not a copy of its
 * code. */
typedef struct table {
    ent_relation_type type;
    const char *rows[ENT_N_KINDS];
} table;

#define NONE "........."
#define ALL  "xxxxxxxxx"

static const table tables[ENT_N_RELATION_TYPES] = {
    {ENT_ESTABLISHED_BY, {NONE, "xxxxx.x..", "xxxxx.x..", NONE, "xxxxx.x..", "xxxxx.x..", NONE, NONE, NONE}},
    {ENT_PART_OF,
     {"x........", ".x.......", "xxx.x....", "...x.....", ".xx.x....", "....xx...", "......x..", ".......x.",
      "........x"}},
    {ENT_MEMBER_OF, {".xx.x....", ".xx.x....", ".xx.x....", NONE, NONE, NONE, NONE, NONE, NONE}},
    {ENT_REPRESENTS, {NONE, NONE, "xxx......", "xxx......", NONE, NONE, NONE, NONE, NONE}},
    {ENT_REPORTS_TO, {NONE, NONE, NONE, NONE, "....x....", NONE, NONE, NONE, NONE}},
    {ENT_ADOPTED, {NONE, NONE, NONE, NONE, "......x..", NONE, NONE, NONE, NONE}},
    {ENT_PROPOSED, {"......xx.", "......xx.", "......xx.", "......xx.", NONE, NONE, NONE, NONE, NONE}},
    {ENT_SUBMITTED_TO, {NONE, NONE, NONE, NONE, NONE, NONE, "....xx...", "....xx...", NONE}},
    {ENT_COMMITTED_TO, {"......xx.", "......xx.", NONE, NONE, NONE, NONE, NONE, NONE, NONE}},
    {ENT_ORGANIZES, {"....xx...", "....xx...", "....xx...", "....xx...", NONE, NONE, NONE, NONE, NONE}},
    {ENT_PARTICIPATES_IN, {".xx.xx...", ".xx.xx...", ".xx.xx...", "....xx...", NONE, NONE, NONE, NONE, NONE}},
    {ENT_CHAIRS, {"....xx...", NONE, NONE, "....xx...", NONE, NONE, NONE, NONE, NONE}},
    {ENT_AFFILIATED_WITH, {NONE, NONE, NONE, "xxx.x....", NONE, NONE, NONE, NONE, NONE}},
    {ENT_FUNDS, {"..x..xxx.", "..x..xxx.", "..x..xxx.", "..x..xxx.", NONE, NONE, NONE, NONE, NONE}},
    {ENT_PRODUCES, {"......x..", "......x..", "......x..", "......x..", "......x..", "......x..", NONE, NONE, NONE}},
    {ENT_SUMMARIZES, {NONE, NONE, NONE, NONE, NONE, NONE, "....xx...", NONE, NONE}},
    {ENT_MAINTAINS, {NONE, NONE, "......x..", NONE, NONE, NONE, NONE, NONE, NONE}},
    {ENT_SUCCEEDS, {NONE, ".xx.x....", ".xx.x....", NONE, ".xx.x....", ".....x...", "......x..", NONE, NONE}},
    {ENT_COOPERATES_WITH, {"xxxx.....", "xxxx.....", "xxxx.....", "xxxx.....", NONE, NONE, NONE, NONE, NONE}},
    {ENT_DISCUSSES, {NONE, NONE, NONE, NONE, "..x.xxxxx", "..x.xxxxx", NONE, NONE, NONE}},
    {ENT_SUPPORTS, {"....xxxxx", "....xxxxx", "....xxxxx", "....xxxxx", "....xxxxx", "....xxxxx", NONE, NONE, NONE}},
    {ENT_OPPOSES, {"....xxxxx", "....xxxxx", "....xxxxx", "....xxxxx", "....xxxxx", "....xxxxx", NONE, NONE, NONE}},
    {ENT_CALLS_FOR,
     {"......xxx", "......xxx", "......xxx", "......xxx", "......xxx", "......xxx", "......xxx", NONE, NONE}},
    {ENT_CONTRIBUTES_TO,
     {"..x.x.xxx", "..x.x.xxx", "..x.x.xxx", "..x.x.xxx", "..x.x.xxx", "..x.x.xxx", "..x.x.xxx", "..x.x.xxx",
      "..x.x.xxx"}},
    {ENT_HINDERS,
     {"....x.xxx", "....x.xxx", "....x.xxx", "....x.xxx", "....x.xxx", "....x.xxx", "....x.xxx", "....x.xxx",
      "....x.xxx"}},
    {ENT_COMPLEMENTS, {ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL}},
    {ENT_CONTAINS, {NONE, NONE, NONE, NONE, NONE, NONE, ".......xx", NONE, NONE}},
    {ENT_ADDRESSES, {NONE, NONE, "........x", NONE, "........x", NONE, "........x", "........x", NONE}},
    {ENT_MENTIONED_WITH, {ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL}},
};

static void every_pair_of_ends_is_as_the_model_says(void **state)
{
    (void)state;
    for (int t = 0; t < ENT_N_RELATION_TYPES; t++) {
        assert_int_equal(tables[t].type, t);
        for (int from = 0; from < ENT_N_KINDS; from++)
            for (int to = 0; to < ENT_N_KINDS; to++) {
                bool allowed = ent_relation_allows((ent_relation_type)t, (ent_kind)from, (ent_kind)to);
                if (allowed != (tables[t].rows[from][to] == 'x'))
                    fail_msg("%s from %s to %s: %s", ent_relation_name((ent_relation_type)t),
                             ent_kind_name((ent_kind)from), ent_kind_name((ent_kind)to),
                             allowed ? "allowed" : "not allowed");
            }
    }
}

static void symmetric_types_allow_both_ways(void **state)
{
    (void)state;
    int n_symmetric = 0, n_structural = 0;
    for (int t = 0; t < ENT_N_RELATION_TYPES; t++) {
        ent_relation_type type = (ent_relation_type)t;
        n_symmetric += ent_relation_is_symmetric(type);
        n_structural += ent_relation_is_structural(type);
        for (int from = 0; ent_relation_is_symmetric(type) && from < ENT_N_KINDS; from++)
            for (int to = 0; to < ENT_N_KINDS; to++)
                assert_int_equal(ent_relation_allows(type, (ent_kind)from, (ent_kind)to),
                                 ent_relation_allows(type, (ent_kind)to, (ent_kind)from));
    }
    assert_int_equal(n_symmetric, 3);
    assert_int_equal(n_structural, 19);
}

static void names_are_found_again(void **state)
{
    (void)state;
    for (int t = 0; t < ENT_N_RELATION_TYPES; t++) {
        ent_relation_type found;
        assert_true(ent_relation_find(ent_str_from(ent_relation_name((ent_relation_type)t)), &found));
        assert_int_equal(found, t);
        assert_null(strchr(ent_relation_label((ent_relation_type)t), '_'));
    }
    for (int k = 0; k < ENT_N_KINDS; k++) {
        ent_kind found;
        assert_true(ent_kind_find(ent_str_from(ent_kind_name((ent_kind)k)), &found));
        assert_int_equal(found, k);
    }
    for (int p = 0; p < ENT_N_POLARITIES; p++) {
        ent_polarity found;
        assert_true(ent_polarity_find(ent_str_from(ent_polarity_name((ent_polarity)p)), &found) && (int)found == p);
    }
    for (int m = 0; m < ENT_N_MODALITIES; m++) {
        ent_modality found;
        assert_true(ent_modality_find(ent_str_from(ent_modality_name((ent_modality)m)), &found) && (int)found == m);
    }
}

static void lists_of_types_are_read(void **state)
{
    (void)state;
    ent_relation_types types;
    ent_error err;
    assert_int_equal(ent_relation_types_parse(ENT_STR("supports, opposes"), &types, &err), ENT_OK);
    assert_int_equal(types, ENT_RELATION_BIT(ENT_SUPPORTS) | ENT_RELATION_BIT(ENT_OPPOSES));
    assert_int_equal(ent_relation_types_parse(ENT_STR("structural,positions"), &types, &err), ENT_OK);
    assert_int_equal(types, ENT_RELATIONS_STATED);
    assert_int_equal(ent_relation_types_parse(ENT_STR("supports,likes"), &types, &err), ENT_USAGE);
    assert_non_null(strstr(err.why, "likes"));
}

static void lists_of_kinds_are_read(void **state)
{
    (void)state;
    ent_kinds kinds;
    ent_error err;
    assert_int_equal(ent_kinds_parse(ENT_STR("Forum,instrument"), &kinds, &err), ENT_OK);
    assert_int_equal(kinds, ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_INSTRUMENT));
    assert_int_equal(ent_kinds_parse(ENT_STR("actor"), &kinds, &err), ENT_OK);
    assert_int_equal(kinds, ENT_KINDS_ACTOR);
    assert_int_equal(ent_kinds_parse(ENT_STR("any"), &kinds, &err), ENT_OK);
    assert_int_equal(kinds, ENT_KINDS_ALL);
    assert_int_equal(ent_kinds_parse(ENT_STR("country"), &kinds, &err), ENT_USAGE);
    assert_non_null(strstr(err.why, "country"));
}

/* ---- keys -------------------------------------------------------------------------------------------------------- */

static void keys_are_made_from_names(void **state)
{
    (void)state;
    static const struct {
        ent_kind kind;
        const char *name, *key;
    } cases[] = {
        {ENT_FORUM, "Conference on Disarmament", "forum:conference-on-disarmament"},
        {ENT_INSTRUMENT, "A/RES/76/231", "instrument:a-res-76-231"},
        {ENT_STATE, "C\xc3\xb4te d'Ivoire", "state:cote-divoire"},
        {ENT_TOPIC, "  space -- (debris) ", "topic:space-debris"},
    };
    ent_arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_str key = ent_key_make(&arena, cases[i].kind, ent_str_from(cases[i].name)), slug;
        ent_kind kind;
        expect_str(key, cases[i].key);
        assert_true(ent_key_parse(key, &kind, &slug));
        assert_int_equal(kind, cases[i].kind);
    }
    ent_arena_clear(&arena);
}

static void what_is_no_key_is_told(void **state)
{
    (void)state;
    ent_kind kind;
    ent_str slug;
    const ent_str bad[] = {ENT_STR(""), ENT_STR("forum"), ENT_STR("forum:"), ENT_STR("country:chile"),
                           ENT_STR(":chile")};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(ent_key_parse(bad[i], &kind, &slug));
}

static void attributes_are_looked_up(void **state)
{
    (void)state;
    ent_str attributes = ENT_STR("force=binding; symbol=A/RES/1; year=1967");
    expect_str(ent_attribute_get(attributes, ENT_STR("symbol")), "A/RES/1");
    expect_str(ent_attribute_get(attributes, ENT_STR("year")), "1967");
    expect_str(ent_attribute_get(attributes, ENT_STR("yea")), "");
    expect_str(ent_attribute_get(ENT_STR_EMPTY, ENT_STR("year")), "");
}

/* ---- the selection ----------------------------------------------------------------------------------------------- */

static void a_selection_starts_with_all_that_is_stated(void **state)
{
    (void)state;
    ent_selection all = ent_selection_all(), less = all;
    assert_int_equal(all.kinds, ENT_KINDS_ALL);
    assert_int_equal(all.types, ENT_RELATIONS_STATED);
    assert_false(all.types & ENT_RELATION_BIT(ENT_MENTIONED_WITH));
    assert_true(ent_selection_is_all_evidence(&all));
    less.since_year = 2000;
    assert_false(ent_selection_is_all_evidence(&less));
    less = all;
    less.polarity = ENT_POLARITY_NEGATED;
    assert_false(ent_selection_is_all_evidence(&less));
    less = all;
    less.min_confidence = 0.5;
    assert_false(ent_selection_is_all_evidence(&less));
}

static void dates_are_of_the_calendar(void **state)
{
    (void)state;
    static const char *const good[] = {"", "2022", "2022-12", "2022-05-31", "2024-02-29", "0987"};
    static const char *const bad[] = {"22",      "2022-13",  "2022-00",    "2022-04-31", "2023-02-29", "1900-02-29",
                                      "2022/05", "2022-5-1", "2022-05-0x", "+222",       "2022-05-",   "may 2022"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!ent_facts_is_date(ent_str_from(good[i])))
            fail_msg("%s is a date", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (ent_facts_is_date(ent_str_from(bad[i])))
            fail_msg("%s is no date", bad[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_of_ends_is_as_the_model_says),
        cmocka_unit_test(symmetric_types_allow_both_ways),
        cmocka_unit_test(names_are_found_again),
        cmocka_unit_test(lists_of_types_are_read),
        cmocka_unit_test(lists_of_kinds_are_read),
        cmocka_unit_test(keys_are_made_from_names),
        cmocka_unit_test(what_is_no_key_is_told),
        cmocka_unit_test(attributes_are_looked_up),
        cmocka_unit_test(dates_are_of_the_calendar),
        cmocka_unit_test(a_selection_starts_with_all_that_is_stated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
