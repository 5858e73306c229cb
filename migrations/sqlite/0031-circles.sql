-- Annotations that are for one person or one group alone, and answers that are seen by nobody who may not see what they answer.

-- What its writer says of who sees it; null: all who may see what it is about.
alter table annotation add column visibility text check (visibility in ('private', 'group'));
alter table annotation add column restricted_to text references person_group (id);
create index annotation_by_group on annotation (restricted_to) where restricted_to is not null;

-- The annotation that it answers.
alter table annotation add column answers integer references annotation (key);
create index annotation_by_answered on annotation (answers) where answers is not null;

-- The class of those who see it beside who wrote it: what all of it comes to, whether it is hidden, and what it answers; null: everybody.
alter table annotation add column circle text;
create index annotation_for_some on annotation (document) where (circle is not null or audience is not null);

-- An answer names what it answers as its target.
update annotation set answers = (
  select b.key from json_tree(annotation.body, '$.target') t join annotation b
    on b.id = substr(t.value, instr(t.value, '/annotations/') + length('/annotations/'))
  where t.type = 'text' and t.value like '%/annotations/%' and b.key < annotation.key limit 1);

with recursive veiled (key, class) as (
  select key, 'private:' || created_by from annotation where hidden_at is not null
  union
  select a.key, v.class from veiled v join annotation a on a.answers = v.key)
update annotation set circle = (
  select group_concat(class, '&') from (select distinct class from veiled v where v.key = annotation.key order by class))
where key in (select key from veiled);
update reading set audience = iif(audience = 'public', '', audience || '&') || (select circle from annotation where key = reading.revision)
where kind = 'annotation' and entombed_at is null and revision in (select key from annotation where circle is not null);

drop index annotation_standing;
create index annotation_standing on annotation (document, page, created_by, audience, circle) where deleted_at is null;
