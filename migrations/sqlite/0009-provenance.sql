-- What claims point at, and the things that they may be about beside documents and witnesses.

-- The things that a claim names in its value, and the sources on which it rests; kept by the insert of the claim.
create table claim_target (
  claim integer not null references claim (seq),
  role text not null check (role in ('value', 'source')),
  target text not null,
  target_type text not null,
  primary key (claim, role, target)
) strict, without rowid;
create index claim_target_by_target on claim_target (target, role, claim);
create index claim_by_subject_alone on claim (subject, seq);

-- Agents, places and happenings: `view` is made of the claims about the thing and those merged into it.
create table authority (
  key integer primary key,
  id text not null unique,
  type text not null check (type in ('agent', 'place', 'happening')),
  kind text check (kind in ('person', 'family', 'corporateBody')),
  version integer not null default 1,
  label text not null,
  view text not null check (json_valid(view)),
  created_by text not null,
  created_at text not null,
  updated_at text not null,
  merged_into integer references authority (key),
  merged_at text,
  check ((type = 'agent') = (kind is not null)),
  check ((merged_into is null) = (merged_at is null))
) strict;
create index authority_by_type on authority (type, key);
create index authority_by_survivor on authority (merged_into) where merged_into is not null;

create table authority_name (
  authority integer not null references authority (key),
  folded text not null,
  primary key (authority, folded)
) strict, without rowid;

-- What claims rest on: a work as CSL-JSON, or a document of the archive.
create table source (
  key integer primary key,
  id text not null unique,
  version integer not null default 1,
  csl text check (csl is null or json_valid(csl)),
  document integer references document (key),
  folded text not null,
  created_by text not null,
  created_at text not null,
  updated_at text not null,
  check ((csl is null) <> (document is null))
) strict;
create index source_by_document on source (document) where document is not null;

-- A tree of units of arrangement; `elements` holds the ISAD(G) elements that no list asks for.
create table collection (
  key integer primary key,
  id text not null unique,
  version integer not null default 1,
  parent integer references collection (key),
  level text not null,
  reference_code text,
  title text not null,
  elements text not null check (json_valid(elements)),
  created_by text not null,
  created_at text not null,
  updated_at text not null
) strict;
create index collection_by_parent on collection (parent, key);

-- A stamp, number, signature or note on one witness. Changes and removals are events that keep what was before.
create table mark (
  key integer primary key,
  id text not null unique,
  witness integer not null references witness (key),
  version integer not null default 1,
  kind text not null,
  reading text,
  as_read text,
  date text,
  inferred text not null check (json_valid(inferred)),
  because text,
  sources text not null check (json_valid(sources)),
  agent text,
  place text,
  page integer references page (key),
  box text check (box is null or json_valid(box)),
  recorded_by text not null,
  recorded_at text not null,
  deleted_at text
) strict;
create index mark_by_witness on mark (witness, key);
create index mark_by_agent on mark (agent) where agent is not null;
create index mark_by_place on mark (place) where place is not null;

-- What a witness is called by the claims about it; `label` is what it is called without them.
alter table witness add column said_label text;

-- A heading by which a witness of one document names another.
create table misattribution (
  witness integer primary key references witness (key),
  document integer not null references document (key),
  names integer not null references document (key),
  heading text not null,
  status text not null check (status in ('misattributed', 'misleading'))
) strict;
create index misattribution_by_document on misattribution (document);
create index misattribution_by_name on misattribution (names);

-- Documents that a change of something they name has left to be described anew by a job.
create table stale_description (
  document integer primary key references document (key),
  job integer not null references job (key)
) strict;
create index stale_description_by_job on stale_description (job);

-- The document whose history an event belongs to, whatever of it the event is about.
alter table event add column document integer references document (key);
update event set document = (select key from document where id = subject) where subject_type = 'document';
create index event_by_document on event (document, seq) where document is not null;
