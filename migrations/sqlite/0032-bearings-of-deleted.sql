-- What was deleted is asked for by its title or identifier no more; restoring it brings them back.
delete from bearing where document in (select key from document where deleted_at is not null);
