-- The days of a document's date, for search: JSON arrays of [first, last], Julian Day Numbers, null for an open end.
-- `windows` is its date as people see it, `stated` the days of its settled date claims alone, `claimed` those of every
-- date claim, refuted and deprecated ones, too. Where they are null, earliest_day and latest_day say all there is.

alter table description add column windows text check (windows is null or json_valid(windows));
alter table description add column stated text check (stated is null or json_valid(stated));
alter table description add column claimed text check (claimed is null or json_valid(claimed));
