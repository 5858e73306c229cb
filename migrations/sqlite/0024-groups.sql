-- Groups of people, and documents that are for one of them.

create table person_group (
  id text primary key,
  name text not null unique,
  created_at text not null,
  updated_at text not null,
  version integer not null default 1
) strict, without rowid;

create table group_member (
  person_group text not null references person_group (id),
  account text not null references account (id),
  primary key (person_group, account)
) strict, without rowid;
create index group_by_member on group_member (account);

-- For a document that is restricted: the group it is for; null where archivists alone see it.
alter table document add column restricted_to text references person_group (id);
create index document_by_group on document (restricted_to) where restricted_to is not null;
