-- What people and organisations are to us: kinds that a workspace adds, rules, proposals, programmes;
-- and the ties between people.

-- The table below takes the name.
alter index enishi.relation_kind rename to relation_of_kind;

-- Kinds that a workspace added to the built-in ones. `relation.kind` of such a kind is its id as text.
create table enishi.relation_kind (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  name_ja text not null,
  name_en text not null,
  applies_to text not null check (applies_to in ('person', 'organisation', 'both')),
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (workspace_id, id)
);
create unique index relation_kind_ja on enishi.relation_kind (workspace_id, name_ja);
create unique index relation_kind_en on enishi.relation_kind (workspace_id, name_en);

-- A rule says what people become by what is known of them; it begins and ends relations by itself.
create table enishi.relation_rule (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- bought: a purchase or renewal within so many days; organisation-is: belongs to, or speaks for, an
  -- organisation that is that to us; own-organisation: belongs to us, or has a verified address there.
  condition text not null check (condition in ('bought', 'organisation-is', 'own-organisation')),
  within_days integer check (within_days between 1 and 36525),
  organisation_kind text,
  organisation_id uuid,
  -- What they become.
  kind text not null,
  custom_kind_id uuid generated always as
    (case when kind like '________-____-____-____-____________' then kind::uuid end) stored,
  custom_organisation_kind_id uuid generated always as
    (case when organisation_kind like '________-____-____-____-____________' then organisation_kind::uuid end) stored,
  is_on boolean not null default true,
  -- A removed rule stays as the reason of the relations that it began.
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, custom_kind_id) references enishi.relation_kind (workspace_id, id),
  foreign key (workspace_id, custom_organisation_kind_id) references enishi.relation_kind (workspace_id, id),
  check (custom_kind_id is not null or kind in ('customer', 'prospect', 'advocate', 'decision-maker',
    'partner', 'competitor', 'employee', 'media', 'peer', 'stakeholder')),
  check (organisation_kind is null or custom_organisation_kind_id is not null
    or organisation_kind in ('customer', 'prospect', 'advocate', 'decision-maker',
    'partner', 'competitor', 'employee', 'media', 'peer', 'stakeholder')),
  check ((condition = 'bought') = (within_days is not null)),
  check ((condition = 'organisation-is') = (organisation_kind is not null)),
  check ((condition = 'own-organisation') = (organisation_id is not null))
);

alter table enishi.relation drop constraint relation_kind_check;
alter table enishi.relation drop constraint relation_source_check;
alter table enishi.relation
  -- The kind where a workspace added it; a foreign key, so that no kind is made up.
  add column custom_kind_id uuid generated always as
    (case when kind like '________-____-____-____-____________' then kind::uuid end) stored,
  add column rule_id uuid,
  -- The member who entered it or confirmed the proposal.
  add column confirmed_by uuid,
  add column ended_by uuid,
  -- Why, as JSON: ids and words; read whole, never filtered by.
  add column evidence text,
  add constraint relation_kind_check check (custom_kind_id is not null or kind in ('customer', 'prospect',
    'advocate', 'decision-maker', 'partner', 'competitor', 'employee', 'media', 'peer', 'stakeholder')),
  add constraint relation_source_check check (source in ('import', 'member', 'rule', 'inferred')),
  add constraint relation_custom_kind foreign key (workspace_id, custom_kind_id)
    references enishi.relation_kind (workspace_id, id),
  add constraint relation_rule_known foreign key (workspace_id, rule_id)
    references enishi.relation_rule (workspace_id, id) on delete cascade,
  add constraint relation_dates_check check (since is null or until is null or since <= until),
  add constraint relation_by_rule_check check ((source = 'rule') = (rule_id is not null));
-- Also what is over, in the order in which it was entered.
create index relation_person_line on enishi.relation (workspace_id, person_id, created_at, id)
  where person_id is not null;
create index relation_organisation_line on enishi.relation (workspace_id, organisation_id, created_at, id)
  where organisation_id is not null;
create index relation_by_rule on enishi.relation (workspace_id, rule_id) where rule_id is not null;

-- What somebody may be to us, found in what they say and do; a member confirms or refuses it. A
-- refused one stays, so that it is not proposed again.
create table enishi.relation_proposal (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  custom_kind_id uuid generated always as
    (case when kind like '________-____-____-____-____________' then kind::uuid end) stored,
  -- What it rests on: words of a role, where the person works, posts.
  basis text not null check (basis in ('role', 'workplace', 'evaluating', 'recommending')),
  evidence text not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused')),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, kind),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, custom_kind_id) references enishi.relation_kind (workspace_id, id),
  check (custom_kind_id is not null or kind in ('customer', 'prospect', 'advocate', 'decision-maker',
    'partner', 'competitor', 'employee', 'media', 'peer', 'stakeholder')),
  check ((state = 'open') = (decided_at is null))
);
create index relation_proposal_open on enishi.relation_proposal (workspace_id, id) where state = 'open';

-- When rules were last applied and proposals looked for.
create table enishi.relation_search (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  searched_at timestamptz not null,
  primary key (workspace_id)
);

-- How we keep in touch with those who are something to us; one a kind. Whoever holds the relation
-- today is in it.
create table enishi.programme (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  kind text not null,
  custom_kind_id uuid generated always as
    (case when kind like '________-____-____-____-____________' then kind::uuid end) stored,
  owner_id uuid,
  rhythm_days integer not null check (rhythm_days between 1 and 3650),
  aim text,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, kind),
  foreign key (workspace_id, custom_kind_id) references enishi.relation_kind (workspace_id, id),
  check (custom_kind_id is not null or kind in ('customer', 'prospect', 'advocate', 'decision-maker',
    'partner', 'competitor', 'employee', 'media', 'peer', 'stakeholder'))
);

-- Where one person or organisation differs from the programme.
create table enishi.programme_member (
  workspace_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  owner_id uuid,
  rhythm_days integer check (rhythm_days between 1 and 3650),
  -- Agreed on; it counts until a contact on or after that day.
  next_on date,
  primary key (workspace_id, id),
  foreign key (workspace_id, programme_id) references enishi.programme (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id) on delete cascade,
  check ((person_id is null) <> (organisation_id is null))
);
create unique index programme_member_person on enishi.programme_member (workspace_id, programme_id, person_id)
  where person_id is not null;
create unique index programme_member_organisation
  on enishi.programme_member (workspace_id, programme_id, organisation_id) where organisation_id is not null;

-- That we were in touch, and what we gave back.
create table enishi.programme_contact (
  workspace_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  on_day date not null,
  -- Thanks, a present, a favour: something given back, not only a talk.
  is_thanks boolean not null,
  what text,
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, programme_id) references enishi.programme (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references enishi.organisation (workspace_id, id) on delete cascade,
  check ((person_id is null) <> (organisation_id is null))
);
create index programme_contact_person
  on enishi.programme_contact (workspace_id, programme_id, person_id, on_day) where person_id is not null;
create index programme_contact_organisation
  on enishi.programme_contact (workspace_id, programme_id, organisation_id, on_day)
  where organisation_id is not null;

-- Who turns to whom: how often an account answered, named, shared, liked or followed another on a day
-- (in the workspace's time zone). Derived from the log: `enishi doctor` rebuilds and compares it.
create table enishi.tie (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  from_handle_id uuid not null,
  to_handle_id uuid not null,
  day date not null,
  answers integer not null,
  mentions integer not null,
  shares integer not null,
  likes integer not null,
  follows integer not null,
  primary key (workspace_id, from_handle_id, to_handle_id, day)
) with (fillfactor = 90);
create index tie_to on enishi.tie (workspace_id, to_handle_id, from_handle_id, day);

-- From the log as it stands.
insert into enishi.tie (workspace_id, from_handle_id, to_handle_id, day, answers, mentions, shares, likes, follows)
select workspace_id, from_id, to_id, day, sum(answers), sum(mentions), sum(shares), sum(likes), sum(follows)
from (
  select a.workspace_id, a.handle_id as from_id, target.id as to_id,
    (a.published_at at time zone w.time_zone)::date as day,
    (a.type = 'Create')::integer as answers, 0 as mentions, (a.type = 'Announce')::integer as shares,
    (a.type = 'Like')::integer as likes, (a.type = 'Follow')::integer as follows
  from enishi.activity a join enishi.workspace w on w.id = a.workspace_id
  left join enishi.activity_source s on s.workspace_id = a.workspace_id and s.platform = a.platform
    and s.external_key_hash = a.parent_hash
  left join enishi.activity p on p.workspace_id = a.workspace_id and p.id = s.activity_id
  cross join lateral (select case when a.type = 'Create' then p.handle_id
    when a.object_handle_id is not null then a.object_handle_id
    when a.type <> 'Follow' then p.handle_id end as id) target
  where a.deleted_at is null and a.type in ('Create', 'Announce', 'Like', 'Follow')
  union all
  select a.workspace_id, a.handle_id, m.handle_id, (a.published_at at time zone w.time_zone)::date,
    0, 1, 0, 0, 0
  from enishi.activity_mention m
  join enishi.activity a on a.workspace_id = m.workspace_id and a.id = m.activity_id
  join enishi.workspace w on w.id = a.workspace_id
  where a.deleted_at is null
) told
where to_id is not null and to_id <> from_id
group by 1, 2, 3, 4;

do $$
declare
  t text;
begin
  foreach t in array array['relation_kind', 'relation_rule', 'relation_proposal', 'relation_search',
    'programme', 'programme_member', 'programme_contact', 'tie']
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
