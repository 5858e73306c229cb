-- What of pages is withheld from whom: whole pages, and regions and words of them.

-- A class of its own, narrower than that of the documents in which the page stands; null where it has none.
alter table page add column visibility text check (visibility in ('public', 'members', 'restricted', 'embargoed'));
alter table page add column embargo_until text;
alter table page add column restricted_to text;
create index page_with_class on page (key) where visibility is not null;
create index page_by_group on page (restricted_to) where restricted_to is not null;

-- Regions in the units of a frame, and wordings wherever they stand on the page. Never changed but to be undone.
create table redaction (
  key integer primary key,
  id text not null unique,
  page integer not null references page (key),
  regions text not null check (json_valid(regions)),
  frame text check (frame is null or json_valid(frame)),
  quotes text not null check (json_valid(quotes)),
  because text not null,
  tells integer not null check (tells in (0, 1)),
  until text,
  made_by text not null,
  made_at text not null,
  undone_by text,
  undone_at text,
  check ((undone_by is null) = (undone_at is null))
) strict;
create index redaction_by_page on redaction (page) where undone_at is null;

-- The text of a reading from which something is withheld, as it was indexed, with the places of its words.
create table masked_text (
  key integer primary key,
  content text not null,
  words blob
) strict;
alter table reading add column masked integer;

-- The class of an annotation or a mark that is about what is withheld; null where it is seen with its document.
alter table annotation add column audience text;
alter table mark add column audience text;
create index mark_by_page on mark (page) where page is not null;
drop index annotation_standing;
create index annotation_standing on annotation (document, page, hidden_at, created_by, audience) where deleted_at is null;
