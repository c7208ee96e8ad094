-- A stage that the reader left open is a guess: it counts where posts are counted, and moves nobody.
alter table enishi.reading_topic add column stage_open boolean not null default false;

update enishi.reading_topic t set stage_open = true
from enishi.reading r
where r.workspace_id = t.workspace_id and r.activity_id = t.activity_id and 'stage' = any(r.unsure);

-- Journeys anew, without the guesses, as walk-journeys.ts walks them.
delete from enishi.journey_stage;
delete from enishi.journey_move;
delete from enishi.move_day;

create temporary table walked on commit drop as
with told as (
  select t.workspace_id, o.person_id, t.topic_id, t.activity_id, t.stage, t.stance, a.published_at,
    lag(t.stage) over journey as before_stage
  from enishi.reading_topic t
  join enishi.activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
  join enishi.handle_person o on o.workspace_id = a.workspace_id and o.handle_id = a.handle_id
  where t.stage <> 'none' and not t.stage_open
  window journey as (partition by t.workspace_id, o.person_id, t.topic_id order by t.activity_id)
), counted as (
  select *, count(*) filter (where before_stage is distinct from stage) over journey as stay,
    (1 + count(*) filter (where before_stage = 'satisfaction' and stage = 'discovery') over journey)::integer
      as round,
    stance in ('for', 'against') as is_decided
  from told
  window journey as (partition by workspace_id, person_id, topic_id order by activity_id)
)
select *, before_stage is distinct from stage
  or stage in ('recommendation', 'satisfaction') and is_decided
    and lag(stance) over (partition by workspace_id, person_id, topic_id, stay, is_decided
      order by activity_id) is distinct from stance as is_move
from counted;

insert into enishi.journey_stage
  (workspace_id, person_id, topic_id, stage, stance, activity_id, round, moved_stance)
select workspace_id, person_id, topic_id, (array_agg(stage order by activity_id desc))[1],
  (array_agg(stance order by activity_id desc))[1], (array_agg(activity_id order by activity_id desc))[1],
  max(round), (array_agg(stance order by activity_id desc) filter (where is_move))[1]
from walked group by workspace_id, person_id, topic_id;

insert into enishi.journey_move
  (workspace_id, person_id, topic_id, activity_id, from_stage, to_stage, stance, round, at)
select workspace_id, person_id, topic_id, activity_id, coalesce(before_stage, 'none'), stage, stance, round,
  published_at
from walked where is_move;

insert into enishi.move_day (workspace_id, topic_id, day, from_stage, to_stage, stance, moves)
select m.workspace_id, m.topic_id, (m.at at time zone w.time_zone)::date, m.from_stage, m.to_stage, m.stance,
  count(*)
from enishi.journey_move m join enishi.workspace w on w.id = m.workspace_id
group by 1, 2, 3, 4, 5, 6;
