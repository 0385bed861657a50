/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/store_fixture.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

static void test_round_trip(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "talks/Meeting 1.txt", fixture_meeting_text);
    ent_store_result result = fixture_add(f, &facts);
    assert_int_equal(result.status, ENT_DOCUMENT_NEW);
    assert_int_equal(result.entities, 5);
    assert_int_equal(result.relations, 4);
    assert_int_equal(result.passages, 3);
    assert_true(ent_str_eq(result.document, ENT_STR("meeting-1")));
    fixture_reopen(f, ENT_STORE_READ);
    ent_store_counts counts = fixture_count(f);
    assert_int_equal(counts.documents, 1);
    assert_int_equal(counts.works, 1);
    assert_int_equal(counts.mentions, 8);
    assert_int_equal(counts.evidence, 4);
    ent_document_text text;
    assert_int_equal(ent_store_get_text(f->store, &f->arena, (ent_document_id){1}, &text, &f->err), ENT_OK);
    assert_true(ent_str_eq(text.text, facts.text));
    assert_int_equal(text.origins.n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(text.origins.items[i].text, facts.origins.items[i].text);
        assert_int_equal(text.origins.items[i].source, facts.origins.items[i].source);
        assert_int_equal(text.origins.items[i].line, facts.origins.items[i].line);
    }
    fixture_expect_whole(f);
}

static void test_refusals(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    ent_store_result result;
    ent_fact_relation *last = fixture_relate(f, &facts, ENT_SUPPORTS, 4, 1, 0); /* a topic supports nobody */
    assert_int_equal(ent_store_add(f->store, &facts, &result, &f->err), ENT_FAILED);
    assert_non_null(strstr(f->err.why, "topic:due-regard supports state:chile (rule by-hand) is not a relation"));
    *last = facts.relations.items[1];
    last->end = facts.text.len + 1;
    assert_int_equal(ent_store_add(f->store, &facts, &result, &f->err), ENT_FAILED);
    last->end = last->begin;
    assert_int_equal(ent_store_add(f->store, &facts, &result, &f->err), ENT_FAILED);
    facts.relations.n--;
    facts.mentions.items[0].end = facts.passages.items[0].end + 1;
    assert_int_equal(ent_store_add(f->store, &facts, &result, &f->err), ENT_FAILED);
    assert_int_equal(fixture_count(f).documents, 0);
    assert_int_equal(fixture_count(f).entities, 0);
}

static void test_unchanged_and_updated(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    uint64_t hash;
    bool found;
    assert_int_equal(ent_store_find_hash(f->store, facts.path, &hash, &found, &f->err), ENT_OK);
    assert_true(found && hash == facts.hash);
    assert_int_equal(fixture_add(f, &facts).status, ENT_DOCUMENT_UNCHANGED);
    assert_int_equal(fixture_count(f).evidence, 4);
    ent_facts next = fixture_facts(f, "meeting.txt", "Chile supports the Treaty.\nPeru too.");
    uint32_t chile = fixture_entity(f, &next, "state:chile", "Chile", ""),
             peru = fixture_entity(f, &next, "state:peru", "Peru", "");
    uint32_t treaty = fixture_entity(f, &next, "instrument:treaty", "the Treaty", "Treaty");
    fixture_mention(f, &next, chile, "Chile");
    fixture_mention(f, &next, peru, "Peru");
    fixture_mention(f, &next, treaty, "Treaty");
    fixture_relate(f, &next, ENT_SUPPORTS, chile, treaty, 0);
    assert_int_equal(fixture_add(f, &next).status, ENT_DOCUMENT_UPDATED);
    lines entities = {.f = f};
    ent_store_each_entity(f->store, ENT_KINDS_ALL, lines_put_entity, &entities, &f->err);
    assert_string_equal(entities.text, "instrument:treaty the Treaty 1\nstate:chile Chile 1\nstate:peru Peru 1\n");
    ent_selection all = ent_selection_all();
    fixture_expect_edges(f, &all, "state:chile supports instrument:treaty 1\n");
    fixture_expect_found(f, "panellist", "");
    fixture_expect_found(f, "peru", "meeting:2 Peru too.\n");
    assert_int_equal(fixture_add(f, &facts).status, ENT_DOCUMENT_UPDATED);
    assert_int_equal(fixture_count(f).evidence, 4);
    fixture_expect_whole(f);
}

static void add_shingles(fixture *f, ent_facts *facts, uint64_t from, uint64_t to)
{
    for (uint64_t i = from; i < to; i++)
        ent_vec_push(&f->arena, &facts->shingles, i << 30);
}

static void test_rendering_adds_only_its_own(void **state)
{
    fixture *f = *state;
    ent_facts pdf = fixture_meeting(f, "meeting.pdf", fixture_meeting_text);
    add_shingles(f, &pdf, 1, 101);
    fixture_add(f, &pdf);
    const char *scanned = "The Conference on Disarmament discussed  due regard\n"
                          "CHILE SUPPORTS THE TREATY said one panellist Chile\n"
                          "Bresil does not support the Treaty - Chile cooperates with Brésil in the Conference on "
                          "Disarmament\nThe Conference on Disarmament discussed the Treaty.";
    ent_facts scan = fixture_meeting(f, "meeting.txt", scanned);
    fixture_relate(f, &scan, ENT_DISCUSSES, 0, 3, 3);
    add_shingles(f, &scan, 6, 106);
    ent_store_result result = fixture_add(f, &scan);
    assert_int_equal(result.status, ENT_DOCUMENT_RENDERING);
    assert_true(ent_str_eq(result.rendering_of, ENT_STR("meeting")));
    assert_true(ent_str_eq(result.document, ENT_STR("meeting-2")));
    assert_int_equal(result.relations, 1);
    ent_store_counts counts = fixture_count(f);
    assert_int_equal(counts.works, 1);
    assert_int_equal(counts.documents, 2);
    assert_int_equal(counts.evidence, 5);
    fixture_expect_found(f, "panellist chile supports treaty",
                         "meeting:2 Chile supports the Treaty, said one panellist.\n"
                         "meeting-2:2 CHILE SUPPORTS THE TREATY said one panellist Chile\n");
    ent_selection s = ent_selection_all();
    s.types = ENT_RELATION_BIT(ENT_MENTIONED_WITH);
    s.kinds = ENT_KIND_BIT(ENT_STATE);
    fixture_expect_edges(f, &s, "state:brazil mentioned_with state:chile 1\n"); /* the sentence counts once */
    ent_facts other = fixture_facts(f, "other.txt", "Something else.");
    add_shingles(f, &other, 90, 190); /* a shared page makes no rendering */
    assert_int_equal(fixture_add(f, &other).status, ENT_DOCUMENT_NEW);
    fixture_expect_whole(f);
}

static ent_facts talk(fixture *f, const char *path, const char *key, const char *name)
{
    ent_facts facts = fixture_facts(f, path, "In Panel 1 of the talks Chile spoke about due regard.");
    ent_str panel = ent_arena_format(&f->arena, "%s-panel-1", key),
            of = ent_arena_format(&f->arena, "Panel I of %s", name);
    uint32_t meeting = fixture_entity(f, &facts, key, name, "the talks");
    uint32_t part = fixture_entity(f, &facts, panel.data, of.data, "Panel 1");
    fixture_mention(f, &facts, part, "Panel 1");
    fixture_relate(f, &facts, ENT_PART_OF, part, meeting, 0);
    fixture_relate(f, &facts, ENT_DISCUSSES, part, fixture_entity(f, &facts, "topic:due-regard", "due regard", ""), 0);
    facts.meeting = ent_str_from(key);
    return facts;
}

/* However the second calls the meeting, and even where it names it both ways. */
static void test_renderings_report_one_meeting(void **state)
{
    fixture *f = *state;
    ent_facts pdf = talk(f, "a.pdf", "event:talks", "Talks"), scan = talk(f, "b.txt", "event:long-talks", "Long Talks");
    uint32_t both = fixture_entity(f, &scan, "event:talks", "Talks", "");
    fixture_relate(f, &scan, ENT_SUCCEEDS, 0, both, 0);
    scan.hash = pdf.hash;
    fixture_add(f, &pdf);
    ent_store_result result = fixture_add(f, &scan);
    assert_int_equal(result.status, ENT_DOCUMENT_RENDERING);
    assert_int_equal(result.entities, 0);
    assert_int_equal(result.relations, 0);
    ent_selection s = ent_selection_all();
    fixture_expect_edges(
        f, &s, "event:talks-panel-1 part_of event:talks 1\nevent:talks-panel-1 discusses topic:due-regard 1\n");
    assert_true(ent_str_eq(fixture_find(f, "event:talks-panel-1").name, ENT_STR("Panel I of Talks")));
    fixture_expect_whole(f);
}

static void test_first_rendering_updated_leaves_the_work(void **state)
{
    fixture *f = *state;
    ent_facts pdf = fixture_meeting(f, "a.pdf", fixture_meeting_text),
              copy = fixture_meeting(f, "b.pdf", fixture_meeting_text);
    fixture_add(f, &pdf);
    assert_int_equal(fixture_add(f, &copy).status, ENT_DOCUMENT_RENDERING); /* the same bytes */
    ent_facts other = fixture_facts(f, "a.pdf", "Something else.");
    assert_int_equal(fixture_add(f, &other).status, ENT_DOCUMENT_UPDATED);
    lines out = {.f = f};
    ent_store_each_document(f->store, lines_put_document, &out, &f->err);
    assert_string_equal(out.text, "a of a 1/0/0\nb of b 3/8/0\n");
    fixture_expect_whole(f);
}

static void test_order_of_import_does_not_matter(void **state)
{
    fixture *f = *state;
    ent_facts one = fixture_facts(f, "1.txt", "A"), two = fixture_facts(f, "2.txt", "B");
    fixture_entity(f, &one, "topic:paros", "PAROS", "Paros");
    fixture_entity(f, &two, "topic:paros", "Paros", "PAROS");
    one.entities.items[0].attributes = ENT_STR("a=1; b=2");
    two.entities.items[0].attributes = ENT_STR("b=3; c=4");
    for (int turn = 0; turn < 2; turn++) {
        fixture_add(f, turn ? &two : &one);
        fixture_add(f, turn ? &one : &two);
        ent_entity_row row;
        bool found;
        ent_store_find_key(f->store, &f->arena, ENT_STR("topic:paros"), &row, &found, &f->err);
        assert_true(found && ent_str_eq(row.name, ENT_STR("Paros")));
        assert_true(ent_str_eq(row.attributes, ENT_STR("a=1; b=3; c=4")));
        ent_store_close(f->store);
        f->store = NULL;
        unlink(f->path);
        fixture_reopen(f, ENT_STORE_CREATE);
    }
}

static void test_two_writers(void **state)
{
    fixture *f = *state;
    ent_store *first = f->store, *second;
    assert_int_equal(ent_store_open(f->path, ENT_STORE_WRITE, &second, &f->err), ENT_OK);
    ent_facts a = fixture_meeting(f, "a.txt", fixture_meeting_text),
              b = fixture_facts(f, "b.txt", "Peru and Chile cooperate.");
    uint32_t peru = fixture_entity(f, &b, "state:peru", "Peru", ""),
             chile = fixture_entity(f, &b, "state:chile", "Chile", "");
    fixture_relate(f, &b, ENT_COOPERATES_WITH, peru, chile, 0);
    fixture_add(f, &a);
    f->store = second;
    fixture_add(f, &b);
    f->store = first;
    ent_facts c = fixture_facts(f, "c.txt", "Peru met with Cuba.");
    peru = fixture_entity(f, &c, "state:peru", "Peru", "");
    fixture_relate(f, &c, ENT_COOPERATES_WITH, peru, fixture_entity(f, &c, "state:cuba", "Cuba", ""), 0);
    fixture_add(f, &c);
    ent_store_close(second);
    assert_int_equal(fixture_count(f).relations, 6);
    fixture_expect_whole(f);
}

static int64_t count_documents(const fixture *f)
{
    ent_store *other;
    ent_store_counts counts = {0};
    ent_error err;
    assert_int_equal(ent_store_open(f->path, ENT_STORE_READ, &other, &err), ENT_OK);
    assert_int_equal(ent_store_count(other, &counts, &err), ENT_OK);
    ent_store_close(other);
    return counts.documents;
}

static void test_a_batch_lasts_from_its_commit_on(void **state)
{
    fixture *f = *state;
    ent_store_result result;
    ent_facts one = fixture_meeting(f, "one.txt", fixture_meeting_text),
              bad = fixture_facts(f, "bad.txt", "Chile supports Chile."),
              two = fixture_facts(f, "two.txt", "Chile and Peru.");
    uint32_t chile = fixture_entity(f, &bad, "state:chile", "Chile", "");
    fixture_relate(f, &bad, ENT_COOPERATES_WITH, chile, chile, 0);
    fixture_entity(f, &two, "state:chile", "Chile", "");
    fixture_mention(f, &two, 0, "Chile");
    assert_int_equal(ent_store_add(f->store, &one, &result, &f->err), ENT_OK);
    assert_int_equal(ent_store_add(f->store, &bad, &result, &f->err), ENT_FAILED); /* refused alone */
    assert_int_equal(ent_store_add(f->store, &two, &result, &f->err), ENT_OK);
    assert_int_equal(count_documents(f), 0);
    assert_int_equal(ent_store_commit(f->store, &f->err), ENT_OK);
    assert_int_equal(count_documents(f), 2);
    assert_int_equal(ent_store_commit(f->store, &f->err), ENT_OK);
    fixture_expect_whole(f);
    ent_facts three = fixture_facts(f, "three.txt", "Nothing.");
    assert_int_equal(ent_store_add(f->store, &three, &result, &f->err), ENT_OK);
    fixture_reopen(f, ENT_STORE_WRITE); /* without a commit */
    assert_int_equal(fixture_count(f).documents, 2);
}

static void test_a_document_again_in_its_batch(void **state)
{
    fixture *f = *state;
    ent_store_result result;
    ent_facts first = fixture_meeting(f, "meeting.txt", fixture_meeting_text),
              copy = fixture_meeting(f, "copy.txt", fixture_meeting_text),
              next = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    next.hash++;
    assert_int_equal(ent_store_add(f->store, &first, &result, &f->err), ENT_OK);
    assert_int_equal(ent_store_add(f->store, &copy, &result, &f->err), ENT_OK);
    assert_int_equal(ent_store_add(f->store, &next, &result, &f->err), ENT_OK);
    assert_int_equal(result.status, ENT_DOCUMENT_UPDATED);
    assert_int_equal(ent_store_commit(f->store, &f->err), ENT_OK);
    assert_int_equal(fixture_count(f).mentions, 16);
    fixture_expect_whole(f);
}

/* A file that may not grow stands for a disk that is full. */
static void test_what_cannot_be_written_is_not_stored(void **state)
{
    fixture *f = *state;
    ent_store_result result;
    ent_facts one = fixture_meeting(f, "one.txt", fixture_meeting_text),
              two = fixture_facts(f, "two.txt", "Chile supports the Treaty.");
    fixture_add(f, &one);
    struct rlimit limit, none;
    getrlimit(RLIMIT_FSIZE, &limit);
    none = (struct rlimit){0, limit.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(ent_store_add(f->store, &two, &result, &f->err), ENT_OK);
    setrlimit(RLIMIT_FSIZE, &none);
    assert_int_equal(ent_store_commit(f->store, &f->err), ENT_FAILED);
    setrlimit(RLIMIT_FSIZE, &limit);
    assert_int_equal(fixture_count(f).documents, 1);
    fixture_add(f, &two);
    assert_int_equal(fixture_count(f).documents, 2);
    fixture_expect_whole(f);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_round_trip),
        TEST(test_refusals),
        TEST(test_unchanged_and_updated),
        TEST(test_rendering_adds_only_its_own),
        TEST(test_renderings_report_one_meeting),
        TEST(test_first_rendering_updated_leaves_the_work),
        TEST(test_order_of_import_does_not_matter),
        TEST(test_two_writers),
        TEST(test_a_batch_lasts_from_its_commit_on),
        TEST(test_a_document_again_in_its_batch),
        TEST(test_what_cannot_be_written_is_not_stored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
