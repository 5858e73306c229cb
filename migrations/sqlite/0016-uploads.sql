-- Files that come together: a folder that is added, or uploads that are grouped as a folder would be. The job of a batch
-- has kind 'bulk' and counts files; an upload has one once it is asked to become documents. A folder is known by what it
-- is again when its command is repeated.
create table batch (
  key integer primary key,
  id text not null unique,
  job integer references job (key),
  source text not null check (source in ('folder', 'upload')),
  known_as text unique,
  name text not null,
  phase text not null check (phase in ('open', 'listing', 'adding', 'added', 'abandoned')),
  grouping text not null check (grouping in ('folder', 'file')),
  skip_known integer not null check (skip_known in (0, 1)),
  cells text not null check (json_valid(cells)),
  manifest text check (json_valid(manifest)),
  round integer not null default 0,
  created_by text not null,
  created_at text not null,
  changed_at text not null
) strict;
create index batch_under_way on batch (key) where source = 'upload' and phase in ('listing', 'adding');
create index batch_by_job on batch (job) where job is not null;
create index batch_to_forget on batch (changed_at) where phase in ('open', 'abandoned');

-- A document of a batch, known by its name there: it is added once.
create table batch_document (
  key integer primary key,
  batch integer not null references batch (key),
  name text not null,
  title text not null,
  cells text check (json_valid(cells)),
  document text,
  unique (batch, name)
) strict;

create table batch_file (
  key integer primary key,
  batch integer not null references batch (key),
  path text not null,
  spelt text not null,
  part integer references batch_document (key),
  position integer not null default 0,
  role text not null default 'scan' check (role in ('scan', 'transcription', 'translation', 'metadata')),
  bytes integer not null default 0,
  changed integer,
  sha256 text check (length(sha256) = 64),
  state text not null check (state in ('received', 'listed', 'again', 'added', 'failed', 'passed-over')),
  file integer references file (key),
  says text,
  round integer not null,
  unique (batch, path)
) strict;
create unique index batch_file_by_file on batch_file (file) where file is not null;
create index batch_file_to_add on batch_file (part, position) where state in ('listed', 'again');
create index batch_file_received on batch_file (batch, path) where state = 'received';
create index batch_file_by_sha256 on batch_file (sha256) where sha256 is not null;

-- Jobs that belong to a batch are not listed apart.
alter table job add column batch integer references batch (key);
create index job_by_batch on job (batch) where batch is not null;
create index job_listed on job (key) where parent is null and batch is null;

-- The job of a batch is as far as its files are read, whatever job it is that reads them.
create trigger batch_file_read after update of state on file
when (old.state in ('queued', 'running')) <> (new.state in ('queued', 'running'))
begin
  update job set done = done + iif(new.state in ('queued', 'running'), -1, 1)
  where key = (select b.job from batch_file f join batch b on b.key = f.batch where f.file = new.key);
end;
create trigger batch_dealt_with after update of done, total on job
when new.kind = 'bulk' and new.state in ('running', 'done')
begin
  update job set (state, finished_at, message) = (
    select iif(over, 'done', 'running'), iif(over, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), null),
      iif(over and failed > 0, failed || ' of ' || new.total || ' files could not be added or read: see the report.', null)
    from (
      select new.done >= new.total and phase = 'added' as over,
        iif(new.done >= new.total and phase = 'added', (
          select count(*) from batch_file l left join file f on f.key = l.file
          where l.batch = b.key and (l.state = 'failed' or f.state = 'failed')), 0) as failed
      from batch b where b.job = new.key))
  where key = new.key;
end;

-- What is uploaded in pieces, before a document or a batch takes it. Its bytes lie in uploads/ until they are whole.
create table upload (
  key integer primary key,
  id text not null unique,
  batch integer references batch (key),
  name text not null,
  path text not null,
  bytes integer,
  metadata text not null check (json_valid(metadata)),
  sha256 text check (length(sha256) = 64),
  created_by text not null,
  created_at text not null,
  expires_at text not null,
  finished_at text
) strict;
create index upload_to_forget on upload (expires_at);
create index upload_by_sha256 on upload (sha256) where sha256 is not null;
create index upload_of_batch on upload (batch) where batch is not null;
