-- Images of pages, made from originals and thrown away at will: by the bytes and the page of them, so that the same
-- bytes twice have one. The pyramidal TIFF itself lies beside the originals.
create table page_image (
  sha256 text not null,
  file_page integer not null,
  width integer not null,
  height integer not null,
  dpi real,
  how text not null check (how in ('copied', 'rendered', 'decoded')),
  tool text not null,
  remark text,
  likeness text,
  made_at text not null,
  primary key (sha256, file_page)
) strict, without rowid;

-- What recognition has to do with a page, or did. `missing`: it waits for a language that is not installed.
alter table page add column recognition text check (recognition in ('wanted', 'missing', 'done', 'failed'));
alter table page add column fault text;
-- Whether its embedded text is no language.
alter table page add column garbled integer not null default 0;
-- How sure the recogniser was on the whole (0–100), of the newest revision of the layer `ocr`.
alter table page add column confidence real;
create index page_to_recognise on page (file, file_page) where recognition in ('wanted', 'missing');
create index page_to_review on page (confidence, key) where confidence is not null;
-- The language (BCP 47) whose model a page waits for.
alter table page add column missing_language text;
-- The languages (BCP 47, by spaces) that an archivist says a file is in; else those of the document, else found out.
alter table file add column languages text;
