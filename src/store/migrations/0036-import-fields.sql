-- Lists fill the fields that a workspace added and say who looks after somebody; what they could not
-- place is noted beside what they refused.

-- Said by a list, and by no member since: it goes when the import is taken back.
alter table enishi.custom_value add column is_imported boolean not null default false;
alter table enishi.owner add column is_imported boolean not null default false;

-- The record was taken all the same: only this of it was left out.
alter table enishi.import_refusal add column is_taken boolean not null default false;
alter table enishi.import add column noted bigint not null default 0;

alter table enishi.import_kept drop constraint import_kept_kind_check;
alter table enishi.import_kept add constraint import_kept_kind_check check (kind in
  ('activity', 'relation', 'affiliation', 'handle', 'person', 'organisation', 'deal', 'field', 'owner'));
