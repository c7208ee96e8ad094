-- A language model, where a workspace names one: what it is, how it does, and what it said.
create table enishi.language_model (
  workspace_id uuid primary key references enishi.workspace (id) on delete cascade,
  is_on boolean not null default false,
  -- Without /chat/completions; no slash at its end.
  address text not null default '',
  model text not null default '',
  -- Sealed with the secret of the installation, which is not in the database.
  sealed_key bytea,
  -- Posts that may be asked about in a day, and in one request.
  votes_per_day integer not null default 200 check (votes_per_day >= 0),
  posts_per_request integer not null default 1 check (posts_per_request between 1 and 10),
  -- Of the last request, where it failed.
  failure text,
  failure_status integer,
  failed_at timestamptz,
  failures_in_row integer not null default 0,
  next_try_at timestamptz,
  -- The last usable answer.
  answered_at timestamptz,
  -- While a request is on its way; a process that dies leaves it behind for so long.
  busy_until timestamptz,
  check (not is_on or (address <> '' and model <> ''))
);

-- What a language model said of a part that the reader left open. Kept for good: it is not asked twice.
create table enishi.model_vote (
  workspace_id uuid not null,
  activity_id uuid not null,
  -- The form of the text that it is about.
  revision integer not null,
  part text not null,
  -- The label (of intents and toxicity yes or no); null where nothing usable was said.
  value text,
  -- What the reader had said.
  said text not null,
  model text not null,
  at timestamptz not null,
  usable boolean not null,
  primary key (workspace_id, activity_id, revision, part),
  check (usable = (value is not null)),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);

-- By day in the workspace's time zone: the budget is counted here.
create table enishi.model_vote_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  day date not null,
  requests integer not null default 0,
  posts integer not null default 0,
  -- Parts that were filled.
  votes integer not null default 0,
  -- Entries of answers, and posts without one, that could not be used.
  dropped integer not null default 0,
  failures integer not null default 0,
  primary key (workspace_id, day)
);

do $$
declare
  t text;
begin
  foreach t in array array['language_model', 'model_vote', 'model_vote_day']
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
