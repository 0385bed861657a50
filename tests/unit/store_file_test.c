/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/store_fixture.h"

#include "core/base/os.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void test_one_file_after_closing(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    fixture_reopen(f, ENT_STORE_READ);
    ent_str_vec files = {0}, unread = {0};
    ent_os_list_files(&f->arena, f->folder, &files, &unread, &f->err);
    assert_int_equal(files.n, 1);
    ent_store_result result;
    assert_int_equal(ent_store_add(f->store, &facts, &result, &f->err), ENT_FAILED);
    assert_non_null(strstr(f->err.why, "reading only"));
}

static void expect_refused(fixture *f, ent_store_mode mode, const char *why)
{
    ent_store *store;
    assert_int_equal(ent_store_open(f->path, mode, &store, &f->err), ENT_FAILED);
    assert_string_equal(f->err.what, f->path);
    assert_non_null(strstr(f->err.why, why));
    assert_null(store);
}

static void test_files_that_are_not_ours(void **state)
{
    fixture *f = *state;
    fixture_execute(f, "PRAGMA user_version = 99");
    expect_refused(f, ENT_STORE_WRITE, "newer entente");
    fixture_execute(f, "PRAGMA application_id = 1");
    expect_refused(f, ENT_STORE_CREATE, "is not an entente database");
    ent_str words = ENT_STR("This is a letter, and not a database at all.");
    assert_int_equal(ent_os_write_file(f->path, words, &f->err), ENT_OK);
    expect_refused(f, ENT_STORE_CREATE, "is not an entente database");
    expect_refused(f, ENT_STORE_READ, "is not an entente database");
    ent_str now;
    assert_int_equal(ent_os_read_file(&f->arena, f->path, 1000, &now, &f->err), ENT_OK);
    assert_true(ent_str_eq(now, words));
    unlink(f->path);
    expect_refused(f, ENT_STORE_READ, "no such database");
    expect_refused(f, ENT_STORE_WRITE, "no such database");
    assert_false(ent_os_exists(f->path));
}

static void test_migration(void **state)
{
    fixture *f = *state;
    ent_store_close(f->store);
    f->store = NULL;
    unlink(f->path);
    ent_str sql;
    assert_int_equal(ent_os_read_file(&f->arena, ENT_TEST_CASES "/schema-1.sql", 1 << 20, &sql, &f->err), ENT_OK);
    fixture_execute(f, sql.data);
    assert_int_equal(ent_store_open(f->path, ENT_STORE_READ, &f->store, &f->err), ENT_FAILED);
    assert_non_null(strstr(f->err.why, "older entente (schema 1"));
    fixture_reopen(f, ENT_STORE_WRITE);
    fixture_expect_whole(f);
    assert_int_equal(fixture_count(f).evidence, 4);
    fixture_reopen(f, ENT_STORE_READ);
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    uint64_t hash;
    bool found;
    assert_int_equal(ent_store_find_hash(f->store, facts.path, &hash, &found, &f->err), ENT_OK);
    assert_true(found && hash == facts.hash);
}

static void test_tampering_is_found(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    fixture_execute(f, "UPDATE document SET text = replace(text, 'discussed', 'disgusted')");
    fixture_reopen(f, ENT_STORE_READ);
    lines out = {.f = f};
    bool whole;
    assert_int_equal(ent_store_check(f->store, lines_put_check, &out, &whole, &f->err), ENT_OK);
    assert_false(whole);
    assert_string_equal(out.text, "quotes: forum:conference-on-disarmament discusses topic:due-regard: evidence 1 "
                                  "(meeting, line 1) is no longer what the text says\n");
}

static void test_damage_is_found(void **state)
{
    fixture *f = *state;
    ent_facts facts = fixture_meeting(f, "meeting.txt", fixture_meeting_text);
    fixture_add(f, &facts);
    fixture_execute(f, "UPDATE relation SET affirmed = 7 WHERE id = 1; DELETE FROM passage_fts_docsize WHERE id = 2;"
                       "UPDATE entity SET kind = 8 WHERE key = 'state:chile'; DROP INDEX evidence_by_document");
    fixture_reopen(f, ENT_STORE_READ);
    lines out = {.f = f};
    bool whole;
    assert_int_equal(ent_store_check(f->store, lines_put_check, &out, &whole, &f->err), ENT_OK);
    assert_false(whole);
    assert_non_null(strstr(out.text, "schema: missing: index evidence_by_document"));
    assert_non_null(strstr(out.text, "ends: relation 2, state:chile supports instrument:treaty, is not allowed"));
    assert_non_null(strstr(out.text, "counts: relation 1 counts 7 affirmed, 0 negated"));
    assert_non_null(strstr(out.text, "full text: passage 2 is not indexed"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_one_file_after_closing), TEST(test_files_that_are_not_ours), TEST(test_migration),
        TEST(test_tampering_is_found),     TEST(test_damage_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
