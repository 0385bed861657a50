-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema of an entente database. Read it from top to bottom: vocabularies, documents, what they mention, what they
-- say, and at the end the views, which are a public interface for any SQLite client (see "Views").
--
-- Three rules hold throughout.
-- * Places are byte offsets into document.text, half-open: [begin, end). The words at a place are cut from the text when
--   asked for; they are never kept a second time.
-- * What can be recomputed from other rows is marked "recomputable"; `entente check` recomputes it and compares.
-- * The empty string and 0 stand for "the text does not say".

PRAGMA application_id = 0x656e7465; -- "ente": tells our files from other programs'
PRAGMA user_version = 4;            -- of this schema; older ones are brought up to date on opening

-- ---- Vocabularies ---------------------------------------------------------------------------------------------------
-- The numbers that stand in the other tables, with their names: written once by the program that makes the file.

CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE relation_type (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1))
) STRICT;
CREATE TABLE polarity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE modality (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- The rules (and persons) that found evidence, each name once.
CREATE TABLE rule (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- ---- Documents ------------------------------------------------------------------------------------------------------

-- One row a file. Several renderings of one work (a PDF's text, its Markdown, a second scan) point with `work` at the
-- first of them, which points at itself. `path` is as it was given; same path and other bytes is a new edition of this
-- document. `text` stands last so that reading the small columns does not touch its pages.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,        -- ISO 8601, with the precision it has
  hash INTEGER NOT NULL,     -- of the original bytes
  work INTEGER NOT NULL REFERENCES document (id),
  meeting TEXT NOT NULL DEFAULT '', -- key of the meeting it reports
  origins BLOB NOT NULL,     -- where pieces of the text stood in the original: varints of differences
  shingles BLOB NOT NULL,    -- sorted hashes of word sequences: varints of differences
  text TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_work ON document (work);
CREATE INDEX document_by_hash ON document (hash);

-- A quarter of each document's shingles, to find the documents it may be a rendering of. Recomputable.
CREATE TABLE shingle (
  hash INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

-- A document's headings as a path: "Panel II › Key takeaways".
CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  path TEXT NOT NULL
) STRICT;
CREATE INDEX section_by_document ON section (document);

-- A sentence, heading, list item or table row: the unit of search and of quoting. In the order of the text.
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  section INTEGER REFERENCES section (id), -- NULL: before the first heading
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (begin < end),
  line INTEGER NOT NULL, -- of its first byte in the original, from 1
  page INTEGER NOT NULL  -- from 1; 0 where the format has none
) STRICT;
CREATE INDEX passage_by_document ON passage (document);

-- ---- What is mentioned ----------------------------------------------------------------------------------------------

-- `key` is kind, colon, slug, and what other databases know the entity by. `attributes` is "k=v; k=v", sorted by k.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL REFERENCES kind (id),
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  mentions INTEGER NOT NULL DEFAULT 0 -- rows of mention; recomputable
) STRICT;

-- Every name an entity goes by, its own among them. `folded` is how names are compared: without case and accents.
CREATE TABLE alias (
  entity INTEGER NOT NULL REFERENCES entity (id),
  folded TEXT NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (entity, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_folded ON alias (folded);

-- Where an entity is named. Two entities mentioned in one passage are `mentioned_with` each other: that relation is
-- computed from this table and never stored.
CREATE TABLE mention (
  passage INTEGER NOT NULL REFERENCES passage (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (begin < end),
  entity INTEGER NOT NULL REFERENCES entity (id),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (passage, begin, end, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity); -- with the primary key behind it: covers every question

-- ---- What is said ---------------------------------------------------------------------------------------------------

-- One row for each type between two entities; of a symmetric type the end with the smaller key is the source. The counts
-- and the best confidence over its evidence stand here, and the counts in the reverse index too, so that neighbours in
-- either direction are one index scan. All three are recomputable. A relation without evidence does not exist.
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

-- One place in one document that says (or denies) a relation.
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
  speaker TEXT NOT NULL, -- whose words, as the text gives it
  holder TEXT NOT NULL,  -- whose position, where it is not the speaker's
  role TEXT NOT NULL,
  count INTEGER NOT NULL, -- of a counted class ("37 States")
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  hash INTEGER NOT NULL DEFAULT 0 -- of the quote when it was stored: a text changed since then is found
) STRICT;
CREATE INDEX evidence_by_relation ON evidence (relation, document, polarity, confidence);
CREATE INDEX evidence_by_document ON evidence (document, relation);

-- What other programs and people said about a document and was found in its text, as lines of JSON (docs/annotations.md):
-- said again, and looked for again, when the document comes with another text. Its evidence and mentions stand above.
CREATE TABLE annotation (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  record TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_by_document ON annotation (document);

-- ---- What people corrected ------------------------------------------------------------------------------------------
-- The tables above hold at all times what was read, with the active edits applied. What an edit put out of its place
-- stands below as it was read, so that the edit can be taken back. Where nobody edited, all of these are empty.

-- In order. Entities and documents are named by key, so that an edit outlives a new import of the documents.
CREATE TABLE edit (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  arguments TEXT NOT NULL, -- a JSON object
  reason TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  applied INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0, 1)) -- 0: what it is about is not there, or not any more
) STRICT;

-- An entity that an edit renamed, hid or joined others to, with all its aliases. An empty name: no document names it,
-- an edit made it.
CREATE TABLE read_entity (
  id INTEGER PRIMARY KEY, -- in entity, where it is not hidden, the same
  key TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL REFERENCES kind (id),
  name TEXT NOT NULL,
  attributes TEXT NOT NULL
) STRICT;
CREATE TABLE read_alias (
  entity INTEGER NOT NULL REFERENCES read_entity (id),
  folded TEXT NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (entity, folded)
) STRICT, WITHOUT ROWID;

-- A mention of a hidden entity, and the entity it is shown as: NULL where it is not shown.
CREATE TABLE read_mention (
  passage INTEGER NOT NULL REFERENCES passage (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES read_entity (id),
  confidence REAL NOT NULL,
  shown INTEGER REFERENCES entity (id),
  PRIMARY KEY (passage, begin, end, entity)
) STRICT, WITHOUT ROWID;

-- Evidence that an edit moved, confirmed or hid; where it is not hidden, its row in evidence has the same id.
CREATE TABLE read_evidence (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL, -- entities as read
  type INTEGER NOT NULL REFERENCES relation_type (id),
  target INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  passage INTEGER NOT NULL REFERENCES passage (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  rule INTEGER NOT NULL REFERENCES rule (id),
  confidence REAL NOT NULL,
  polarity INTEGER NOT NULL REFERENCES polarity (id),
  modality INTEGER NOT NULL REFERENCES modality (id),
  speaker TEXT NOT NULL,
  holder TEXT NOT NULL,
  role TEXT NOT NULL,
  count INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  hash INTEGER NOT NULL
) STRICT;

-- Evidence that no reading found: an edit added it.
CREATE TABLE made_evidence (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (id),
  edit INTEGER NOT NULL REFERENCES edit (id)
) STRICT;

-- ---- Views ----------------------------------------------------------------------------------------------------------
-- A public interface: their columns stay, whatever becomes of the tables.

-- Documents: `work` is the key of the first rendering of the same work.
CREATE VIEW v_document AS
SELECT d.key, d.title, d.date, d.format, d.path, w.key AS work, d.text
FROM document d JOIN document w ON w.id = d.work;

-- Passages with their words.
CREATE VIEW v_passage AS
SELECT p.id, d.key AS document, coalesce(c.path, '') AS section, p.page, p.line, p.begin, p.end,
       CAST(substr(CAST(d.text AS BLOB), p.begin + 1, p.end - p.begin) AS TEXT) AS text
FROM passage p JOIN document d ON d.id = p.document LEFT JOIN section c ON c.id = p.section;

-- Entities: `aliases` joined by " | ".
CREATE VIEW v_entity AS
SELECT e.key, k.name AS kind, e.name, e.attributes, e.mentions,
       (SELECT group_concat(alias, ' | ') FROM alias WHERE entity = e.id) AS aliases
FROM entity e JOIN kind k ON k.id = e.kind;

-- Relations: ends as keys, how many pieces of evidence affirm and negate each, and the best confidence among them.
CREATE VIEW v_relation AS
SELECT r.id, s.key AS source, y.name AS type, t.key AS target, r.affirmed, r.negated, r.confidence
FROM relation r JOIN entity s ON s.id = r.source JOIN entity t ON t.id = r.target
JOIN relation_type y ON y.id = r.type;

-- Evidence with its quote, cut from the text; `relation` is v_relation.id.
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

-- Full text over the passages: SELECT … FROM passage_fts WHERE passage_fts MATCH 'verif*'. Its rowid is v_passage.id.
-- No stemming: it would break searching by prefix.
CREATE VIRTUAL TABLE passage_fts USING fts5 (
  text, content = 'v_passage', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
-- Each commit is one more piece of the index. They are merged only when there are 256 of one size: an import then writes
-- each word about twice, however many documents follow, and a search among so many pieces still takes milliseconds.
INSERT INTO passage_fts (passage_fts, rank) VALUES ('automerge', 0);
INSERT INTO passage_fts (passage_fts, rank) VALUES ('crisismerge', 256);
