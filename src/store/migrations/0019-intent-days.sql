-- What posts want, counted by day as topic_day counts sentiment and stage: by topic (nil: all posts),
-- of one channel or (nil) of all. Several intents may hold for one post, so they sum up to nothing;
-- a day without any has no row. Derived from readings: `enishi doctor` rebuilds and compares it.
create table enishi.intent_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  channel_id uuid not null,
  topic_id uuid not null,
  day date not null,
  question bigint not null,
  complaint bigint not null,
  praise bigint not null,
  purchase bigint not null,
  recommendation_sought bigint not null,
  recommendation_given bigint not null,
  support bigint not null,
  feature bigint not null,
  churn bigint not null,
  spam bigint not null,
  toxic bigint not null,
  primary key (workspace_id, channel_id, topic_id, day)
) with (fillfactor = 80);

-- Posts that the reader left open in part, newest first.
create index reading_unsure on enishi.reading (workspace_id, activity_id) where unsure <> '{}';

alter table enishi.intent_day enable row level security;
create policy own_workspace on enishi.intent_day for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.intent_day to enishi_app;
