-- Pages that accounts link to, asked whether they link back with rel="me": then they are theirs.

-- How far the accounts that were there before have been noted; null once all are.
alter table enishi.privacy_setting add column links_from uuid;

create table enishi.handle_link (
  workspace_id uuid not null,
  handle_id uuid not null,
  -- In one form, without scheme; as the profile names it.
  page text not null,
  -- waiting: to be asked at next_at. linked: it links back. not-linked: it does not. failed: it could
  -- not be had.
  state text not null default 'waiting' check (state in ('waiting', 'linked', 'not-linked', 'failed')),
  -- Why it could not be had; a code.
  why text,
  failures smallint not null default 0,
  next_at timestamptz not null,
  checked_at timestamptz,
  primary key (workspace_id, handle_id, page),
  foreign key (workspace_id, handle_id) references enishi.handle (workspace_id, id) on delete cascade
);
create index handle_link_due on enishi.handle_link (workspace_id, next_at);

alter table enishi.handle_link enable row level security;
create policy own_workspace on enishi.handle_link for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.handle_link to enishi_app;
