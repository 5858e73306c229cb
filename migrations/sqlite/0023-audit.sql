-- Seals over what is only ever added to: each is a digest of the one before it and of the rows since then, and is signed.

create table seal (
  seq integer primary key,
  at text not null,
  -- the last row of each ledger that it covers
  events integer not null,
  claims integer not null,
  revisions integer not null,
  files integer not null,
  digest blob not null,
  signer text,
  signature blob
) strict;

-- Public keys, as PEM, by the first 16 hexadecimal digits of the SHA-256 of their DER form.
create table seal_signer (
  id text primary key,
  public_key text not null,
  first_used_at text not null
) strict, without rowid;

-- Payloads of events that were erased, and why; the digest in the event stays.
create table event_erasure (
  event integer primary key references event (seq),
  at text not null,
  actor text not null,
  reason text not null
) strict;
