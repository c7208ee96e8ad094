-- Merges of people. A merge rewrites nothing: it sets `merged_into` and leaves a row here, with its
-- author, its time and its evidence, so that it can be taken back at any time.

-- The person as whom each is shown. `case`, not coalesce, which the planner takes for leaky.
create view enishi.person_root with (security_invoker = true) as
  select workspace_id, id as person_id, case when merged_into is null then id else merged_into end as root_id
  from enishi.person;

create table enishi.person_merge (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- The order in which they were made; clocks of two servers may disagree.
  seq bigint not null generated always as identity,
  -- Both were roots when it was made; `keep_id` is shown since.
  keep_id uuid not null,
  merged_id uuid not null,
  origin text not null check (origin in ('member', 'automatic', 'import')),
  author_id uuid,
  made_at timestamptz not null,
  -- Why: {"probability", "reasons": [{"field", "agreement", "weight"}]}.
  evidence jsonb not null,
  -- What the kept person's fields were, and what it wrote:
  -- {"keep": {field: value}, "wrote": {field: {"before", "after", "wasEdited"}}}.
  backup jsonb not null,
  -- The persons that moved: the merged one and all that had been merged into it.
  moved uuid[] not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, keep_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, merged_id) references enishi.person (workspace_id, id) on delete cascade,
  check (keep_id <> merged_id)
);
-- Whoever was merged is no root: one merge of them stands at most.
create unique index person_merge_standing on enishi.person_merge (workspace_id, merged_id)
  where undone_at is null;
create index person_merge_merged on enishi.person_merge (workspace_id, merged_id);
create index person_merge_keep on enishi.person_merge (workspace_id, keep_id);

-- Pairs of persons of whom it was said that they are two; `first_id` is the lower id.
create table enishi.person_not_same (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  -- Said by a member, or follows from a merge taken back or an account split away.
  because text not null check (because in ('member', 'unmerge', 'split')),
  author_id uuid,
  said_at timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, first_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, second_id) references enishi.person (workspace_id, id) on delete cascade,
  check (first_id < second_id)
);
create unique index person_not_same_standing on enishi.person_not_same (workspace_id, first_id, second_id)
  where taken_back_at is null;
create index person_not_same_second on enishi.person_not_same (workspace_id, second_id);

-- Every change of a person's fields, whoever made it.
create table enishi.person_field_change (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- The order of a person's changes: given while the person's row is locked.
  seq bigint not null generated always as identity,
  person_id uuid not null,
  field text not null,
  "from" text,
  "to" text,
  at timestamptz not null,
  author_id uuid,
  -- `profile`: an account's owner changed its name at the platform.
  origin text not null check (origin in ('member', 'import', 'profile', 'merge', 'unmerge')),
  merge_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, merge_id) references enishi.person_merge (workspace_id, id) on delete cascade
);
create index person_field_change_person on enishi.person_field_change (workspace_id, person_id, seq);

grant select on enishi.person_root to enishi_app;

do $$
declare
  t text;
begin
  foreach t in array array['person_merge', 'person_not_same', 'person_field_change']
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
