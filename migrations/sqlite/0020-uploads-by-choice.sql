-- What somebody chose for single folders of uploads instead of the grouping of the whole: their paths with 'folder', 'file'
-- or 'none'.
alter table batch add column groupings text not null default '{}' check (json_valid(groupings));

-- How far the documents of a batch are.
create index batch_file_by_part on batch_file (part) where part is not null;
