-- What departments were called before: whoever was in one is shown with its name of then. The name of
-- today stands in department itself.
create table enishi.department_former_name (
  workspace_id uuid not null,
  department_id uuid not null,
  -- The first day on which it was called otherwise.
  until date not null,
  name text not null,
  set_by uuid,
  primary key (workspace_id, department_id, until),
  foreign key (workspace_id, department_id) references enishi.department (workspace_id, id)
    on delete cascade
);

alter table enishi.department_former_name enable row level security;
create policy own_workspace on enishi.department_former_name for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.department_former_name to enishi_app;
