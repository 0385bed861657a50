/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/buf.h"
#include "importers/extract/text/segment.h"
#include "importers/extract/text/tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* ---- support ----------------------------------------------------------------------------------------------------- */

/* A document whose every line is a paragraph. */
static ent_document document_of(ent_arena *arena, const char *text)
{
    ent_document document = {.text = ent_str_from(text)};
    ent_str rest = document.text, line;
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        size_t begin = (size_t)(line.data - document.text.data);
        if (line.len)
            ent_vec_push(arena, &document.blocks,
                         (ent_block){ENT_BLOCK_PARAGRAPH, 0, begin, begin + line.len, 1, 0, 0});
    }
    return document;
}

/* The tokens of a text between bars; '+' before one that is joined, '-' before one behind a hyphen. */
static void expect_tokens(const char *text, const char *expected)
{
    char found[512] = "";
    ent_tokenizer tokenizer = ent_tokenizer_over(ent_str_from(text), 0, strlen(text));
    ent_token t;
    while (ent_token_next(&tokenizer, &t)) {
        const char *mark = t.flags & ENT_TOKEN_HYPHEN ? "-" : t.flags & ENT_TOKEN_JOINED ? "+" : "";
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s%s%.*s", n ? "|" : "", mark, (int)(t.end - t.begin), text + t.begin);
    }
    assert_string_equal(found, expected);
}

/* The sentences of a text between bars. */
static void expect_sentences(const char *text, const char *expected)
{
    ent_arena arena = {0};
    ent_vocabulary vocabulary;
    ent_vocabulary_init(&vocabulary);
    ent_document document = document_of(&arena, text);
    ent_segments segments;
    ent_segment(&arena, &vocabulary, &document, &segments);
    char found[2048] = "";
    for (size_t i = 0; i < segments.sentences.n; i++) {
        ent_sentence s = segments.sentences.items[i];
        uint32_t begin = segments.tokens.items[s.first].begin, end = segments.tokens.items[s.last - 1].end;
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s%.*s", n ? "|" : "", (int)(end - begin), text + begin);
    }
    assert_string_equal(found, expected);
    ent_vocabulary_clear(&vocabulary);
    ent_arena_clear(&arena);
}

/* ---- vocabulary -------------------------------------------------------------------------------------------------- */

static void test_words_fold(void **state)
{
    (void)state;
    ent_vocabulary v;
    ent_vocabulary_init(&v);
    uint32_t norm = ent_vocabulary_add(&v, ENT_STR("Norm"));
    assert_int_equal(norm, 1);
    assert_int_equal(ent_vocabulary_add(&v, ENT_STR("NORM")), norm);
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("norm")), norm);
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("gale")), 0);
    uint32_t maria = ent_vocabulary_add(&v, ENT_STR("María"));
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("MARIA")), maria);
    uint32_t possessive = ent_vocabulary_add(&v, ENT_STR("'s"));
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("’s")), possessive);
    uint32_t dash = ent_vocabulary_add(&v, ENT_STR("-"));
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("–")), dash);
    ent_vocabulary_clear(&v);
}

static void test_spellings_are_one(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"behaviour", "behavior"},        {"behavioural", "behavioral"},  {"programmes", "programs"},
        {"organisation", "organization"}, {"recognising", "recognizing"}, {"Defence", "defense"},
        {"centres", "centers"},           {"centred", "centered"},        {"labour", "labor"},
        {"armoured", "armored"},          {"favourable", "favorable"},    {"fulfil", "fulfill"},
        {"fulfilment", "fulfillment"},    {"judgement", "judgment"},      {"panellists", "panelists"},
        {"manoeuvres", "maneuvers"},      {"manoeuvred", "maneuvered"},   {"weaponisation", "weaponization"},
        {"analysed", "analyzed"},
    };
    ent_vocabulary v;
    ent_vocabulary_init(&v);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t added = ent_vocabulary_add(&v, ent_str_from(pairs[i][i % 2]));
        assert_int_equal(ent_vocabulary_find(&v, ent_str_from(pairs[i][(i + 1) % 2])), added);
        assert_string_equal(v.words.items[added].data,
                            v.words.items[ent_vocabulary_add(&v, ent_str_from(pairs[i][1]))].data);
    }
    uint32_t compromise = ent_vocabulary_add(&v, ENT_STR("compromise"));
    assert_string_equal(v.words.items[compromise].data, "compromise");
    ent_vocabulary_clear(&v);
}

static void expect_singular(const ent_vocabulary *v, const char *plural, const char *singular)
{
    uint32_t id = ent_vocabulary_find(v, ent_str_from(plural));
    assert_int_not_equal(id, 0);
    assert_string_equal(v->words.items[v->singulars.items[id]].data, singular);
}

static void test_plurals_know_their_singular(void **state)
{
    (void)state;
    static const char *const words[] = {"treaties", "treaty", "group", "committee", "process",
                                        "forum",    "of",     "GGE",   "new",       "state"};
    ent_vocabulary v;
    ent_vocabulary_init(&v);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        ent_vocabulary_add(&v, ent_str_from(words[i]));
    ent_vocabulary_finish(&v);
    expect_singular(&v, "Treaties", "treaty");
    expect_singular(&v, "groups", "group");
    expect_singular(&v, "committees", "committee");
    expect_singular(&v, "processes", "process");
    expect_singular(&v, "fora", "forum");
    expect_singular(&v, "forums", "forum");
    expect_singular(&v, "GGEs", "gge");
    expect_singular(&v, "of", "of");
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("ofs")), 0);
    assert_int_equal(ent_vocabulary_find(&v, ENT_STR("news")), 0);
    ent_vocabulary_clear(&v);
}

static void test_long_words_are_unknown(void **state)
{
    (void)state;
    char word[1000];
    memset(word, 'a', sizeof word);
    ent_vocabulary v;
    ent_vocabulary_init(&v);
    assert_int_equal(ent_vocabulary_add(&v, (ent_str){word, sizeof word}), 0);
    assert_int_equal(ent_vocabulary_find(&v, (ent_str){word, sizeof word}), 0);
    assert_int_not_equal(ent_vocabulary_add(&v, (ent_str){word, 100}), 0);
    ent_vocabulary_finish(&v);
    ent_vocabulary_clear(&v);
}

/* ---- tokens ------------------------------------------------------------------------------------------------------ */

static void test_tokens(void **state)
{
    (void)state;
    expect_tokens("", "");
    expect_tokens("Widgets, gears (and cogs).", "Widgets|+,|gears|(|+and|cogs|+)|+.");
    expect_tokens("1,400 people at 10.30, in 3Cs.", "1,400|people|at|10.30|+,|in|3Cs|+.");
    expect_tokens("the U.S. envoy left the U.S", "the|U.S.|envoy|left|the|U.S");
    expect_tokens("a US-led non-binding text", "a|US|-led|non|-binding|text");
    expect_tokens("9–13 May, direct–ascent", "9|-13|May|+,|direct|-ascent");
    expect_tokens("intra- and inter-State", "intra|+-|and|inter|-State");
    expect_tokens("however—a word – here", "however|+—|+a|word|–|here");
    expect_tokens("Chile's and Chile’s, States'", "Chile|+'s|and|Chile|+’s|+,|States|+'");
    expect_tokens("Côte d'Ivoire's isn't O’Brien", "Côte|d'Ivoire|+'s|is|+n't|O’Brien");
    expect_tokens("A/RES/76/231", "A|+/|+RES|+/|+76|+/|+231");
    expect_tokens("ends.Then www.unidir.org", "ends|+.|+Then|www.unidir.org");
    expect_tokens("co\u00ADorganized\u00A0here", "co\u00ADorganized|here");
    expect_tokens("🛞 María?", "🛞|María|+?");
}

static ent_token first_token(const char *text)
{
    ent_tokenizer tokenizer = ent_tokenizer_over(ent_str_from(text), 0, strlen(text));
    ent_token token = {0};
    assert_true(ent_token_next(&tokenizer, &token));
    return token;
}

static void test_kinds_and_flags(void **state)
{
    (void)state;
    assert_int_equal(first_token("Gear").flags, ENT_TOKEN_CAPITAL);
    assert_int_equal(first_token("GEAR").flags, ENT_TOKEN_CAPITAL | ENT_TOKEN_ALL_CAPS);
    assert_int_equal(first_token("GGEs").flags, ENT_TOKEN_CAPITAL);
    assert_int_equal(first_token("A").flags, ENT_TOKEN_CAPITAL);
    assert_int_equal(first_token("ÉTAT").flags, ENT_TOKEN_CAPITAL | ENT_TOKEN_ALL_CAPS);
    assert_int_equal(first_token("gear").flags, 0);
    assert_int_equal(first_token("3Cs").kind, ENT_TOKEN_WORD);
    assert_int_equal(first_token("1,400").kind, ENT_TOKEN_NUMBER);
    assert_int_equal(first_token("(").kind, ENT_TOKEN_PUNCT);
}

/* ---- sentences --------------------------------------------------------------------------------------------------- */

static void test_sentences_end(void **state)
{
    (void)state;
    expect_sentences("The gears turn. They turn well! Do they? Yes.", "The gears turn.|They turn well!|Do they?|Yes.");
    expect_sentences("One line\nAnother line. And more.", "One line|Another line.|And more.");
    expect_sentences("They met (in March.) Then they left.", "They met (in March.)|Then they left.");
    expect_sentences("It was called “a start.” Nobody objected.", "It was called “a start.”|Nobody objected.");
    expect_sentences("That is the state of the art. The rest follows.",
                     "That is the state of the art.|The rest follows.");
    expect_sentences("It was agreed.¹ The Chair thanked all.", "It was agreed.¹|The Chair thanked all.");
    expect_sentences("It closed the session.15 The Chair thanked all.",
                     "It closed the session.15|The Chair thanked all.");
    expect_sentences("They went to the U.S. The others stayed.", "They went to the U.S.|The others stayed.");
    expect_sentences("Gears, cogs, etc. The rest was left.", "Gears, cogs, etc.|The rest was left.");
}

static void expect_whole(const char *text)
{
    expect_sentences(text, text);
}

static void test_abbreviations_end_none(void **state)
{
    (void)state;
    expect_whole("Mr. Gear and Dr. Cog met H.E. Wheel.");
    expect_whole("They cite Art. IX and No. 5 (p. 3) of vol. 2.");
    expect_whole("U.S. Ambassador Jane Widget spoke.");
    expect_whole("It was said (see para. 14) by Prof. J. Widget of the U.S. Widget Agency.");
    expect_whole("1. First the gears are cut.");
    expect_whole("(a) The gears are cut.");
    expect_whole("IV. The gears are cut.");
    expect_whole("Some, e.g. Gearland, were absent.");
    expect_whole("The “Whose Gears?” Conference was held in May.");
}

static void test_headings_are_one_sentence(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_vocabulary vocabulary;
    ent_vocabulary_init(&vocabulary);
    ent_document document = document_of(&arena, "Panel 1. The gears. The cogs.");
    document.blocks.items[0].kind = ENT_BLOCK_HEADING;
    ent_segments segments;
    ent_segment(&arena, &vocabulary, &document, &segments);
    assert_int_equal(segments.sentences.n, 1);
    assert_int_equal(segments.sentences.items[0].last, segments.tokens.n);
    ent_vocabulary_clear(&vocabulary);
    ent_arena_clear(&arena);
}

static void test_long_sentences_are_cut(void **state)
{
    (void)state;
    enum { N = 4500 };
    static char text[N * 4 + 1];
    for (size_t i = 0; i < N; i++)
        memcpy(text + i * 4, i == 1500 ? "ab; " : "abc ", 5);
    ent_arena arena = {0};
    ent_vocabulary vocabulary;
    ent_vocabulary_init(&vocabulary);
    ent_document document = document_of(&arena, text);
    ent_segments segments;
    ent_segment(&arena, &vocabulary, &document, &segments);
    assert_int_equal(segments.sentences.n, 3);
    assert_int_equal(segments.sentences.items[0].last, 1502);
    assert_int_equal(segments.sentences.items[1].last, 3502);
    assert_int_equal(segments.sentences.items[2].last, N + 1);
    ent_vocabulary_clear(&vocabulary);
    ent_arena_clear(&arena);
}

/* ---- shingles ---------------------------------------------------------------------------------------------------- */

static size_t n_shared(const ent_facts *a, const ent_facts *b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a->shingles.n; i++)
        for (size_t j = 0; j < b->shingles.n; j++)
            shared += a->shingles.items[i] == b->shingles.items[j];
    return shared;
}

static void test_shingles_do_not_see_the_layout(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_vocabulary vocabulary;
    ent_vocabulary_init(&vocabulary);
    ent_buf plain = {0}, laid_out = {0}, other = {0};
    for (int i = 0; i < 400; i++) {
        ent_buf_format(&plain, "gear%d co-turns with María's cog. ", i);
        ent_buf_format(&laid_out, "Gear%d coturns\nwith “Maria’s” cog,\n", i);
        ent_buf_format(&other, "wheel%d lies beside the rusty axle. ", i);
    }
    ent_facts facts[3] = {0};
    ent_str texts[3] = {ent_buf_str(&plain), ent_buf_str(&laid_out), ent_buf_str(&other)};
    for (int i = 0; i < 3; i++) {
        ent_block block = {.kind = ENT_BLOCK_PARAGRAPH, .end = texts[i].len};
        ent_document document = {.text = texts[i], .blocks = {&block, 1, 1}};
        ent_segments segments;
        ent_segment(&arena, &vocabulary, &document, &segments);
        ent_shingles(&arena, &segments, &facts[i]);
        assert_in_range(facts[i].shingles.n, 100, 400); /* an eighth of about 2,000 */
        for (size_t j = 1; j < facts[i].shingles.n; j++)
            assert_true(facts[i].shingles.items[j - 1] < facts[i].shingles.items[j]);
    }
    assert_int_equal(n_shared(&facts[0], &facts[1]), facts[0].shingles.n);
    assert_int_equal(facts[0].shingles.n, facts[1].shingles.n);
    assert_int_equal(n_shared(&facts[0], &facts[2]), 0);
    ent_buf_clear(&plain);
    ent_buf_clear(&laid_out);
    ent_buf_clear(&other);
    ent_vocabulary_clear(&vocabulary);
    ent_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_fold),
        cmocka_unit_test(test_spellings_are_one),
        cmocka_unit_test(test_plurals_know_their_singular),
        cmocka_unit_test(test_long_words_are_unknown),
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_kinds_and_flags),
        cmocka_unit_test(test_sentences_end),
        cmocka_unit_test(test_abbreviations_end_none),
        cmocka_unit_test(test_headings_are_one_sentence),
        cmocka_unit_test(test_long_sentences_are_cut),
        cmocka_unit_test(test_shingles_do_not_see_the_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
