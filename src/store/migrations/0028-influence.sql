-- Who caused what: what was measured, and the parts of every outcome. Touches are no table: they are
-- read from the log, so that what is edited, merged or erased there changes them too.

-- A measurement of one topic, or of all of them together; the newest of each scope is shown.
create table enishi.influence_run (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- The topic, or the workspace itself for all topics together.
  scope_id uuid not null,
  -- Null for all topics together.
  topic_id uuid,
  state text not null check (state in ('measured', 'insufficient')),
  measured_at timestamptz not null,
  -- Outcomes of this span.
  from_at timestamptz,
  to_at timestamptz,
  people bigint not null,
  touches bigint not null,
  outcomes bigint not null,
  -- Outcomes of whom nobody knows who they are: in no figure, and said beside each.
  unlinked bigint not null,
  credited double precision not null,
  background double precision not null,
  low double precision not null,
  high double precision not null,
  -- Tau, window, trust, theta by channel and type, placebos, strata, comparators: what live credit and
  -- the page need, by names that the code declares.
  parameters jsonb not null,
  -- Of each bootstrap replicate, what each channel was credited: for intervals of any cut.
  replicates jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);
create unique index influence_run_scope on enishi.influence_run (workspace_id, scope_id);

-- How much one account's words push, relative to a usual one; those who reached nobody have no row.
create table enishi.influence_multiplier (
  workspace_id uuid not null,
  run_id uuid not null,
  handle_id uuid not null,
  multiplier double precision not null,
  primary key (workspace_id, run_id, handle_id),
  foreign key (workspace_id, run_id) references enishi.influence_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index influence_multiplier_handle on enishi.influence_multiplier (workspace_id, handle_id);

-- Figures of the newest measurement: by channel, actor, type, level or opinion.
create table enishi.influence_figure (
  workspace_id uuid not null,
  run_id uuid not null,
  cut text not null check (cut in ('actor', 'channel', 'type', 'level', 'opinion')),
  -- The channel's, opinion's or account's id, the type or the level.
  key text not null,
  -- The outcome's type; empty for all together.
  type text not null,
  credit double precision not null,
  low double precision not null,
  high double precision not null,
  -- What the same cut is credited of outcomes that were dealt anew.
  placebo double precision not null,
  outcomes bigint not null,
  touches bigint not null,
  multiplier double precision,
  -- Of the cut 'actor': credit of others' touches behind which the actor stands, over several hops;
  -- beside the credit, and in no sum.
  passed_on double precision not null default 0,
  is_enough boolean not null,
  -- Of the cut 'actor': the account that stands for the person.
  handle_id uuid,
  primary key (workspace_id, run_id, cut, type, key),
  foreign key (workspace_id, run_id) references enishi.influence_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index influence_figure_credit on enishi.influence_figure (workspace_id, run_id, cut, type, credit desc, key);
create index influence_figure_handle on enishi.influence_figure (workspace_id, handle_id)
  where handle_id is not null;

-- What of one outcome would have happened anyway; the rest is in its shares, and together they are one.
create table enishi.outcome_credit (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  scope_id uuid not null,
  -- The activity: a post that shows a move, or an outcome.
  outcome_id uuid not null,
  type text not null,
  run_id uuid not null,
  handle_id uuid not null,
  at timestamptz not null,
  value_minor bigint,
  currency text,
  background double precision not null,
  -- Credited as it came, at the parameters of the newest measurement before it.
  is_live boolean not null,
  credited_at timestamptz not null,
  primary key (workspace_id, scope_id, outcome_id, type),
  foreign key (workspace_id, outcome_id) references enishi.activity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index outcome_credit_at on enishi.outcome_credit (workspace_id, scope_id, at, outcome_id);
create index outcome_credit_outcome on enishi.outcome_credit (workspace_id, outcome_id);
create index outcome_credit_handle on enishi.outcome_credit (workspace_id, handle_id);

-- The part of each touch in an outcome.
create table enishi.credit_share (
  workspace_id uuid not null,
  scope_id uuid not null,
  outcome_id uuid not null,
  type text not null,
  -- Counts the touches of the outcome from 0, the oldest first.
  number integer not null,
  -- What reached the person, and the activity that shows that it did (which may be the same).
  activity_id uuid not null,
  evidence_id uuid not null,
  kind text not null check (kind in ('reply', 'repost', 'quote', 'like', 'mention', 'click', 'thread', 'follow', 'claim')),
  actor_handle_id uuid not null,
  channel_id uuid not null,
  level text not null check (level in ('knows', 'bought', 'recommends', 'advises-against', 'unknown')),
  reached_at timestamptz not null,
  share double precision not null,
  primary key (workspace_id, scope_id, outcome_id, type, number),
  foreign key (workspace_id, scope_id, outcome_id, type)
    references enishi.outcome_credit (workspace_id, scope_id, outcome_id, type) on delete cascade,
  foreign key (workspace_id, actor_handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index credit_share_actor on enishi.credit_share (workspace_id, actor_handle_id, scope_id, outcome_id);
create index credit_share_activity on enishi.credit_share (workspace_id, activity_id);
create index credit_share_evidence on enishi.credit_share (workspace_id, evidence_id);

alter table enishi.job drop constraint job_kind_check;
alter table enishi.job add constraint job_kind_check check (kind in
  ('import', 'try-import', 'undo-import', 'apply-topics', 'load-world', 'drop-expired', 'group-opinions',
   'rebuild-derived', 'train-model', 'read-again', 'measure-influence', 'find-communities'));

do $$
declare
  t text;
begin
  foreach t in array array['influence_run', 'influence_multiplier', 'influence_figure', 'outcome_credit',
    'credit_share']
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
