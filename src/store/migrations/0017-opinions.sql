-- Opinions: claims and questions that recur about a topic, whatever their wording. They are found
-- anew by the job group-opinions; what members decide about them (a name, a merge, a split) stands
-- beside and is applied to whatever is found.
create table enishi.opinion (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  topic_id uuid not null,
  kind text not null check (kind in ('claim', 'question')),
  -- Whether it speaks well (1) or ill (-1) of the topic.
  side smallint not null check (side between -1 and 1),
  -- What is shown: a member's words, or else what people say.
  name_ja text,
  name_en text,
  named_by uuid,
  found_ja text,
  found_en text,
  -- Its strongest meanings or words: a later run knows it again by them and by its posts.
  centre text[] not null default '{}',
  -- The opinion that it was merged into; always a root, never a chain.
  merged_into uuid,
  -- Made by a member out of posts of another; the grouping never fills it by itself.
  is_split boolean not null default false,
  -- Figures of what is shown under it, counted with every run and decision.
  posts integer not null default 0,
  voices integer not null default 0,
  for_posts integer not null default 0,
  against_posts integer not null default 0,
  mixed_posts integer not null default 0,
  answered_posts integer not null default 0,
  -- Posts of the last fortnight, and how many more than in the one before.
  recent_posts integer not null default 0,
  trend integer not null default 0,
  first_at timestamptz,
  last_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade,
  foreign key (workspace_id, merged_into) references enishi.opinion (workspace_id, id),
  check (merged_into is null or merged_into <> id)
);
create index opinion_voices on enishi.opinion (workspace_id, topic_id, voices, id)
  where merged_into is null and posts > 0;
create index opinion_trend on enishi.opinion (workspace_id, topic_id, trend, id)
  where merged_into is null and posts > 0;
create index opinion_merged on enishi.opinion (workspace_id, merged_into) where merged_into is not null;

create table enishi.opinion_post (
  workspace_id uuid not null,
  -- As it was found, or as a member split it.
  opinion_id uuid not null,
  -- Under which it is shown: the one that it was merged into.
  shown_id uuid not null,
  activity_id uuid not null,
  -- The first of the posts that say the same in the same words.
  copy_of uuid not null,
  -- The clause that says it, in UTF-16 code units of the text.
  starts_at integer not null,
  ends_at integer not null,
  -- 0..1: how typical it is of the opinion.
  typical real not null,
  is_answered boolean not null default false,
  primary key (workspace_id, opinion_id, activity_id),
  foreign key (workspace_id, opinion_id) references enishi.opinion (workspace_id, id) on delete cascade,
  foreign key (workspace_id, activity_id) references enishi.post (workspace_id, activity_id) on delete cascade
);
create index opinion_post_shown on enishi.opinion_post (workspace_id, shown_id, activity_id);
create index opinion_post_activity on enishi.opinion_post (workspace_id, activity_id);

-- Posts a day, in the workspace's time zone.
create table enishi.opinion_day (
  workspace_id uuid not null,
  opinion_id uuid not null,
  day date not null,
  posts integer not null,
  primary key (workspace_id, opinion_id, day),
  foreign key (workspace_id, opinion_id) references enishi.opinion (workspace_id, id) on delete cascade
);

-- What members decided; taken back, it stays with its time.
create table enishi.opinion_decision (
  workspace_id uuid not null,
  id uuid not null,
  opinion_id uuid not null,
  kind text not null check (kind in ('rename', 'merge', 'split')),
  -- A merge: all that went in. A split: the opinion that came out.
  others uuid[] not null default '{}',
  -- A rename: the words before.
  before_ja text,
  before_en text,
  before_by uuid,
  member_id uuid,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, opinion_id) references enishi.opinion (workspace_id, id) on delete cascade
);
create index opinion_decision_opinion on enishi.opinion_decision (workspace_id, opinion_id, id);

-- Posts that a member moved out of an opinion: this holds whatever a later run finds.
create table enishi.opinion_pin (
  workspace_id uuid not null,
  from_id uuid not null,
  activity_id uuid not null,
  to_id uuid not null,
  primary key (workspace_id, from_id, activity_id),
  foreign key (workspace_id, from_id) references enishi.opinion (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_id) references enishi.opinion (workspace_id, id) on delete cascade,
  foreign key (workspace_id, activity_id) references enishi.post (workspace_id, activity_id) on delete cascade
);
create index opinion_pin_activity on enishi.opinion_pin (workspace_id, activity_id);
create index opinion_pin_to on enishi.opinion_pin (workspace_id, to_id);

-- When a topic's opinions were last looked for, and in what.
create table enishi.opinion_run (
  workspace_id uuid not null,
  topic_id uuid not null,
  grouped_at timestamptz not null,
  posts integer not null,
  -- The newest post that was looked at.
  newest_id uuid not null,
  primary key (workspace_id, topic_id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);

alter table enishi.job drop constraint job_kind_check;
alter table enishi.job add constraint job_kind_check check (kind in
  ('import', 'apply-topics', 'load-world', 'drop-expired', 'rebuild-derived', 'train-model', 'read-again',
   'group-opinions'));

do $$
declare
  t text;
begin
  foreach t in array array['opinion', 'opinion_post', 'opinion_day', 'opinion_decision', 'opinion_pin',
    'opinion_run']
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
