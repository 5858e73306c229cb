-- The texts of pages, never updated, and the index over them.

create table text_revision (
  key integer primary key,
  id text not null unique,
  page integer not null references page (key),
  layer text not null,
  language text,
  based_on integer references text_revision (key),
  content text not null,
  words blob,
  engine text,
  recorded_by text not null,
  created_at text not null
) strict;
create index text_revision_by_page on text_revision (page, layer, key);

-- What the index holds: one row a reading, append-only. A new revision adds a row and entombs the old one,
-- so that nothing that once was ranked changes under a reader's cursor. `rowid` is the row in reading_fts.
create table reading (
  rowid integer primary key,
  kind text not null check (kind in ('page', 'description', 'annotation')),
  document integer not null references document (key),
  page integer references page (key),
  revision integer,
  layer text,
  language text,
  audience text not null,
  text_hash blob not null,
  entombed_at text
) strict;
create index reading_by_document on reading (document, kind) where entombed_at is null;
create index reading_by_annotation on reading (revision) where entombed_at is null and kind = 'annotation';
create index reading_by_page on reading (page) where entombed_at is null and page is not null;

-- The words come from domain/analysis, folded and joined by spaces: `ascii` only splits at those spaces,
-- so that the index holds exactly our words (docs/adr/0002).
create virtual table reading_fts using fts5(body, content = '', contentless_delete = 1, tokenize = 'ascii');
