/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each shipped rule, held to a text of its own (tests/cases/rules.tsv): without the rule, its line fails; a rule
 * without a line fails too. */
#include "core/base/os.h"
#include "importers/extract/extract.h"
#include "importers/extract/rules/relate.h"
#include "importers/readers/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct expected {
    ent_str rule, text, type, source, target, polarity, speaker, holder;
} expected;

static int set_up(void **state)
{
    ent_knowledge *knowledge = NULL;
    ent_error err = {0};
    ent_status status = ent_knowledge_load(NULL, NULL, NULL, &knowledge, &err);
    if (status)
        fprintf(stderr, "%s: %s\n", err.what, err.why);
    *state = knowledge;
    return (int)status;
}

static int tear_down(void **state)
{
    ent_knowledge_free(*state);
    return 0;
}

/* The text with "\n" made line ends. */
static ent_str with_lines(ent_arena *arena, ent_str text)
{
    char *out = ent_arena_alloc(arena, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool escaped = text.data[i] == '\\' && i + 1 < text.len && text.data[i + 1] == 'n';
        out[n++] = escaped ? '\n' : text.data[i];
        i += escaped;
    }
    out[n++] = '\n';
    return (ent_str){out, n};
}

static void read_text(ent_arena *arena, const ent_knowledge *knowledge, ent_str text, ent_facts *facts)
{
    ent_document *document = ENT_ARENA_NEW(arena, ent_document, 1);
    ent_error err = {0};
    *facts = (ent_facts){0};
    assert_int_equal(ent_read_bytes(arena, ENT_STR("made-up.md"), with_lines(arena, text), document, &err), ENT_OK);
    ent_extract(arena, knowledge, document, facts);
}

static bool is_as_expected(const ent_facts *facts, const ent_fact_relation *r, const expected *line)
{
    bool speaks = ent_str_starts(line->rule, ENT_STR("speaker.")),
         holds = ent_str_starts(line->rule, ENT_STR("holder."));
    return (speaks || holds || ent_rules_name(r->rule, line->rule)) &&
           ent_str_eq(ent_str_from(ent_relation_name(r->type)), line->type) &&
           ent_str_eq(facts->entities.items[r->source].key, line->source) &&
           ent_str_eq(facts->entities.items[r->target].key, line->target) &&
           ent_str_eq(ent_str_from(ent_polarity_name(r->polarity)), line->polarity) &&
           ent_str_eq(r->speaker, line->speaker) && ent_str_eq(r->holder, line->holder);
}

static bool holds(const ent_knowledge *knowledge, const expected *line)
{
    ent_arena arena = {0};
    ent_facts facts;
    bool found = false;
    read_text(&arena, knowledge, line->text, &facts);
    for (size_t i = 0; i < facts.relations.n && !found; i++)
        found = is_as_expected(&facts, &facts.relations.items[i], line);
    if (!found)
        print_error("%.*s does not find what it should in: %.*s\n", ENT_STR_ARG(line->rule), ENT_STR_ARG(line->text));
    ent_arena_clear(&arena);
    return found;
}

static expected cut_columns(ent_str row)
{
    expected line = {0};
    ent_str *columns[] = {&line.rule,   &line.text,     &line.type,    &line.source,
                          &line.target, &line.polarity, &line.speaker, &line.holder};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0] && ent_str_split(&row, ENT_STR("\t"), columns[i]); i++)
        continue;
    return line;
}

static bool has_line(ent_str table, ent_str rule)
{
    ent_str rest = table, row;
    while (ent_str_split(&rest, ENT_STR("\n"), &row))
        if (ent_str_eq(cut_columns(row).rule, rule))
            return true;
    return false;
}

static void test_each_rule_finds_its_own(void **state)
{
    const ent_knowledge *knowledge = *state;
    ent_arena arena = {0};
    ent_error err = {0};
    ent_str table, row;
    size_t failed = 0;
    assert_int_equal(ent_os_read_file(&arena, ENT_TEST_CASES "/rules.tsv", 1 << 20, &table, &err), ENT_OK);
    ent_str rest = table;
    while (ent_str_split(&rest, ENT_STR("\n"), &row)) {
        expected line = cut_columns(row);
        if (row.len && row.data[0] != '#' && !ent_str_eq(line.rule, ENT_STR("rule")))
            failed += !holds(knowledge, &line);
    }
    for (size_t i = 0; i < knowledge->rules.rules.n; i++) {
        if (has_line(table, knowledge->rules.rules.items[i].name))
            continue;
        print_error("no line of rules.tsv for %.*s\n", ENT_STR_ARG(knowledge->rules.rules.items[i].name));
        failed++;
    }
    ent_arena_clear(&arena);
    assert_int_equal(failed, 0);
}

/* "may" is a cue, the month is none. */
static void test_the_month_of_may_is_no_modality(void **state)
{
    static const struct {
        const char *text;
        ent_modality modality;
    } cases[] = {{"On 3 May 2021, Chile joined COPUOS.", ENT_STATED},
                 {"May 2021 was when Chile joined COPUOS.", ENT_STATED},
                 {"Chile in May joined COPUOS.", ENT_STATED},
                 {"Chile may join COPUOS.", ENT_POSSIBLE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_arena arena = {0};
        ent_facts facts;
        size_t n = 0;
        read_text(&arena, *state, ent_str_from(cases[i].text), &facts);
        for (size_t j = 0; j < facts.relations.n; j++) {
            if (facts.relations.items[j].type != ENT_MEMBER_OF)
                continue;
            n++;
            if (facts.relations.items[j].modality != cases[i].modality)
                fail_msg("%s: %s", cases[i].text, ent_modality_name(facts.relations.items[j].modality));
        }
        assert_int_equal(n, 1);
        ent_arena_clear(&arena);
    }
}

static bool is_stance(ent_relation_type type)
{
    static const char *const stances[] = {"supports", "opposes", "calls_for"};
    for (size_t i = 0; i < sizeof stances / sizeof stances[0]; i++)
        if (ent_str_eq(ent_str_from(ent_relation_name(type)), ent_str_from(stances[i])))
            return true;
    return false;
}

/* What panellists say without their names is evidence about the panel, whoever is listed as its panellists. */
static void test_unnamed_speakers_are_nobody(void **state)
{
    static const char report[] =
        "# Report of the Summit of the Future\\n\\n## Panel I: Trust and verification\\n\\n"
        "Panellists\\n\\n- Robin Geiss (Director, UNIDIR)\\n- Hellmut Lagos (Ambassador, Chile)\\n\\n"
        "One panellist supported the Hague Code of Conduct. They added that verification is vital. She criticized "
        "jamming. The panellist called for transparency. Several speakers stressed the importance of arms control. "
        "It was argued that the Outer Space Treaty is essential. A panellist from Chile rejected the PPWT. "
        "Thanking Robin Geiss, one participant criticized the PPWT. Following Hellmut Lagos and Robin Geiss, a third "
        "panellist rejected the PPWT. According to one panellist, Hellmut Lagos opposes the PPWT. Hellmut Lagos, one "
        "participant said, supported the PPWT.";
    ent_arena arena = {0};
    ent_facts facts;
    size_t n_stances = 0;
    read_text(&arena, *state, ent_str_from(report), &facts);
    for (size_t i = 0; i < facts.relations.n; i++) {
        const ent_fact_relation *r = &facts.relations.items[i];
        if (!is_stance(r->type))
            continue;
        n_stances++;
        assert_int_equal(facts.entities.items[r->source].kind, ENT_EVENT);
    }
    assert_true(n_stances >= 6);
    ent_arena_clear(&arena);
}

/* Two who speak in one sentence have each their own words. */
static void test_each_voice_has_its_words(void **state)
{
    static const char report[] = "# Report of the Summit of the Future\\n\\n"
                                 "One panellist supported the PPWT, while another panellist rejected the Hague Code of "
                                 "Conduct. They called for transparency.";
    static const char *const voices[] = {"One panellist", "another panellist", "another panellist"};
    ent_arena arena = {0};
    ent_facts facts;
    size_t n = 0;
    read_text(&arena, *state, ent_str_from(report), &facts);
    for (size_t i = 0; i < facts.relations.n; i++) {
        const ent_fact_relation *r = &facts.relations.items[i];
        if (!is_stance(r->type))
            continue;
        assert_in_range(n, 0, 2);
        assert_true(ent_str_eq(r->speaker, ent_str_from(voices[n++])));
    }
    assert_int_equal(n, 3);
    ent_arena_clear(&arena);
}

/* Meetings discuss the entity of this key alone. */
static void expect_only_subject(const ent_facts *facts, const char *key)
{
    size_t n = 0;
    for (size_t i = 0; i < facts->relations.n; i++) {
        const ent_fact_relation *r = &facts->relations.items[i];
        if (r->type != ENT_DISCUSSES || facts->entities.items[r->source].kind != ENT_EVENT)
            continue;
        assert_true(ent_str_eq(facts->entities.items[r->target].key, ent_str_from(key)));
        n++;
    }
    assert_int_equal(n, 1);
}

/* A session is about what its body deals with, not about the body, nor what either is named after. */
static void test_sessions_do_not_discuss_their_body(void **state)
{
    static const struct {
        const char *report, *subject;
    } cases[] = {
        {"# The Disarmament Commission in 1998\\n\\nThe 1998 session of the Disarmament Commission discussed the "
         "Disarmament Commission and the First Committee.",
         "forum:first-committee"},
        {"# First session of the Preparatory Committee for the 2005 NPT Review Conference: verification\\n\\n"
         "It was held in New York.",
         "topic:verification"}};
    ent_arena arena = {0};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        ent_facts facts;
        read_text(&arena, *state, ent_str_from(cases[c].report), &facts);
        expect_only_subject(&facts, cases[c].subject);
    }
    ent_arena_clear(&arena);
}

/* "the committee of A, and B" is part of A alone. */
static void test_the_first_of_a_coordination_is_the_whole(void **state)
{
    ent_arena arena = {0};
    ent_facts facts;
    size_t n = 0;
    read_text(&arena, *state,
              ENT_STR("The First Committee of the UN General Assembly and the Disarmament Commission met."), &facts);
    for (size_t i = 0; i < facts.relations.n; i++)
        n += facts.relations.items[i].type == ENT_PART_OF &&
             ent_str_eq(facts.entities.items[facts.relations.items[i].source].key, ENT_STR("forum:first-committee"));
    assert_int_equal(n, 1);
    ent_arena_clear(&arena);
}

static int by_letters(const void *a, const void *b)
{
    return ent_str_cmp(*(const ent_str *)a, *(const ent_str *)b);
}

typedef ent_str (*describe_fn)(ent_arena *arena, const ent_facts *facts, const ent_fact_relation *r);

/* "type source target polarity" */
static ent_str describe_ends(ent_arena *arena, const ent_facts *facts, const ent_fact_relation *r)
{
    return ent_arena_format(arena, "%s %.*s %.*s %s", ent_relation_name(r->type),
                            ENT_STR_ARG(facts->entities.items[r->source].key),
                            ENT_STR_ARG(facts->entities.items[r->target].key), ent_polarity_name(r->polarity));
}

/* The same with whose words and whose position, since when, and how sure: "… affirmed said=S held=H from=F
 * as=possible".
 */
static ent_str describe_whose(ent_arena *arena, const ent_facts *facts, const ent_fact_relation *r)
{
    ent_str modality = r->modality == ENT_STATED ? ENT_STR_EMPTY : ent_str_from(ent_modality_name(r->modality));
    const struct {
        const char *name;
        ent_str value;
    } more[] = {{" said=", r->speaker}, {" held=", r->holder}, {" from=", r->from}, {" as=", modality}};
    ent_str line = describe_ends(arena, facts, r);
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (more[i].value.len)
            line = ent_arena_join(arena, line, ent_str_from(more[i].name), more[i].value);
    return line;
}

/* Every relation as described, sorted, with "; " between them. */
static ent_str relations_of(ent_arena *arena, const ent_facts *facts, describe_fn describe)
{
    ENT_VEC(ent_str) lines = {0};
    for (size_t i = 0; i < facts->relations.n; i++)
        ent_vec_push(arena, &lines, describe(arena, facts, &facts->relations.items[i]));
    if (lines.n)
        qsort(lines.items, lines.n, sizeof *lines.items, by_letters);
    ent_str all = ENT_STR_EMPTY;
    for (size_t i = 0; i < lines.n; i++)
        all = ent_arena_join(arena, all, i ? ENT_STR("; ") : ENT_STR_EMPTY, lines.items[i]);
    return all;
}

/* A table of texts with all the relations each of them makes. */
static void expect_relations(ent_knowledge *knowledge, const char *path, describe_fn describe)
{
    ent_arena arena = {0};
    ent_error err = {0};
    ent_str table, row;
    size_t failed = 0, n = 0;
    assert_int_equal(ent_os_read_file(&arena, path, 1 << 20, &table, &err), ENT_OK);
    for (ent_str rest = table; ent_str_split(&rest, ENT_STR("\n"), &row);) {
        ent_str wanted = row, text;
        ent_str_split(&wanted, ENT_STR("\t"), &text);
        if (row.len == 0 || row.data[0] == '#' || ent_str_eq(text, ENT_STR("text")))
            continue;
        ent_facts facts;
        read_text(&arena, knowledge, text, &facts);
        ent_str found = relations_of(&arena, &facts, describe);
        n++;
        if (ent_str_eq(found, wanted))
            continue;
        print_error("%.*s\n  finds %.*s\n", ENT_STR_ARG(text), ENT_STR_ARG(found));
        failed++;
    }
    ent_arena_clear(&arena);
    assert_true(n > 0);
    assert_int_equal(failed, 0);
}

/* Predicates that share a subject, and subjects that stand far from their verb. */
static void test_clauses_say_what_they_share(void **state)
{
    expect_relations(*state, ENT_TEST_CASES "/clauses.tsv", describe_ends);
}

/* Denials, holders, "respectively". */
static void test_whose_and_when(void **state)
{
    expect_relations(*state, ENT_TEST_CASES "/whose.tsv", describe_whose);
}

static void test_a_rule_is_told_by_its_whole_name(void **state)
{
    (void)state;
    ent_str joined = ENT_STR("opposes.voted + chairs.by");
    assert_true(ent_rules_name(joined, ENT_STR("opposes.voted")));
    assert_true(ent_rules_name(joined, ENT_STR("chairs.by")));
    assert_false(ent_rules_name(joined, ENT_STR("opposes.vote")));
    assert_false(ent_rules_name(joined, ENT_STR("voted + chairs")));
    assert_false(ent_rules_name(ENT_STR_EMPTY, ENT_STR("chairs.by")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_rule_finds_its_own),
        cmocka_unit_test(test_the_month_of_may_is_no_modality),
        cmocka_unit_test(test_unnamed_speakers_are_nobody),
        cmocka_unit_test(test_each_voice_has_its_words),
        cmocka_unit_test(test_sessions_do_not_discuss_their_body),
        cmocka_unit_test(test_the_first_of_a_coordination_is_the_whole),
        cmocka_unit_test(test_clauses_say_what_they_share),
        cmocka_unit_test(test_whose_and_when),
        cmocka_unit_test(test_a_rule_is_told_by_its_whole_name),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
