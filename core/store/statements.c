/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/statements.h"

/* A selection's parameters, the same in every statement that takes one (bound by ent_select_bind):
 *   ?1 types, ?2 kinds   one bit each
 *   ?3 polarity          0 any, 1 affirmed, 2 negated
 *   ?4 confidence, ?5 pieces of evidence   at least so much
 *   ?6 every document    1, or 0 for those in temp.selected
 *   ?7, ?8               the entities (or the relation) asked about */

#define OF_TYPE(type)  "((?1 >> " type ") & 1)"
#define OF_KINDS(a, b) "((?2 >> " a ".kind) & 1) AND ((?2 >> " b ".kind) & 1)"

/* Evidence e of relation r that counts; answered from the index evidence_by_relation alone. */
#define PIECE                                                                                                          \
    "e.relation = r.id AND (?3 = 0 OR e.polarity = ?3 - 1) AND e.confidence >= ?4 "                                    \
    "AND (?6 OR e.document IN (SELECT document FROM temp.selected))"
/* How many pieces count: from the relation's own counts where no piece need be looked at. */
#define BY_COUNTS "CASE ?3 WHEN 1 THEN r.affirmed WHEN 2 THEN r.negated ELSE r.affirmed + r.negated END"
#define PIECES    "CASE WHEN ?6 AND ?4 <= 0 THEN " BY_COUNTS " ELSE (SELECT count(*) FROM evidence e WHERE " PIECE ") END"

#define EDGES(where, order)                                                                                            \
    "SELECT r.id, r.source, r.type, r.target, " PIECES " AS n FROM relation r CROSS JOIN entity s "                    \
    "ON s.id = r.source CROSS JOIN entity t ON t.id = r.target "                                                       \
    "WHERE " where OF_TYPE("r.type") " AND " OF_KINDS("s", "t") " ORDER BY " order
/* The same when every kind is selected and no piece of evidence need be looked at: one index scan. */
#define EDGES_PLAIN(where, order)                                                                                      \
    "SELECT r.id, r.source, r.type, r.target, " BY_COUNTS " AS n FROM relation r "                                     \
    "WHERE " where OF_TYPE("r.type") " ORDER BY " order

/* A sentence counts where its document does; of several renderings of a work, the first. */
#define SENTENCE "(CASE WHEN ?6 THEN d.work = d.id ELSE d.id IN (SELECT document FROM temp.selected) END)"
#define NAMED    "a.confidence >= ?4 AND b.confidence >= ?4"
#define MENTION_EDGES(from)                                                                                            \
    "SELECT 0, iif(s.key < t.key, s.id, t.id) AS source, 0, iif(s.key < t.key, t.id, s.id) AS target, n "              \
    "FROM (SELECT a.entity AS x, b.entity AS y, count(DISTINCT a.passage) AS n " from                                  \
    " CROSS JOIN passage p ON p.id = a.passage CROSS JOIN document d ON d.id = p.document "                            \
    "WHERE " NAMED " AND " SENTENCE " GROUP BY a.entity, b.entity) "                                                   \
    "CROSS JOIN entity s ON s.id = x CROSS JOIN entity t ON t.id = y "                                                 \
    "WHERE " OF_KINDS("s", "t") " AND n >= ?5 ORDER BY source, target"

#define EVIDENCE_COLUMNS                                                                                               \
    "SELECT e.id, r.id, r.type, s.key, t.key, s.name, t.name, e.polarity, e.modality, e.speaker, e.holder, "           \
    "e.role, e.count, e.from_date, e.to_date, d.key, c.path, p.page, p.line, e.begin, e.end, u.name, "                 \
    "e.confidence, e.document, d.path "
#define EVIDENCE_JOINS                                                                                                 \
    "CROSS JOIN entity s ON s.id = r.source CROSS JOIN entity t ON t.id = r.target "                                   \
    "CROSS JOIN evidence e ON e.relation = r.id CROSS JOIN document d ON d.id = e.document "                           \
    "CROSS JOIN passage p ON p.id = e.passage LEFT JOIN section c ON c.id = p.section "                                \
    "CROSS JOIN rule u ON u.id = e.rule "
#define EVIDENCE(from)                                                                                                 \
    EVIDENCE_COLUMNS from EVIDENCE_JOINS "WHERE " PIECE " AND " OF_TYPE("r.type") " AND " OF_KINDS(                    \
        "s", "t") " AND (?5 <= 1 OR " PIECES                                                                           \
                  " >= ?5) ORDER BY s.key, r.type, t.key, e.confidence DESC, d.key, e.begin, e.id"

#define DOCUMENT_ROW                                                                                                   \
    "SELECT d.id, d.key, d.title, d.date, d.format, d.path, w.key, "                                                   \
    "(SELECT count(*) FROM passage p WHERE p.document = d.id), "                                                       \
    "(SELECT count(*) FROM passage p CROSS JOIN mention m ON m.passage = p.id WHERE p.document = d.id), "              \
    "(SELECT count(DISTINCT relation) FROM evidence e WHERE e.document = d.id) "                                       \
    "FROM document d JOIN document w ON w.id = d.work "
#define ENTITY_ROW "SELECT id, key, kind, name, attributes, mentions FROM entity "

/* All rows of a document in one statement: see rows.h. A failure undoes the whole transaction, so OR FAIL spares SQLite
 * keeping what the statement alone would undo; and the full-text index would write out what it has gathered, small as
 * it may be, each time that a statement might have to be undone. */
#define GIVEN "FROM given(?1)"

const char *const ent_statements[ENT_N_SQL] = {
    [ENT_SQL_BEGIN] = "BEGIN IMMEDIATE",
    [ENT_SQL_COMMIT] = "COMMIT",
    [ENT_SQL_ROLLBACK] = "ROLLBACK",
    [ENT_SQL_DATA_VERSION] = "PRAGMA data_version",

    [ENT_SQL_ADD_KIND] = "INSERT INTO kind VALUES (?1, ?2)",
    [ENT_SQL_ADD_RELATION_TYPE] = "INSERT INTO relation_type VALUES (?1, ?2, ?3)",
    [ENT_SQL_ADD_POLARITY] = "INSERT INTO polarity VALUES (?1, ?2)",
    [ENT_SQL_ADD_MODALITY] = "INSERT INTO modality VALUES (?1, ?2)",
    [ENT_SQL_FIND_RULE] = "SELECT id FROM rule WHERE name = ?1",
    [ENT_SQL_ADD_RULE] = "INSERT INTO rule (name) VALUES (?1)",

    [ENT_SQL_FIND_PATH] = "SELECT id, hash, key, work FROM document WHERE path = ?1",
    [ENT_SQL_FIND_DOCUMENT] = "SELECT id FROM document WHERE key = ?1",
    [ENT_SQL_NEXT_DOCUMENT] = "SELECT coalesce(max(id), 0) + 1 FROM document",
    [ENT_SQL_ADD_DOCUMENT] = "INSERT OR FAIL INTO document (id, work, key, path, format, title, date, hash, origins, "
                             "shingles, text, meeting) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [ENT_SQL_REPLACE_DOCUMENT] = "UPDATE document SET work = id, format = ?2, title = ?3, date = ?4, hash = ?5, "
                                 "origins = ?6, shingles = ?7, text = ?8, meeting = ?9 WHERE id = ?1",
    [ENT_SQL_SET_WORK] = "UPDATE document SET work = ?2 WHERE id = ?1",
    [ENT_SQL_GET_MEETING] =
        "SELECT e.key, e.name FROM document d CROSS JOIN entity e ON e.key = d.meeting WHERE d.id = ?1",
    [ENT_SQL_GET_DOCUMENT_KEY] = "SELECT key FROM document WHERE id = ?1",
    [ENT_SQL_ADD_SECTION] = "INSERT INTO section (document, path) VALUES (?1, ?2)",
    [ENT_SQL_NEXT_PASSAGE] = "SELECT coalesce(max(id), 0) + 1 FROM passage",
    /* of a passage: id, section, begin, end, line, page */
    [ENT_SQL_ADD_PASSAGES] = "INSERT OR FAIL INTO passage (id, document, section, begin, end, line, page) "
                             "SELECT c1, ?2, c2, c3, c4, c5, c6 " GIVEN,
    [ENT_SQL_ADD_PASSAGE_TEXT] = "INSERT INTO passage_fts (rowid, text) VALUES (?1, ?2)",

    [ENT_SQL_FIND_ENTITY] = "SELECT id, name, attributes FROM entity WHERE key = ?1",
    [ENT_SQL_ADD_ENTITY] = "INSERT INTO entity (key, kind, name, attributes) VALUES (?1, ?2, ?3, ?4)",
    [ENT_SQL_SET_ENTITY] = "UPDATE entity SET name = ?2, attributes = ?3 WHERE id = ?1",
    /* of an alias: entity, folded, alias; of two ways to write one name, the later in byte order: lower case before
     * capitals, accents before none */
    [ENT_SQL_RAISE_ALIASES] =
        "UPDATE OR FAIL alias SET alias = c3 " GIVEN " WHERE entity = c1 AND folded = c2 AND alias < c3",
    [ENT_SQL_ADD_ALIASES] = "INSERT OR IGNORE INTO alias (entity, folded, alias) SELECT c1, c2, c3 " GIVEN,
    [ENT_SQL_ADD_MENTIONS] =
        "INSERT OR FAIL INTO mention (passage, begin, end, entity, confidence) SELECT c1, c2, c3, c4, c5 " GIVEN,
    /* of an entity: id, by how many */
    [ENT_SQL_RAISE_MENTIONS] = "UPDATE OR FAIL entity SET mentions = mentions + c2 " GIVEN " WHERE id = c1",

    [ENT_SQL_NEXT_RELATION] = "SELECT coalesce(max(id), 0) + 1 FROM relation",
    /* Hidden evidence keeps its id. */
    [ENT_SQL_NEXT_EVIDENCE] = "SELECT max((SELECT coalesce(max(id), 0) FROM evidence), "
                              "(SELECT coalesce(max(id), 0) FROM read_evidence)) + 1",
    /* of a relation: source, type, target, a number to know it by */
    [ENT_SQL_FIND_RELATIONS] = "SELECT c4, id " GIVEN " CROSS JOIN relation "
                               "WHERE source = c1 AND type = c2 AND target = c3",
    /* of a relation: source, type, target, id, affirmed, negated, confidence */
    [ENT_SQL_ADD_RELATIONS] = "INSERT OR FAIL INTO relation (source, type, target, id, affirmed, negated, confidence) "
                              "SELECT c1, c2, c3, c4, c5, c6, c7 " GIVEN,
    [ENT_SQL_RAISE_RELATION] = "UPDATE relation SET affirmed = affirmed + ?5, negated = negated + ?6, "
                               "confidence = max(confidence, ?7) WHERE source = ?1 AND type = ?2 AND target = ?3",
    [ENT_SQL_ADD_EVIDENCE] =
        "INSERT OR FAIL INTO evidence (relation, document, passage, begin, end, rule, confidence, polarity, modality, "
        "speaker, holder, role, count, from_date, to_date, hash, id) "
        "SELECT c1, ?2, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16 " GIVEN,

    [ENT_SQL_ADD_ANNOTATION] = "INSERT INTO annotation (document, record) VALUES (?1, ?2)",
    [ENT_SQL_EACH_ANNOTATION] =
        "SELECT a.record FROM document d JOIN annotation a ON a.document = d.id WHERE d.path = ?1 ORDER BY a.id",
    [ENT_SQL_HAS_MENTION] = "SELECT 1 FROM mention WHERE passage = ?1 AND begin = ?2 AND end = ?3 AND entity = ?4",
    [ENT_SQL_DOCUMENT_WORK] = "SELECT work FROM document WHERE id = ?1",

    [ENT_SQL_SAME_BYTES] = "SELECT work FROM document WHERE hash = ?1 AND id <> ?2 ORDER BY id LIMIT 1",
    [ENT_SQL_ADD_SHINGLES] = "INSERT OR IGNORE INTO shingle (hash, document) SELECT c1, ?2 " GIVEN,
    [ENT_SQL_SHINGLE_DOCUMENTS] = "SELECT document FROM shingle WHERE hash = ?1 ORDER BY document LIMIT ?2",
    [ENT_SQL_DOCUMENT_SHINGLES] = "SELECT shingles, work FROM document WHERE id = ?1",
    [ENT_SQL_WORK_QUOTES] =
        "SELECT e.document, e.begin, e.end FROM evidence e CROSS JOIN document d ON d.id = e.document "
        "WHERE e.relation = ?1 AND d.work = ?2 AND d.id <> ?3 ORDER BY e.document, e.begin, e.id",
    [ENT_SQL_NEXT_RENDERING] = "SELECT coalesce(min(id), 0) FROM document WHERE work = ?1 AND id <> ?1",
    [ENT_SQL_MOVE_RENDERINGS] = "UPDATE document SET work = ?2 WHERE work = ?1 AND id <> ?1",

    [ENT_SQL_DOCUMENT_TEXT] = "SELECT text, origins, meeting FROM document WHERE id = ?1",
    [ENT_SQL_DOCUMENT_PASSAGES] = "SELECT id, begin, end FROM passage WHERE document = ?1 ORDER BY id",
    [ENT_SQL_DOCUMENT_ENTITIES] =
        "SELECT m.entity FROM passage p JOIN mention m ON m.passage = p.id WHERE p.document = ?1 UNION "
        "SELECT r.source FROM evidence e JOIN relation r ON r.id = e.relation WHERE e.document = ?1 UNION "
        "SELECT r.target FROM evidence e JOIN relation r ON r.id = e.relation WHERE e.document = ?1",
    [ENT_SQL_DOCUMENT_RELATIONS] = "SELECT DISTINCT relation FROM evidence WHERE document = ?1 ORDER BY relation",
    [ENT_SQL_REMOVE_PASSAGE_TEXT] = "INSERT INTO passage_fts (passage_fts, rowid, text) VALUES ('delete', ?1, ?2)",
    [ENT_SQL_REMOVE_EVIDENCE] = "DELETE FROM evidence WHERE document = ?1",
    [ENT_SQL_REMOVE_MENTIONS] = "DELETE FROM mention WHERE passage IN (SELECT id FROM passage WHERE document = ?1)",
    [ENT_SQL_REMOVE_PASSAGES] = "DELETE FROM passage WHERE document = ?1",
    [ENT_SQL_REMOVE_SECTIONS] = "DELETE FROM section WHERE document = ?1",
    [ENT_SQL_REMOVE_SHINGLE] = "DELETE FROM shingle WHERE hash = ?1 AND document = ?2",
    [ENT_SQL_RECOUNT_RELATION] = "UPDATE relation SET (affirmed, negated, confidence) = "
                                 "(SELECT count(*) FILTER (WHERE polarity = 0), count(*) FILTER (WHERE polarity = 1), "
                                 "coalesce(max(confidence), 0) FROM evidence WHERE relation = ?1) WHERE id = ?1",
    [ENT_SQL_RECOUNT_ENTITY] =
        "UPDATE entity SET mentions = (SELECT count(*) FROM mention WHERE entity = ?1) WHERE id = ?1",
    [ENT_SQL_REMOVE_BARE_RELATION] = "DELETE FROM relation WHERE id = ?1 AND affirmed + negated = 0",
    [ENT_SQL_REMOVE_BARE_ENTITY] = "DELETE FROM entity WHERE id = ?1 AND mentions = 0 "
                                   "AND NOT EXISTS (SELECT 1 FROM relation WHERE source = ?1) "
                                   "AND NOT EXISTS (SELECT 1 FROM relation WHERE target = ?1)",
    [ENT_SQL_REMOVE_BARE_ALIASES] =
        "DELETE FROM alias WHERE entity = ?1 AND NOT EXISTS (SELECT 1 FROM entity WHERE id = ?1)",

    [ENT_SQL_FORGET_SELECTED] = "DELETE FROM temp.selected",
    [ENT_SQL_SELECT_DOCUMENT] = "INSERT OR IGNORE INTO temp.selected SELECT id FROM document WHERE key = ?1",
    [ENT_SQL_SELECT_ALL] = "INSERT INTO temp.selected SELECT id FROM document",
    /* A document without a date is of no year. */
    [ENT_SQL_KEEP_YEARS] =
        "DELETE FROM temp.selected WHERE document IN (SELECT id FROM document WHERE date = '' "
        "OR (?1 AND CAST(substr(date, 1, 4) AS INTEGER) < ?1) OR (?2 AND CAST(substr(date, 1, 4) AS INTEGER) > ?2))",

    [ENT_SQL_EACH_DOCUMENT] = DOCUMENT_ROW "ORDER BY d.key",
    [ENT_SQL_EACH_DOCUMENT_OF] =
        DOCUMENT_ROW "WHERE d.id IN (SELECT p.document FROM mention m CROSS JOIN passage p ON p.id = m.passage "
                     "WHERE m.entity = ?1) ORDER BY d.key",
    [ENT_SQL_FIND_DOCUMENT_ROW] = DOCUMENT_ROW "WHERE d.key = ?1 OR d.path = ?2 ORDER BY d.key = ?1 DESC LIMIT 1",
    [ENT_SQL_FIND_DOCUMENT_TEXT] = DOCUMENT_ROW "WHERE d.text = ?1 ORDER BY d.id LIMIT 1",
    [ENT_SQL_EACH_PASSAGE_OF] = "SELECT p.begin, p.end, p.line, p.page, c.path FROM passage p "
                                "LEFT JOIN section c ON c.id = p.section WHERE p.document = ?1 ORDER BY p.id",
    /* ?1 the document, ?2 kinds, one bit each, ?3 confidence, at least so much */
    [ENT_SQL_EACH_MENTION_IN] =
        "SELECT m.begin, m.end, e.key, m.confidence FROM passage p CROSS JOIN mention m ON m.passage = p.id "
        "CROSS JOIN entity e ON e.id = m.entity WHERE p.document = ?1 AND (?2 >> e.kind) & 1 "
        "AND m.confidence >= ?3 ORDER BY m.begin, m.end, e.key",
    [ENT_SQL_EACH_ENTITY] = ENTITY_ROW "WHERE (?1 >> kind) & 1 ORDER BY key",
    [ENT_SQL_GET_ENTITY] = ENTITY_ROW "WHERE id = ?1",
    [ENT_SQL_GET_ENTITY_BY_KEY] = ENTITY_ROW "WHERE key = ?1",
    [ENT_SQL_EACH_NAMED] = ENTITY_ROW "WHERE id IN (SELECT entity FROM alias WHERE folded = ?1) ORDER BY key",
    [ENT_SQL_EACH_MENTION_OF] = "SELECT p.document, m.begin, m.end FROM mention m CROSS JOIN passage p "
                                "ON p.id = m.passage WHERE m.entity = ?1 ORDER BY m.passage, m.begin",
    [ENT_SQL_EACH_ALIAS] = "SELECT entity, alias, folded FROM alias ORDER BY entity, folded",
    [ENT_SQL_EACH_ALIAS_OF] = "SELECT entity, alias, folded FROM alias WHERE entity = ?1 ORDER BY folded",
    [ENT_SQL_SEARCH] = "SELECT p.document, d.key, c.path, p.line, p.page, p.begin, p.end, d.work, -f.rank "
                       "FROM passage_fts f CROSS JOIN passage p ON p.id = f.rowid "
                       "CROSS JOIN document d ON d.id = p.document LEFT JOIN section c ON c.id = p.section "
                       "WHERE f.passage_fts MATCH ?1 ORDER BY f.rank, p.id",
    [ENT_SQL_COUNT] = "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document WHERE work = id), "
                      "(SELECT count(*) FROM passage), (SELECT count(*) FROM entity), "
                      "(SELECT count(*) FROM mention), (SELECT count(*) FROM relation), "
                      "(SELECT count(*) FROM evidence)",

    [ENT_SQL_EACH_EDGE] = EDGES("", "r.source, r.type, r.target"),
    [ENT_SQL_EACH_EDGE_FROM] = EDGES("r.source = ?7 AND ", "r.type, r.target"),
    [ENT_SQL_EACH_EDGE_TO] = EDGES("r.target = ?7 AND ", "r.type, r.source"),
    [ENT_SQL_EACH_EDGE_PLAIN] = EDGES_PLAIN("", "r.source, r.type, r.target"),
    [ENT_SQL_EACH_EDGE_FROM_PLAIN] = EDGES_PLAIN("r.source = ?7 AND ", "r.type, r.target"),
    [ENT_SQL_EACH_EDGE_TO_PLAIN] = EDGES_PLAIN("r.target = ?7 AND ", "r.type, r.source"),
    [ENT_SQL_SELECT_ENTITIES] = "SELECT id FROM entity WHERE (?2 >> kind) & 1 ORDER BY key",
    [ENT_SQL_EACH_MENTION] = "SELECT a.passage, a.entity FROM document d CROSS JOIN passage p ON p.document = d.id "
                             "CROSS JOIN mention a ON a.passage = p.id WHERE a.confidence >= ?4 AND " SENTENCE,
    [ENT_SQL_EACH_MENTION_EDGE_OF] =
        MENTION_EDGES("FROM (SELECT entity, passage, max(confidence) AS confidence FROM mention WHERE entity = ?7 "
                      "GROUP BY passage) a CROSS JOIN mention b ON b.passage = a.passage AND b.entity <> a.entity"),

    [ENT_SQL_EACH_EVIDENCE] = EVIDENCE("FROM relation r "),
    [ENT_SQL_EACH_EVIDENCE_OF] = EVIDENCE("FROM (SELECT id FROM relation WHERE source = ?7 UNION ALL "
                                          "SELECT id FROM relation WHERE target = ?7) o "
                                          "CROSS JOIN relation r ON r.id = o.id "),
    [ENT_SQL_EACH_EVIDENCE_BETWEEN] =
        EVIDENCE("FROM (SELECT id FROM relation WHERE source = ?7 AND target = ?8 UNION ALL "
                 "SELECT id FROM relation WHERE source = ?8 AND target = ?7) o CROSS JOIN relation r ON r.id = o.id "),
    [ENT_SQL_BEST_EVIDENCE] = EVIDENCE("FROM (SELECT ?7 AS id) o CROSS JOIN relation r ON r.id = o.id ") " LIMIT 1",
    [ENT_SQL_FIRST_MENTIONED_WITH] =
        "SELECT 0, 0, 0, s.key, t.key, s.name, t.name, 0, 0, '', '', '', 0, '', '', d.key, c.path, p.page, p.line, "
        "p.begin, p.end, '', min(a.confidence, b.confidence), d.id, d.path "
        "FROM mention a CROSS JOIN mention b ON b.passage = a.passage AND b.entity = ?8 "
        "CROSS JOIN passage p ON p.id = a.passage CROSS JOIN document d ON d.id = p.document "
        "CROSS JOIN entity s ON s.id = a.entity CROSS JOIN entity t ON t.id = b.entity "
        "LEFT JOIN section c ON c.id = p.section "
        "WHERE a.entity = ?7 AND " NAMED " AND " SENTENCE " ORDER BY d.key, p.begin LIMIT 1",

#include "core/store/statements_edits.inc"

    [ENT_SQL_CHECK_SCHEMA] =
        "SELECT m.type || ' ' || m.name || coalesce(' ' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || c.pk, "
        "'') "
        "AS line FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) c ON m.type <> 'index' ORDER BY line",
    [ENT_SQL_CHECK_VOCABULARIES] =
        "SELECT 'kind ' || id || ' ' || name FROM kind UNION ALL "
        "SELECT 'relation type ' || id || ' ' || name || ' ' || symmetric FROM relation_type UNION ALL "
        "SELECT 'polarity ' || id || ' ' || name FROM polarity UNION ALL "
        "SELECT 'modality ' || id || ' ' || name FROM modality ORDER BY 1",
    [ENT_SQL_CHECK_INDEXES] = "PRAGMA integrity_check(100)",
    [ENT_SQL_CHECK_FOREIGN_KEYS] = "PRAGMA foreign_key_check",
    [ENT_SQL_CHECK_ENDS] = "SELECT r.id, r.type, s.key, t.key, s.kind, t.kind FROM relation r "
                           "JOIN entity s ON s.id = r.source JOIN entity t ON t.id = r.target ORDER BY r.id",
    [ENT_SQL_CHECK_QUOTES] = "SELECT e.id, e.document, e.begin, e.end, e.hash, s.key, y.name, t.key, d.key, p.line "
                             "FROM evidence e CROSS JOIN relation r ON r.id = e.relation "
                             "CROSS JOIN entity s ON s.id = r.source CROSS JOIN entity t ON t.id = r.target "
                             "CROSS JOIN relation_type y ON y.id = r.type CROSS JOIN document d ON d.id = e.document "
                             "CROSS JOIN passage p ON p.id = e.passage ORDER BY e.id",
    [ENT_SQL_CHECK_PLACES] = "SELECT 'passage ' || p.id || ' of document ' || d.key || ' lies outside the text' "
                             "FROM document d JOIN passage p ON p.document = d.id "
                             "WHERE p.begin < 0 OR p.end > length(CAST(d.text AS BLOB)) UNION ALL "
                             "SELECT 'a mention of ' || e.key || ' lies outside passage ' || p.id FROM mention m "
                             "JOIN passage p ON p.id = m.passage JOIN entity e ON e.id = m.entity "
                             "WHERE m.begin < p.begin OR m.end > p.end UNION ALL "
                             "SELECT 'evidence ' || v.id || ' stands in a passage of another document' FROM evidence v "
                             "JOIN passage p ON p.id = v.passage WHERE p.document <> v.document",
    [ENT_SQL_CHECK_COUNTS] =
        "SELECT 'relation ' || r.id || ' counts ' || r.affirmed || ' affirmed, ' || r.negated || ' negated, best ' || "
        "r.confidence || '; its evidence is otherwise' FROM relation r WHERE (affirmed, negated, confidence) IS NOT "
        "(SELECT count(*) FILTER (WHERE polarity = 0), count(*) FILTER (WHERE polarity = 1), max(confidence) "
        "FROM evidence e WHERE e.relation = r.id) UNION ALL "
        "SELECT e.key || ' counts ' || e.mentions || ' mentions, there are ' || n FROM (SELECT e.id, e.key, "
        "e.mentions, (SELECT count(*) FROM mention m WHERE m.entity = e.id) AS n FROM entity e) e "
        "WHERE mentions <> n",
    [ENT_SQL_CHECK_WORKS] = "SELECT 'document ' || d.key || ' is a rendering of ' || w.key || ', which is itself one' "
                            "FROM document d JOIN document w ON w.id = d.work WHERE w.work <> w.id",
    [ENT_SQL_CHECK_EDITS] =
        "SELECT 'a mention of ' || r.key || ' in passage ' || m.passage || ' is not shown as the edits have it' "
        "FROM read_mention m JOIN read_entity r ON r.id = m.entity WHERE m.shown IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM mention t WHERE t.passage = m.passage AND t.begin = m.begin AND t.end = m.end "
        "AND t.entity = m.shown) UNION ALL "
        "SELECT 'edit ' || m.edit || ' is undone, and the evidence it added is there' FROM made_evidence m "
        "JOIN edit e ON e.id = m.edit WHERE e.undone UNION ALL "
        "SELECT 'edit ' || id || ' is no longer understood' FROM edit WHERE NOT json_valid(arguments)",
    [ENT_SQL_CHECK_TERMS] = "SELECT count(*) FROM temp.term",
    [ENT_SQL_CHECK_FULL_TEXT] =
        "SELECT 'passage ' || id || ' is not indexed' FROM passage WHERE id NOT IN "
        "(SELECT id FROM passage_fts_docsize) UNION ALL SELECT 'passage ' || id || ' is indexed and does not exist' "
        "FROM passage_fts_docsize WHERE id NOT IN (SELECT id FROM passage)",

    [ENT_SQL_EACH_PLACE] = "SELECT id, document, begin, end FROM evidence ORDER BY document, id",
    [ENT_SQL_SET_HASH] = "UPDATE evidence SET hash = ?2 WHERE id = ?1",
    [ENT_SQL_SET_VERSION] = "PRAGMA user_version = 4",
};
