-- Merges of organisations. Two are one from then on: `merged_into` says so, names and ids of the
-- merged one lead to the other, and a row here keeps author, time, evidence and what was before, so
-- that it can be taken back at any time.

alter table enishi.organisation
  -- Flattened: names a root.
  add column merged_into uuid,
  add constraint organisation_merged_into foreign key (workspace_id, merged_into)
    references enishi.organisation (workspace_id, id) on delete cascade,
  add constraint organisation_not_into_itself check (merged_into <> id);
create index organisation_merged on enishi.organisation (workspace_id, merged_into)
  where merged_into is not null;

-- The organisation as which each is shown. `case`, not coalesce, which the planner takes for leaky.
create view enishi.organisation_root with (security_invoker = true) as
  select workspace_id, id as organisation_id,
    case when merged_into is null then id else merged_into end as root_id
  from enishi.organisation;

create table enishi.organisation_merge (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- The order in which they were made; clocks of two servers may disagree.
  seq bigint not null generated always as identity,
  -- Both were roots when it was made; `keep_id` is shown since.
  keep_id uuid not null,
  merged_id uuid not null,
  author_id uuid,
  made_at timestamptz not null,
  -- In what they were alike: ["domain", …].
  evidence jsonb not null,
  -- What the kept one's fields were, and what it wrote:
  -- {"keep": {field: value}, "wrote": {field: {"before", "after"}}}.
  backup jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, keep_id) references enishi.organisation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, merged_id) references enishi.organisation (workspace_id, id) on delete cascade,
  check (keep_id <> merged_id)
);
create unique index organisation_merge_standing on enishi.organisation_merge (workspace_id, merged_id)
  where undone_at is null;
create index organisation_merge_merged on enishi.organisation_merge (workspace_id, merged_id);
create index organisation_merge_keep on enishi.organisation_merge (workspace_id, keep_id);

-- The rows that named the merged one and name the kept one since.
create table enishi.organisation_merge_row (
  workspace_id uuid not null,
  merge_id uuid not null,
  "table" text not null check ("table" in ('affiliation', 'organisation_handle', 'relation',
    'relation_rule', 'programme_member', 'programme_contact', 'deal', 'task', 'note', 'contact')),
  row_id uuid not null,
  -- Where the kept one has its like and only one may be: the row itself, kept aside until the merge
  -- is taken back, and which gaps of its like it filled: {"row", "like", "filled": [column]}.
  aside jsonb,
  -- Whom the row that is kept aside is about; no key, because it outlives merges of people.
  person_id uuid,
  primary key (workspace_id, merge_id, "table", row_id),
  foreign key (workspace_id, merge_id) references enishi.organisation_merge (workspace_id, id) on delete cascade
);
create index organisation_merge_row_of on enishi.organisation_merge_row (workspace_id, "table", row_id);
create index organisation_merge_row_person on enishi.organisation_merge_row (workspace_id, person_id)
  where person_id is not null;

-- Pairs of which it was said that they are two; `first_id` is the lower id.
create table enishi.organisation_not_same (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  author_id uuid,
  said_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, first_id, second_id),
  foreign key (workspace_id, first_id) references enishi.organisation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, second_id) references enishi.organisation (workspace_id, id) on delete cascade,
  check (first_id < second_id)
);
create index organisation_not_same_second on enishi.organisation_not_same (workspace_id, second_id);

grant select on enishi.organisation_root to enishi_app;

do $$
declare
  t text;
begin
  foreach t in array array['organisation_merge', 'organisation_merge_row', 'organisation_not_same']
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
