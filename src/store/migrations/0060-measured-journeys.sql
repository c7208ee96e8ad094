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

-- The picture of a community as it was found: whoever counts most has place 0, and the ties among places.
-- The bytes name nobody: who stands at a place is said by community_member alone, and goes with them.
alter table enishi.community_member add column place integer;
-- On how many of a thousand shortest paths between two others the person lies: over the last 30 and 90 days,
-- and over as many days before.
alter table enishi.community_member add column bridge_30 real not null default 0;
alter table enishi.community_member add column bridge_30_before real not null default 0;
alter table enishi.community_member add column bridge_90 real not null default 0;
alter table enishi.community_member add column bridge_90_before real not null default 0;
create index community_member_bridge_30 on enishi.community_member (workspace_id, bridge_30 desc)
  where bridge_30 > 0 or bridge_30_before > 0;
create index community_member_bridge_90 on enishi.community_member (workspace_id, bridge_90 desc)
  where bridge_90 > 0 or bridge_90_before > 0;
create table enishi.community_picture (
  workspace_id uuid not null,
  community_id uuid not null,
  -- Little-endian: from (uint32), to (uint32), strength (float32), one tie after the other, the strongest first.
  ties bytea not null,
  has_all boolean not null,
  primary key (workspace_id, community_id),
  foreign key (workspace_id, community_id) references enishi.community (workspace_id, id) on delete cascade
);

alter table enishi.community_picture enable row level security;
create policy own_workspace on enishi.community_picture for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.community_picture to enishi_app;
