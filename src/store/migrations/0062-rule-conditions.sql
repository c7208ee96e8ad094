-- Rules of relations by tag, by custom field, by the stage in a topic, by the role in an organisation
-- and by a saved list; and a name for a rule, shown wherever it says something.

alter table enishi.relation_rule drop constraint relation_rule_condition_check;
alter table enishi.relation_rule
  add column name text,
  -- What a rule looks at. Where that is removed the rule stays, as the reason of what it said, and finds nobody.
  add column tag_id uuid,
  add column field_id uuid,
  add column topic_id uuid,
  add column list_id uuid,
  -- field: how the value of the field is compared, and with what, kept as the field keeps it.
  add column comparison text check (comparison in ('is', 'contains', 'at-least', 'on-or-after')),
  add column value jsonb,
  add column stage text check (stage in ('discovery', 'evaluation', 'recommendation', 'satisfaction')),
  -- role: one of them stands in the role.
  add column words text[],
  add constraint relation_rule_condition_check check (condition in ('bought', 'organisation-is',
    'own-organisation', 'tagged', 'field', 'stage', 'role', 'listed')),
  add constraint relation_rule_tag foreign key (workspace_id, tag_id)
    references enishi.tag (workspace_id, id) on delete set null (tag_id),
  add constraint relation_rule_field foreign key (workspace_id, field_id)
    references enishi.custom_field (workspace_id, id) on delete set null (field_id),
  add constraint relation_rule_topic foreign key (workspace_id, topic_id)
    references enishi.topic (workspace_id, id) on delete set null (topic_id),
  add constraint relation_rule_list foreign key (workspace_id, list_id)
    references enishi.list (workspace_id, id) on delete set null (list_id),
  add check (tag_id is null or condition = 'tagged'),
  add check (field_id is null or condition = 'field'),
  add check (topic_id is null or condition = 'stage'),
  add check (list_id is null or condition = 'listed'),
  add check ((condition = 'field') = (comparison is not null)),
  add check ((condition = 'field') = (value is not null)),
  add check ((condition = 'stage') = (stage is not null)),
  add check ((condition = 'role') = (words is not null));
