-- Where outcomes come from: what was told by senders of outcomes, links that are counted, codes, and
-- what an outcome itself says of where it came from.

-- The secret with which the sender of a channel signs; sealed, never shown again.
create table enishi.channel_secret (
  workspace_id uuid not null,
  channel_id uuid not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (workspace_id, channel_id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
);

-- Events that a sender has told already, by its own id of them; dropped after a month.
create table enishi.hook_event (
  workspace_id uuid not null,
  channel_id uuid not null,
  event_hash bytea not null,
  heard_at timestamptz not null,
  primary key (workspace_id, channel_id, event_hash),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id) on delete cascade
);
create index hook_event_heard on enishi.hook_event (workspace_id, channel_id, heard_at);

-- A short link of ours and where it leads. Codes are of the whole installation, and never used again:
-- a printed link must not lead elsewhere one day.
create table enishi.tracked_link (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9_-]{3,64}$'),
  target text not null check (target ~ '^https?://'),
  name text not null,
  campaign text,
  -- Who hands it out: a member, or a person outside.
  member_id uuid,
  person_id uuid,
  channel_id uuid,
  topic_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id),
  foreign key (workspace_id, channel_id) references enishi.channel (workspace_id, id),
  foreign key (workspace_id, topic_id) references enishi.topic (workspace_id, id) on delete cascade,
  check (member_id is null or person_id is null)
);
create unique index tracked_link_code on enishi.tracked_link (code);
create index tracked_link_person on enishi.tracked_link (workspace_id, person_id)
  where person_id is not null;

-- Clicks: nothing of the visitor but the class of device. The activity of type View says when.
create table enishi.link_click (
  workspace_id uuid not null,
  activity_id uuid not null,
  link_id uuid not null,
  -- Hash of the click id that was given to the target.
  key bytea not null,
  agent text not null check (agent in ('phone', 'tablet', 'desktop', 'other')),
  primary key (workspace_id, activity_id),
  foreign key (workspace_id, activity_id) references enishi.activity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, link_id) references enishi.tracked_link (workspace_id, id) on delete cascade
);
create unique index link_click_key on enishi.link_click (workspace_id, key);
create index link_click_link on enishi.link_click (workspace_id, link_id, activity_id);

-- Clicks a day, in the workspace's time zone.
create table enishi.link_day (
  workspace_id uuid not null,
  link_id uuid not null,
  day date not null,
  clicks bigint not null,
  primary key (workspace_id, link_id, day),
  foreign key (workspace_id, link_id) references enishi.tracked_link (workspace_id, id) on delete cascade
);

-- Coupon and referral codes, and whose they are.
create table enishi.code (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  text text not null,
  -- Hash of the text without case, width and spaces: what makes it the same one.
  key bytea not null,
  kind text not null check (kind in ('coupon', 'referral')),
  person_id uuid,
  campaign text,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id)
);
create index code_person on enishi.code (workspace_id, person_id) where person_id is not null;

-- What an outcome says of where it came from. Link, code and person are filled in as soon as both
-- sides are known, whichever came first.
create table enishi.claimed_touch (
  workspace_id uuid not null,
  -- The activity of type Outcome.
  outcome_id uuid not null,
  class text not null check (class in ('coupon', 'referral', 'said', 'click')),
  -- Hash of what was said: a code folded, a click id as it is.
  key bytea not null,
  -- The code, the click id, the answer.
  text text not null,
  person_id uuid,
  link_id uuid,
  code_id uuid,
  -- The activity of type View.
  click_id uuid,
  primary key (workspace_id, outcome_id, class, key),
  foreign key (workspace_id, outcome_id) references enishi.activity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id),
  foreign key (workspace_id, link_id) references enishi.tracked_link (workspace_id, id) on delete set null (link_id),
  foreign key (workspace_id, code_id) references enishi.code (workspace_id, id) on delete set null (code_id)
);
create index claimed_touch_key on enishi.claimed_touch (workspace_id, key);
create index claimed_touch_link on enishi.claimed_touch (workspace_id, link_id) where link_id is not null;
create index claimed_touch_code on enishi.claimed_touch (workspace_id, code_id) where code_id is not null;
create index claimed_touch_person on enishi.claimed_touch (workspace_id, person_id)
  where person_id is not null;

-- What was paid back, by the keys of the purchase at its source: it may be told before the purchase.
create table enishi.outcome_refund (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  platform text not null,
  purchase_hash bytea not null,
  -- The source's id of the refund, hashed; the greatest amount told of it counts.
  key bytea not null,
  refunded_minor bigint not null check (refunded_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, platform, purchase_hash, key)
);
-- The value before refunds; null while there are none.
alter table enishi.outcome add column gross_minor bigint;

do $$
declare
  t text;
begin
  foreach t in array array['channel_secret', 'hook_event', 'tracked_link', 'link_click', 'link_day', 'code',
    'claimed_touch', 'outcome_refund']
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

-- Whoever follows a link or tells an outcome names no workspace: these columns find it.
grant select (workspace_id, id, code, target, removed_at) on enishi.tracked_link to enishi_system;
create policy all_workspaces on enishi.tracked_link for select to enishi_system using (true);
create index channel_by_id on enishi.channel (id);
grant select (workspace_id, id, kind, state) on enishi.channel to enishi_system;
create policy all_workspaces on enishi.channel for select to enishi_system using (true);
