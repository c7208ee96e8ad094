-- Live updates: the outbox keeps what only live readers need for a week. Saved searches and what
-- they raise.

-- Only what machines write in masses may go; a change that a member made stays.
create policy passing_events on enishi.event for delete to enishi_system
  using (name in ('activities.heard', 'alert.raised', 'alert.seen', 'saved-search.heard',
    'saved-search.seen'));
grant delete on enishi.event to enishi_system;

create table enishi.saved_search (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- The query of GET /activities without cursor and limit: JSON, read whole, never filtered by.
  filter text not null,
  -- The member whose it is.
  owner_id uuid not null,
  is_shared boolean not null default false,
  alert text not null default 'none' check (alert in ('none', 'each', 'surge')),
  -- New posts that held it since it was saved; only those that were news when they arrived.
  heard bigint not null default 0,
  -- Something was heard since the last look at whether it is a surge.
  is_surge_due boolean not null default false,
  surge_checked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index saved_search_alert on enishi.saved_search (workspace_id, alert);

-- What a member has seen of a search: its count then.
create table enishi.saved_search_seen (
  workspace_id uuid not null,
  search_id uuid not null,
  member_id uuid not null,
  heard bigint not null,
  primary key (workspace_id, search_id, member_id),
  foreign key (workspace_id, search_id) references enishi.saved_search (workspace_id, id)
    on delete cascade
);

create table enishi.alert (
  workspace_id uuid not null,
  -- Carries the time at which it was raised.
  id uuid not null,
  search_id uuid not null,
  kind text not null check (kind in ('each', 'surge')),
  at timestamptz not null,
  posts integer not null,
  newest_activity_id uuid,
  -- How many posts were to be expected; for a surge.
  expected double precision,
  primary key (workspace_id, id),
  foreign key (workspace_id, search_id) references enishi.saved_search (workspace_id, id)
    on delete cascade
);
create index alert_search on enishi.alert (workspace_id, search_id, id);

-- Up to which alert a member has seen them.
create table enishi.alert_seen (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  member_id uuid not null,
  alert_id uuid not null,
  primary key (workspace_id, member_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['saved_search', 'saved_search_seen', 'alert', 'alert_seen']
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
