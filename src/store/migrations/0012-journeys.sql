-- How people move along the cycle, per topic: each post that changed where its author stands.
alter table enishi.journey_stage
  -- Which time round the cycle; going back from satisfaction to discovery begins the next.
  add column round integer not null default 1,
  -- What the latest move said for or against; `stance` is that of the latest telling post.
  add column moved_stance text not null default 'none'
    check (moved_stance in ('for', 'against', 'mixed', 'none'));

-- Derived from handles and current readings: `enishi doctor` rebuilds and compares.
create table enishi.journey_move (
  workspace_id uuid not null,
  person_id uuid not null,
  topic_id uuid not null,
  -- The post that shows it; its id carries the time.
  activity_id uuid not null,
  from_stage text not null
    check (from_stage in ('none', 'discovery', 'evaluation', 'recommendation', 'satisfaction')),
  to_stage text not null
    check (to_stage in ('discovery', 'evaluation', 'recommendation', 'satisfaction')),
  stance text not null check (stance in ('for', 'against', 'mixed', 'none')),
  round integer not null,
  at timestamptz not null,
  primary key (workspace_id, person_id, topic_id, activity_id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);
-- Finds the posts that a figure of the flow counts, newest first.
create index journey_move_topic on enishi.journey_move
  (workspace_id, topic_id, from_stage, to_stage, activity_id) include (stance);

-- Moves a day, in the workspace's time zone.
create table enishi.move_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  topic_id uuid not null,
  day date not null,
  from_stage text not null,
  to_stage text not null,
  stance text not null,
  moves bigint not null,
  primary key (workspace_id, topic_id, day, from_stage, to_stage, stance)
) with (fillfactor = 80);

-- What the log already tells.
with told as (
  select t.workspace_id, o.person_id, t.topic_id, t.activity_id, t.stage, t.stance, a.published_at,
    lag(t.stage) over journey as before_stage
  from enishi.reading_topic t
  join enishi.activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
  join enishi.handle_ownership o on o.workspace_id = a.workspace_id and o.handle_id = a.handle_id
    and o.until is null
  where t.stage <> 'none'
  window journey as (partition by t.workspace_id, o.person_id, t.topic_id order by t.activity_id)
), counted as (
  select *, count(*) filter (where before_stage is distinct from stage) over journey as stay,
    1 + count(*) filter (where before_stage = 'satisfaction' and stage = 'discovery') over journey as round,
    stance in ('for', 'against') as is_decided
  from told
  window journey as (partition by workspace_id, person_id, topic_id order by activity_id)
), walked as (
  select *, before_stage is distinct from stage
    or stage in ('recommendation', 'satisfaction') and is_decided
      and lag(stance) over (partition by workspace_id, person_id, topic_id, stay, is_decided
        order by activity_id) is distinct from stance as is_move
  from counted
)
insert into enishi.journey_move
  (workspace_id, person_id, topic_id, activity_id, from_stage, to_stage, stance, round, at)
select workspace_id, person_id, topic_id, activity_id, coalesce(before_stage, 'none'), stage, stance, round,
  published_at
from walked where is_move;

update enishi.journey_stage j set round = m.round, moved_stance = m.stance
from (
  select distinct on (workspace_id, person_id, topic_id) workspace_id, person_id, topic_id, round, stance
  from enishi.journey_move order by workspace_id, person_id, topic_id, activity_id desc
) m
where j.workspace_id = m.workspace_id and j.person_id = m.person_id and j.topic_id = m.topic_id;

insert into enishi.move_day (workspace_id, topic_id, day, from_stage, to_stage, stance, moves)
select m.workspace_id, m.topic_id, (m.at at time zone w.time_zone)::date, m.from_stage, m.to_stage, m.stance,
  count(*)
from enishi.journey_move m join enishi.workspace w on w.id = m.workspace_id
group by 1, 2, 3, 4, 5, 6;

do $$
declare
  t text;
begin
  foreach t in array array['journey_move', 'move_day']
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
