-- The words of the index with their stems, so that a query can ask for all forms of a word while the index itself stays
-- exact. Words come in batches, each once, when it is first seen in a language: new words (most of them misread) come
-- with every page, and a row or a place in a tree for each would cost more than the index. A stem leads to the batches
-- that hold its words; its token is the language's two letters and the stem.

create table term_batch (
  rowid integer primary key,
  language text not null,
  words text not null
) strict;

create virtual table term_stem using fts5(stems, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
