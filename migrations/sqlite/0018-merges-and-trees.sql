-- Merges of agents, places and happenings that turned out to be wrong: what a reading of a time between has to know.
create table undone_merge (
  authority integer not null references authority (key),
  merged_into integer not null references authority (key),
  merged_at text not null,
  undone_at text not null,
  primary key (authority, merged_at, undone_at)
) strict, without rowid;
create index undone_merge_by_survivor on undone_merge (merged_into);

-- Grows whenever a unit of arrangement is added, moved or called otherwise, for who keeps the tree in memory.
create table collection_tree (
  version integer not null
) strict;
insert into collection_tree (version) values (0);
create trigger collection_added after insert on collection begin
  update collection_tree set version = version + 1;
end;
create trigger collection_moved after update of parent, title, reference_code on collection begin
  update collection_tree set version = version + 1;
end;

-- Whatever a witness of a document lies in, beside the one collection that is shown.
update description set view = json_set(view, '$.findable.collections', (
  select json_group_array(value) from (
    select distinct c.value ->> '$.collection' as value from claim c
    where c.document = description.document and c.property = 'collection' and c.polarity = 'asserted'
      and c.rank <> 'deprecated' and c.value ->> '$.collection' is not null
      and not exists (select 1 from claim r where r.revision_of = c.id)
    order by c.seq)))
where view -> '$.findable' is not null and collection is not null;
