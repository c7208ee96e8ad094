-- Changes told to addresses outside: who wants to hear of what, and every delivery with its state.

create table enishi.webhook (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  address text not null check (address ~ '^https?://'),
  -- Names of events; the closed list stands in vocabulary/webhook.ts.
  kinds text[] not null check (cardinality(kinds) > 0),
  -- `gone`: the address answered 410. `failing`: nothing got through for days.
  state text not null default 'on' check (state in ('on', 'paused', 'gone', 'failing')),
  state_at timestamptz not null,
  -- Changes of later transactions are told.
  since_xid xid8 not null default pg_current_xact_id(),
  -- The secret of the signatures, sealed; for a while after it was changed, the one before as well.
  sealed bytea not null,
  sealed_before bytea,
  before_until timestamptz,
  -- Of the newest delivery: they are numbered from 1 in the order of the changes.
  sequence bigint not null default 0,
  -- Attempts in a row that failed, since when, and until when it is left alone.
  failures integer not null default 0,
  failing_since timestamptz,
  held_until timestamptz,
  -- While an attempt is under way; after this time whoever made it is dead.
  leased_until timestamptz,
  delivered_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  check ((sealed_before is null) = (before_until is null)),
  check ((failures = 0) = (failing_since is null))
);

create table enishi.webhook_delivery (
  workspace_id uuid not null,
  -- The receiver knows it by this id, however often it is sent.
  id uuid not null,
  webhook_id uuid not null,
  sequence bigint not null,
  kind text not null check (kind ~ '^[a-z-]+[.][a-z-]+$'),
  -- The event that it tells; null for a test.
  event_xid xid8,
  event_id bigint,
  -- Of a batch that brought several outcomes, which one.
  part integer not null default 0,
  occurred_at timestamptz not null,
  subject_id uuid,
  -- People whom the body names by id: what erases them finds it by these.
  people uuid[] not null default '{}',
  -- What is sent; null once somebody in it was erased.
  body text,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'erased')),
  -- All that were made, and those since it was last asked for.
  attempts integer not null default 0,
  tries integer not null default 0,
  due_at timestamptz,
  attempted_at timestamptz,
  took_ms integer,
  status integer check (status between 100 and 999),
  failure text check (failure in ('refused', 'redirected', 'not-reached', 'timed-out', 'bad-answer', 'no-secret')),
  made_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, webhook_id, event_xid, event_id, part),
  foreign key (workspace_id, webhook_id) references enishi.webhook (workspace_id, id) on delete cascade,
  check ((state = 'waiting') = (due_at is not null)),
  check (state <> 'waiting' or body is not null),
  check ((event_xid is null) = (event_id is null))
);
create index webhook_delivery_due on enishi.webhook_delivery (workspace_id, webhook_id, sequence)
  where state = 'waiting';
-- The list, and how many are in which state.
create index webhook_delivery_list on enishi.webhook_delivery (workspace_id, webhook_id, sequence) include (state);
create index webhook_delivery_made on enishi.webhook_delivery (workspace_id, made_at);

do $$
declare
  t text;
begin
  foreach t in array array['webhook', 'webhook_delivery']
  loop
    execute format('alter table enishi.%I enable row level security', t);
    execute format(
      'create policy own_workspace on enishi.%I for all to enishi_app '
      'using (workspace_id = current_setting(''enishi.workspace'')::uuid) '
      'with check (workspace_id = current_setting(''enishi.workspace'')::uuid)', t);
    execute format('grant select, insert, update, delete on enishi.%I to enishi_app', t);
    -- Whoever sends asks which workspaces have something to send.
    execute format('create policy all_workspaces on enishi.%I for select to enishi_system using (true)', t);
  end loop;
end
$$;
grant select (workspace_id, id, state, since_xid, held_until, leased_until) on enishi.webhook to enishi_system;
grant select (workspace_id, webhook_id, state, kind, due_at) on enishi.webhook_delivery to enishi_system;
