-- An annotation that an archivist hid, with why: absent for all but archivists and who wrote it.
alter table annotation add column hidden_at text;
alter table annotation add column hidden_by text;
alter table annotation add column hidden_because text;

-- What stands is counted by document and page without reading any of it.
create index annotation_standing on annotation (document, page, hidden_at, created_by) where deleted_at is null;
create index annotation_by_writer on annotation (created_by) where deleted_at is null;
create index annotation_by_revision on annotation (page, revision)
  where page is not null and anchor is not null and deleted_at is null;

-- What an annotation is asked for by: its tags, and its motivations without `oa:`.
create table annotation_term (
  kind text not null check (kind in ('motivation', 'tag')),
  value text not null,
  annotation integer not null references annotation (key),
  primary key (kind, value, annotation)
) strict, without rowid;
create index annotation_term_by_annotation on annotation_term (annotation);

insert or ignore into annotation_term (kind, value, annotation)
select 'motivation', iif(m.value like 'oa:%', substr(m.value, 4), m.value), a.key
from annotation a, json_each(a.body, '$.motivation') m where m.type = 'text';

-- A body may be one or several, and so may its purposes.
insert or ignore into annotation_term (kind, value, annotation)
select 'tag', t.body ->> '$.value', t.annotation from (
  select a.key as annotation, a.body -> '$.body' as body from annotation a where json_type(a.body, '$.body') = 'object'
  union all
  select a.key, b.value from annotation a, json_each(a.body, '$.body') b
  where json_type(a.body, '$.body') = 'array' and b.type = 'object') t
where json_type(t.body, '$.value') = 'text'
  and exists (select 1 from json_each(t.body, '$.purpose') u where u.value in ('tagging', 'oa:tagging'));

-- What was done to annotations, to be told to who follows them.
create index event_of_annotation on event (seq)
  where verb in ('annotate', 'change-annotation', 'remove-annotation', 'hide-annotation', 'show-annotation');
