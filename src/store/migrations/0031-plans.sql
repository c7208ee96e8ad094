-- Whom to engage next: what was asked, who was chosen and why, and what became of it.

do $$
declare
  known text;
begin
  select pg_get_constraintdef(c.oid) into known from pg_constraint c
  where c.conname = 'job_kind_check' and c.conrelid = 'enishi.job'::regclass;
  alter table enishi.job drop constraint job_kind_check;
  execute 'alter table enishi.job add constraint job_kind_check '
    || replace(known, '])', ', ''plan-engagement''::text])');
end
$$;

create table enishi.engagement_plan (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- Null: whatever it is about.
  topic_id uuid,
  outcome text not null check (outcome in ('stage:discovery', 'stage:evaluation', 'stage:recommendation',
    'stage:satisfaction', 'sign-up', 'purchase', 'renewal', 'referral', 'case-solved')),
  goal text not null check (goal in ('count', 'value')),
  -- Budget and limits, as the API names them; no person in it.
  asked jsonb not null,
  state text not null check (state in ('computing', 'ready', 'insufficient')),
  -- What is missing where the state is `insufficient`.
  lack text check (lack in ('no-run', 'run-insufficient', 'no-effect', 'no-touches', 'nobody-left', 'no-value')),
  -- The figures, as the API names them: counts and sums of people, none named.
  answer jsonb,
  made_at timestamptz not null,
  made_by uuid,
  answered_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade,
  check ((state = 'insufficient') = (lack is not null)),
  check ((state = 'computing') = (answered_at is null)),
  check ((state = 'ready') = (answer is not null))
);
create index engagement_plan_topic on enishi.engagement_plan (workspace_id, topic_id) where topic_id is not null;

-- What engaging somebody costs, where it is not the usual; the account stands for the person.
create table enishi.engagement_plan_cost (
  workspace_id uuid not null,
  plan_id uuid not null,
  handle_id uuid not null,
  cost double precision not null check (cost > 0),
  primary key (workspace_id, plan_id, handle_id),
  foreign key (workspace_id, plan_id) references enishi.engagement_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index engagement_plan_cost_handle on enishi.engagement_plan_cost (workspace_id, handle_id);

-- Who was chosen, in the order of choice; the account is the one to answer.
create table enishi.engagement_plan_person (
  workspace_id uuid not null,
  plan_id uuid not null,
  place integer not null,
  handle_id uuid not null,
  way text not null check (way in ('message', 'mail')),
  cost double precision not null,
  -- What they are expected to move by themselves, and beside those before them.
  alone double precision not null,
  added double precision not null,
  community_id uuid,
  -- As the API names them.
  reasons jsonb not null,
  decision text check (decision in ('task', 'held-out', 'not-to-be-contacted')),
  task_id uuid,
  primary key (workspace_id, plan_id, place),
  foreign key (workspace_id, plan_id) references enishi.engagement_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references enishi.task (workspace_id, id) on delete set null (task_id)
);
create index engagement_plan_person_handle on enishi.engagement_plan_person (workspace_id, handle_id);
create index engagement_plan_person_task on enishi.engagement_plan_person (workspace_id, task_id)
  where task_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['engagement_plan', 'engagement_plan_cost', 'engagement_plan_person']
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
