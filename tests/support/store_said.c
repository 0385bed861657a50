/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/store_fixture.h"

#include "core/base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

typedef struct dump {
    fixture *f;
    ent_buf text;
} dump;

static bool dump_alias(void *context, ent_entity_id entity, ent_str alias, ent_str folded)
{
    dump *d = context;
    (void)entity;
    ent_buf_format(&d->text, " | " ENT_STR_FMT "=" ENT_STR_FMT, ENT_STR_ARG(folded), ENT_STR_ARG(alias));
    return true;
}

static bool dump_entity(void *context, const ent_entity_row *row)
{
    dump *d = context;
    ent_buf_format(&d->text, ENT_STR_FMT " %s '" ENT_STR_FMT "' {" ENT_STR_FMT "} %d", ENT_STR_ARG(row->key),
                   ent_kind_name(row->kind), ENT_STR_ARG(row->name), ENT_STR_ARG(row->attributes), (int)row->mentions);
    assert_int_equal(ent_store_each_alias(d->f->store, row->id, dump_alias, d, &d->f->err), ENT_OK);
    ent_buf_add_char(&d->text, '\n');
    return true;
}

static bool dump_evidence(void *context, const ent_evidence_row *row)
{
    dump *d = context;
    ent_buf_format(&d->text,
                   ENT_STR_FMT " %s " ENT_STR_FMT " %s %.3f by " ENT_STR_FMT " in " ENT_STR_FMT ":%u '" ENT_STR_FMT
                               "'\n",
                   ENT_STR_ARG(row->source), ent_relation_name(row->type), ENT_STR_ARG(row->target),
                   ent_polarity_name(row->polarity), row->confidence, ENT_STR_ARG(row->rule),
                   ENT_STR_ARG(row->document), row->line, ENT_STR_ARG(row->quote));
    return true;
}

const char *fixture_say(fixture *f)
{
    dump d = {.f = f};
    ent_selection all = ent_selection_all();
    lines edges = {.f = f};
    assert_int_equal(ent_store_each_entity(f->store, ENT_KINDS_ALL, dump_entity, &d, &f->err), ENT_OK);
    assert_int_equal(
        ent_store_each_evidence(f->store, &all, (ent_entity_id){0}, (ent_entity_id){0}, dump_evidence, &d, &f->err),
        ENT_OK);
    all.types = ENT_RELATION_BIT(ENT_MENTIONED_WITH);
    assert_int_equal(ent_store_each_edge(f->store, &all, lines_put_edge, &edges, &f->err), ENT_OK);
    ent_buf_add(&d.text, ent_str_from(edges.text));
    const char *text = ent_arena_str(&f->arena, ent_buf_str(&d.text)).data;
    ent_buf_clear(&d.text);
    return text;
}

const char *fixture_say_all(fixture *f)
{
    fixture_expect_whole(f);
    return fixture_say(f);
}

void fixture_expect_line(fixture *f, const char *line)
{
    const char *all = fixture_say_all(f);
    if (!strstr(all, line))
        fail_msg("no '%s' in:\n%s", line, all);
}

void fixture_expect_no(fixture *f, const char *words)
{
    const char *all = fixture_say_all(f);
    if (strstr(all, words))
        fail_msg("'%s' stands in:\n%s", words, all);
}
