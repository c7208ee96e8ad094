-- Experiments with our own engagement: who is left alone by lot, so that what we cause can be told from
-- what would have come anyway.

create table enishi.experiment (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- What it is to find out, in the words of whoever plans it.
  question text not null default '',
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'approved', 'running', 'ended', 'withdrawn')),
  holdout_share double precision not null check (holdout_share between 0.05 and 0.1),
  -- The arm of a person follows from this and their id.
  seed text not null,
  outcome text not null check (outcome in ('stage:discovery', 'stage:evaluation', 'stage:recommendation',
    'stage:satisfaction', 'stage:rejection', 'sign-up', 'purchase', 'renewal', 'referral', 'churn',
    'case-solved', 'to-competitor')),
  -- Null: whatever it is about.
  topic_id uuid,
  -- How long after the assignment outcomes count.
  horizon_days integer not null check (horizon_days between 1 and 180),
  -- The lift that it is planned to see, and how many people that takes; null without a plan.
  lift_sought double precision check (lift_sought > 0),
  people_planned integer check (people_planned > 0),
  created_at timestamptz not null,
  created_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  -- What the manager said, when it was last decided upon.
  decision_note text,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete set null (topic_id)
);
-- Two at once would hold out twice as many, and each would disturb the other.
create unique index experiment_running on enishi.experiment (workspace_id) where state = 'running';

-- Where it takes place; everywhere where there are none.
create table enishi.experiment_channel (
  workspace_id uuid not null,
  experiment_id uuid not null,
  channel_id uuid not null,
  primary key (workspace_id, experiment_id, channel_id),
  foreign key (workspace_id, experiment_id) references enishi.experiment (workspace_id, id) on delete cascade,
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
);
create index experiment_channel_channel on enishi.experiment_channel (workspace_id, channel_id);

-- Whom the lot fell on, once for each channel in which we met them. Named is the account, not the
-- person: whoever they turn out to be, readers find them.
create table enishi.experiment_subject (
  workspace_id uuid not null,
  experiment_id uuid not null,
  handle_id uuid not null,
  channel_id uuid not null,
  arm text not null check (arm in ('engage', 'hold-out')),
  assigned_at timestamptz not null,
  -- When we first engaged them after that; of held-out ones too, where they asked us something.
  engaged_at timestamptz,
  primary key (workspace_id, experiment_id, handle_id, channel_id),
  foreign key (workspace_id, experiment_id) references enishi.experiment (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade,
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
);
create index experiment_subject_handle on enishi.experiment_subject (workspace_id, handle_id);

do $$
declare
  t text;
begin
  foreach t in array array['experiment', 'experiment_channel', 'experiment_subject']
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
