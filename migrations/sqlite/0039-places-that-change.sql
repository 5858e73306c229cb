-- Of which documents pages stand elsewhere, are called otherwise or are of another size since: a search keeps where the
-- pages that it shows stand. Each document stands here once, with its newest change. A page that is new to the archive
-- stands in no other witness and leaves no trace here.

create table place_change (
  seq integer primary key autoincrement,
  document integer not null unique
) strict;

create trigger page_told after update of label, width, height on page
when old.label is not new.label or old.width is not new.width or old.height is not new.height
begin
  insert or replace into place_change (document)
  select w.document from witness_page wp join witness w on w.key = wp.witness where wp.page = new.key;
end;

create trigger page_placed after insert on witness_page
when exists (select 1 from witness_page where page = new.page and witness <> new.witness)
begin
  insert or replace into place_change (document) select document from witness where key = new.witness;
end;

-- Numbers are negative on their way to others.
create trigger page_moved after update on witness_page when new.number > 0 begin
  insert or replace into place_change (document) select document from witness where key = new.witness;
end;

create trigger page_left after delete on witness_page begin
  insert or replace into place_change (document) select document from witness where key = old.witness;
end;
