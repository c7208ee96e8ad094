-- Who saw lists of people, searched them or took them out: how many at once, not whom. A look is one row an
-- hour for member, kind and place, an export one row each. Kept for a year.
create table enishi.people_look (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  -- Carries the time.
  id uuid not null,
  hour timestamptz not null,
  -- Zeros for an API key whose maker is gone, and for the command line.
  member_id uuid not null,
  is_key boolean not null,
  kind text not null check (kind in ('listed', 'searched', 'exported')),
  -- Where: a word of the code.
  place text not null,
  -- Of what: an organisation, a list, a community; zeros for nothing in particular.
  subject_id uuid not null,
  requests integer not null,
  -- The most that one request showed.
  people integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index people_look_hour on enishi.people_look
  (workspace_id, hour, member_id, is_key, kind, place, subject_id) where kind <> 'exported';

create index audit_entry_author on enishi.audit_entry (workspace_id, author_id, seq);
create index audit_entry_action on enishi.audit_entry (workspace_id, action, seq);

-- Whose data is no longer used, because they asked so and it was granted (個人情報保護法 article 35).
create table enishi.use_stop (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid not null,
  -- The request that was granted; null where a member stopped it without one.
  request_id uuid,
  reason text not null,
  since timestamptz not null,
  stopped_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_because text,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, request_id) references enishi.privacy_request (workspace_id, id)
    on delete set null (request_id)
);
create unique index use_stop_standing on enishi.use_stop (workspace_id, person_id) where lifted_at is null;

-- What concerns a member: that somebody named them, handed something over or gave them a task.
create table enishi.notice (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('mentioned', 'handed-over', 'task-given')),
  note_id uuid,
  task_id uuid,
  handover_id uuid,
  author_id uuid,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, note_id) references enishi.note (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references enishi.task (workspace_id, id) on delete cascade,
  foreign key (workspace_id, handover_id) references enishi.handover (workspace_id, id) on delete cascade,
  check (num_nonnulls(note_id, task_id, handover_id) = 1)
);
create unique index notice_of on enishi.notice (workspace_id, member_id, coalesce(note_id, task_id, handover_id));
create index notice_of_note on enishi.notice (workspace_id, note_id) where note_id is not null;
create index notice_of_task on enishi.notice (workspace_id, task_id) where task_id is not null;
create index notice_of_handover on enishi.notice (workspace_id, handover_id) where handover_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['people_look', 'use_stop', 'notice']
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

-- How long dated personal texts beside the log are kept; null: without limit.
alter table enishi.privacy_setting add column text_days integer check (text_days between 1 and 36500);
-- Whether pages that people link to are asked if they link back.
alter table enishi.privacy_setting add column check_links boolean not null default false;

-- Whose use was stopped: whoever of merged people asked, all of them are meant. From the few who asked to
-- their accounts, step by step: joined freely, tables without statistics would be read whole.
create view enishi.stopped_person with (security_invoker = true) as
  select distinct u.workspace_id, same.id as person_id
  from enishi.use_stop u
  cross join lateral (
    select coalesce(p.merged_into, p.id) as root from enishi.person p
    where p.workspace_id = u.workspace_id and p.id = u.person_id offset 0) named
  cross join lateral (
    select named.root as id
    union all
    select p.id from enishi.person p
    where p.workspace_id = u.workspace_id and p.merged_into = named.root offset 0) same
  where u.lifted_at is null;

create view enishi.stopped_handle with (security_invoker = true) as
  select s.workspace_id, o.handle_id from enishi.stopped_person s
  cross join lateral (
    select one.handle_id from enishi.handle_ownership one
    where one.workspace_id = s.workspace_id and one.person_id = s.person_id
      and one.until is null offset 0) o;

grant select on enishi.stopped_person, enishi.stopped_handle to enishi_app;
