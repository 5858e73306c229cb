-- Merges of agents, places and happenings that turned out to be wrong: what a reading of a time between has to know.
create table undone_merge (
  authority integer not null references authority (key),
  merged_into integer not null references authority (key),
  merged_at text not null,
  undone_at text not null,
  primary key (authority, merged_at, undone_at)
) strict, without rowid;
create index undone_merge_by_survivor on undone_merge (merged_into);
