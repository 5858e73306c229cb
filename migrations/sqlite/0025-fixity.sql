-- When the bytes of each original were last compared with their SHA-256, and what came of it. They were when they came.
create table fixity (
  sha256 text primary key check (length(sha256) = 64),
  bytes integer not null,
  checked_at text not null,
  state text not null check (state in ('sound', 'damaged', 'unreadable', 'missing'))
) strict, without rowid;
create index fixity_by_time on fixity (checked_at);
create index fixity_not_sound on fixity (checked_at) where state <> 'sound';

insert into fixity (sha256, bytes, checked_at, state)
select sha256, max(bytes), min(uploaded_at), 'sound' from file group by sha256;
