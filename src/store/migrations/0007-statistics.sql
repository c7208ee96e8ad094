-- A young log outgrows its statistics within seconds: plans made for empty tables (those of foreign
-- keys are kept by each connection) then read a whole workspace for one row. Imports call this after
-- their first batches; later autovacuum keeps up. Reads and returns no data; a log that was analysed
-- with many rows is left alone.
create function enishi.refresh_statistics() returns void
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
  analyze enishi.post (workspace_id, activity_id);
  analyze enishi.reading;
  analyze enishi.reading_topic;
  analyze enishi.reading_day;
  analyze enishi.person_summary;
  analyze enishi.journey_stage;
end
$$;
revoke all on function enishi.refresh_statistics() from public;
grant execute on function enishi.refresh_statistics() to enishi_app;
