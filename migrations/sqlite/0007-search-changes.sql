-- What a search that keeps its lists in memory must know: how long each reading is, and what has changed in rows that
-- it has already seen. New readings are known by their row numbers and leave no trace here.

alter table reading add column words integer not null default 0;

-- FTS5 keeps the lengths of its rows as SQLite's varints, of up to three bytes for any text that there is.
update reading set words = (
  select case length(byte)
    when 2 then one
    when 4 then (one & 127) * 128 + two
    else ((one & 127) * 128 + (two & 127)) * 128 + three
  end
  from (
    select byte,
      instr('123456789ABCDEF', substr(byte, 1, 1)) * 16 + instr('123456789ABCDEF', substr(byte, 2, 1)) as one,
      instr('123456789ABCDEF', substr(byte, 3, 1)) * 16 + instr('123456789ABCDEF', substr(byte, 4, 1)) as two,
      instr('123456789ABCDEF', substr(byte, 5, 1)) * 16 + instr('123456789ABCDEF', substr(byte, 6, 1)) as three
    from (select hex(sz) as byte from reading_fts_docsize where id = reading.rowid)
  )
) where rowid in (select id from reading_fts_docsize);

create table search_change (
  seq integer primary key autoincrement,
  subject text not null check (subject in ('reading', 'document')),
  key integer not null
) strict;

create trigger reading_changed after update of entombed_at, audience on reading
when old.entombed_at is not new.entombed_at or old.audience is not new.audience
begin
  insert into search_change (subject, key) values ('reading', new.rowid);
end;

create trigger description_made after insert on description begin
  insert into search_change (subject, key) values ('document', new.document);
end;

create trigger document_shown after update of visibility, embargo_until, deleted_at on document begin
  insert into search_change (subject, key) values ('document', new.key);
end;
