-- What people do to the pages of witnesses: their order, leaves that are missing, and every change with its inverse.

-- Whether its pages stand otherwise than file by file: what is read later is then put where the rest of its file is.
alter table witness add column arranged integer not null default 0;

-- A leaf that is known to be missing behind the page of a number (0: before the first), in the order of `ordinal`.
-- Null: it was taken out.
create table missing_leaf (
  key integer primary key,
  id text not null unique,
  witness integer not null references witness (key),
  after integer,
  ordinal integer not null default 0,
  label text,
  note text
) strict;
create index missing_leaf_by_place on missing_leaf (witness, after, ordinal) where after is not null;

-- `effect` holds what was and what is in every place that a change reached, in runs of pages of files.
create table page_change (
  key integer primary key,
  id text not null unique,
  witness integer not null references witness (key),
  effect text not null check (json_valid(effect)),
  undoes integer references page_change (key),
  undone_by integer references page_change (key),
  made_by text not null,
  made_at text not null
) strict;

create table page_change_place (
  witness integer not null references witness (key),
  change integer not null references page_change (key),
  primary key (witness, change)
) strict, without rowid;

-- Look-alikes: numbers are compared without signs and manners of writing, files by their bytes, images by their hashes,
-- and texts also when they were recognised or corrected after they had been read.

-- What a claim's number is compared as; those of before are made anew by `fonds reindex`.
create table claim_number (
  key text not null,
  claim integer not null references claim (seq),
  primary key (key, claim)
) strict, without rowid;
insert into claim_number (key, claim)
  select lower(value ->> '$.value'), seq from claim where property = 'identifier' and value ->> '$.value' is not null;
drop index claim_by_identifier;

create table suggestion_of_more (
  key integer primary key,
  id text not null unique,
  kind text not null check (kind in ('look-alike', 'carries-number', 'same-bytes', 'same-image')),
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
insert into suggestion_of_more select * from suggestion;
drop table suggestion;
alter table suggestion_of_more rename to suggestion;
create index suggestion_by_state on suggestion (state, key);
create index suggestion_by_other on suggestion (other);

-- The perceptual hash of a page's image: 256 bits in hexadecimal digits, and its 16 pieces by which near ones are found.
create table likeness (
  key integer primary key,
  sha256 text not null,
  file_page integer not null,
  hash text not null,
  unique (sha256, file_page)
) strict;
create table likeness_piece (
  piece integer not null,
  likeness integer not null,
  primary key (piece, likeness)
) strict, without rowid;

-- Files whose texts have changed since it was noted what they are like; `changes` tells whether that goes on.
create table unsigned_text (
  file integer primary key references file (key),
  changes integer not null default 1,
  changed_at text not null
) strict;
create index unsigned_text_by_time on unsigned_text (changed_at);
