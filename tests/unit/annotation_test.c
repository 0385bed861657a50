/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "importers/annotations/locate.h"
#include "importers/annotations/quotes.h"
#include "importers/annotations/read_notes.h"

#define STR(literal) ent_str_from(literal)

static void expect_str(ent_str s, const char *expected)
{
    char text[512] = "";
    assert_true(s.len < sizeof text);
    memcpy(text, s.data, s.len);
    assert_string_equal(text, expected);
}

/* ---- characters -------------------------------------------------------------------------------------------------- */

static void test_characters(void **state)
{
    (void)state;
    ent_arena arena = {0};
    char text[2000];
    size_t n = 0;
    while (n + 5 < sizeof text) { /* é, €, a: six bytes, three characters */
        memcpy(text + n, "\xC3\xA9\xE2\x82\xAC", 5);
        n += 5;
        text[n++] = 'a';
        if (n + 6 > sizeof text)
            break;
    }
    ent_characters c = ent_characters_of(&arena, (ent_str){text, n});
    for (size_t group = 0; group * 6 < n; group++) {
        assert_int_equal(ent_characters_before(&c, group * 6), group * 3);
        assert_int_equal(ent_characters_before(&c, group * 6 + 5), group * 3 + 2);
        assert_int_equal(ent_characters_byte(&c, group * 3), group * 6);
        assert_int_equal(ent_characters_byte(&c, group * 3 + 1), group * 6 + 2);
    }
    assert_int_equal(ent_characters_before(&c, SIZE_MAX), n / 2);
    assert_int_equal(ent_characters_byte(&c, n / 2), n);
    assert_int_equal(ent_characters_byte(&c, SIZE_MAX), n);
    ent_characters none = ent_characters_of(&arena, ENT_STR_EMPTY);
    assert_int_equal(ent_characters_byte(&none, 3), 0);
    ent_arena_clear(&arena);
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

static const char text[] = "UNIDIR met the UN. \xC3\x89vian: the UN spoke on space-based arms.\nThe UN left.";

static ent_facts make_facts(ent_arena *arena)
{
    ent_facts facts = {.text = STR(text)};
    size_t second = ent_str_find(facts.text, STR("\xC3\x89"), 0), third = ent_str_find(facts.text, STR("The"), 0);
    ent_vec_push(arena, &facts.passages, (ent_fact_passage){0, second - 1, 1, 0, ENT_STR_EMPTY});
    ent_vec_push(arena, &facts.passages, (ent_fact_passage){second, third - 1, 1, 0, ENT_STR_EMPTY});
    ent_vec_push(arena, &facts.passages, (ent_fact_passage){third, facts.text.len, 7, 0, ENT_STR_EMPTY});
    ent_vec_push(arena, &facts.origins, (ent_origin){0, 10, 1});
    ent_vec_push(arena, &facts.origins, (ent_origin){third, 1000, 7});
    return facts;
}

/* Where the words are found, counted in times they stand there; 0: nowhere. */
static int find(const char *words, ent_hint hint, size_t place)
{
    ent_arena arena = {0};
    ent_facts facts = make_facts(&arena);
    ent_locator locator = ent_locator_over(&arena, &facts);
    ent_noted_quote quote = {STR(words), hint, place};
    size_t begin = 0, end = 0;
    int times = 0;
    if (ent_locate(&locator, &quote, &begin, &end))
        for (size_t at = 0; at != ENT_STR_NONE && at <= begin; times++)
            at = ent_str_find(facts.text, ent_str_slice(facts.text, begin, end), at) + 1;
    ent_arena_clear(&arena);
    return times;
}

static void test_locate(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        ent_hint hint;
        size_t place;
        int times;
    } cases[] = {
        {"UN", ENT_HINT_NONE, 0, 2},      /* the first is the beginning of UNIDIR */
        {"UN", ENT_HINT_CHARACTER, 0, 1}, /* unless it is pointed at */
        {"UN", ENT_HINT_CHARACTER, 30, 3},
        {"UN", ENT_HINT_BYTE, 31, 3},
        {"UN", ENT_HINT_CHARACTER, 21, 2}, /* the nearer of two */
        {"UN", ENT_HINT_CHARACTER, 99999, 4},
        {"UN", ENT_HINT_SOURCE, 1004, 4},
        {"UN", ENT_HINT_SOURCE, 40, 3},
        {"UN", ENT_HINT_LINE, 7, 4},
        {"UN", ENT_HINT_LINE, 5, 2},
        {"the  UN\nspoke", ENT_HINT_NONE, 0, 1},
        {"on space- based arms", ENT_HINT_NONE, 0, 1},
        {"UN spoke on spacebased", ENT_HINT_NONE, 0, 1},
        {"ID", ENT_HINT_NONE, 0, 0},
        {"I D", ENT_HINT_NONE, 0, 0},
        {"the un spoke", ENT_HINT_NONE, 0, 0},
        {" \n", ENT_HINT_NONE, 0, 0},
        {"", ENT_HINT_NONE, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(find(cases[i].words, cases[i].hint, cases[i].place), cases[i].times);
}

/* ---- quotes ------------------------------------------------------------------------------------------------------ */

static void add_row(ent_arena *arena, ent_notes *notes, const char *type, uint32_t line, const char *quote)
{
    ent_noted_relation r = ent_noted_relation_new(ENT_STR_EMPTY, 1);
    r.type = STR(type);
    r.source.key = STR("state:a");
    r.target.key = STR("state:b");
    r.original_line = line;
    r.quote.words = STR(quote);
    ent_vec_push(arena, &notes->relations, r);
}

static void test_quotes(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_notes notes = {.file = "f"};
    ent_facts facts = {0};
    add_row(&arena, &notes, "adopted", 9, "late");
    add_row(&arena, &notes, "adopted", 2, "B");
    add_row(&arena, &notes, "adopted", 2, "A");
    add_row(&arena, &notes, "adopted", 2, " ");
    add_row(&arena, &notes, "funds", 2, "A");
    add_row(&arena, &notes, "funds", 2, "B");
    add_row(&arena, &notes, "opposes", 1, "early");
    add_row(&arena, &notes, "opposes", 9, "late");
    ent_quotes_collect(&arena, &notes, &facts);
    /* The lines are in order but where a relation's own rows are not; "B" stands there twice, for A stands between. */
    expect_str(facts.text, "early\nA\nB\nlate\nB\nA\n");
    assert_int_equal(facts.passages.n, 6);
    for (size_t i = 0; i < notes.relations.n; i++) {
        const ent_noted_relation *r = &notes.relations.items[i];
        if (r->quote.hint == ENT_HINT_BYTE)
            assert_true(ent_str_starts(ent_str_slice(facts.text, r->quote.place, facts.text.len), r->quote.words));
        else
            assert_int_equal(i, 3);
        if (i % 4 && i != 3 && i != 6) /* behind the row before it, where both are of one relation */
            assert_true(r->quote.place > (r - 1)->quote.place);
    }
    ent_arena_clear(&arena);
}

/* ---- brat -------------------------------------------------------------------------------------------------------- */

static void count_refusal(void *self, const char *file, uint32_t line, const char *why)
{
    (void)file;
    (void)why;
    *(uint32_t *)self = *(uint32_t *)self * 10 + line;
}

static void test_brat(void **state)
{
    (void)state;
    static const char ann[] = "R1\topposes Arg1:T2 Arg2:T1\r\n"
                              "T1\tinstrument 10 16\tTreaty\r\n"
                              "T2\tstate 0 5\t\xC3\x89vian\r\n"
                              "N1\tReference T1 entente:instrument:t\tThe Treaty\n"
                              "N2\tReference T2 wikipedia:1\tElsewhere\n"
                              "#1\tAnnotatorNotes R1\t{\"confidence\": 0.25, \"role\": \"host\", \"rule\": \"x\"}\n"
                              "\n"
                              "T3\tstate 5 5\tnothing\n";
    ent_arena arena = {0};
    uint32_t refused = 0;
    ent_refusals refusals = {count_refusal, &refused};
    ent_notes notes = ent_notes_read_brat(&arena, "a.ann", STR(ann), STR("a.txt"), STR("\xC3\x89vian and Treaty"),
                                          STR("me"), &refusals);
    assert_int_equal(refused, 8);
    assert_int_equal(notes.mentions.n, 2);
    expect_str(notes.mentions.items[0].entity.key, "instrument:t");
    expect_str(notes.mentions.items[0].entity.name, "The Treaty");
    assert_int_equal(notes.mentions.items[0].quote.place, 11); /* bytes: É has two */
    expect_str(notes.mentions.items[1].entity.key, "");
    expect_str(notes.mentions.items[1].entity.name, "\xC3\x89vian");
    assert_int_equal(notes.relations.n, 1);
    const ent_noted_relation *r = &notes.relations.items[0];
    assert_int_equal(r->source_mention, 1);
    assert_int_equal(r->target_mention, 0);
    expect_str(r->role, "host");
    expect_str(r->rule, "x");
    assert_true(r->confidence == 0.25);
    ent_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_characters), cmocka_unit_test(test_locate),
                                       cmocka_unit_test(test_quotes), cmocka_unit_test(test_brat)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
