-- Under which addresses an annotation is known where it was obtained: what it says itself as `via`. Kept when it is changed, so
-- that what is imported again is known again.
create table annotation_source (
  iri text not null,
  annotation integer not null references annotation (key),
  primary key (iri, annotation)
) strict, without rowid;

insert or ignore into annotation_source (iri, annotation)
select v.value, a.key from annotation a, json_each(a.body, '$.via') v where v.type = 'text';
