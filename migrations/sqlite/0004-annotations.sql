-- W3C Web Annotations as given, beside the place on the text revision that each one is anchored to.

create table annotation (
  key integer primary key,
  id text not null unique,
  document integer references document (key),
  page integer references page (key),
  revision integer references text_revision (key),
  anchor text check (anchor is null or json_valid(anchor)),
  body text not null check (json_valid(body)),
  version integer not null default 1,
  created_by text not null,
  created_at text not null,
  modified_at text,
  deleted_at text
) strict;
create index annotation_by_document on annotation (document, key);
create index annotation_by_page on annotation (page) where page is not null;
