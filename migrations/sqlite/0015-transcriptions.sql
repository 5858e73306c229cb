-- Transcriptions and translations brought to the pages of the scan that they are texts of.

-- What a page of a transcription says of the page that it transcribes: the name of its image, its number in a file.
alter table page add column refers_image text;
alter table page add column refers_number integer;

-- The page of a scan that a page of a transcription was brought to; its texts are revisions there, from the first to the
-- last of these. `target` null: an archivist wants it to stand by itself. `behind`: a person's text stood there already
-- and was kept in front.
create table page_match (
  page integer primary key references page (key),
  target integer references page (key),
  how text not null check (how in ('facs', 'file-name', 'label', 'order', 'by-hand')),
  layer text,
  first_revision integer references text_revision (key),
  last_revision integer references text_revision (key),
  behind integer not null default 0,
  matched_at text not null
) strict;
create index page_match_by_target on page_match (target) where target is not null;

-- Which pages of a transcription belong to no page of the scan, in words for the archivist.
alter table file add column mismatch text;

-- A revision that takes the text of its layer away: the page is as if it had none in it, and what was there stays in the
-- history.
alter table text_revision add column withdraws integer not null default 0 check (withdraws in (0, 1));
