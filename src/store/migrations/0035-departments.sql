-- Departments of the workspace's own members, and who was in which from when to when.
create table enishi.department (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- The name folded: what makes it the same one.
  name_key text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name_key)
);

-- Several at once are possible. Both days belong to it; without an end it goes on.
create table enishi.assignment (
  workspace_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  -- A member; one who has left stays named here.
  member_id uuid not null,
  title text,
  since date not null,
  until date,
  set_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, department_id) references enishi.department (workspace_id, id)
    on delete cascade,
  check (until >= since)
);
create unique index assignment_open on enishi.assignment (workspace_id, member_id, department_id)
  where until is null;
create index assignment_member on enishi.assignment (workspace_id, member_id, since);
create index assignment_department on enishi.assignment (workspace_id, department_id, since);

do $$
declare
  t text;
begin
  foreach t in array array['department', 'assignment']
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

-- In which department of their organisation somebody is, beside their role.
alter table enishi.affiliation add column department text;
