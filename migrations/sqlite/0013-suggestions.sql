-- What is offered to archivists when a text has been read, and never applied by itself.

-- How the words of a file's text are told from others: 128 numbers of 32 bits (docs/adr/0015).
create table signature (
  file integer primary key references file (key),
  document integer not null references document (key),
  bins blob not null
) strict;

-- Texts that are alike share a band.
create table signature_band (
  band integer not null,
  file integer not null references file (key),
  primary key (band, file)
) strict, without rowid;

-- `document` is the one whose text was read; `claim` the one that accepting made.
create table suggestion (
  key integer primary key,
  id text not null unique,
  kind text not null check (kind in ('look-alike', 'carries-number')),
  document integer not null references document (key),
  other integer not null references document (key),
  detail text not null check (json_valid(detail)),
  state text not null default 'open' check (state in ('open', 'dismissed', 'accepted')),
  created_at text not null,
  by text,
  at text,
  claim text,
  unique (document, other, kind),
  check ((state = 'open') = (by is null)),
  check ((by is null) = (at is null))
) strict;
create index suggestion_by_state on suggestion (state, key);
create index suggestion_by_other on suggestion (other);

-- Which document bears a number.
create index claim_by_identifier on claim (lower(value ->> '$.value')) where property = 'identifier';
