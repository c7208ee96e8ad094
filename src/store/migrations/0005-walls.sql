-- The second wall. Every table with a workspace_id shows the application's role the rows of the
-- workspace that the transaction names, and nothing when it names none (the setting is then missing
-- or empty, and the cast fails).
do $$
declare
  t text;
begin
  for t in
    select c.relname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where n.nspname = 'enishi' and c.relkind = 'r'
  loop
    execute format('alter table enishi.%I enable row level security', t);
    execute format(
      'create policy own_workspace on enishi.%I for all to enishi_app '
      'using (workspace_id = current_setting(''enishi.workspace'')::uuid) '
      'with check (workspace_id = current_setting(''enishi.workspace'')::uuid)', t);
  end loop;
end
$$;

alter table enishi.workspace enable row level security;
create policy own_workspace on enishi.workspace for all to enishi_app
  using (id = current_setting('enishi.workspace')::uuid)
  with check (id = current_setting('enishi.workspace')::uuid);
alter table enishi.event_consumer enable row level security;
alter table enishi.event_parked enable row level security;

grant usage on schema enishi to enishi_app;
grant select, insert, update, delete on all tables in schema enishi to enishi_app;
revoke all on enishi.event_consumer, enishi.event_parked from enishi_app;
revoke insert, delete on enishi.workspace from enishi_app;
revoke update, delete on enishi.event from enishi_app;

-- What runs beside the workspaces: taking jobs, reading the outbox, listing workspaces. No text of
-- anybody is in these tables.
grant usage on schema enishi to enishi_system;
grant select, update on enishi.job to enishi_system;
grant select on enishi.event, enishi.workspace to enishi_system;
grant select, insert, update, delete on enishi.event_consumer, enishi.event_parked to enishi_system;
grant insert on enishi.workspace to enishi_system;
create policy all_workspaces on enishi.job for all to enishi_system using (true) with check (true);
create policy all_workspaces on enishi.event for select to enishi_system using (true);
create policy all_workspaces on enishi.workspace for all to enishi_system using (true) with check (true);
create policy all_consumers on enishi.event_consumer for all to enishi_system using (true) with check (true);
create policy all_consumers on enishi.event_parked for all to enishi_system using (true) with check (true);
