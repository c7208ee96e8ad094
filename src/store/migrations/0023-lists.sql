-- Who looks after whom, what colleagues keep beside it (tags and fields of their own), saved lists,
-- and edits of many rows at once. A row about a person keeps the person it was written with.

-- What a row is about: one of three columns, so that each is a foreign key; `subject_id` is the one.
-- Who looks after a person or an organisation, from when to when; of deals, whose columns say who
-- does today, the history.
create table enishi.owner (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  subject_id uuid not null generated always as (coalesce(person_id, organisation_id, deal_id)) stored,
  rank text not null check (rank in ('main', 'second')),
  -- A member; one who has left stays named here.
  member_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  set_by uuid,
  ended_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1)
);
create unique index owner_today on enishi.owner (workspace_id, subject_id, rank) where until is null;
create index owner_subject on enishi.owner (workspace_id, subject_id);
create index owner_member on enishi.owner (workspace_id, member_id, id) where until is null;

-- What deals have today begins their history.
insert into enishi.owner (workspace_id, id, deal_id, rank, member_id, since)
select workspace_id, gen_random_uuid(), id, 'main', owner_id, changed_at from enishi.deal
  where owner_id is not null
union all
select workspace_id, gen_random_uuid(), id, 'second', second_owner_id, changed_at from enishi.deal
  where second_owner_id is not null;

-- What one member passed on to another.
create table enishi.handover (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null check (reason in ('transfer', 'leave', 'other')),
  summary text not null,
  made_at timestamptz not null,
  made_by uuid,
  -- Null: it waits for the receiver.
  acknowledged_at timestamptz,
  primary key (workspace_id, id),
  check (from_id <> to_id)
);
create index handover_to on enishi.handover (workspace_id, to_id, id);
create index handover_from on enishi.handover (workspace_id, from_id, id);

create table enishi.handover_item (
  workspace_id uuid not null,
  id uuid not null,
  handover_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  task_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, handover_id) references enishi.handover (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references enishi.task (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id, task_id) = 1)
);
create index handover_item_of on enishi.handover_item (workspace_id, handover_id, id);

create table enishi.tag (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- The name folded: what makes it the same one.
  name_key text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name_key)
);

create table enishi.tagging (
  workspace_id uuid not null,
  id uuid not null,
  tag_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  subject_id uuid not null generated always as (coalesce(person_id, organisation_id, deal_id)) stored,
  added_at timestamptz not null,
  added_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, subject_id, tag_id),
  foreign key (workspace_id, tag_id) references enishi.tag (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1)
);
create index tagging_tag on enishi.tagging (workspace_id, tag_id, id);

create table enishi.custom_field (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  subject text not null check (subject in ('person', 'organisation', 'deal')),
  name text not null,
  name_key text not null,
  kind text not null check (kind in
    ('text', 'number', 'date', 'choice', 'choices', 'yes-no', 'url', 'money')),
  -- Of choice and choices: [{id, name}].
  choices jsonb not null default '[]',
  -- Of money.
  currency text check (currency ~ '^[A-Z]{3}$'),
  position integer not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, subject, name_key),
  check ((kind = 'money') = (currency is not null))
);

create table enishi.custom_value (
  workspace_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  subject_id uuid not null generated always as (coalesce(person_id, organisation_id, deal_id)) stored,
  -- Text, number, true or false, or a list of ids of choices.
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, subject_id, field_id),
  foreign key (workspace_id, field_id) references enishi.custom_field (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1)
);
create index custom_value_field on enishi.custom_value (workspace_id, field_id, id);

-- A saved filter; who holds it is in the list.
create table enishi.list (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  subject text not null check (subject in ('person', 'organisation', 'deal')),
  filter jsonb not null,
  owner_id uuid,
  is_shared boolean not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- One change made to many rows, and of each row what it was before.
create table enishi.bulk_edit (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  subject text not null check (subject in ('person', 'organisation', 'deal')),
  change jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id)
);

create table enishi.bulk_edit_row (
  workspace_id uuid not null,
  id uuid not null,
  bulk_edit_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  before jsonb not null,
  after jsonb not null,
  -- What became of it when the edit was undone.
  outcome text check (outcome in ('restored', 'kept')),
  primary key (workspace_id, id),
  foreign key (workspace_id, bulk_edit_id) references enishi.bulk_edit (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1)
);
create index bulk_edit_row_of on enishi.bulk_edit_row (workspace_id, bulk_edit_id, id);

do $$
declare
  t text;
begin
  foreach t in array array['owner', 'handover', 'handover_item', 'tag', 'tagging', 'custom_field',
    'custom_value', 'list', 'bulk_edit', 'bulk_edit_row']
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
