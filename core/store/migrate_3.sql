-- SPDX-License-Identifier: GPL-3.0-or-later
-- From version 2 to version 3: what people corrected can be applied and taken back; renderings
-- of a work agree on its meeting.
ALTER TABLE document ADD COLUMN meeting TEXT NOT NULL DEFAULT '';
ALTER TABLE edit ADD COLUMN undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1));
ALTER TABLE edit ADD COLUMN applied INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0, 1));
CREATE TABLE read_entity (
  id INTEGER PRIMARY KEY,
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
CREATE TABLE read_mention (
  passage INTEGER NOT NULL REFERENCES passage (id),
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES read_entity (id),
  confidence REAL NOT NULL,
  shown INTEGER REFERENCES entity (id),
  PRIMARY KEY (passage, begin, end, entity)
) STRICT, WITHOUT ROWID;
CREATE TABLE read_evidence (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,
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
CREATE TABLE made_evidence (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (id),
  edit INTEGER NOT NULL REFERENCES edit (id)
) STRICT;
