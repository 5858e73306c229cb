-- FTS5 merges the parts of its index when there are sixteen of a size instead of four: taking in texts then costs a
-- third less, and a word is looked for in a few parts more (docs/adr/0009).

insert into reading_fts (reading_fts, rank) values ('automerge', 16);
insert into reading_fts (reading_fts, rank) values ('crisismerge', 32);
