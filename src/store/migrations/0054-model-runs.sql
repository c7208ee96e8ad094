-- What a comparison of models found post by post; null where none was made, or before it was counted.
alter table enishi.reader_model
  -- Audits of the selecting slice.
  add column compared integer,
  -- Of those, posts of which more parts are read right than by the model that ran, and fewer.
  add column better integer,
  add column worse integer;

-- Which model read from when on: one row whenever another one begins.
create table enishi.model_run (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  -- Carries the time.
  id uuid not null,
  -- As readings carry it.
  model text not null,
  -- What read before; null where nothing is known of it.
  before text,
  reason text not null,
  author_id uuid,
  began_at timestamptz not null,
  primary key (workspace_id, id)
);
insert into enishi.model_run (workspace_id, id, model, before, reason, author_id, began_at)
select workspace_id, id, case version when 0 then base else base || '+' || version end, null,
  coalesce(reason, 'chosen'), requested_by, coalesce(promoted_at, now())
from enishi.reader_model where state = 'running';

-- Posts that are shown otherwise since another model read them.
create table enishi.reading_move (
  workspace_id uuid not null,
  run_id uuid not null,
  activity_id uuid not null,
  revision integer not null,
  from_model text not null,
  to_model text not null,
  moved_at timestamptz not null,
  -- A list of {part, from, to}.
  moved jsonb not null,
  primary key (workspace_id, run_id, activity_id),
  foreign key (workspace_id, run_id) references enishi.model_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
create index reading_move_activity on enishi.reading_move (workspace_id, activity_id, run_id);

-- Posts by model are counted by topic and channel too: what a chart shows is a slice. The nil topic
-- counts every post once.
drop table enishi.model_day;
create table enishi.model_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  topic_id uuid not null,
  day date not null,
  channel_id uuid not null,
  model text not null,
  posts bigint not null,
  primary key (workspace_id, topic_id, day, channel_id, model)
) with (fillfactor = 80);
insert into enishi.model_day (workspace_id, topic_id, day, channel_id, model, posts)
select r.workspace_id, about.topic_id, (a.published_at at time zone w.time_zone)::date, a.channel_id,
  r.model, count(*)
from enishi.reading r
join enishi.activity a on a.workspace_id = r.workspace_id and a.id = r.activity_id
join enishi.workspace w on w.id = r.workspace_id
cross join lateral (
  select '00000000-0000-0000-0000-000000000000'::uuid as topic_id
  union all
  select t.topic_id from enishi.reading_topic t
  where t.workspace_id = r.workspace_id and t.activity_id = r.activity_id
) about
group by 1, 2, 3, 4, 5;

do $$
declare
  t text;
begin
  foreach t in array array['model_run', 'reading_move', 'model_day']
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
