-- A batch that is read to its end counts its failures from those, not from all its files: it ends again with each file of it
-- that is read anew.
create index batch_file_failed on batch_file (batch) where state = 'failed';
drop trigger batch_dealt_with;
create trigger batch_dealt_with after update of done, total on job
when new.kind = 'bulk' and new.state in ('running', 'done')
begin
  update job set (state, finished_at, message) = (
    select iif(over, 'done', 'running'), iif(over, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), null),
      iif(over and failed > 0, failed || ' of ' || new.total || ' files could not be added or read: see the report.', null)
    from (
      select new.done >= new.total and phase = 'added' as over,
        iif(new.done >= new.total and phase = 'added', (
          select count(*) from (
            select l.key from batch_file l indexed by batch_file_failed where l.batch = b.key and l.state = 'failed'
            union
            select l.key from file f indexed by file_failed cross join batch_file l on l.file = f.key
            where f.state = 'failed' and l.batch = b.key)), 0) as failed
      from batch b where b.job = new.key))
  where key = new.key;
end;
