-- SPDX-License-Identifier: GPL-3.0-or-later
-- A database as schema version 1 wrote it, with one small document: what the migration to later versions is tested on.
-- Never changed.
PRAGMA application_id = 0x656e7465;
PRAGMA user_version = 1;
CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE relation_type (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1))
) STRICT;
CREATE TABLE polarity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE modality (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE rule (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  hash INTEGER NOT NULL,
  work INTEGER NOT NULL REFERENCES document (id),
  origins BLOB NOT NULL,
  shingles BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_work ON document (work);
CREATE INDEX document_by_hash ON document (hash);
CREATE TABLE shingle (
  hash INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  path TEXT NOT NULL
) STRICT;
CREATE INDEX section_by_document ON section (document);
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  section INTEGER REFERENCES section (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (begin < end),
  line INTEGER NOT NULL,
  page INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_by_document ON passage (document);
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL REFERENCES kind (id),
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  mentions INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE alias (
  entity INTEGER NOT NULL REFERENCES entity (id),
  folded TEXT NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (entity, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_folded ON alias (folded);
CREATE TABLE mention (
  passage INTEGER NOT NULL REFERENCES passage (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (begin < end),
  entity INTEGER NOT NULL REFERENCES entity (id),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (passage, begin, end, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity);
CREATE TABLE relation (
  source INTEGER NOT NULL REFERENCES entity (id),
  type INTEGER NOT NULL REFERENCES relation_type (id),
  target INTEGER NOT NULL REFERENCES entity (id),
  id INTEGER NOT NULL UNIQUE,
  affirmed INTEGER NOT NULL,
  negated INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (source, type, target),
  CHECK (source <> target)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_reverse ON relation (target, type, source, affirmed, negated, id);
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  relation INTEGER NOT NULL REFERENCES relation (id),
  document INTEGER NOT NULL REFERENCES document (id),
  passage INTEGER NOT NULL REFERENCES passage (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (begin < end),
  rule INTEGER NOT NULL REFERENCES rule (id),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  polarity INTEGER NOT NULL REFERENCES polarity (id),
  modality INTEGER NOT NULL REFERENCES modality (id),
  speaker TEXT NOT NULL,
  holder TEXT NOT NULL,
  role TEXT NOT NULL,
  count INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_relation ON evidence (relation, document, polarity, confidence);
CREATE INDEX evidence_by_document ON evidence (document, relation);
CREATE TABLE edit (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  arguments TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE VIEW v_document AS
SELECT d.key, d.title, d.date, d.format, d.path, w.key AS work, d.text
FROM document d JOIN document w ON w.id = d.work;
CREATE VIEW v_passage AS
SELECT p.id, d.key AS document, coalesce(c.path, '') AS section, p.page, p.line, p.begin, p.end,
       CAST(substr(CAST(d.text AS BLOB), p.begin + 1, p.end - p.begin) AS TEXT) AS text
FROM passage p JOIN document d ON d.id = p.document LEFT JOIN section c ON c.id = p.section;
CREATE VIEW v_entity AS
SELECT e.key, k.name AS kind, e.name, e.attributes, e.mentions,
       (SELECT group_concat(alias, ' | ') FROM alias WHERE entity = e.id) AS aliases
FROM entity e JOIN kind k ON k.id = e.kind;
CREATE VIEW v_relation AS
SELECT r.id, s.key AS source, y.name AS type, t.key AS target, r.affirmed, r.negated, r.confidence
FROM relation r JOIN entity s ON s.id = r.source JOIN entity t ON t.id = r.target
JOIN relation_type y ON y.id = r.type;
CREATE VIEW v_evidence AS
SELECT e.id, e.relation, s.key AS source, y.name AS type, t.key AS target, l.name AS polarity, m.name AS modality,
       e.speaker, e.holder, e.role, e.count, e.from_date, e.to_date, d.key AS document, coalesce(c.path, '') AS section,
       p.page, p.line, e.begin, e.end,
       CAST(substr(CAST(d.text AS BLOB), e.begin + 1, e.end - e.begin) AS TEXT) AS quote,
       u.name AS rule, e.confidence
FROM evidence e JOIN relation r ON r.id = e.relation JOIN relation_type y ON y.id = r.type
JOIN entity s ON s.id = r.source JOIN entity t ON t.id = r.target
JOIN document d ON d.id = e.document JOIN passage p ON p.id = e.passage LEFT JOIN section c ON c.id = p.section
JOIN rule u ON u.id = e.rule JOIN polarity l ON l.id = e.polarity JOIN modality m ON m.id = e.modality;
CREATE VIRTUAL TABLE passage_fts USING fts5 (
  text, content = 'v_passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO kind (id, name) VALUES
  (0, 'state'),
  (1, 'bloc'),
  (2, 'organization'),
  (3, 'person'),
  (4, 'forum'),
  (5, 'event'),
  (6, 'instrument'),
  (7, 'proposal'),
  (8, 'topic');
INSERT INTO relation_type (id, name, symmetric) VALUES
  (0, 'established_by', 0),
  (1, 'part_of', 0),
  (2, 'member_of', 0),
  (3, 'represents', 0),
  (4, 'reports_to', 0),
  (5, 'adopted', 0),
  (6, 'proposed', 0),
  (7, 'submitted_to', 0),
  (8, 'committed_to', 0),
  (9, 'organizes', 0),
  (10, 'participates_in', 0),
  (11, 'chairs', 0),
  (12, 'affiliated_with', 0),
  (13, 'funds', 0),
  (14, 'produces', 0),
  (15, 'summarizes', 0),
  (16, 'maintains', 0),
  (17, 'succeeds', 0),
  (18, 'cooperates_with', 1),
  (19, 'discusses', 0),
  (20, 'supports', 0),
  (21, 'opposes', 0),
  (22, 'calls_for', 0),
  (23, 'contributes_to', 0),
  (24, 'hinders', 0),
  (25, 'complements', 1),
  (26, 'contains', 0),
  (27, 'addresses', 0);
INSERT INTO polarity (id, name) VALUES
  (0, 'affirmed'),
  (1, 'negated');
INSERT INTO modality (id, name) VALUES
  (0, 'stated'),
  (1, 'possible'),
  (2, 'normative'),
  (3, 'mandated'),
  (4, 'conditional'),
  (5, 'reported');
INSERT INTO rule (id, name) VALUES
  (1, 'by-hand');
INSERT INTO document (id, key, path, format, title, date, hash, work, origins, shingles, text) VALUES
  (1, 'meeting', 'meeting.txt', 'text', 'A meeting', '2023-09-01', -4636633892978792152, 1, X'00000268d001025ebc0102', X'80808080048080808004808080800480808080048080808004808080800480808080048080808004', 'The Conference on Disarmament discussed due regard.
Chile supports the Treaty, said one panellist.
Brésil does not support the Treaty; Chile cooperates with Brésil in the Conference on Disarmament.');
INSERT INTO shingle (hash, document) VALUES
  (1073741824, 1),
  (2147483648, 1),
  (3221225472, 1);
INSERT INTO section (id, document, path) VALUES
  (1, 1, 'Panel › Talks');
INSERT INTO passage (id, document, section, begin, end, line, page) VALUES
  (1, 1, NULL, 0, 51, 1, 0),
  (2, 1, 1, 52, 98, 2, 0),
  (3, 1, 1, 99, 199, 3, 0);
INSERT INTO entity (id, key, kind, name, attributes, mentions) VALUES
  (1, 'forum:conference-on-disarmament', 4, 'Conference on Disarmament', '', 2),
  (2, 'state:chile', 0, 'Chile', '', 2),
  (3, 'state:brazil', 0, 'Brazil', '', 1),
  (4, 'instrument:treaty', 6, 'the Treaty', '', 2),
  (5, 'topic:due-regard', 8, 'due regard', '', 1);
INSERT INTO alias (entity, folded, alias) VALUES
  (1, 'cd', 'CD'),
  (1, 'conference on disarmament', 'Conference on Disarmament'),
  (2, 'chile', 'Chile'),
  (2, 'republic of chile', 'Republic of Chile'),
  (3, 'brazil', 'Brazil'),
  (3, 'bresil', 'Brésil'),
  (3, 'federative republic of brazil', 'Federative Republic of Brazil'),
  (4, 'the treaty', 'the Treaty'),
  (4, 'treaty', 'Treaty'),
  (5, 'due regard', 'due regard');
INSERT INTO mention (passage, begin, end, entity, confidence) VALUES
  (1, 4, 29, 1, 0.8999999761581421),
  (1, 40, 50, 5, 0.8999999761581421),
  (2, 52, 57, 2, 0.8999999761581421),
  (2, 71, 77, 4, 0.8999999761581421),
  (3, 99, 106, 3, 0.8999999761581421),
  (3, 128, 134, 4, 0.8999999761581421),
  (3, 136, 141, 2, 0.8999999761581421),
  (3, 173, 198, 1, 0.8999999761581421);
INSERT INTO relation (source, type, target, id, affirmed, negated, confidence) VALUES
  (1, 19, 5, 1, 1, 0, 0.9),
  (2, 20, 4, 2, 1, 0, 0.9),
  (3, 18, 2, 3, 1, 0, 0.9),
  (3, 20, 4, 4, 0, 1, 0.9);
INSERT INTO evidence (id, relation, document, passage, begin, end, rule, confidence, polarity, modality, speaker, holder, role, count, from_date, to_date) VALUES
  (1, 1, 1, 1, 0, 51, 1, 0.9, 0, 0, '', '', '', 0, '', ''),
  (2, 2, 1, 2, 52, 98, 1, 0.9, 0, 0, 'one panellist', '', '', 0, '', ''),
  (3, 3, 1, 3, 99, 199, 1, 0.9, 0, 0, '', '', '', 0, '', ''),
  (4, 4, 1, 3, 99, 199, 1, 0.9, 1, 0, '', '', '', 0, '', '');
INSERT INTO passage_fts (rowid, text) SELECT id, text FROM v_passage;
