-- Who may be whom: accounts that wait to be compared, the keys by which they are found, and pairs of
-- people that a member should look at.

-- Accounts that are new or changed since they were compared.
create table enishi.match_due (
  workspace_id uuid not null,
  handle_id uuid not null,
  noted_at timestamptz not null default now(),
  primary key (workspace_id, handle_id),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);

-- Blocking keys of accounts, as hashes: two accounts are compared when they share one. No key tells
-- what it was made of.
create table enishi.match_key (
  workspace_id uuid not null,
  key bigint not null,
  handle_id uuid not null,
  primary key (workspace_id, key, handle_id),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index match_key_handle on enishi.match_key (workspace_id, handle_id);

-- Pairs worth a look. The persons are those whose the accounts are, not their roots, so that a merge
-- elsewhere rewrites nothing; readers resolve.
create table enishi.match_candidate (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  -- The accounts that speak most for it.
  first_handle_id uuid not null,
  second_handle_id uuid not null,
  -- Nats; below 0 it speaks against.
  weight double precision not null,
  probability double precision not null check (probability between 0 and 1),
  -- [{"field", "agreement", "weight"}], the strongest first.
  reasons jsonb not null,
  -- What looking at it is worth: what is known of the two, and how likely they are one.
  value double precision not null,
  state text not null default 'open' check (state in ('open', 'later', 'merged', 'not-same', 'gone')),
  -- When one that was put off comes back.
  again_at timestamptz,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, first_id, second_id),
  check (first_id < second_id),
  foreign key (workspace_id, first_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, second_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, first_handle_id) references enishi.handle (workspace_id, id) on delete cascade,
  foreign key (workspace_id, second_handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index match_candidate_open on enishi.match_candidate (workspace_id, value, id) where state = 'open';
create index match_candidate_second on enishi.match_candidate (workspace_id, second_id);

-- Everybody who is known already is compared once.
insert into enishi.match_due (workspace_id, handle_id)
select workspace_id, id from enishi.handle where deleted_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['match_due', 'match_key', 'match_candidate']
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
