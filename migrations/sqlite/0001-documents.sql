-- Documents, their witnesses and files, and the claims from which every description is made.
-- `key` is SQLite's own row number and stays private to src/sqlite; `id` is what the world sees.

create table setting (
  name text primary key,
  value text not null
) strict, without rowid;

create table document (
  key integer primary key,
  id text not null unique,
  version integer not null default 1,
  visibility text not null check (visibility in ('public', 'members', 'restricted', 'embargoed')),
  embargo_until text,
  created_at text not null,
  updated_at text not null,
  deleted_at text
) strict;

create table witness (
  key integer primary key,
  id text not null unique,
  document integer not null references document (key),
  ordinal integer not null,
  label text not null,
  version integer not null default 1,
  created_at text not null,
  unique (document, ordinal)
) strict;

-- One upload of some bytes. The bytes themselves lie in the file store under their SHA-256.
create table file (
  key integer primary key,
  id text not null unique,
  document integer not null references document (key),
  witness integer not null references witness (key),
  ordinal integer not null,
  sha256 text not null check (length(sha256) = 64),
  bytes integer not null,
  name text not null,
  media_type text not null,
  role text not null check (role in ('scan', 'transcription', 'translation')),
  state text not null check (state in ('queued', 'running', 'waiting', 'done', 'failed')),
  error text,
  remark text,
  duplicate_of integer references file (key),
  uploaded_by text not null,
  uploaded_at text not null,
  unique (witness, ordinal)
) strict;
create index file_by_document on file (document);
create index file_by_sha256 on file (sha256);

-- A leaf of a file. A witness is an ordered list of references to pages, so one file may serve several witnesses.
create table page (
  key integer primary key,
  id text not null unique,
  file integer not null references file (key),
  file_page integer not null,
  label text,
  width integer,
  height integer,
  unique (file, file_page)
) strict;

create table witness_page (
  witness integer not null references witness (key),
  number integer not null,
  page integer not null references page (key),
  primary key (witness, number)
) strict, without rowid;
create index witness_page_by_page on witness_page (page);

-- Append-only: a revision names the claim it revises and never overwrites it.
create table claim (
  seq integer primary key,
  id text not null unique,
  subject_type text not null,
  subject text not null,
  document integer references document (key),
  property text not null,
  value text not null check (json_valid(value)),
  earliest_day integer,
  latest_day integer,
  polarity text not null check (polarity in ('asserted', 'denied')),
  rank text not null check (rank in ('preferred', 'normal', 'deprecated')),
  certainty text not null check (certainty in ('high', 'medium', 'low', 'unknown')),
  nature text not null check (nature in ('stated', 'inferred', 'attributed', 'presumed', 'purported')),
  reasons text not null check (json_valid(reasons)),
  sources text not null check (json_valid(sources)),
  note text,
  recorded_by text not null,
  recorded_at text not null,
  revision_of text references claim (id)
) strict;
create index claim_by_document on claim (document, seq);
create index claim_by_subject on claim (subject, property, seq);
create index claim_by_revision on claim (revision_of) where revision_of is not null;

-- The view over a document's claims, made anew in every transaction that changes them.
create table description (
  document integer primary key references document (key),
  title text not null,
  creator text,
  type text,
  language text,
  collection text,
  earliest_day integer,
  latest_day integer,
  view text not null check (json_valid(view))
) strict;
create index description_by_title on description (title, document);
