-- What stands beside every figure: all three placebos with the spread of their draws, intervals of what is
-- passed on and of an actor's push, touches by day, and outcomes by day and
-- type with how many of them are nobody's. A measurement
-- from before has none of it; the next one, which is due at once, does.

alter table enishi.influence_figure drop constraint influence_figure_cut_check;
alter table enishi.influence_figure add constraint influence_figure_cut_check
  check (cut in ('actor', 'channel', 'type', 'level', 'opinion', 'community'));

alter table enishi.influence_figure
  -- `placebo` is the mean over draws of outcomes dealt anew; the least and the most of them.
  add column placebo_low double precision,
  add column placebo_high double precision,
  -- Instants shuffled among the outcomes of a stratum.
  add column shuffled double precision,
  add column shuffled_low double precision,
  add column shuffled_high double precision,
  -- Whoever reached taken as reached.
  add column reversed double precision,
  add column reversed_low double precision,
  add column reversed_high double precision,
  add column passed_on_low double precision,
  add column passed_on_high double precision,
  add column multiplier_low double precision,
  add column multiplier_high double precision;

-- How often touches of a line reached somebody, by day in the workspace's time zone.
create table enishi.influence_touch_days (
  workspace_id uuid not null,
  run_id uuid not null,
  cut text not null check (cut in ('actor', 'channel', 'level', 'opinion', 'community')),
  -- The account's, channel's, opinion's or community's id, or the level.
  key text not null,
  -- Two lists of one length, the earliest day first.
  days date[] not null,
  touches integer[] not null,
  -- Of the cut 'actor': the account.
  handle_id uuid,
  primary key (workspace_id, run_id, cut, key),
  foreign key (workspace_id, run_id) references enishi.influence_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index influence_touch_days_handle on enishi.influence_touch_days (workspace_id, handle_id)
  where handle_id is not null;

-- Outcomes of a scope that could be linked to a person and that could not, by day in the workspace's
-- time zone.
create table enishi.influence_outcome_days (
  workspace_id uuid not null,
  run_id uuid not null,
  type text not null,
  day date not null,
  linked integer not null,
  unlinked integer not null,
  primary key (workspace_id, run_id, type, day),
  foreign key (workspace_id, run_id) references enishi.influence_run (workspace_id, id) on delete cascade
);

do $$
declare
  t text;
begin
  foreach t in array array['influence_touch_days', 'influence_outcome_days']
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
