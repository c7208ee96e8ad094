-- Notes that lists brought: who imported them, and which of them a member has removed, so that the same
-- list does not bring them back.

-- The digest of whom it was about and of its text, which such a note has as its key.
create table enishi.imported_note_removed (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  key text not null,
  removed_at timestamptz not null,
  primary key (workspace_id, key)
);
alter table enishi.imported_note_removed enable row level security;
create policy own_workspace on enishi.imported_note_removed for all to enishi_app
  using (workspace_id = current_setting('enishi.workspace')::uuid)
  with check (workspace_id = current_setting('enishi.workspace')::uuid);
grant select, insert, update, delete on enishi.imported_note_removed to enishi_app;

-- Notes that are there already are theirs who imported the list; what was imported by the command line
-- is nobody's.
update enishi.note n set author_id = i.started_by
from enishi.import_change c
cross join lateral jsonb_array_elements(c.changed) one
join enishi.import i on i.workspace_id = c.workspace_id and i.id = c.import_id
where one ->> 'kind' = 'note' and n.workspace_id = c.workspace_id and n.id::text = one ->> 'field'
  and n.is_imported and n.author_id is null and i.started_by is not null;
