-- What colleagues do: deals in pipelines, tasks, notes, and contacts outside the net. Who is meant
-- by a row keeps the person it was written with; readers resolve merges.

create table enishi.pipeline (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- The name folded: what makes it the same one.
  name_key text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name_key)
);

create table enishi.pipeline_stage (
  workspace_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  name text not null,
  position smallint not null,
  -- Percent: how many of the deals that stand here are won.
  probability smallint not null check (probability between 0 and 100),
  -- A stage that went stays for the moves that name it.
  removed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, pipeline_id, id),
  foreign key (workspace_id, pipeline_id) references enishi.pipeline (workspace_id, id) on delete cascade
);
create index pipeline_stage_position on enishi.pipeline_stage (workspace_id, pipeline_id, position);

create table enishi.deal (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- What whoever adds it calls it: said again, it is the same one.
  key text,
  name text not null,
  sort_key text not null,
  -- Name and source folded: what a search looks in.
  search_key text not null,
  pipeline_id uuid not null,
  stage_id uuid not null,
  -- Since when it stands there.
  stage_since timestamptz not null,
  state text not null default 'open' check (state in ('open', 'won', 'lost')),
  -- In the currency's minor unit.
  value_minor bigint check (value_minor between 0 and 1000000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- Percent; null: its stage's.
  own_probability smallint check (own_probability between 0 and 100),
  -- The day on which it is expected to be closed.
  closes_on date,
  closed_at timestamptz,
  lost_reason text check (lost_reason in
    ('price', 'budget', 'competitor', 'fit', 'timing', 'no-need', 'no-decision', 'no-answer', 'other')),
  lost_text text,
  organisation_id uuid,
  -- The topic that it is about.
  topic_id uuid,
  -- Where it came from, in the workspace's own words.
  source text,
  -- Members.
  owner_id uuid,
  second_owner_id uuid,
  -- The outcome that a deal won stands for in the log: the how manieth of this deal, and by which
  -- account; null while there is none.
  outcome_number integer not null default 0,
  outcome_handle_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- What lists are sorted by; without a day last, without a value least.
  closes_key date not null generated always as (coalesce(closes_on, date '9999-12-31')) stored,
  value_key bigint not null generated always as (coalesce(value_minor, -1)) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, pipeline_id) references enishi.pipeline (workspace_id, id),
  foreign key (workspace_id, pipeline_id, stage_id)
    references enishi.pipeline_stage (workspace_id, pipeline_id, id),
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete set null (organisation_id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id)
    on delete set null (topic_id),
  check ((value_minor is null) = (currency is null)),
  check ((state = 'open') = (closed_at is null)),
  check (state = 'lost' or (lost_reason is null and lost_text is null))
);
create unique index deal_key on enishi.deal (workspace_id, key) where key is not null;
create index deal_closes on enishi.deal (workspace_id, closes_key, id);
create index deal_changed on enishi.deal (workspace_id, changed_at, id);
create index deal_value on enishi.deal (workspace_id, value_key, id);
create index deal_name on enishi.deal (workspace_id, sort_key, id);
create index deal_stage on enishi.deal (workspace_id, pipeline_id, state, stage_id, closes_key, id);
create index deal_organisation on enishi.deal (workspace_id, organisation_id) where organisation_id is not null;
create index deal_topic on enishi.deal (workspace_id, topic_id) where topic_id is not null;
create index deal_owner on enishi.deal (workspace_id, owner_id) where owner_id is not null;

-- Who takes part in a deal, and as what.
create table enishi.deal_person (
  workspace_id uuid not null,
  deal_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('decision-maker', 'champion', 'influencer', 'user', 'technical',
    'purchasing', 'sceptic', 'other')),
  -- Whom it is won with.
  is_main boolean not null default false,
  primary key (workspace_id, deal_id, person_id),
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
);
create index deal_person_person on enishi.deal_person (workspace_id, person_id, deal_id);
create unique index deal_person_main on enishi.deal_person (workspace_id, deal_id) where is_main;

-- Each change of stage or state; the first says where the deal began.
create table enishi.deal_move (
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  at timestamptz not null,
  author_id uuid,
  from_stage_id uuid,
  to_stage_id uuid not null,
  from_state text check (from_state in ('open', 'won', 'lost')),
  to_state text not null check (to_state in ('open', 'won', 'lost')),
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, from_stage_id) references enishi.pipeline_stage (workspace_id, id),
  foreign key (workspace_id, to_stage_id) references enishi.pipeline_stage (workspace_id, id)
);
create index deal_move_deal on enishi.deal_move (workspace_id, deal_id, at, id);

create table enishi.task (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  key text,
  title text not null,
  detail text,
  search_key text not null,
  -- What it is about: one of them, or nothing.
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  owner_id uuid,
  -- Due on a day, or at a time of it, in a time zone; `due_at` is the instant from which it is overdue.
  due_on date,
  due_time time,
  time_zone text,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  due_key timestamptz not null generated always as (coalesce(due_at, timestamptz 'infinity')) stored,
  -- Its place in a timeline.
  line_at timestamptz not null generated always as (coalesce(done_at, created_at)) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id) <= 1),
  check ((due_on is null) = (due_at is null) and (due_on is null) = (time_zone is null)),
  check (due_time is null or due_on is not null)
);
create unique index task_key on enishi.task (workspace_id, key) where key is not null;
create index task_due on enishi.task (workspace_id, due_key, id);
create index task_mine on enishi.task (workspace_id, owner_id, due_key, id) where done_at is null;
create index task_person on enishi.task (workspace_id, person_id, line_at, id) where person_id is not null;
create index task_organisation on enishi.task (workspace_id, organisation_id, line_at, id)
  where organisation_id is not null;
create index task_deal on enishi.task (workspace_id, deal_id, line_at, id) where deal_id is not null;

create table enishi.note (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  key text,
  text text not null,
  search_key text not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  author_id uuid,
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete cascade,
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1)
);
create unique index note_key on enishi.note (workspace_id, key) where key is not null;
create index note_created on enishi.note (workspace_id, created_at, id);
create index note_person on enishi.note (workspace_id, person_id, created_at, id) where person_id is not null;
create index note_organisation on enishi.note (workspace_id, organisation_id, created_at, id)
  where organisation_id is not null;
create index note_deal on enishi.note (workspace_id, deal_id, created_at, id) where deal_id is not null;

-- Members whom a note calls.
create table enishi.note_mention (
  workspace_id uuid not null,
  member_id uuid not null,
  note_id uuid not null,
  primary key (workspace_id, member_id, note_id),
  foreign key (workspace_id, note_id) references enishi.note (workspace_id, id) on delete cascade
);
create index note_mention_note on enishi.note_mention (workspace_id, note_id);

-- What happened outside the net: a call, a visit, a talk at a stand.
create table enishi.contact (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  key text,
  kind text not null check (kind in ('phone', 'visit', 'meeting', 'shop', 'exhibition', 'mail', 'other')),
  at timestamptz not null,
  summary text not null,
  search_key text not null,
  -- The member who was there.
  member_id uuid,
  organisation_id uuid,
  deal_id uuid,
  author_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  -- It took place, whatever becomes of these.
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id)
    on delete set null (organisation_id),
  foreign key (workspace_id, deal_id) references enishi.deal (workspace_id, id) on delete set null (deal_id)
);
create unique index contact_key on enishi.contact (workspace_id, key) where key is not null;
create index contact_at on enishi.contact (workspace_id, at, id);
create index contact_organisation on enishi.contact (workspace_id, organisation_id, at, id)
  where organisation_id is not null;
create index contact_deal on enishi.contact (workspace_id, deal_id, at, id) where deal_id is not null;

create table enishi.contact_person (
  workspace_id uuid not null,
  contact_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, contact_id, person_id),
  foreign key (workspace_id, contact_id) references enishi.contact (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
);
create index contact_person_person on enishi.contact_person (workspace_id, person_id, contact_id);

do $$
declare
  t text;
begin
  foreach t in array array['pipeline', 'pipeline_stage', 'deal', 'deal_person', 'deal_move', 'task', 'note',
    'note_mention', 'contact', 'contact_person']
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
