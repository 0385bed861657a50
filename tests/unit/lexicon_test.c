/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/os.h"
#include "importers/extract/gazetteer/csv.h"
#include "importers/extract/gazetteer/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- support ----------------------------------------------------------------------------------------------------- */

#define HEADER "key,kind,name,aliases,attributes\n"

typedef struct loaded {
    ent_vocabulary vocabulary;
    ent_lexicon *lexicon;
    ent_status status;
    ent_error err;
    char faults[1024]; /* "line: message" each */
} loaded;

static void note_fault(void *context, ent_spot spot, const char *message)
{
    loaded *l = context;
    size_t n = strlen(l->faults);
    snprintf(l->faults + n, sizeof l->faults - n, "%u: %s\n", spot.line, message);
}

/* Loads one table, or two as two folders. */
static void load(loaded *l, const char *first, const char *second)
{
    char folders[2][64] = {"/tmp/lexicon-test-XXXXXX", "/tmp/lexicon-test-XXXXXX"};
    const char *names[2] = {folders[0], folders[1]}, *texts[2] = {first, second};
    size_t n = second ? 2 : 1;
    *l = (loaded){0};
    ent_vocabulary_init(&l->vocabulary);
    char path[160];
    for (size_t i = 0; i < n; i++) {
        assert_non_null(mkdtemp(folders[i]));
        snprintf(path, sizeof path, "%s/names.csv", folders[i]);
        assert_int_equal(ent_os_write_file(path, ent_str_from(texts[i]), NULL), ENT_OK);
    }
    l->status = ent_lexicon_load(names, n, &l->vocabulary, note_fault, l, &l->lexicon, &l->err);
    for (size_t i = 0; i < n; i++) {
        snprintf(path, sizeof path, "%s/names.csv", folders[i]);
        unlink(path);
        rmdir(folders[i]);
    }
}

static void unload(loaded *l)
{
    ent_lexicon_free(l->lexicon);
    ent_vocabulary_clear(&l->vocabulary);
}

static void expect_fault(const char *rows, const char *fault)
{
    char text[1024];
    snprintf(text, sizeof text, "%s%s", HEADER, rows);
    loaded l;
    load(&l, text, NULL);
    assert_int_equal(l.status, ENT_FAILED);
    if (!strstr(l.faults, fault))
        fail_msg("\"%s\" is not among the faults:\n%s", fault, l.faults);
    unload(&l);
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

static void csv_reads_quotes_and_line_ends(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_csv csv = ent_csv_over(ENT_STR("\xEF\xBB\xBF"
                                       "a,\"b, \"\"c\"\"\",\r\n\n\"two\nlines\",d\n"));
    ent_csv_record row = {0};
    assert_true(ent_csv_next(&arena, &csv, &row));
    assert_int_equal(row.fields.n, 3);
    assert_true(ent_str_eq(row.fields.items[0], ENT_STR("a")));
    assert_true(ent_str_eq(row.fields.items[1], ENT_STR("b, \"c\"")));
    assert_int_equal(row.fields.items[2].len, 0);
    assert_true(ent_csv_next(&arena, &csv, &row));
    assert_int_equal(row.line, 3);
    assert_true(ent_str_eq(row.fields.items[0], ENT_STR("two\nlines")));
    assert_false(ent_csv_next(&arena, &csv, &row));
    ent_arena_clear(&arena);
}

static void csv_reports_faults_and_goes_on(void **state)
{
    (void)state;
    ent_arena arena = {0};
    ent_csv csv = ent_csv_over(ENT_STR("a\"b,c\n\"d\"e,f\nx,y\n\"open"));
    ent_csv_record row = {0};
    assert_true(ent_csv_next(&arena, &csv, &row) && row.fault);
    assert_true(ent_csv_next(&arena, &csv, &row) && row.fault);
    assert_true(ent_csv_next(&arena, &csv, &row) && !row.fault && row.line == 3);
    assert_true(ent_csv_next(&arena, &csv, &row) && row.fault);
    assert_false(ent_csv_next(&arena, &csv, &row));
    ent_arena_clear(&arena);
}

/* ---- the lexicon ------------------------------------------------------------------------------------------------- */

static void rows_become_entries(void **state)
{
    (void)state;
    loaded l;
    load(&l,
         HEADER "forum:widget-group,forum,Widget Group,WG [context] | Group on Widgets,\"opened=2020; "
                "context=widgets,7/12; closed=2022\"\n",
         NULL);
    assert_int_equal(l.status, ENT_OK);
    uint32_t entry = ent_lexicon_find(l.lexicon, ENT_STR("forum:widget-group"));
    const ent_lexicon_entry *e = ent_lexicon_entry_at(l.lexicon, entry);
    assert_true(ent_str_eq(e->aliases, ENT_STR("Group on Widgets | WG")));
    assert_true(ent_str_eq(e->attributes, ENT_STR("opened=2020; closed=2022")));
    assert_true(ent_str_eq(e->context, ENT_STR("widgets,7/12")));
    assert_int_equal(ent_lexicon_find_name(l.lexicon, &l.vocabulary, ENT_FORUM, ENT_STR("group on widgets")), entry);
    assert_int_equal(ent_lexicon_find_name(l.lexicon, &l.vocabulary, ENT_STATE, ENT_STR("group on widgets")),
                     UINT32_MAX);
    unload(&l);
}

static void later_folders_override(void **state)
{
    (void)state;
    loaded l;
    load(&l, HEADER "state:aland,state,Aland,Alandia,\nstate:bland,state,Bland,,\n",
         HEADER "state:aland,state,New Aland,,\n");
    assert_int_equal(l.status, ENT_OK);
    assert_int_equal(ent_lexicon_count(l.lexicon), 2);
    uint32_t entry = ent_lexicon_find(l.lexicon, ENT_STR("state:aland"));
    assert_true(ent_str_eq(ent_lexicon_entry_at(l.lexicon, entry)->name, ENT_STR("New Aland")));
    assert_int_equal(ent_lexicon_find_name(l.lexicon, &l.vocabulary, ENT_STATE, ENT_STR("Alandia")), UINT32_MAX);
    unload(&l);
}

static void faults_name_the_line(void **state)
{
    (void)state;
    expect_fault("state:aland,state,Aland,,\nplanet:mars,planet,Mars,,\n", "3: the kind is none of");
    expect_fault("state:A_land,state,Aland,,\n", "2: the key must be");
    expect_fault("forum:aland,state,Aland,,\n", "2: the key begins with another kind");
    expect_fault("state:aland,state,,,\n", "2: the name is empty");
    expect_fault("state:aland,state\n", "2: the row has fewer fields");
    expect_fault("state:aland,state,Aland,,\nstate:aland,state,Aland,,\n", "3: the key stands in this file twice");
    expect_fault("state:aland,state,Aland,AL [shout],\n", "2: an alias has an unknown mark");
    expect_fault("state:aland,state,Aland,The Land,\nstate:bland,state,Bland,Land,\n",
                 "3: \"Land\" also names state:aland");
    expect_fault("state:aland,state,\"Aland,,\n", "never closed");
}

static void shared_aliases_are_allowed_where_marked(void **state)
{
    (void)state;
    loaded l;
    load(&l,
         HEADER "forum:a,forum,Group A,GG [context],context=apples\nforum:b,forum,Group B,GG [context] | it [case],\n"
                "organization:c,organization,Body C,IT [case],\n",
         NULL);
    assert_string_equal(l.faults, "");
    assert_int_equal(l.status, ENT_OK);
    unload(&l);
}

static void a_table_needs_its_header(void **state)
{
    (void)state;
    loaded l;
    load(&l, "key,name\nstate:aland,Aland\n", NULL);
    assert_int_equal(l.status, ENT_FAILED);
    assert_non_null(strstr(l.faults, "1: the first line must name the columns"));
    unload(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_reads_quotes_and_line_ends),
        cmocka_unit_test(csv_reports_faults_and_goes_on),
        cmocka_unit_test(rows_become_entries),
        cmocka_unit_test(later_folders_override),
        cmocka_unit_test(faults_name_the_line),
        cmocka_unit_test(shared_aliases_are_allowed_where_marked),
        cmocka_unit_test(a_table_needs_its_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
