/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/store_fixture.h"

#include "core/base/os.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

const char *const fixture_meeting_text =
    "The Conference on Disarmament discussed due regard.\n"
    "Chile supports the Treaty, said one panellist.\n"
    "Brésil does not support the Treaty; Chile cooperates with Brésil in the Conference on Disarmament.";

ent_facts fixture_facts(fixture *f, const char *path, const char *text)
{
    ent_facts facts = {.path = ent_str_from(path),
                       .format = ENT_STR("text"),
                       .title = ENT_STR("A meeting"),
                       .date = ENT_STR("2023-09-01"),
                       .hash = ent_str_hash(ent_str_from(text)),
                       .text = ent_str_from(text)};
    ent_str rest = facts.text, line;
    for (uint32_t n = 1; ent_str_split(&rest, ENT_STR("\n"), &line); n++) {
        size_t begin = (size_t)(line.data - text);
        ent_vec_push(
            &f->arena, &facts.passages,
            (ent_fact_passage){begin, begin + line.len, n, 0, n > 1 ? ENT_STR("Panel › Talks") : ENT_STR_EMPTY});
        ent_vec_push(&f->arena, &facts.origins, (ent_origin){begin, begin * 2, n});
    }
    return facts;
}

uint32_t fixture_entity(fixture *f, ent_facts *facts, const char *key, const char *name, const char *aliases)
{
    for (uint32_t i = 0; i < facts->entities.n; i++)
        if (ent_str_eq(facts->entities.items[i].key, ent_str_from(key)))
            return i;
    ent_fact_entity e = {.key = ent_str_from(key),
                         .name = ent_str_from(name),
                         .aliases = ent_str_from(aliases),
                         .attributes = ENT_STR_EMPTY};
    size_t colon = ent_str_find(e.key, ENT_STR(":"), 0);
    assert_true(ent_kind_find(ent_str_slice(e.key, 0, colon), &e.kind));
    ent_vec_push(&f->arena, &facts->entities, e);
    return (uint32_t)facts->entities.n - 1;
}

void fixture_mention(fixture *f, ent_facts *facts, uint32_t entity_at, const char *words)
{
    for (uint32_t p = 0; p < facts->passages.n; p++) {
        size_t at = ent_str_find(facts->text, ent_str_from(words), facts->passages.items[p].begin);
        if (at != ENT_STR_NONE && at < facts->passages.items[p].end)
            ent_vec_push(&f->arena, &facts->mentions, (ent_fact_mention){entity_at, p, at, at + strlen(words), 0.9f});
    }
}

ent_fact_relation *fixture_relate(fixture *f, ent_facts *facts, ent_relation_type type, uint32_t source,
                                  uint32_t target, uint32_t passage)
{
    const ent_fact_passage *p = &facts->passages.items[passage];
    ent_vec_push(&f->arena, &facts->relations,
                 (ent_fact_relation){.type = type,
                                     .source = source,
                                     .target = target,
                                     .passage = passage,
                                     .begin = p->begin,
                                     .end = p->end,
                                     .rule = ENT_STR("by-hand"),
                                     .confidence = 0.9f,
                                     .speaker = ENT_STR_EMPTY,
                                     .holder = ENT_STR_EMPTY,
                                     .role = ENT_STR_EMPTY,
                                     .from = ENT_STR_EMPTY,
                                     .to = ENT_STR_EMPTY});
    return &facts->relations.items[facts->relations.n - 1];
}

ent_facts fixture_meeting(fixture *f, const char *path, const char *text)
{
    ent_facts facts = fixture_facts(f, path, text);
    uint32_t forum = fixture_entity(f, &facts, "forum:conference-on-disarmament", "Conference on Disarmament", "CD");
    uint32_t chile = fixture_entity(f, &facts, "state:chile", "Chile", "Republic of Chile");
    uint32_t brazil = fixture_entity(f, &facts, "state:brazil", "Brazil", "Brésil | Federative Republic of Brazil");
    uint32_t treaty = fixture_entity(f, &facts, "instrument:treaty", "the Treaty", "Treaty");
    uint32_t topic = fixture_entity(f, &facts, "topic:due-regard", "due regard", "");
    fixture_mention(f, &facts, forum, "Conference on Disarmament");
    fixture_mention(f, &facts, chile, "Chile");
    fixture_mention(f, &facts, brazil, "Brésil");
    fixture_mention(f, &facts, treaty, "Treaty");
    fixture_mention(f, &facts, topic, "due regard");
    fixture_relate(f, &facts, ENT_DISCUSSES, forum, topic, 0);
    fixture_relate(f, &facts, ENT_SUPPORTS, chile, treaty, 1)->speaker = ENT_STR("one panellist");
    fixture_relate(f, &facts, ENT_SUPPORTS, brazil, treaty, 2)->polarity = ENT_NEGATED;
    fixture_relate(f, &facts, ENT_COOPERATES_WITH, chile, brazil, 2);
    return facts;
}

ent_store_result fixture_add(fixture *f, const ent_facts *facts)
{
    ent_store_result result;
    if (ent_store_add(f->store, facts, &result, &f->err) || ent_store_commit(f->store, &f->err))
        fail_msg("%s: %s", f->err.what, f->err.why);
    return result;
}

void fixture_reopen(fixture *f, ent_store_mode mode)
{
    ent_store_close(f->store);
    if (ent_store_open(f->path, mode, &f->store, &f->err) != ENT_OK)
        fail_msg("%s: %s", f->err.what, f->err.why);
}

int fixture_set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    strcpy(f->folder, "/tmp/ent-store-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/test.db", f->folder);
    fixture_reopen(f, ENT_STORE_CREATE);
    *state = f;
    return 0;
}

int fixture_tear_down(void **state)
{
    fixture *f = *state;
    ent_store_close(f->store);
    ent_str_vec files = {0}, unread = {0};
    ent_os_list_files(&f->arena, f->folder, &files, &unread, NULL);
    for (size_t i = 0; i < files.n; i++)
        unlink(files.items[i].data);
    rmdir(f->folder);
    ent_arena_clear(&f->arena);
    free(f);
    return 0;
}

/* ---- what readers hand out, as lines of text --------------------------------------------------------------------- */

bool lines_put(lines *out, const char *format, ...)
{
    size_t used = strlen(out->text);
    va_list args;
    va_start(args, format);
    vsnprintf(out->text + used, sizeof out->text - used, format, args);
    va_end(args);
    out->n++;
    return true;
}

static const char *key_of(fixture *f, ent_entity_id id)
{
    ent_entity_row row;
    assert_int_equal(ent_store_get_entity(f->store, &f->arena, id, &row, &f->err), ENT_OK);
    return row.key.data;
}

bool lines_put_document(void *context, const ent_document_row *row)
{
    return lines_put(context, ENT_STR_FMT " of " ENT_STR_FMT " %d/%d/%d\n", ENT_STR_ARG(row->key),
                     ENT_STR_ARG(row->work), (int)row->passages, (int)row->mentions, (int)row->relations);
}

bool lines_put_entity(void *context, const ent_entity_row *row)
{
    return lines_put(context, ENT_STR_FMT " " ENT_STR_FMT " %d\n", ENT_STR_ARG(row->key), ENT_STR_ARG(row->name),
                     (int)row->mentions);
}

bool lines_put_edge(void *context, const ent_edge_row *row)
{
    lines *out = context;
    return lines_put(out, "%s %s %s %d\n", key_of(out->f, row->source), ent_relation_name(row->type),
                     key_of(out->f, row->target), (int)row->evidence);
}

bool lines_put_passage(void *context, const ent_passage_row *row)
{
    return lines_put(context, ENT_STR_FMT ":%u " ENT_STR_FMT "\n", ENT_STR_ARG(row->document), row->line,
                     ENT_STR_ARG(row->text));
}

void fixture_expect_edges(fixture *f, const ent_selection *selection, const char *expected)
{
    lines out = {.f = f};
    assert_int_equal(ent_store_each_edge(f->store, selection, lines_put_edge, &out, &f->err), ENT_OK);
    assert_string_equal(out.text, expected);
}

void fixture_expect_found(fixture *f, const char *words, const char *expected)
{
    lines out = {.f = f};
    assert_int_equal(ent_store_search(f->store, ent_str_from(words), 10, lines_put_passage, &out, &f->err), ENT_OK);
    assert_string_equal(out.text, expected);
}

ent_entity_row fixture_find(fixture *f, const char *key)
{
    ent_entity_row row = {0};
    bool found;
    assert_int_equal(ent_store_find_key(f->store, &f->arena, ent_str_from(key), &row, &found, &f->err), ENT_OK);
    return row;
}

ent_store_counts fixture_count(fixture *f)
{
    ent_store_counts counts;
    assert_int_equal(ent_store_count(f->store, &counts, &f->err), ENT_OK);
    return counts;
}

void lines_put_check(void *context, const ent_check_row *row)
{
    if (!row->ok)
        lines_put(context, ENT_STR_FMT ": " ENT_STR_FMT "\n", ENT_STR_ARG(row->check), ENT_STR_ARG(row->detail));
}

void fixture_expect_whole(fixture *f)
{
    lines out = {.f = f};
    bool whole;
    assert_int_equal(ent_store_check(f->store, lines_put_check, &out, &whole, &f->err), ENT_OK);
    assert_string_equal(out.text, "");
    assert_true(whole);
}

void fixture_execute(fixture *f, const char *sql)
{
    ent_store_close(f->store);
    f->store = NULL;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}
