-- Work in progress: imports, jobs, and the one log of changes.
create table enishi.import (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  format text not null,
  file_name text not null,
  -- Tells that a later run reads the same input, so that it may go on where this one stood.
  fingerprint text not null,
  size_bytes bigint,
  state text not null check (state in ('running', 'stopped', 'done', 'failed')),
  failure text,
  -- Records handled; the rows they made are committed with it.
  position bigint not null default 0,
  read_bytes bigint not null default 0,
  new bigint not null default 0,
  duplicate bigint not null default 0,
  updated bigint not null default 0,
  deleted bigint not null default 0,
  refused bigint not null default 0,
  started_by uuid,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id)
);
create index import_fingerprint on enishi.import (workspace_id, fingerprint);

create table enishi.import_refusal (
  workspace_id uuid not null,
  import_id uuid not null,
  -- Ordinal of the record; a file may hold several records on one line.
  position bigint not null,
  line bigint not null,
  reason text not null,
  field text,
  detail text,
  excerpt text not null,
  primary key (workspace_id, import_id, position),
  foreign key (workspace_id, import_id) references enishi.import (workspace_id, id) on delete cascade
);

-- How the columns of a table with this header were mapped the last time.
create table enishi.column_mapping (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  header_hash text not null,
  format text not null,
  mapping text not null,
  saved_at timestamptz not null default now(),
  primary key (workspace_id, header_hash, format)
);

create table enishi.job (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('import', 'apply-topics')),
  -- What the job is about: an import, nothing.
  subject_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  attempts integer not null default 0,
  failure text,
  leased_until timestamptz,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index job_open on enishi.job (created_at) where state in ('waiting', 'running');

-- The outbox. Consumers read in the order (xid, id) and only below the oldest running transaction;
-- ids alone would skip what commits late.
create table enishi.event (
  xid xid8 not null default pg_current_xact_id(),
  id bigint not null generated always as identity,
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  at timestamptz not null default now(),
  name text not null,
  subject_id uuid,
  -- Names of what changed and counts; never personal text.
  detail text[] not null default '{}',
  author_id uuid,
  primary key (xid, id)
);
create index event_workspace on enishi.event (workspace_id, id);

create table enishi.event_consumer (
  name text primary key,
  xid xid8 not null default '0',
  id bigint not null default 0,
  moved_at timestamptz not null default now()
);

create table enishi.event_parked (
  consumer text not null references enishi.event_consumer (name) on delete cascade,
  xid xid8 not null,
  id bigint not null,
  reason text not null,
  parked_at timestamptz not null default now(),
  primary key (consumer, xid, id)
);
