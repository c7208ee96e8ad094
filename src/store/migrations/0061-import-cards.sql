-- Lists of people, organisations and deals bring tags and notes as well: said by a list, and by no member
-- since, they go when the import is taken back.
alter table enishi.tagging add column is_imported boolean not null default false;
alter table enishi.note add column is_imported boolean not null default false;

alter table enishi.import_kept drop constraint import_kept_kind_check;
alter table enishi.import_kept add constraint import_kept_kind_check check (kind in
  ('activity', 'relation', 'affiliation', 'handle', 'person', 'organisation', 'deal', 'field', 'owner',
   'tag', 'tagging', 'note'));
