/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database in a folder of its own, documents made by hand to put into it, and what its readers hand out as lines of
 * text. Every function fails the test when what it does fails. */
#ifndef ENT_TESTS_STORE_FIXTURE_H
#define ENT_TESTS_STORE_FIXTURE_H

#include "core/store/integrity.h"

typedef struct fixture {
    char folder[64], path[96];
    ent_arena arena;
    ent_store *store; /* NULL while closed */
    ent_error err;
} fixture;

/* For cmocka: a new database, opened; and all of it removed. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
/* Closes what is open and opens it again. */
void fixture_reopen(fixture *f, ent_store_mode mode);
/* Closes it, and runs SQL behind the store's back. */
void fixture_execute(fixture *f, const char *sql);

/* Three sentences, on a line each, and a document of them: five entities, eight mentions, four relations. Another text
 * of the same three lines may be given. */
extern const char *const fixture_meeting_text;
ent_facts fixture_meeting(fixture *f, const char *path, const char *text);
/* A document with a passage a line and nothing else; all but the first are in the section "Panel › Talks". */
ent_facts fixture_facts(fixture *f, const char *path, const char *text);
/* The entity with this key, added when it is new. */
uint32_t fixture_entity(fixture *f, ent_facts *facts, const char *key, const char *name, const char *aliases);
/* Mentions it where these words first stand in each passage. */
void fixture_mention(fixture *f, ent_facts *facts, uint32_t entity, const char *words);
/* A relation whose quote is the whole passage; to be changed until the next one. */
ent_fact_relation *fixture_relate(fixture *f, ent_facts *facts, ent_relation_type type, uint32_t source,
                                  uint32_t target, uint32_t passage);

ent_store_result fixture_add(fixture *f, const ent_facts *facts);
ent_store_counts fixture_count(fixture *f);
ent_entity_row fixture_find(fixture *f, const char *key);
void fixture_expect_edges(fixture *f, const ent_selection *selection, const char *expected);
void fixture_expect_found(fixture *f, const char *words, const char *expected);
/* That every check passes. */
void fixture_expect_whole(fixture *f);
/* store_said.c: all a database says, as text in the fixture's arena: entities with their names, evidence,
 * mentioned_with. */
const char *fixture_say(fixture *f);
/* The same of a database that must be whole; that these words are there, or are not. */
const char *fixture_say_all(fixture *f);
void fixture_expect_line(fixture *f, const char *line);
void fixture_expect_no(fixture *f, const char *words);

typedef struct lines {
    char text[4096];
    size_t n;
    fixture *f;
} lines;

/* Adds a line; always true, so that a callback can return it. */
bool lines_put(lines *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool lines_put_document(void *context, const ent_document_row *row);
bool lines_put_entity(void *context, const ent_entity_row *row);
bool lines_put_edge(void *context, const ent_edge_row *row);
bool lines_put_passage(void *context, const ent_passage_row *row);
/* Only what is wrong. */
void lines_put_check(void *context, const ent_check_row *row);

#endif
