-- Listening as people speak: channels with settings and a health; outcomes, organisations and
-- relations as imports bring them; what a workspace says of itself.

alter table enishi.workspace
  -- In Japan the business year begins in April.
  add column fiscal_year_start_month smallint not null default 4
    check (fiscal_year_start_month between 1 and 12),
  add column name_order text not null default 'family-first'
    check (name_order in ('family-first', 'given-first')),
  -- 12,345,678 or 1,234万5,678.
  add column number_style text not null default 'grouped' check (number_style in ('grouped', 'myriad')),
  -- Posts older than this leave the log; null: they stay.
  add column retention_days integer check (retention_days > 0);
update enishi.workspace set name_order = 'given-first', number_style = 'grouped' where language = 'en';
update enishi.workspace set number_style = 'myriad' where language = 'ja';

alter table enishi.channel
  -- `import`: what files brought. The others are listened to, or were.
  add column state text not null default 'import'
    check (state in ('import', 'listening', 'paused', 'removed')),
  -- What it listens to, as its kind settled it: JSON, read whole, never filtered by.
  add column settings text,
  -- Stands over the workspace's.
  add column retention_days integer check (retention_days > 0),
  -- Why we may keep what is heard here, in the workspace's own words.
  add column lawful_basis text,
  add column created_by uuid,
  add column changed_at timestamptz not null default now(),
  add check ((state = 'import') = (settings is null));
alter table enishi.channel drop constraint channel_workspace_id_kind_name_key;
create unique index channel_import_name on enishi.channel (workspace_id, kind, name)
  where state = 'import';
create unique index channel_live_name on enishi.channel (workspace_id, name)
  where state in ('listening', 'paused');

-- How a live channel is doing. Its row changes often; nothing refers to it.
create table enishi.channel_health (
  workspace_id uuid not null,
  channel_id uuid not null,
  -- `retrying` after a failure; `failing` after many, or one that waiting does not mend.
  condition text not null default 'untried'
    check (condition in ('untried', 'listening', 'retrying', 'failing')),
  -- What the kind remembers between turns (cursor, ETag): its own text.
  memory text,
  tried_at timestamptz,
  succeeded_at timestamptz,
  next_try_at timestamptz,
  -- The newest thing heard: when it happened there, and when it was here.
  last_published_at timestamptz,
  last_arrived_at timestamptz,
  -- From happening to being in the spool, of the last hour or so, in ms.
  lag_ms bigint,
  failures_in_row integer not null default 0,
  -- Sums since the beginning: requests or connections, bytes, answers "not modified", what came and
  -- what of it was handed on.
  requests bigint not null default 0,
  bytes bigint not null default 0,
  unchanged bigint not null default 0,
  events bigint not null default 0,
  taken bigint not null default 0,
  primary key (workspace_id, channel_id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
) with (fillfactor = 70);

-- The last problems of a channel; whoever adds one drops the oldest beyond fifty.
create table enishi.channel_problem (
  workspace_id uuid not null,
  channel_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  code text not null,
  -- A status, an address, a line: what the words of the code leave open.
  detail text,
  primary key (workspace_id, channel_id, id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
);

-- Time of which we know that we may not have heard everything.
create table enishi.channel_gap (
  workspace_id uuid not null,
  channel_id uuid not null,
  id uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  reason text not null check (reason in ('cursor-too-old', 'feed-overran', 'not-listening', 'switched')),
  noticed_at timestamptz not null,
  primary key (workspace_id, channel_id, id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
);

-- What came of it all. The activity of type Outcome says who and when.
create table enishi.outcome (
  workspace_id uuid not null,
  activity_id uuid not null,
  type text not null
    check (type in ('sign-up', 'purchase', 'renewal', 'referral', 'churn', 'case-solved')),
  -- In the currency's minor unit.
  value_minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- What was bought, as the source names it.
  about text,
  primary key (workspace_id, activity_id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade,
  check ((value_minor is null) = (currency is null))
);
create index outcome_type on enishi.outcome (workspace_id, type, activity_id);

create table enishi.organisation (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  name_reading text,
  sort_key text not null,
  -- The name folded, without legal form (株式会社, ㈱, Inc.): what makes it the same one.
  name_key text not null,
  -- Search tokens of names and domain.
  name_tokens tsvector not null default ''::tsvector,
  domain text,
  url text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name_key)
);
create index organisation_sort on enishi.organisation (workspace_id, sort_key, id);

-- Where people belong, with dates.
create table enishi.affiliation (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text,
  since date,
  until date,
  source text not null check (source in ('import', 'member')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id) on delete cascade
);
create unique index affiliation_current on enishi.affiliation (workspace_id, person_id, organisation_id)
  where until is null;
create index affiliation_organisation on enishi.affiliation (workspace_id, organisation_id, person_id);

-- An organisation's own accounts.
create table enishi.organisation_handle (
  workspace_id uuid not null,
  handle_id uuid not null,
  organisation_id uuid not null,
  primary key (workspace_id, handle_id),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id) on delete cascade
);
create index organisation_handle_organisation on enishi.organisation_handle (workspace_id, organisation_id);

-- What a person or an organisation is to us; several may hold at once.
create table enishi.relation (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  kind text not null check (kind in ('customer', 'prospect', 'advocate', 'decision-maker', 'partner',
    'competitor', 'employee', 'media', 'peer', 'stakeholder')),
  since date,
  until date,
  source text not null check (source in ('import', 'member')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id) on delete cascade,
  check ((person_id is null) <> (organisation_id is null))
);
create unique index relation_person on enishi.relation (workspace_id, person_id, kind)
  where until is null and person_id is not null;
create unique index relation_organisation on enishi.relation (workspace_id, organisation_id, kind)
  where until is null and organisation_id is not null;
create index relation_kind on enishi.relation (workspace_id, kind, person_id) where until is null;

alter table enishi.job drop constraint job_kind_check;
alter table enishi.job add constraint job_kind_check
  check (kind in ('import', 'apply-topics', 'load-world', 'drop-expired'));

do $$
declare
  t text;
begin
  foreach t in array array['channel_health', 'channel_problem', 'channel_gap', 'outcome', 'organisation',
    'affiliation', 'organisation_handle', 'relation']
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
