-- Which posts are near-copies of posts by other accounts: found anew by the job group-copies. A post
-- without a row copies nobody. Copies count as one voice wherever voices are counted.
create table enishi.post_copy (
  workspace_id uuid not null,
  activity_id uuid not null,
  -- The earliest post of its group, also of that post itself; the post may have gone since.
  copy_of uuid not null,
  primary key (workspace_id, activity_id) include (copy_of),
  foreign key (workspace_id, activity_id) references enishi.post (workspace_id, activity_id) on delete cascade
);

-- When copies were last looked for, and in what.
create table enishi.copy_run (
  workspace_id uuid primary key references enishi.workspace (id) on delete cascade,
  grouped_at timestamptz not null,
  posts integer not null,
  -- The newest post that was looked at.
  newest_id uuid not null
);

-- Voices beside the posts of an opinion; null until it is counted again.
alter table enishi.opinion
  add column for_voices integer,
  add column against_voices integer,
  add column mixed_voices integer,
  add column recent_voices integer,
  add column voices_trend integer;
alter table enishi.opinion_day add column voices integer;
-- So that every topic is looked at again within a day, also where nobody said anything since.
update enishi.opinion_run set newest_id = '00000000-0000-0000-0000-000000000000';

-- How sure the reader is of the stance; null where it was read before it said so.
alter table enishi.reading
  add column stance_confidence real,
-- Whether it says something other than any label, as a member said; null where nobody did.
  add column other boolean;

do $$
declare
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint
    where conname = 'job_kind_check' and conrelid = 'enishi.job'::regclass;
  alter table enishi.job drop constraint job_kind_check;
  execute 'alter table enishi.job add constraint job_kind_check '
    || replace(known, '])', ', ''group-copies''::text])');
end
$$;

do $$
declare
  t text;
begin
  foreach t in array array['post_copy', 'copy_run']
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
