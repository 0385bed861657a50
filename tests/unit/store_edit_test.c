/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/store_fixture.h"

#include "core/store/edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* ---- edits ------------------------------------------------------------------------------------------------------- */

static ent_edit of_entity(ent_edit_what what, const char *entity, const char *target, const char *name)
{
    ent_edit edit = ent_edit_empty(what);
    edit.reason = ENT_STR("because");
    edit.entity = ent_str_from(entity);
    edit.target = ent_str_from(target);
    edit.name = ent_str_from(name);
    return edit;
}

static ent_edit of_relation(ent_edit_what what, const char *source, ent_relation_type type, const char *target)
{
    ent_edit edit = of_entity(what, source, target, "");
    edit.type = type;
    return edit;
}

static int64_t do_edit(fixture *f, ent_edit edit)
{
    if (ent_store_edit(f->store, &edit, &f->err) != ENT_OK)
        fail_msg("%s: %s", f->err.what, f->err.why);
    return edit.id;
}

static void undo(fixture *f, int64_t id)
{
    if (ent_store_undo(f->store, id, &f->err) != ENT_OK)
        fail_msg("%s: %s", f->err.what, f->err.why);
}

static bool put_state(void *context, const ent_edit *edit)
{
    return lines_put(context, "%s%s ", ent_edit_name(edit->what),
                     edit->undone    ? " undone"
                     : edit->applied ? ""
                                     : " waits");
}

static void expect_log(fixture *f, const char *expected)
{
    lines out = {.f = f};
    assert_int_equal(ent_store_each_edit(f->store, put_state, &out, &f->err), ENT_OK);
    assert_string_equal(out.text, expected);
}

static ent_facts add_meeting(fixture *f, const char *path)
{
    ent_facts facts = fixture_meeting(f, path, fixture_meeting_text);
    fixture_add(f, &facts);
    return facts;
}

/* ---- tests ------------------------------------------------------------------------------------------------------- */

static const char *const treaty = "instrument:treaty", *const chile = "state:chile", *const brazil = "state:brazil",
                         *const forum = "forum:conference-on-disarmament", *const topic = "topic:due-regard";

static void test_merge(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    const char *before = fixture_say_all(f);
    int64_t id = do_edit(f, of_entity(ENT_EDIT_MERGE, brazil, chile, ""));
    fixture_expect_line(
        f, "state:chile state 'Chile' {} 3 | brazil=Brazil | bresil=Brésil | chile=Chile | federative republic "
           "of brazil=Federative Republic of Brazil | republic of chile=Republic of Chile\n");
    fixture_expect_line(f, "state:chile supports instrument:treaty affirmed 0.900 by by-hand in meeting:2");
    fixture_expect_line(f, "state:chile supports instrument:treaty negated 0.900 by by-hand in meeting:3");
    fixture_expect_no(f, "brazil state");
    fixture_expect_no(f, "cooperates_with"); /* with itself */
    fixture_expect_line(f, "forum:conference-on-disarmament mentioned_with state:chile 1");
    undo(f, id);
    assert_string_equal(fixture_say_all(f), before);
    expect_log(f, "merge undone ");
    assert_int_equal(ent_store_undo(f->store, id, &f->err), ENT_USAGE);
    assert_int_equal(ent_store_undo(f->store, 77, &f->err), ENT_USAGE);
    assert_string_equal(f->err.why, "is the number of no edit that is active");
}

static void test_circles(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    do_edit(f, of_entity(ENT_EDIT_MERGE, brazil, chile, ""));
    const char *before = fixture_say_all(f);
    ent_edit wrong[] = {of_entity(ENT_EDIT_MERGE, chile, brazil, ""), of_entity(ENT_EDIT_MERGE, chile, chile, ""),
                        of_entity(ENT_EDIT_MERGE, "chile", brazil, ""),
                        of_relation(ENT_EDIT_ADD_RELATION, topic, ENT_SUPPORTS, chile)};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(ent_store_edit(f->store, &wrong[i], &f->err), ENT_USAGE);
    assert_string_equal(fixture_say_all(f), before);
    expect_log(f, "merge ");
}

static void test_names(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    const char *before = fixture_say_all(f);
    int64_t first = do_edit(f, of_entity(ENT_EDIT_RENAME, treaty, "", "Treaty \"of\" \x01\n| 'Peace'"));
    int64_t second = do_edit(f, of_entity(ENT_EDIT_RENAME, treaty, "", "PTT"));
    int64_t added = do_edit(f, of_entity(ENT_EDIT_ALIAS_ADD, treaty, "", "the Pact"));
    int64_t removed = do_edit(f, of_entity(ENT_EDIT_ALIAS_REMOVE, treaty, "", "TREATY"));
    fixture_expect_line(
        f, "instrument:treaty instrument 'PTT' {} 2 | ptt=PTT | the pact=the Pact | the treaty=the Treaty\n");
    undo(f, second);
    fixture_expect_line(f, "instrument 'Treaty \"of\" \x01\n| 'Peace'' {} 2");
    undo(f, removed);
    undo(f, first);
    fixture_expect_line(f, "'the Treaty' {} 2 | the pact=the Pact | the treaty=the Treaty | treaty=Treaty\n");
    do_edit(f, of_entity(ENT_EDIT_ALIAS_REMOVE, treaty, "", "the pact")); /* the later wins */
    assert_string_equal(fixture_say_all(f), before);
    undo(f, added);
    assert_string_equal(fixture_say_all(f), before);
}

static void test_retype(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    const char *before = fixture_say_all(f);
    int64_t renamed = do_edit(f, of_entity(ENT_EDIT_RENAME, treaty, "", "the Idea"));
    int64_t id = do_edit(f, of_entity(ENT_EDIT_RETYPE, treaty, "proposal:treaty", ""));
    fixture_expect_line(f, "proposal:treaty proposal 'the Idea' {} 2 |");
    fixture_expect_line(f, "state:chile supports proposal:treaty affirmed");
    fixture_expect_no(f, "instrument:treaty");
    int64_t state_now = do_edit(f, of_entity(ENT_EDIT_RETYPE, topic, "state:due-regard", ""));
    fixture_expect_no(f, "discusses"); /* a State is not discussed */
    int64_t again = do_edit(f, of_entity(ENT_EDIT_RENAME, "proposal:treaty", "", "the Plan"));
    fixture_expect_line(f, "proposal:treaty proposal 'the Plan' {} 2 |");
    expect_log(f, "rename retype retype rename ");
    undo(f, again);
    undo(f, state_now);
    undo(f, id);
    fixture_expect_line(f, "instrument:treaty instrument 'the Idea' {} 2 |");
    undo(f, renamed);
    assert_string_equal(fixture_say_all(f), before);
}

static void test_reject_and_confirm(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    add_meeting(f, "other.txt"); /* a rendering: adds nothing */
    const char *before = fixture_say_all(f);
    ent_edit confirm = of_relation(ENT_EDIT_CONFIRM, brazil, ENT_COOPERATES_WITH, chile);
    confirm.by = ENT_STR("A. Analyst");
    int64_t confirmed = do_edit(f, confirm);
    fixture_expect_line(f,
                        "state:brazil cooperates_with state:chile affirmed 1.000 by by-hand + by hand: A. Analyst in");
    int64_t rejected = do_edit(f, of_relation(ENT_EDIT_REJECT, chile, ENT_COOPERATES_WITH, brazil));
    fixture_expect_no(f, "cooperates_with");
    int64_t none = do_edit(f, of_entity(ENT_EDIT_REJECT, chile, "", ""));
    fixture_expect_no(f, "chile");
    expect_log(f, "confirm reject reject ");
    undo(f, none);
    undo(f, rejected);
    undo(f, confirmed);
    ent_edit piece = of_relation(ENT_EDIT_REJECT, chile, ENT_SUPPORTS, treaty);
    piece.document = ENT_STR("meeting");
    piece.quote = ENT_STR("Chile supports the Treaty, said one panellist.");
    int64_t one = do_edit(f, piece);
    fixture_expect_no(f, "chile supports");
    undo(f, one);
    piece.quote = ENT_STR("Something else.");
    do_edit(f, piece);
    assert_string_equal(fixture_say_all(f), before);
    expect_log(f, "confirm undone reject undone reject undone reject undone reject waits ");
}

static ent_edit added(const char *quote)
{
    ent_edit edit = of_relation(ENT_EDIT_ADD_RELATION, brazil, ENT_OPPOSES, treaty);
    edit.document = ENT_STR("meeting");
    edit.quote = ent_str_from(quote);
    edit.speaker = ENT_STR("one \"panellist\"");
    edit.count = 3;
    edit.line = 3;
    return edit;
}

static void test_added_relation(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    const char *before = fixture_say_all(f);
    int64_t id = do_edit(f, added("the Treaty"));
    fixture_expect_line(f,
                        "state:brazil opposes instrument:treaty affirmed 1.000 by by hand in meeting:3 'the Treaty'\n");
    int64_t merged = do_edit(f, of_entity(ENT_EDIT_MERGE, brazil, chile, ""));
    fixture_expect_line(f,
                        "state:chile opposes instrument:treaty affirmed 1.000 by by hand in meeting:3 'the Treaty'\n");
    int64_t rejected = do_edit(f, of_relation(ENT_EDIT_REJECT, brazil, ENT_OPPOSES, treaty));
    fixture_expect_no(f, "opposes");
    undo(f, rejected);
    undo(f, merged);
    undo(f, id);
    assert_string_equal(fixture_say_all(f), before);
    do_edit(f, added("no such words"));
    assert_string_equal(fixture_say_all(f), before);
    expect_log(f, "add-relation undone merge undone reject undone add-relation waits ");
}

/* A document that names Brazil, and says what the first says too. */
static ent_facts make_second(fixture *f, const char *text)
{
    ent_facts facts = fixture_facts(f, "second.txt", text);
    uint32_t b = fixture_entity(f, &facts, brazil, "Brazil", ""), t = fixture_entity(f, &facts, treaty, "Treaty", ""),
             c = fixture_entity(f, &facts, chile, "Chile", ""), p = fixture_entity(f, &facts, "state:peru", "Peru", "");
    fixture_mention(f, &facts, b, "Brazil");
    fixture_mention(f, &facts, b, "Chile"); /* two at one place */
    fixture_mention(f, &facts, c, "Chile");
    fixture_mention(f, &facts, t, "Treaty");
    fixture_mention(f, &facts, p, "Peru");
    fixture_relate(f, &facts, ENT_SUPPORTS, b, t, 0);
    fixture_relate(f, &facts, ENT_SUPPORTS, c, t, 0)->confidence = 0.5f; /* the same words twice, when they are one */
    fixture_relate(f, &facts, ENT_SUPPORTS, p, t, 0);
    return facts;
}

static const char *const second_text = "Brazil, Chile and Peru support the Treaty.\nPeru does.";

static void make_all_edits(fixture *f)
{
    do_edit(f, of_entity(ENT_EDIT_MERGE, brazil, chile, ""));
    do_edit(f, of_entity(ENT_EDIT_RETYPE, treaty, "proposal:treaty", ""));
    do_edit(f, of_entity(ENT_EDIT_RENAME, chile, "", "Chili"));
    do_edit(f, of_relation(ENT_EDIT_CONFIRM, chile, ENT_SUPPORTS, treaty));
    do_edit(f, of_relation(ENT_EDIT_REJECT, "state:peru", ENT_SUPPORTS, "proposal:treaty"));
    do_edit(f, added("the Treaty"));
}

/* Edits first, documents later, or the other way round, and a document stored anew: all the same. */
static void test_survives_imports(void **state)
{
    fixture *f = *state;
    ent_facts first = add_meeting(f, "meeting.txt"), second = make_second(f, second_text);
    fixture_add(f, &second);
    const char *before = fixture_say_all(f);
    make_all_edits(f);
    const char *after = fixture_say_all(f);
    fixture_expect_line(f, "state:chile supports proposal:treaty affirmed 1.000 by by-hand + by hand in second:1");
    fixture_expect_no(f, "state:peru supports");
    expect_log(f, "merge retype rename confirm reject add-relation ");
    assert_int_equal(fixture_add(f, &second).status, ENT_DOCUMENT_UNCHANGED);
    assert_string_equal(fixture_say_all(f), after);
    ent_facts nothing = fixture_facts(f, "second.txt", "Nothing."), other = fixture_facts(f, "meeting.txt", "Chile.");
    assert_int_equal(fixture_add(f, &nothing).status, ENT_DOCUMENT_UPDATED);
    assert_int_equal(fixture_add(f, &other).status, ENT_DOCUMENT_UPDATED);
    expect_log(f, "merge waits retype waits rename waits confirm waits reject waits add-relation waits ");
    assert_int_equal(fixture_count(f).entities, 0);
    fixture_add(f, &first);
    fixture_expect_line(f, "state:chile opposes proposal:treaty affirmed 1.000 by by hand in meeting:3");
    fixture_add(f, &second);
    assert_string_equal(fixture_say_all(f), after);
    for (int64_t id = 1; id <= 6; id++)
        undo(f, id);
    assert_string_equal(fixture_say_all(f), before);
}

static void test_rendering_is_compared_with_what_was_read(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    ent_edit piece = of_relation(ENT_EDIT_REJECT, chile, ENT_SUPPORTS, treaty);
    piece.document = ENT_STR("meeting");
    do_edit(f, piece);
    do_edit(f, of_entity(ENT_EDIT_MERGE, brazil, chile, ""));
    const char *before = fixture_say_all(f);
    fixture_add(f, &(ent_facts){.path = ENT_STR("x"),
                                .format = ENT_STR_EMPTY,
                                .title = ENT_STR_EMPTY,
                                .date = ENT_STR_EMPTY,
                                .text = ENT_STR_EMPTY});
    assert_string_equal(fixture_say_all(f), before);
    ent_facts copy = fixture_meeting(f, "copy.txt", fixture_meeting_text);
    assert_int_equal(fixture_add(f, &copy).status, ENT_DOCUMENT_RENDERING);
    fixture_expect_no(f, "chile supports instrument:treaty affirmed");
    fixture_expect_no(f, "in copy");
}

static void swap(ent_edit *a, ent_edit *b)
{
    ent_edit c = *a;
    *a = *b;
    *b = c;
}

/* Makes the edits in every order and compares what comes out. */
static void permute(fixture *f, ent_edit *edits, size_t n, size_t fixed, const char *before, const char **after)
{
    for (size_t i = fixed; fixed < n && i < n; i++) {
        swap(&edits[fixed], &edits[i]);
        permute(f, edits, n, fixed + 1, before, after);
        swap(&edits[fixed], &edits[i]);
    }
    if (fixed < n)
        return;
    int64_t ids[8];
    for (size_t i = 0; i < n; i++)
        ids[i] = do_edit(f, edits[i]);
    if (*after)
        assert_string_equal(fixture_say(f), *after);
    *after = fixture_say(f);
    for (size_t i = 0; i < n; i++)
        undo(f, ids[(i * 3) % n]);
    assert_string_equal(fixture_say(f), before);
}

static void test_order_does_not_matter(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    ent_facts second = make_second(f, second_text);
    fixture_add(f, &second);
    ent_edit edits[] = {of_entity(ENT_EDIT_MERGE, brazil, chile, ""),
                        of_entity(ENT_EDIT_RETYPE, treaty, "proposal:treaty", ""),
                        of_entity(ENT_EDIT_RENAME, forum, "", "the CD"),
                        of_relation(ENT_EDIT_CONFIRM, chile, ENT_SUPPORTS, treaty), added("the Treaty")};
    const char *after = NULL;
    permute(f, edits, 5, 0, fixture_say_all(f), &after);
    ent_edit more[] = {of_entity(ENT_EDIT_MERGE, "state:peru", chile, ""), of_entity(ENT_EDIT_MERGE, brazil, chile, ""),
                       of_entity(ENT_EDIT_RENAME, treaty, "", "PTT"), of_entity(ENT_EDIT_ALIAS_ADD, brazil, "", "BR")};
    after = NULL;
    permute(f, more, 4, 0, fixture_say_all(f), &after);
    fixture_expect_whole(f);
}

static void test_what_edits_left_is_checked(void **state)
{
    fixture *f = *state;
    add_meeting(f, "meeting.txt");
    do_edit(f, of_entity(ENT_EDIT_MERGE, brazil, chile, ""));
    do_edit(f, added("the Treaty"));
    fixture_execute(f, "DELETE FROM mention WHERE begin = 99 AND entity = (SELECT id FROM entity WHERE key = "
                       "'state:chile'); UPDATE edit SET undone = 1 WHERE id = 2");
    fixture_reopen(f, ENT_STORE_READ);
    lines out = {.f = f};
    bool whole;
    assert_int_equal(ent_store_check(f->store, lines_put_check, &out, &whole, &f->err), ENT_OK);
    assert_non_null(strstr(out.text, "edits: a mention of state:brazil in passage 3 is not shown as the edits have it\n"
                                     "edits: edit 2 is undone, and the evidence it added is there\n"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_merge),
        TEST(test_circles),
        TEST(test_names),
        TEST(test_retype),
        TEST(test_reject_and_confirm),
        TEST(test_added_relation),
        TEST(test_survives_imports),
        TEST(test_rendering_is_compared_with_what_was_read),
        TEST(test_order_does_not_matter),
        TEST(test_what_edits_left_is_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
