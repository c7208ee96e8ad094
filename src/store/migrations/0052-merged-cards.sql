-- Owners, values of own fields and tags of merged people: the root's rows alone say what stands, so that an
-- edit of the merged person leaves what the others had. Merges that stand bring theirs to whom they were
-- merged into, in the order in which they were made, and keep what they wrote in their backup, as new ones do.
do $$
declare
  m record;
begin
  for m in select workspace_id, id, keep_id, merged_id, made_at, author_id from enishi.person_merge
    where undone_at is null order by seq
  loop
    with brought as (
      insert into enishi.owner (workspace_id, id, person_id, rank, member_id, since, set_by)
      select o.workspace_id, gen_random_uuid(), m.keep_id, o.rank, o.member_id,
        greatest(m.made_at, o.since), m.author_id
      from enishi.owner o
      where o.workspace_id = m.workspace_id and o.subject_id = m.merged_id and o.until is null
        and not exists (select 1 from enishi.owner k where k.workspace_id = m.workspace_id
          and k.subject_id = m.keep_id and k.rank = o.rank and k.until is null)
      returning rank, member_id
    ), filled as (
      insert into enishi.custom_value (workspace_id, id, field_id, person_id, value, changed_at, changed_by)
      select v.workspace_id, gen_random_uuid(), v.field_id, m.keep_id, v.value, v.changed_at, v.changed_by
      from enishi.custom_value v
      where v.workspace_id = m.workspace_id and v.subject_id = m.merged_id
      on conflict (workspace_id, subject_id, field_id) do nothing
      returning field_id, value
    ), tagged as (
      insert into enishi.tagging (workspace_id, id, tag_id, person_id, added_at, added_by)
      select g.workspace_id, gen_random_uuid(), g.tag_id, m.keep_id, g.added_at, g.added_by
      from enishi.tagging g where g.workspace_id = m.workspace_id and g.subject_id = m.merged_id
      on conflict (workspace_id, subject_id, tag_id) do nothing
      returning tag_id
    ), wrote as (
      select 'owner:' || rank as key, member_id::text as after from brought
      union all select 'field:' || field_id, case jsonb_typeof(value)
        when 'array' then replace(value::text, '", "', '","') else value::text end from filled
      union all select 'tag:' || tag_id, 'true' from tagged
    )
    update enishi.person_merge p
    set backup = jsonb_set(p.backup, '{wrote}', p.backup -> 'wrote' || (
      select jsonb_object_agg(key, jsonb_build_object('before', null, 'after', after, 'wasEdited', false))
      from wrote))
    where p.workspace_id = m.workspace_id and p.id = m.id and exists (select 1 from wrote);
  end loop;
end
$$;
