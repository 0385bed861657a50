/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/store_fixture.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static bool lines_put_alias(void *context, ent_entity_id id, ent_str alias, ent_str folded)
{
    (void)id;
    return lines_put(context, ENT_STR_FMT "=" ENT_STR_FMT "\n", ENT_STR_ARG(alias), ENT_STR_ARG(folded));
}

static bool lines_put_evidence(void *context, const ent_evidence_row *row)
{
    return lines_put(context,
                     ENT_STR_FMT " %s " ENT_STR_FMT " %s [" ENT_STR_FMT "] " ENT_STR_FMT ":%u \"" ENT_STR_FMT "\"\n",
                     ENT_STR_ARG(row->source), ent_relation_name(row->type), ENT_STR_ARG(row->target),
                     ent_polarity_name(row->polarity), ENT_STR_ARG(row->speaker), ENT_STR_ARG(row->document), row->line,
                     ENT_STR_ARG(row->quote));
}

static bool put_first(void *context, const ent_edge_row *row)
{
    lines_put_edge(context, row);
    return false;
}

static void test_documents_and_entities(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    lines documents = {.f = f}, entities = {.f = f}, states = {.f = f}, of = {.f = f}, named = {.f = f},
          aliases = {.f = f};
    ent_entity_row chile;
    bool found;
    assert_int_equal(ent_store_each_document(f->store, lines_put_document, &documents, &f->err), ENT_OK);
    assert_string_equal(documents.text, "meeting of meeting 3/8/4\n");
    assert_int_equal(ent_store_each_entity(f->store, ENT_KINDS_ALL, lines_put_entity, &entities, &f->err), ENT_OK);
    assert_string_equal(entities.text, "forum:conference-on-disarmament Conference on Disarmament 2\n"
                                       "instrument:treaty the Treaty 2\nstate:brazil Brazil 1\nstate:chile Chile 2\n"
                                       "topic:due-regard due regard 1\n");
    ent_store_each_entity(f->store, ENT_KIND_BIT(ENT_STATE), lines_put_entity, &states, &f->err);
    assert_int_equal(states.n, 2);
    assert_int_equal(ent_store_find_key(f->store, &f->arena, ENT_STR("state:chile"), &chile, &found, &f->err), ENT_OK);
    assert_true(found);
    assert_int_equal(ent_store_each_document_of(f->store, chile.id, lines_put_document, &of, &f->err), ENT_OK);
    assert_int_equal(of.n, 1);
    assert_int_equal(ent_store_each_alias(f->store, chile.id, lines_put_alias, &aliases, &f->err), ENT_OK);
    assert_string_equal(aliases.text, "Chile=chile\nRepublic of Chile=republic of chile\n");
    assert_int_equal(ent_store_each_named(f->store, ENT_STR("BRESIL"), lines_put_entity, &named, &f->err), ENT_OK);
    assert_string_equal(named.text, "state:brazil Brazil 1\n");
    assert_int_equal(ent_store_find_key(f->store, &f->arena, ENT_STR("state:peru"), &chile, &found, &f->err), ENT_OK);
    assert_false(found);
    assert_int_equal(ent_store_get_entity(f->store, &f->arena, (ent_entity_id){99}, &chile, &f->err), ENT_FAILED);
}

static void test_shared_name_counts_its_own_mentions(void **state)
{
    fixture *f = *state;
    ent_facts facts =
        fixture_facts(f, "a.txt", "The Group met. The Group on ICT met. The Group of 77 met with the G77.");
    uint32_t space = fixture_entity(f, &facts, "forum:space-group", "Space Group", "Group");
    uint32_t seventy_seven = fixture_entity(f, &facts, "bloc:g77", "Group of 77", "G77 | Group");
    fixture_mention(f, &facts, space, "Group");
    fixture_mention(f, &facts, seventy_seven, "Group of 77");
    fixture_mention(f, &facts, seventy_seven, "G77");
    fixture_add(f, &facts);
    lines out = {.f = f};
    assert_int_equal(ent_store_each_named(f->store, ENT_STR("group"), lines_put_entity, &out, &f->err), ENT_OK);
    assert_string_equal(out.text, "bloc:g77 Group of 77 0\nforum:space-group Space Group 1\n");
}

static void test_edges(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    ent_selection all = ent_selection_all(), s = all;
    fixture_expect_edges(
        f, &all,
        "forum:conference-on-disarmament discusses topic:due-regard 1\nstate:chile supports instrument:treaty 1\n"
        "state:brazil cooperates_with state:chile 1\nstate:brazil supports instrument:treaty 1\n");
    s.polarity = ENT_POLARITY_NEGATED;
    fixture_expect_edges(f, &s, "state:brazil supports instrument:treaty 1\n");
    s = all;
    s.kinds = ENT_KIND_BIT(ENT_STATE);
    fixture_expect_edges(f, &s, "state:brazil cooperates_with state:chile 1\n");
    s = all;
    s.min_confidence = 0.95;
    fixture_expect_edges(f, &s, "");
    s.min_confidence = 0.9;
    s.types = ENT_RELATION_BIT(ENT_DISCUSSES);
    fixture_expect_edges(f, &s, "forum:conference-on-disarmament discusses topic:due-regard 1\n");
    s.since_year = 2024;
    fixture_expect_edges(f, &s, "");
    s.since_year = 2023;
    s.documents = &(ent_str){"meeting", 7};
    s.n_documents = 1;
    fixture_expect_edges(f, &s, "forum:conference-on-disarmament discusses topic:due-regard 1\n");
    s.documents = &(ent_str){"nothing", 7};
    assert_int_equal(ent_store_each_edge(f->store, &s, lines_put_edge, &(lines){.f = f}, &f->err), ENT_USAGE);
    s = all;
    s.types = ENT_RELATION_BIT(ENT_MENTIONED_WITH);
    fixture_expect_edges(
        f, &s,
        "forum:conference-on-disarmament mentioned_with state:chile 1\n"
        "forum:conference-on-disarmament mentioned_with state:brazil 1\n"
        "forum:conference-on-disarmament mentioned_with instrument:treaty 1\n"
        "forum:conference-on-disarmament mentioned_with topic:due-regard 1\n"
        "state:brazil mentioned_with state:chile 1\n"
        "instrument:treaty mentioned_with state:chile 2\ninstrument:treaty mentioned_with state:brazil 1\n");
}

static void test_edges_of(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    ent_selection s = ent_selection_all();
    ent_entity_row chile;
    chile = fixture_find(f, "state:chile");
    lines out = {.f = f}, general = {.f = f}, one = {.f = f}, with = {.f = f};
    assert_int_equal(ent_store_each_edge_of(f->store, &s, chile.id, lines_put_edge, &out, &f->err), ENT_OK);
    assert_string_equal(out.text,
                        "state:chile supports instrument:treaty 1\nstate:brazil cooperates_with state:chile 1\n");
    s.until_year = 2023; /* asks the evidence: the same answer by the other way */
    ent_store_each_edge_of(f->store, &s, chile.id, lines_put_edge, &general, &f->err);
    assert_string_equal(general.text, out.text);
    ent_store_each_edge_of(f->store, &s, chile.id, put_first, &one, &f->err);
    assert_int_equal(one.n, 1);
    s.types = 0;
    s.with_mentions = true;
    ent_store_each_edge_of(f->store, &s, chile.id, lines_put_edge, &with, &f->err);
    assert_string_equal(with.text, "forum:conference-on-disarmament mentioned_with state:chile 1\n"
                                   "state:brazil mentioned_with state:chile 1\n"
                                   "instrument:treaty mentioned_with state:chile 2\n");
}

static void test_evidence(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    ent_selection s = ent_selection_all();
    ent_entity_row chile, treaty, brazil;
    bool found;
    chile = fixture_find(f, "state:chile");
    brazil = fixture_find(f, "state:brazil");
    treaty = fixture_find(f, "instrument:treaty");
    lines all = {.f = f}, of = {.f = f}, between = {.f = f};
    assert_int_equal(ent_store_each_evidence(f->store, &s, (ent_entity_id){0}, (ent_entity_id){0}, lines_put_evidence,
                                             &all, &f->err),
                     ENT_OK);
    assert_int_equal(all.n, 4);
    ent_store_each_evidence(f->store, &s, chile.id, (ent_entity_id){0}, lines_put_evidence, &of, &f->err);
    assert_int_equal(of.n, 2);
    ent_store_each_evidence(f->store, &s, treaty.id, brazil.id, lines_put_evidence, &between, &f->err);
    assert_string_equal(between.text,
                        "state:brazil supports instrument:treaty negated [] meeting:3 \"Brésil does not support the "
                        "Treaty; Chile cooperates with Brésil in the Conference on Disarmament.\"\n");
    ent_edge_row edge = {.source = brazil.id, .target = chile.id, .type = ENT_MENTIONED_WITH};
    ent_evidence_row best;
    assert_int_equal(ent_store_best_evidence(f->store, &f->arena, &s, &edge, &best, &found, &f->err), ENT_OK);
    assert_true(found);
    assert_int_equal(best.type, ENT_MENTIONED_WITH);
    assert_int_equal(best.line, 3);
    edge = (ent_edge_row){.id = {2}, .source = chile.id, .target = treaty.id, .type = ENT_SUPPORTS};
    assert_int_equal(ent_store_best_evidence(f->store, &f->arena, &s, &edge, &best, &found, &f->err), ENT_OK);
    assert_true(found && ent_str_eq(best.speaker, ENT_STR("one panellist")));
    assert_true(best.confidence > 0.8999999 && best.confidence < 0.9000001);
}

static void test_search(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    fixture_expect_found(f, "due regard", "meeting:1 The Conference on Disarmament discussed due regard.\n");
    fixture_expect_found(f, "panell", "meeting:2 Chile supports the Treaty, said one panellist.\n");
    fixture_expect_found(f, "\"regard due\"", "");
    fixture_expect_found(f, "\"due regard\" DISARM", "meeting:1 The Conference on Disarmament discussed due regard.\n");
    fixture_expect_found(f, "chile NOT AND ( * ^ \"", "");
    fixture_expect_found(f, "- \"\" '", "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_documents_and_entities),
        TEST(test_shared_name_counts_its_own_mentions),
        TEST(test_edges),
        TEST(test_edges_of),
        TEST(test_evidence),
        TEST(test_search),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
