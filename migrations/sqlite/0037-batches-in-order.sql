-- A batch's files and documents are told some at a time, each from where the last left off.
create index batch_file_in_order on batch_file (batch);
create index batch_document_in_order on batch_document (batch);
-- What a person has of uploads that are not whole is summed up without those that are.
create index upload_not_whole on upload (created_by) where finished_at is null;
