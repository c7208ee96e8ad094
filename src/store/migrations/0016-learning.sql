-- What members correct, what they audit, and what a workspace's own models learn of it.
alter table enishi.workspace
  -- Version of the model that reads; 0 is the base. Changed under the workspace's lock, as topics are.
  add column reader_version integer not null default 0;

create table enishi.correction (
  workspace_id uuid not null,
  -- Carries the time.
  id uuid not null,
  activity_id uuid not null,
  -- The form of the text that it is about; an edited text is another text.
  revision integer not null,
  part text not null,
  -- The label; of intents and toxicity yes or no.
  value text not null,
  was text not null,
  -- Whose reading was corrected.
  model text not null,
  member_id uuid,
  made_at timestamptz not null,
  origin text not null check (origin in ('page', 'audit', 'learning')),
  -- Taken back, or replaced by a later one.
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
-- One stands for each part.
create unique index correction_standing on enishi.correction (workspace_id, activity_id, revision, part)
  where undone_at is null;
create index correction_activity on enishi.correction (workspace_id, activity_id, id);

-- What models said of posts that were corrected or audited: kept when another model reads them.
create table enishi.reading_history (
  workspace_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  revision integer not null,
  model text not null,
  read_at timestamptz not null,
  -- Null while it is what the reading model says.
  replaced_at timestamptz,
  -- The columns of the reading as the model left them.
  said jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
create index reading_history_activity on enishi.reading_history (workspace_id, activity_id, id);

-- Posts to judge. `audit`: drawn blindly and evenly, for the figures; never learnt from. `learning`:
-- those of which the reader is least sure.
create table enishi.audit_item (
  workspace_id uuid not null,
  activity_id uuid not null,
  revision integer not null,
  queue text not null check (queue in ('audit', 'learning')),
  drawn_at timestamptz not null,
  lang text not null,
  -- What the reading model says of every part, and its name.
  model text not null,
  said jsonb not null,
  unsure text[] not null,
  truth jsonb,
  answered_by uuid,
  answered_at timestamptz,
  skipped_at timestamptz,
  -- A post of the learning queue may be drawn for audits too, or the hard ones would be missing there.
  primary key (workspace_id, activity_id, queue),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade
);
create index audit_item_waiting on enishi.audit_item (workspace_id, queue, drawn_at, activity_id)
  where answered_at is null and skipped_at is null;
create index audit_item_answered on enishi.audit_item (workspace_id, queue, activity_id)
  where answered_at is not null;

create table enishi.reader_model (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  version integer not null,
  base text not null,
  state text not null check (state in ('candidate', 'running', 'retired', 'refused')),
  -- What it adds to the base; null for version 0, the base itself.
  delta bytea,
  -- Judged posts that it learnt from.
  corrections integer not null,
  -- Parts with their scores on the reserved audits, before and after.
  scores jsonb not null,
  reason text,
  trained_at timestamptz,
  promoted_at timestamptz,
  retired_at timestamptz,
  requested_by uuid,
  primary key (workspace_id, version)
);
create unique index reader_model_running on enishi.reader_model (workspace_id) where state = 'running';

-- Posts a day by the model that read them. Derived from readings: `enishi doctor` rebuilds it.
create table enishi.model_day (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  day date not null,
  model text not null,
  posts bigint not null,
  primary key (workspace_id, day, model)
) with (fillfactor = 80);
insert into enishi.model_day (workspace_id, day, model, posts)
select r.workspace_id, (a.published_at at time zone w.time_zone)::date, r.model, count(*)
from enishi.reading r
join enishi.activity a on a.workspace_id = r.workspace_id and a.id = r.activity_id
join enishi.workspace w on w.id = r.workspace_id
group by 1, 2, 3;

alter table enishi.job drop constraint job_kind_check;
alter table enishi.job add constraint job_kind_check check (kind in
  ('import', 'apply-topics', 'load-world', 'drop-expired', 'rebuild-derived', 'train-model', 'read-again'));

do $$
declare
  t text;
begin
  foreach t in array array['correction', 'reading_history', 'audit_item', 'reader_model', 'model_day']
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
