-- What was done and by whom, answers to repeated requests, and tokens.

-- Append-only and chained per subject over salted digests; the payload lies apart so that it can be purged lawfully.
create table event (
  seq integer primary key,
  id text not null unique,
  at text not null,
  actor text not null,
  verb text not null,
  subject_type text not null,
  subject text not null,
  payload_digest blob not null,
  previous blob,
  digest blob not null
) strict;
create index event_by_subject on event (subject, seq);

create table event_payload (
  event integer primary key references event (seq),
  salt blob not null,
  payload text not null check (json_valid(payload))
) strict;

create table idempotency (
  actor text not null,
  key text not null,
  fingerprint text not null,
  outcome text not null check (json_valid(outcome)),
  created_at text not null,
  primary key (actor, key)
) strict, without rowid;
create index idempotency_by_age on idempotency (created_at);

create table token (
  id text primary key,
  name text not null,
  role text not null,
  digest blob not null unique,
  created_at text not null,
  revoked_at text
) strict, without rowid;
