-- Names that members gave before they were protected, as the log of changes tells: an import leaves
-- those alone too.
update enishi.person p
set edited_fields = (
  select array_agg(distinct field order by field)
  from unnest(p.edited_fields || given.fields) as field
)
from (
  select e.workspace_id, e.subject_id, array_agg(distinct field) as fields
  from enishi.event e cross join unnest(e.detail) as field
  where e.name = 'person.changed'
    and field in ('displayName', 'familyName', 'givenName', 'nameReading')
  group by e.workspace_id, e.subject_id
) given
where p.workspace_id = given.workspace_id and p.id = given.subject_id;
