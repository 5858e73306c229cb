-- Accounts of people, the sessions of their browsers, and links that let somebody in once.

create table account (
  id text primary key,
  login text not null unique,
  name text not null,
  role text not null,
  -- argon2id as a PHC string; null for whoever signs in elsewhere
  password text,
  -- who they are to the OpenID provider
  issuer text,
  subject text,
  disabled_at text,
  version integer not null default 1,
  created_at text not null,
  updated_at text not null,
  unique (issuer, subject)
) strict, without rowid;

create table session (
  id text primary key,
  digest blob not null unique,
  -- an account, a token, or the administrator of the environment, whose token's digest is then the proof
  kind text not null check (kind in ('account', 'token', 'administrator')),
  holder text not null,
  proof blob,
  agent text,
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  ended_at text
) strict, without rowid;
create index session_by_holder on session (holder);

create table entry_link (
  id text primary key,
  digest blob not null unique,
  purpose text not null check (purpose in ('set-up', 'invitation', 'password')),
  account text references account (id),
  login text,
  name text,
  role text not null,
  made_by text not null,
  created_at text not null,
  expires_at text not null,
  used_at text,
  withdrawn_at text
) strict, without rowid;

alter table token add column account text references account (id);
alter table token add column expires_at text;
