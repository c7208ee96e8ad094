-- The log: who did what and when, once each. Ids of activities are UUIDv7 that carry the activity's
-- own time, so (workspace_id, id) is order, cursor, range of retention and, later, partition key.
create schema enishi;

create table enishi.workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  language text not null check (language in ('ja', 'en')),
  time_zone text not null,
  -- Counts changes of topics; whoever records a reading reads it and holds the row shared.
  topics_revision bigint not null default 0,
  created_at timestamptz not null default now()
);

create table enishi.channel (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  kind text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, kind, name)
);

create table enishi.person (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  display_name text not null,
  family_name text,
  given_name text,
  name_reading text,
  sort_key text not null,
  -- Search tokens of every name and address under which the person is known.
  name_tokens tsvector not null default ''::tsvector,
  -- The person this one was found to be; always a root, never a chain.
  merged_into uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into) references enishi.person (workspace_id, id),
  check (merged_into is null or merged_into <> id)
);
create index person_merged on enishi.person (workspace_id, merged_into) where merged_into is not null;
create index person_name_tokens on enishi.person using gin (name_tokens);
create index person_sort on enishi.person (workspace_id, sort_key, id) where merged_into is null;

create table enishi.handle (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  platform text not null,
  external_id text not null,
  username text,
  display_name text,
  url text,
  avatar_url text,
  bio text,
  kind text not null default 'unknown'
    check (kind in ('person', 'organisation', 'bot', 'group', 'unknown')),
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, platform, external_id)
);

-- Whose a handle is, and since when. Splitting a handle away ends one row and starts another.
create table enishi.handle_ownership (
  workspace_id uuid not null,
  handle_id uuid not null,
  since timestamptz not null default '-infinity',
  until timestamptz,
  person_id uuid not null,
  -- Why: born with the person, or joined to it by an exact signal.
  reason text not null check (reason in ('born', 'email', 'link', 'account', 'split', 'member')),
  primary key (workspace_id, handle_id, since),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id)
);
create unique index handle_ownership_current
  on enishi.handle_ownership (workspace_id, handle_id) where until is null;
create index handle_ownership_person
  on enishi.handle_ownership (workspace_id, person_id) where until is null;

-- Exact signals: two handles that show the same one are the same person.
create table enishi.handle_signal (
  workspace_id uuid not null,
  kind text not null check (kind in ('email', 'link', 'account')),
  value text not null,
  handle_id uuid not null,
  primary key (workspace_id, kind, value, handle_id),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index handle_signal_handle on enishi.handle_signal (workspace_id, handle_id);

create table enishi.activity (
  workspace_id uuid not null,
  id uuid not null,
  type text not null check (type in ('Create', 'Announce', 'Like', 'Dislike', 'Follow', 'View', 'Join',
    'Leave', 'Invite', 'Offer', 'Accept', 'Reject', 'Flag', 'Block', 'Outcome')),
  platform text not null,
  external_key text not null,
  channel_id uuid not null,
  handle_id uuid not null,
  published_at timestamptz not null,
  arrived_at timestamptz not null,
  edited_at timestamptz,
  -- A tombstone keeps the row and loses its text and payload.
  deleted_at timestamptz,
  revision integer not null default 1,
  -- Decides whether what arrives again says something new.
  content_hash bytea not null,
  url text,
  -- What this answers, shares or likes, by the source's key: it may arrive later than its child.
  parent_key text,
  parent_hash bytea,
  thread_key text,
  thread_hash bytea,
  object_handle_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id),
  foreign key (workspace_id, object_handle_id) references enishi.handle (workspace_id, id)
);
create index activity_handle on enishi.activity (workspace_id, handle_id, id);
create index activity_channel on enishi.activity (workspace_id, channel_id, id);
create index activity_parent on enishi.activity (workspace_id, parent_hash) where parent_hash is not null;
create index activity_thread on enishi.activity (workspace_id, thread_hash, id)
  where thread_hash is not null;

-- Once only: every key under which a source speaks of an activity. Never partitioned, and without a
-- foreign key to the log, so that what retention dropped is still known to have been seen.
create table enishi.activity_source (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  platform text not null,
  external_key_hash bytea not null,
  activity_id uuid not null,
  primary key (workspace_id, platform, external_key_hash)
);
create index activity_source_activity on enishi.activity_source (workspace_id, activity_id);

-- Activities that carry text.
create table enishi.post (
  workspace_id uuid not null,
  activity_id uuid not null,
  title text,
  text text not null,
  is_excerpt boolean not null default false,
  language_hint text,
  tags text[] not null default '{}',
  -- Search tokens made by #language/tokens.ts; without positions.
  tokens tsvector not null,
  primary key (workspace_id, activity_id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);

-- Tokens as the index holds them: each with its workspace and a span of 2^31 ms (25 days) in front,
-- so that a search opens only the own postings, newest span first, however common the word is
-- elsewhere or was long ago.
create function enishi.token_span(activity_id uuid) returns integer
language sql immutable strict parallel safe
return (get_byte(uuid_send(activity_id), 0) << 9)
  | (get_byte(uuid_send(activity_id), 1) << 1)
  | (get_byte(uuid_send(activity_id), 2) >> 7);

create function enishi.token_prefix(workspace_id uuid, span integer) returns text
language sql immutable strict parallel safe
return right(workspace_id::text, 4) || lpad(to_hex(least(span, 65535)), 4, '0');

create function enishi.indexed_tokens(workspace_id uuid, activity_id uuid, tokens tsvector)
returns tsvector language plpgsql immutable strict parallel safe cost 1000
as $$
declare
  prefix text := enishi.token_prefix(workspace_id, enishi.token_span(activity_id));
begin
  return array_to_tsvector(array(select prefix || t from unnest(tsvector_to_array(tokens)) t));
end
$$;

-- A search has to read what waits to be merged into the index once a span, so little may wait.
create index post_tokens on enishi.post
  using gin (enishi.indexed_tokens(workspace_id, activity_id, tokens))
  with (gin_pending_list_limit = 256);

create table enishi.activity_mention (
  workspace_id uuid not null,
  activity_id uuid not null,
  handle_id uuid not null,
  primary key (workspace_id, activity_id, handle_id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id)
);
create index activity_mention_handle on enishi.activity_mention (workspace_id, handle_id, activity_id);

-- The payload as it came, compressed, so that a better reader can read it again.
create table enishi.payload (
  workspace_id uuid not null,
  activity_id uuid not null,
  revision integer not null,
  format text not null,
  encoding text not null check (encoding in ('zstd', 'none')),
  body bytea not null,
  -- The content hash of this revision: an old form that arrives again is nothing new.
  content_hash bytea not null,
  primary key (workspace_id, activity_id, revision),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
alter table enishi.payload alter column body set storage external;
