-- Work that outlives a request. A job with parts ends when each of them has ended.

create table job (
  key integer primary key,
  id text not null unique,
  kind text not null,
  priority integer not null default 0,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  document integer references document (key),
  file integer references file (key),
  parent integer references job (key),
  done integer not null default 0,
  total integer,
  attempts integer not null default 0,
  run_after text not null,
  lease_token text,
  lease_until text,
  message text,
  error text,
  version integer not null default 1,
  created_at text not null,
  finished_at text
) strict;
create index job_to_run on job (priority desc, key) where state = 'queued' and kind <> 'ingest';
create index job_under_way on job (lease_until) where state = 'running' and kind <> 'ingest';
create index job_by_parent on job (parent) where parent is not null;
create index job_by_file on job (file) where file is not null;
create index job_by_lease on job (lease_token) where lease_token is not null;
create index job_by_document on job (document, key) where kind = 'ingest';
