-- The words of the index with their stems, each stemmed once, when it is first seen in a language: so that a query can
-- ask for all forms of a word, and the index itself stays exact.

create table term (
  language text not null,
  stem text not null,
  word text not null,
  primary key (language, stem, word)
) strict, without rowid;
