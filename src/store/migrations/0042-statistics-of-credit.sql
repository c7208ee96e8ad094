-- A young log's statistics (0007), and those of what credit is found by: outcomes, moves, who mentions
-- and follows whom, and the credit itself, which a measurement writes anew in one go.

create or replace function enishi.refresh_statistics() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
-- Enough to tell a large table from a small one; autovacuum's own run looks closer.
set default_statistics_target = 10
as $$
begin
  if (select reltuples from pg_class where oid = 'enishi.activity'::regclass) > 50000 then
    return;
  end if;
  analyze enishi.person;
  analyze enishi.handle;
  analyze enishi.handle_ownership;
  analyze enishi.handle_signal;
  analyze enishi.activity;
  analyze enishi.activity_source;
  analyze enishi.activity_mention;
  analyze enishi.post (workspace_id, activity_id);
  analyze enishi.reading;
  analyze enishi.reading_topic;
  analyze enishi.reading_day;
  analyze enishi.person_summary;
  analyze enishi.journey_stage;
  analyze enishi.journey_move;
  analyze enishi.outcome;
  analyze enishi.outcome_credit;
  analyze enishi.credit_share;
end
$$;
