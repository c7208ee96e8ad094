-- Communities: people who turn to each other more than to others. They are found anew by the job
-- find-communities out of the ties; a name that a member gave stays, and each is followed over time.

do $$
declare
  known text;
begin
  select pg_get_constraintdef(c.oid) into known from pg_constraint c
  where c.conname = 'job_kind_check' and c.conrelid = 'enishi.job'::regclass;
  alter table enishi.job drop constraint job_kind_check;
  execute 'alter table enishi.job add constraint job_kind_check '
    || replace(known, '])', ', ''find-communities''::text])');
end
$$;

create table enishi.community (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- A member's words.
  name text,
  named_by uuid,
  -- What it was found to be about: up to three noun phrases.
  phrases text[] not null default '{}',
  people integer not null,
  -- Pairs of its people with a tie.
  ties integer not null,
  -- Of the last twelve weeks: all posts, posts of the last four weeks and of the four before, posts a
  -- week (the oldest first).
  posts integer not null,
  recent_posts integer not null,
  before_posts integer not null,
  weeks integer[] not null,
  -- 0 to 100, and its four parts, 0 to 1.
  health real not null,
  active_share real not null,
  answer_rate real not null,
  reciprocity real not null,
  newcomers_kept real not null,
  -- Read whole, never filtered by: [{"stage", "stance", "posts"}], [{"lang", "posts"}].
  stages jsonb not null,
  languages jsonb not null,
  -- Share of its posts that are about our own topics or our category.
  relevance real not null,
  relevant_posts integer not null,
  -- Posts about competitors' topics.
  rival_posts integer not null,
  -- People of ours, and of competitors, who are in it or in touch with two of its people.
  ours integer not null,
  rivals integer not null,
  -- Our topics are spoken of, we are absent, competitors are not.
  is_to_join boolean not null,
  born_at timestamptz not null,
  -- People when its growth was last told.
  people_told integer not null,
  -- It is not found any more; it is kept for a while, since it may come back.
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create index community_people on enishi.community (workspace_id, people, id) where ended_at is null;
create index community_recent on enishi.community (workspace_id, recent_posts, id) where ended_at is null;
create index community_health on enishi.community (workspace_id, health, id) where ended_at is null;
create index community_relevant on enishi.community (workspace_id, relevant_posts, id) where ended_at is null;

-- Who belongs to it, by account: whose an account is may change. All accounts of a person are here,
-- with the person's figures; one of them stands for the person.
create table enishi.community_member (
  workspace_id uuid not null,
  community_id uuid not null,
  handle_id uuid not null,
  is_first boolean not null,
  -- PageRank inside, times the number of people: 1 is the mean.
  rank real not null,
  -- In how tight a core: everybody there is tied to so many others there.
  core integer not null,
  -- Power to leap into other communities.
  leap real not null,
  -- Strength of the ties inside.
  strength real not null,
  -- Place on the picture, 0 to 1.
  x real not null,
  y real not null,
  primary key (workspace_id, community_id, handle_id),
  foreign key (workspace_id, community_id) references enishi.community (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index community_member_handle on enishi.community_member (workspace_id, handle_id);
create index community_member_rank on enishi.community_member (workspace_id, community_id, rank, handle_id)
  where is_first;
create index community_member_leap on enishi.community_member (workspace_id, community_id, leap, handle_id)
  where is_first;

create table enishi.community_topic (
  workspace_id uuid not null,
  community_id uuid not null,
  topic_id uuid not null,
  posts integer not null,
  people integer not null,
  primary key (workspace_id, community_id, topic_id),
  foreign key (workspace_id, community_id) references enishi.community (workspace_id, id) on delete cascade,
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);
create index community_topic_topic on enishi.community_topic (workspace_id, topic_id, community_id);

-- Typical posts, the most typical first.
create table enishi.community_post (
  workspace_id uuid not null,
  community_id uuid not null,
  activity_id uuid not null,
  place integer not null,
  primary key (workspace_id, community_id, activity_id),
  foreign key (workspace_id, community_id) references enishi.community (workspace_id, id) on delete cascade,
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
create index community_post_activity on enishi.community_post (workspace_id, activity_id);

-- Ties between two communities; `first_id` is the lower id.
create table enishi.community_link (
  workspace_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  ties integer not null,
  strength real not null,
  primary key (workspace_id, first_id, second_id),
  foreign key (workspace_id, first_id) references enishi.community (workspace_id, id) on delete cascade,
  foreign key (workspace_id, second_id) references enishi.community (workspace_id, id) on delete cascade,
  check (first_id < second_id)
);
create index community_link_second on enishi.community_link (workspace_id, second_id);

-- What became of it.
create table enishi.community_change (
  workspace_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  kind text not null check (kind in ('born', 'grown', 'shrunk', 'merged', 'split', 'ended', 'returned')),
  at timestamptz not null,
  -- Merged: what came in, or (ended) where it went. Split: what went off, or (born) out of which.
  others uuid[] not null,
  people integer not null,
  people_before integer not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, community_id) references enishi.community (workspace_id, id) on delete cascade
);
create index community_change_of on enishi.community_change (workspace_id, community_id, id);

-- The last search.
create table enishi.community_run (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  found_at timestamptz not null,
  people integer not null,
  ties integer not null,
  communities integer not null,
  modularity real not null,
  -- Of the log at that time.
  newest_id uuid not null,
  primary key (workspace_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['community', 'community_member', 'community_topic', 'community_post',
    'community_link', 'community_change', 'community_run']
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
