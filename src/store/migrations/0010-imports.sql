-- Lists of contacts and of outcomes as imports bring them.

-- Which names a member has given: an import leaves those alone.
alter table enishi.person
  add column edited_fields text[] not null default '{}';

-- Lists know accounts by what people write to address them.
create index handle_username on enishi.handle (workspace_id, platform, username)
  where username is not null;
