-- Lists of contacts say who may not be written to or called, and who agreed to mail. What a list said goes
-- when its import is undone with the person; what a member lifted or withdrew, no list says again.
alter table enishi.do_not_contact add column is_imported boolean not null default false;
alter table enishi.contact_consent add column is_imported boolean not null default false;
