-- Who may see what lies in a collection.

alter table collection add column visibility text not null default 'public'
  check (visibility in ('public', 'members', 'restricted', 'embargoed'));
alter table collection add column embargo_until text;
alter table collection add column restricted_to text;
create index collection_by_group on collection (restricted_to) where restricted_to is not null;

-- The class of who may see it: its own, with those of all in which it lies.
alter table collection add column audience text not null default 'public';
alter table document add column audience text not null default 'restricted';
update document set audience = case visibility
  when 'embargoed' then 'embargoed:' || coalesce(embargo_until, '9999-12-31')
  when 'restricted' then 'restricted' || coalesce(':' || restricted_to, '')
  else visibility end;

drop trigger document_shown;
create trigger document_shown after update of audience, deleted_at on document
when old.audience is not new.audience or old.deleted_at is not new.deleted_at
begin
  insert into search_change (subject, key) values ('document', new.key);
end;
