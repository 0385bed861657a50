/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/page.h"

#include "core/base/buf.h"
#include "core/model/key.h"
#include "importers/extract/knowledge.h"
#include "importers/extract/layout/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct span {
    size_t begin, end;
    ent_kind kind;
    bool self, nested;
} span;

typedef struct trial {
    ent_arena arena;
    const ent_knowledge *knowledge;
    ent_buf text;
    ent_document document;
    ENT_VEC(span) spans;
    ent_segments segments;
    ent_mentions mentions;
    ent_subjects subjects;
    ent_facts facts;
} trial;

int page_set_up(void **state)
{
    ent_error err = {0};
    ent_knowledge *knowledge = NULL;
    ent_status status = ent_knowledge_load(NULL, NULL, NULL, &knowledge, &err);
    if (status)
        print_error("%s: %s\n", err.what, err.why);
    *state = knowledge;
    return status;
}

int page_tear_down(void **state)
{
    ent_knowledge_free(*state);
    return 0;
}

static ent_kind kind_of(char letter)
{
    static const char letters[] = "SBOPFEIRT"; /* in the order of the kinds */
    const char *at = strchr(letters, letter);
    assert_non_null(at);
    return (ent_kind)(at - letters);
}

/* Adds the line's words, without the marks, and notes where the marked ones stand. */
static void add_words(trial *t, ent_str line)
{
    size_t open[4], depth = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == '<') {
            bool self = line.data[i + 2] == '*';
            ent_vec_push(&t->arena, &t->spans, (span){t->text.len, 0, kind_of(line.data[i + 1]), self, depth > 0});
            open[depth++] = t->spans.n - 1;
            i += self ? 3 : 2;
        } else if (line.data[i] == '>') {
            t->spans.items[open[--depth]].end = t->text.len;
        } else if (line.data[i] == '|') {
            ent_buf_add_char(&t->text, '\t');
        } else {
            ent_buf_add_char(&t->text, line.data[i]);
        }
    }
}

static void add_section(trial *t, ent_str title, uint8_t level)
{
    uint32_t parent = (uint32_t)t->document.sections.n - 1;
    while (parent > 0 && t->document.sections.items[parent].level >= level)
        parent = t->document.sections.items[parent].parent;
    ent_vec_push(&t->arena, &t->document.sections, (ent_section){title, level, parent, title});
}

static void add_block(trial *t, ent_str line)
{
    ent_block block = {.kind = ENT_BLOCK_PARAGRAPH, .line = 1};
    size_t mark = 0;
    if (ent_str_starts(line, ENT_STR("# ")) || ent_str_starts(line, ENT_STR("## "))) {
        block.kind = ENT_BLOCK_HEADING;
        block.level = line.data[1] == '#' ? 2 : 1;
        mark = block.level + 1u;
        add_section(t, ent_str_slice(line, mark, line.len), block.level);
    } else if (ent_str_starts(line, ENT_STR("- ")) || ent_str_starts(line, ENT_STR("| "))) {
        block.kind = line.data[0] == '-' ? ENT_BLOCK_ITEM : ENT_BLOCK_ROW;
        mark = 2;
    }
    block.section = (uint32_t)t->document.sections.n - 1;
    block.begin = t->text.len;
    add_words(t, ent_str_slice(line, mark, line.len));
    block.end = t->text.len;
    ent_buf_add_char(&t->text, '\n');
    ent_vec_push(&t->arena, &t->document.blocks, block);
}

static uint32_t token_from(const trial *t, size_t byte)
{
    uint32_t token = 0;
    while (token < t->segments.tokens.n && t->segments.tokens.items[token].begin < byte)
        token++;
    return token;
}

static void add_mention(trial *t, const span *s)
{
    ent_str name = ent_str_slice(t->document.text, s->begin, s->end);
    ent_mention m = {.first = token_from(t, s->begin), .last = token_from(t, s->end), .kind = s->kind, .confidence = 1};
    m.flags = s->nested ? ENT_MENTION_NESTED : 0;
    m.source =
        s->kind == ENT_INSTRUMENT && ent_str_find(name, ENT_STR("/"), 0) != ENT_STR_NONE ? ENT_BY_SYMBOL : ENT_BY_FORM;
    ent_str key = ent_key_make(&t->arena, s->kind, name);
    if (ent_str_eq(name, ENT_STR("Article II"))) /* as an article of the treaty named in the text is known */
        key = ENT_STR("instrument:widget-treaty-article-2");
    if (ent_str_eq(name, ENT_STR("fifth session"))) /* and a session of the forum */
        key = ENT_STR("event:widget-forum-session-5");
    m.entity = ent_mentions_entity(&t->arena, &t->mentions, s->kind, key, name, ENT_STR_EMPTY);
    while (t->segments.sentences.items[m.sentence].last <= m.first)
        m.sentence++;
    if (s->self)
        *(s->kind == ENT_EVENT ? &t->mentions.self_event : &t->mentions.self_instrument) = m.entity;
    ent_vec_push(&t->arena, &t->mentions.items, m);
}

static void read(trial *t, const ent_knowledge *knowledge, const char *text)
{
    ent_str rest = ent_str_from(text), line;
    *t = (trial){.knowledge = knowledge};
    t->mentions.self_event = t->mentions.self_instrument = ENT_UNRESOLVED;
    ent_vec_push(&t->arena, &t->document.sections, (ent_section){.title = ENT_STR_EMPTY, .path = ENT_STR_EMPTY});
    while (ent_str_split(&rest, ENT_STR("\n"), &line))
        if (line.len)
            add_block(t, line);
    t->document.text = ent_buf_str(&t->text);
    ent_segment(&t->arena, &knowledge->vocabulary, &t->document, &t->segments);
    for (size_t i = 0; i < t->spans.n; i++)
        add_mention(t, &t->spans.items[i]);
    size_t at = 0;
    for (uint32_t s = 0; s <= t->segments.sentences.n; s++) {
        while (at < t->mentions.items.n && t->mentions.items.items[at].sentence < s)
            at++;
        ent_vec_push(&t->arena, &t->mentions.sentence_first, (uint32_t)at);
    }
    ent_layout_mentions(&t->arena, knowledge, &t->segments, &t->mentions);
    ent_subjects_find(&t->arena, &t->segments, &t->mentions, &t->subjects);
    ent_layout(&t->arena, knowledge, &t->segments, &t->mentions, &t->subjects, &t->facts);
}

void page_expect(void **state, ent_relation_types types, const char *text, const char *expected)
{
    trial t;
    char found[4096] = "";
    read(&t, *state, text);
    for (size_t i = 0; i < t.facts.relations.n; i++) {
        const ent_fact_relation *r = &t.facts.relations.items[i];
        const ent_named *named = t.mentions.entities.items;
        assert_true(r->begin < r->end && r->end <= t.document.text.len && r->confidence > 0 && r->confidence <= 1);
        assert_true(ent_relation_allows(r->type, named[r->source].kind, named[r->target].kind));
        if (!(types & ENT_RELATION_BIT(r->type)))
            continue;
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s: %.*s > %.*s%s%.*s%s\n", ent_relation_name(r->type),
                 ENT_STR_ARG(named[r->source].name), ENT_STR_ARG(named[r->target].name), r->role.len ? " [" : "",
                 ENT_STR_ARG(r->role), r->role.len ? "]" : "");
        n = strlen(found);
        if (r->from.len)
            snprintf(found + n - 1, sizeof found - n, " from " ENT_STR_FMT "\n", ENT_STR_ARG(r->from));
    }
    assert_string_equal(found, expected);
    ent_buf_clear(&t.text);
    ent_arena_clear(&t.arena);
}
