-- Lists of contacts and of outcomes as imports bring them.

-- Which names a member has given: an import leaves those alone.
alter table enishi.person
  add column edited_fields text[] not null default '{}';

-- Those given so far, as the log of changes tells.
update enishi.person p set edited_fields = given.fields
from (
  select e.workspace_id, e.subject_id, array_agg(distinct field order by field) as fields
  from enishi.event e cross join unnest(e.detail) as field
  where e.name = 'person.changed'
    and field in ('displayName', 'familyName', 'givenName', 'nameReading')
  group by e.workspace_id, e.subject_id
) given
where p.workspace_id = given.workspace_id and p.id = given.subject_id;

-- Lists know accounts by what people write to address them.
create index handle_username on enishi.handle (workspace_id, platform, username)
  where username is not null;
