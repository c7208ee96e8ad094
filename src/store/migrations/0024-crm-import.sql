-- Imports that can be tried before and taken back afterwards.

alter table enishi.import drop constraint import_state_check;
alter table enishi.import add constraint import_state_check
  check (state in ('running', 'stopped', 'done', 'failed', 'undoing', 'undone'));
alter table enishi.import
  -- What becomes of rows that look like somebody who is known.
  add column lookalikes text not null default 'new' check (lookalikes in ('new', 'update')),
  -- Whether what it made was kept track of.
  add column is_undoable boolean not null default false,
  -- What taking it back came to so far: {"removed": {kind: n}, "restored": n, "edited": n, "referred": n}.
  add column undo jsonb;

-- What each batch of an import made, as ids, and what it changed, with what stood there before:
-- [{"kind", "id", "field", "before", "after"}]. One row a batch; a million rows that make three
-- things each are 2,000 rows here with 16 bytes a thing. Taking back deletes the rows as it goes.
create table enishi.import_change (
  workspace_id uuid not null,
  import_id uuid not null,
  -- The last record of the batch.
  position bigint not null,
  activities uuid[] not null,
  relations uuid[] not null,
  affiliations uuid[] not null,
  handles uuid[] not null,
  people uuid[] not null,
  organisations uuid[] not null,
  changed jsonb not null,
  primary key (workspace_id, import_id, position),
  foreign key (workspace_id, import_id) references enishi.import (workspace_id, id) on delete cascade
);

-- What stayed when the import was taken back, and why.
create table enishi.import_kept (
  workspace_id uuid not null,
  import_id uuid not null,
  kind text not null check (kind in
    ('activity', 'relation', 'affiliation', 'handle', 'person', 'organisation')),
  subject_id uuid not null,
  -- The field that was edited since; '' for the row itself.
  field text not null,
  reason text not null check (reason in ('edited', 'referred')),
  primary key (workspace_id, import_id, kind, subject_id, field),
  foreign key (workspace_id, import_id) references enishi.import (workspace_id, id) on delete cascade
);

-- An import that is only tried: what it would do, counted.
create table enishi.import_trial (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  format text not null,
  file_name text not null,
  channel_name text not null,
  -- The upload that is tried.
  upload_id text not null,
  columns jsonb,
  size_bytes bigint not null,
  read_bytes bigint not null default 0,
  state text not null check (state in ('running', 'done', 'failed')),
  failure text,
  findings jsonb,
  started_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

-- When a member changed it; what an import made and nobody touched may go with the import.
alter table enishi.organisation add column edited_at timestamptz;

-- Rows that are deleted are looked for in what refers to them: each such key needs its index, whole.
drop index enishi.handle_ownership_person;
create index handle_ownership_person on enishi.handle_ownership (workspace_id, person_id);
create index affiliation_person on enishi.affiliation (workspace_id, person_id);
create index relation_of_person on enishi.relation (workspace_id, person_id) where person_id is not null;
create index relation_of_organisation on enishi.relation (workspace_id, organisation_id)
  where organisation_id is not null;
create index activity_object_handle on enishi.activity (workspace_id, object_handle_id)
  where object_handle_id is not null;

-- People who are called the same.
create index person_called on enishi.person (workspace_id, family_name, given_name)
  where family_name is not null;

alter table enishi.job drop constraint job_kind_check;
alter table enishi.job add constraint job_kind_check check (kind in
  ('import', 'apply-topics', 'load-world', 'drop-expired', 'rebuild-derived', 'train-model', 'read-again',
   'group-opinions', 'try-import', 'undo-import'));

do $$
declare
  t text;
begin
  foreach t in array array['import_change', 'import_kept', 'import_trial']
  loop
    execute format('alter table enishi.%I enable row level security', t);
    execute format(
      'create policy own_workspace on enishi.%I for all to enishi_app '
      'using (workspace_id = current_setting(''enishi.workspace'')::uuid) '
      'with check (workspace_id = current_setting(''enishi.workspace'')::uuid)', t);
    execute format('grant select, insert, update, delete on enishi.%I to enishi_app', t);
  end loop;
end
$$;
