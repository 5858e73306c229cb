-- So many bytes of an upload in pieces are known to be on disk. A file may have grown further when the power went, with
-- anything in it. Null for an upload that was begun before this was noted: the size of its file is believed.
alter table upload add column received integer;
