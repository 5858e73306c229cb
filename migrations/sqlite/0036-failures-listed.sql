-- Jobs that failed, or of whose files some did, are listed without going through all that ended well.
create index job_with_failures on job (key)
  where parent is null and batch is null
    and (state = 'failed' or kind in ('ingest', 'bulk') and state = 'done' and message is not null);
-- And those of a document without going through those of all others.
create index job_of_document on job (document, key) where parent is null and document is not null;
