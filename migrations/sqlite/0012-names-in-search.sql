-- Names in search: a word of a query is looked up among the names of agents, places and happenings.

create index authority_name_by_name on authority_name (folded, authority);

-- By which folded titles and identifiers a document is asked for where it is known: it then comes first.
create table bearing (
  folded text not null,
  document integer not null references document (key),
  primary key (folded, document)
) strict, without rowid;
create index bearing_by_document on bearing (document);
