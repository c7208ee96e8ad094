-- What is understood of the log. Readings name the activity, never the person, so a merge rewrites
-- nothing. Roll-ups and journey stages are derived: `enishi doctor` rebuilds and compares them.
create table enishi.topic (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('own', 'competitor', 'category', 'campaign')),
  created_at timestamptz not null default now(),
  -- Since when the log's older posts have been searched for the aliases; null while that is running.
  applied_at timestamptz,
  -- A removed topic is out of sight at once; the job apply-topics then removes its rows and itself.
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
create unique index topic_name on enishi.topic (workspace_id, name) where deleted_at is null;

create table enishi.topic_alias (
  workspace_id uuid not null,
  topic_id uuid not null,
  alias text not null,
  primary key (workspace_id, topic_id, alias),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);

create table enishi.reading (
  workspace_id uuid not null,
  activity_id uuid not null,
  -- The revision of the activity that was read.
  revision integer not null,
  model text not null,
  lang text not null,
  lang_confidence real not null,
  sentiment text not null check (sentiment in ('negative', 'neutral', 'positive')),
  sentiment_score real not null,
  sentiment_confidence real not null,
  stage text not null
    check (stage in ('none', 'discovery', 'evaluation', 'recommendation', 'satisfaction')),
  stage_confidence real not null,
  stance text not null check (stance in ('for', 'against', 'mixed', 'none')),
  read_at timestamptz not null default now(),
  -- The member who corrected it; a correction outranks every model.
  corrected_by uuid,
  primary key (workspace_id, activity_id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
-- Each brings the other answers along, so that several filters together open no page of the table.
create index reading_sentiment on enishi.reading (workspace_id, sentiment, activity_id)
  include (stage, stance, lang);
create index reading_stage on enishi.reading (workspace_id, stage, activity_id)
  include (sentiment, stance, lang) where stage <> 'none';
create index reading_stance on enishi.reading (workspace_id, stance, activity_id)
  include (sentiment, stage, lang) where stance <> 'none';
create index reading_lang on enishi.reading (workspace_id, lang, activity_id)
  include (sentiment, stage, stance);

create table enishi.reading_topic (
  workspace_id uuid not null,
  topic_id uuid not null,
  activity_id uuid not null,
  -- The first place in the text, in UTF-16 code units.
  starts_at integer not null,
  ends_at integer not null,
  sentiment text not null check (sentiment in ('negative', 'neutral', 'positive')),
  stage text not null
    check (stage in ('none', 'discovery', 'evaluation', 'recommendation', 'satisfaction')),
  stance text not null check (stance in ('for', 'against', 'mixed', 'none')),
  primary key (workspace_id, topic_id, activity_id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id)
);
create index reading_topic_activity on enishi.reading_topic (workspace_id, activity_id);
create index reading_topic_stage on enishi.reading_topic (workspace_id, topic_id, stage, activity_id)
  where stage <> 'none';

-- Posts a day (in the workspace's time zone); the nil topic stands for all posts, counted once each.
create table enishi.reading_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  day date not null,
  topic_id uuid not null,
  channel_id uuid not null,
  stage text not null,
  stance text not null,
  sentiment text not null,
  posts bigint not null,
  primary key (workspace_id, day, topic_id, channel_id, stage, stance, sentiment)
);

-- The same, summed for the pages: posts a day and topic (nil: all posts), of one channel or (nil) of
-- all. Whoever changes reading_day changes this.
create table enishi.topic_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  channel_id uuid not null,
  topic_id uuid not null,
  day date not null,
  posts bigint not null,
  negative bigint not null,
  neutral bigint not null,
  positive bigint not null,
  no_stage bigint not null,
  discovery bigint not null,
  evaluation bigint not null,
  recommendation bigint not null,
  satisfaction bigint not null,
  primary key (workspace_id, channel_id, topic_id, day)
) with (fillfactor = 80);

-- Activities of every type a day.
create table enishi.activity_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  day date not null,
  channel_id uuid not null,
  type text not null,
  activities bigint not null,
  primary key (workspace_id, day, channel_id, type)
);

-- What each original person's handles did.
create table enishi.person_summary (
  workspace_id uuid not null,
  person_id uuid not null,
  posts bigint not null,
  activities bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
) with (fillfactor = 80);

-- The same of each person as shown: the sum over the root and all that were merged into it. Lists
-- of people are walked along its indexes.
create table enishi.root_summary (
  workspace_id uuid not null,
  person_id uuid not null,
  posts bigint not null,
  activities bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
);
create index root_summary_last on enishi.root_summary (workspace_id, last_at, person_id);
create index root_summary_posts on enishi.root_summary (workspace_id, posts, person_id);

-- Where each original person stands for a topic: the stage that the latest telling post shows.
create table enishi.journey_stage (
  workspace_id uuid not null,
  person_id uuid not null,
  topic_id uuid not null,
  stage text not null check (stage in ('discovery', 'evaluation', 'recommendation', 'satisfaction')),
  stance text not null check (stance in ('for', 'against', 'mixed', 'none')),
  -- The post that shows it; its id carries the time.
  activity_id uuid not null,
  primary key (workspace_id, person_id, topic_id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);
create index journey_stage_topic on enishi.journey_stage (workspace_id, topic_id, stage, activity_id, person_id);

-- The person behind a handle today, merges resolved. `case`, not coalesce, which the planner takes
-- for leaky, so that a join to the person could not use its index.
create view enishi.handle_person with (security_invoker = true) as
  select o.workspace_id, o.handle_id,
    case when p.merged_into is null then p.id else p.merged_into end as person_id,
    p.id as original_person_id
  from enishi.handle_ownership o
  join enishi.person p on p.workspace_id = o.workspace_id and p.id = o.person_id
  where o.until is null;
