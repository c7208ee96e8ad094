-- Pictures of accounts, compared by what they show. Only a hash of 64 bits is kept, never a picture.

-- Off unless a member asks for it: addresses come from outside, and asking them tells who listens.
alter table enishi.privacy_setting add column compare_pictures boolean not null default false;
-- How far the accounts that were there before have been noted; null once all are.
alter table enishi.privacy_setting add column pictures_from uuid;

create table enishi.handle_picture (
  workspace_id uuid not null,
  handle_id uuid not null,
  -- The address as the account said it when it was noted; what is found counts while it still says so.
  url text not null,
  -- SHA-256 of the address: many accounts of one address are asked for once.
  url_key bytea not null,
  -- waiting: to be asked for at next_at. seen: it has a hash. plain: it shows too little to be told
  -- from others. failed: it could not be had or read.
  state text not null default 'waiting' check (state in ('waiting', 'seen', 'plain', 'failed')),
  hash bigint check ((hash is not null) = (state = 'seen')),
  -- Why it could not be had or read; a code.
  why text,
  failures smallint not null default 0,
  next_at timestamptz,
  looked_at timestamptz,
  primary key (workspace_id, handle_id),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index handle_picture_url on enishi.handle_picture (workspace_id, url_key);
create index handle_picture_due on enishi.handle_picture (workspace_id, next_at)
  where next_at is not null;

alter table enishi.handle_picture enable row level security;
create policy own_workspace on enishi.handle_picture for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.handle_picture to enishi_app;
