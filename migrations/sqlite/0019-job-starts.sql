-- When a job first ran, so that its rate and what is left of it can be told. Jobs are started in many ways.
alter table job add column started_at text;

create trigger job_started after update of state on job when new.state = 'running' and new.started_at is null
begin
  update job set started_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') where key = new.key;
end;

create trigger job_added_running after insert on job when new.state = 'running'
begin
  update job set started_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') where key = new.key;
end;

create index import_by_job on import (job);
