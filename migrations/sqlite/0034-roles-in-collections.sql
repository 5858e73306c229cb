-- What somebody, or a group, may do with what lies in a collection, beside what they may do everywhere.
create table collection_role (
  collection integer not null references collection (key),
  account text references account (id),
  person_group text references person_group (id),
  role text not null check (role in ('annotator')),
  given_by text not null,
  given_at text not null,
  check ((account is null) <> (person_group is null)),
  unique (collection, account),
  unique (collection, person_group)
) strict;
create index collection_role_by_account on collection_role (account) where account is not null;
create index collection_role_by_group on collection_role (person_group) where person_group is not null;
