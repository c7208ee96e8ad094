-- A rule of relations asks for several conditions: all of them, or any. Rules that there are go on with
-- their one.

alter table enishi.relation_rule add column match text not null default 'all' check (match in ('all', 'any'));

-- What a rule looks at. Where that is removed the condition stays and nobody holds it: a rule that asks
-- for all of its conditions must not find more people because one of them is gone.
create table enishi.relation_rule_condition (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  position integer not null,
  condition text not null check (condition in ('bought', 'organisation-is', 'own-organisation', 'tagged',
    'field', 'stage', 'role', 'listed')),
  within_days integer check (within_days between 1 and 36525),
  organisation_kind text,
  custom_organisation_kind_id uuid generated always as
    (case when organisation_kind like '________-____-____-____-____________' then organisation_kind::uuid end) stored,
  organisation_id uuid,
  tag_id uuid,
  field_id uuid,
  topic_id uuid,
  list_id uuid,
  -- field: how the value of the field is compared, and with what, kept as the field keeps it.
  comparison text check (comparison in ('is', 'contains', 'at-least', 'on-or-after')),
  value jsonb,
  stage text check (stage in ('discovery', 'evaluation', 'recommendation', 'satisfaction')),
  -- role: one of them stands in the role.
  words text[],
  primary key (workspace_id, id),
  unique (workspace_id, rule_id, position),
  foreign key (workspace_id, rule_id) references enishi.relation_rule (workspace_id, id) on delete cascade,
  foreign key (workspace_id, custom_organisation_kind_id) references enishi.relation_kind (workspace_id, id),
  foreign key (workspace_id, organisation_id)
    references enishi.organisation (workspace_id, id) on delete set null (organisation_id),
  foreign key (workspace_id, tag_id) references enishi.tag (workspace_id, id) on delete set null (tag_id),
  foreign key (workspace_id, field_id)
    references enishi.custom_field (workspace_id, id) on delete set null (field_id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete set null (topic_id),
  foreign key (workspace_id, list_id) references enishi.list (workspace_id, id) on delete set null (list_id),
  check (organisation_kind is null or custom_organisation_kind_id is not null
    or organisation_kind in ('customer', 'prospect', 'advocate', 'decision-maker',
    'partner', 'competitor', 'employee', 'media', 'peer', 'stakeholder')),
  check ((condition = 'bought') = (within_days is not null)),
  check ((condition = 'organisation-is') = (organisation_kind is not null)),
  check (organisation_id is null or condition = 'own-organisation'),
  check (tag_id is null or condition = 'tagged'),
  check (field_id is null or condition = 'field'),
  check (topic_id is null or condition = 'stage'),
  check (list_id is null or condition = 'listed'),
  check ((condition = 'field') = (comparison is not null)),
  check ((condition = 'field') = (value is not null)),
  check ((condition = 'stage') = (stage is not null)),
  check ((condition = 'role') = (words is not null))
);

alter table enishi.relation_rule_condition enable row level security;
create policy own_workspace on enishi.relation_rule_condition for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.relation_rule_condition to enishi_app;

-- The one condition of a rule takes the rule's id, by which merges of organisations know it.
insert into enishi.relation_rule_condition (workspace_id, id, rule_id, position, condition, within_days,
  organisation_kind, organisation_id, tag_id, field_id, topic_id, list_id, comparison, value, stage, words)
select workspace_id, id, id, 0, condition, within_days,
  organisation_kind, organisation_id, tag_id, field_id, topic_id, list_id, comparison, value, stage, words
from enishi.relation_rule;

alter table enishi.relation_rule
  drop column custom_organisation_kind_id,
  drop column condition, drop column within_days, drop column organisation_kind,
  drop column organisation_id, drop column tag_id, drop column field_id, drop column topic_id,
  drop column list_id, drop column comparison, drop column value, drop column stage, drop column words;

alter table enishi.organisation_merge_row drop constraint organisation_merge_row_table_check;
update enishi.organisation_merge_row set "table" = 'relation_rule_condition' where "table" = 'relation_rule';
alter table enishi.organisation_merge_row add constraint organisation_merge_row_table_check
  check ("table" in ('affiliation', 'organisation_handle', 'relation', 'relation_rule_condition',
    'programme_member', 'programme_contact', 'deal', 'task', 'note', 'contact'));
