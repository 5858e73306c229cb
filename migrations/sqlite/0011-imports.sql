-- Tables of documents that were sent in. The job of an import has kind 'import'; `at_row` is the last row that is dealt
-- with, in the same transaction as what was made of it.

create table import (
  key integer primary key,
  id text not null unique,
  job integer not null references job (key),
  sha256 text not null,
  name text not null,
  format text not null check (format in ('csv', 'jsonl')),
  dry_run integer not null check (dry_run in (0, 1)),
  keep_unknown integer not null check (keep_unknown in (0, 1)),
  assumed text,
  at_row integer not null default 0,
  added integer not null default 0,
  known integer not null default 0,
  refused integer not null default 0,
  would_add integer not null default 0,
  created_by text not null,
  created_at text not null,
  finished_at text
) strict;
create index import_under_way on import (key) where finished_at is null;

create table import_row (
  import integer not null references import (key),
  number integer not null,
  outcome text not null check (outcome in ('added', 'known', 'refused', 'would-add')),
  row_key text,
  document text,
  remarks text not null check (json_valid(remarks)),
  primary key (import, number)
) strict, without rowid;
create index import_row_by_key on import_row (import, row_key) where row_key is not null;

-- The document that a row's key came to, whatever import it was in: a row is added once.
create table import_key (
  row_key text primary key,
  document text not null
) strict, without rowid;
