-- What the usual rules need of every outcome, so that they can be asked for one outcome type and some days,
-- with intervals: the channels met before it, and no person.

create table enishi.influence_journey (
  workspace_id uuid not null,
  run_id uuid not null,
  -- The outcome's type; empty for journeys that came to nothing.
  type text not null,
  -- In UTC, of the outcome; of what came to nothing the last touch.
  day date not null,
  -- By the numbers of the run's channels; see measured-journeys.ts.
  journeys jsonb not null,
  primary key (workspace_id, run_id, type, day),
  foreign key (workspace_id, run_id) references enishi.influence_run (workspace_id, id) on delete cascade
);

alter table enishi.influence_journey enable row level security;
create policy own_workspace on enishi.influence_journey for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.influence_journey to enishi_app;

-- How far a piece of work has come, for who waits for it.
alter table enishi.job add column step text;

-- Ties there were when communities were last found, counted up to a limit: when there are twice as many,
-- they are found anew without waiting for the night.
alter table enishi.community_run add column tie_rows integer not null default 0;
