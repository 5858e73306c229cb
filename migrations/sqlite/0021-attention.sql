-- What waits for an archivist is found without going through all that does not.
create index description_disputed on description (document)
  where view ->> '$.disputed' <> '[]' or view ->> '$.date.status' in ('disputed', 'conflicting');
create index file_failed on file (document) where state = 'failed';
create index job_failed on job (key) where state = 'failed' and parent is null;
