-- What moves between stages are worth: the value of each stage at the time of a measurement, and by it
-- the worth of every move that was credited.

-- What it brings in that somebody stands at a stage of a topic, as the stage chain had it when the
-- measurement was made. Stages of which nobody can say have no row.
create table enishi.influence_stage_value (
  workspace_id uuid not null,
  run_id uuid not null,
  topic_id uuid not null,
  stage text not null
    check (stage in ('discovery', 'evaluation', 'recommendation', 'satisfaction')),
  -- In the minor unit of the currency.
  minor double precision not null,
  currency text not null,
  primary key (workspace_id, run_id, topic_id, stage),
  foreign key (workspace_id, run_id) references enishi.influence_run (workspace_id, id) on delete cascade,
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade
);
create index influence_stage_value_topic on enishi.influence_stage_value (workspace_id, topic_id);

alter table enishi.influence_stage_value enable row level security;
create policy own_workspace on enishi.influence_stage_value for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.influence_stage_value to enishi_app;

-- Of a move between stages: by how much the stage after is worth more than the one before. Null where
-- nobody can say, and for business outcomes, whose value is their own.
alter table enishi.outcome_credit
  add column worth_minor double precision,
  add column worth_currency text,
  add constraint outcome_credit_worth check ((worth_minor is null) = (worth_currency is null));
