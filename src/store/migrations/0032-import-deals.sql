-- Imports of organisations and deals, which can be tried and taken back as those of people can.

alter table enishi.import_change
  -- Deals that the batch made.
  add column deals uuid[] not null default '{}';

alter table enishi.import_kept drop constraint import_kept_kind_check;
alter table enishi.import_kept add constraint import_kept_kind_check check (kind in
  ('activity', 'relation', 'affiliation', 'handle', 'person', 'organisation', 'deal'));

-- A list of organisations is held against those that are found at the same domain.
create index organisation_domain on enishi.organisation (workspace_id, domain)
  where domain is not null;

-- How many next contacts of programmes went along with a hand-over.
alter table enishi.handover add column next_contacts integer not null default 0
  check (next_contacts >= 0);
