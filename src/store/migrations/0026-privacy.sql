-- What people may ask for: what is known of them, that it ends, that nobody writes to them.

-- Per workspace, made when first needed.
create table enishi.privacy_setting (
  workspace_id uuid primary key references enishi.workspace (id) on delete cascade,
  -- What the data is used for, as people are told.
  purpose text not null default '',
  -- How many days a request may take.
  answer_days integer not null default 14 check (answer_days between 1 and 365),
  -- With it the tombstones are made; without it they tell nothing.
  tombstone_key bytea check (octet_length(tombstone_key) = 32),
  changed_at timestamptz not null default now(),
  changed_by uuid
);

-- That somebody was erased, when and by whom, and how much went; nothing of who it was.
create table enishi.erasure (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  -- Ids of the rows that are gone: events still name them.
  person_ids uuid[] not null,
  erased_at timestamptz not null,
  erased_by uuid,
  -- `replayed`: a restored database was told of an erasure that it had not seen.
  origin text not null check (origin in ('member', 'replayed')),
  -- Rows by table.
  counts jsonb not null,
  primary key (workspace_id, id)
);

-- By what an erased person is known again: HMAC-SHA-256 of kind and value under the workspace's key.
create table enishi.erasure_tombstone (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  hash bytea not null check (octet_length(hash) = 32),
  kind text not null check (kind in ('account', 'username', 'email', 'phone', 'link', 'post')),
  erasure_id uuid not null,
  primary key (workspace_id, hash)
);

-- Whom nobody may contact, by all means or by one.
create table enishi.do_not_contact (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('all', 'mail', 'phone', 'message', 'visit', 'post')),
  since timestamptz not null,
  reason text not null,
  said_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
);
create unique index do_not_contact_standing on enishi.do_not_contact (workspace_id, person_id, channel)
  where lifted_at is null;

-- That somebody agreed to be written to: what was shown, when, how, and what proves it.
create table enishi.contact_consent (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('mail', 'phone', 'message', 'visit', 'post')),
  given_at timestamptz not null,
  how text not null check (how in ('web-form', 'paper', 'spoken', 'mail', 'card', 'other')),
  text_shown text not null,
  evidence text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
);
create index contact_consent_person on enishi.contact_consent (workspace_id, person_id, id);

-- What people asked of us, and by when it is to be answered.
create table enishi.privacy_request (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('disclosure', 'correction', 'stop-of-use', 'erasure', 'provision-record')),
  -- Null where nobody was found, and after an erasure.
  person_id uuid,
  requester text not null,
  received_on date not null,
  due_on date not null,
  identity_checked_at timestamptz,
  identity_checked_by uuid,
  -- Null while it is open.
  outcome text check (outcome in ('granted', 'partly', 'refused', 'withdrawn')),
  answered_at timestamptz,
  answered_by uuid,
  note text,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id)
    on delete set null (person_id),
  check ((outcome is null) = (answered_at is null)),
  check (received_on <= due_on)
);
create index privacy_request_open on enishi.privacy_request (workspace_id, due_on, id) where outcome is null;
create index privacy_request_answered on enishi.privacy_request (workspace_id, answered_at, id)
  where outcome is not null;
create index privacy_request_person on enishi.privacy_request (workspace_id, person_id)
  where person_id is not null;

-- To whom what of a person was given.
create table enishi.third_party_provision (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid not null,
  provided_on date not null,
  recipient text not null,
  items text not null,
  basis text not null check (basis in ('consent', 'law', 'entrusted', 'opt-out', 'other')),
  note text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references enishi.person (workspace_id, id) on delete cascade
);
create index third_party_provision_person on enishi.third_party_provision (workspace_id, person_id, id);

-- Who looked at a person or took what is known of them; once an hour for each. Kept for a year. Outlives
-- the person, whose id then leads nowhere.
create table enishi.person_access (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  person_id uuid not null,
  hour timestamptz not null,
  -- Zeros for an API key whose maker is gone.
  member_id uuid not null,
  is_key boolean not null,
  kind text not null check (kind in ('viewed', 'exported')),
  -- Carries the time.
  id uuid not null,
  first_at timestamptz not null,
  primary key (workspace_id, person_id, hour, member_id, is_key, kind)
);
create index person_access_hour on enishi.person_access (workspace_id, hour);
create index person_access_id on enishi.person_access (workspace_id, person_id, id);

-- The chain of what was changed: each entry holds the hash of the one before it, and of values only
-- salted commitments, so that values can go and the chain still holds.
create table enishi.audit_entry (
  workspace_id uuid not null references enishi.workspace (id) on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  author_id uuid,
  action text not null,
  subject_id uuid,
  -- What changed and how many; never personal text.
  detail text[] not null default '{}',
  commitments bytea[] not null default '{}',
  previous bytea not null,
  hash bytea not null,
  primary key (workspace_id, seq)
);
create index audit_entry_subject on enishi.audit_entry (workspace_id, subject_id) where subject_id is not null;

-- The values behind the commitments, as long as they may be known.
create table enishi.audit_value (
  workspace_id uuid not null,
  seq bigint not null,
  -- Place among the entry's commitments, from 1.
  place smallint not null,
  person_id uuid,
  salt bytea not null,
  value text not null,
  primary key (workspace_id, seq, place),
  foreign key (workspace_id, seq) references enishi.audit_entry (workspace_id, seq) on delete cascade
);
create index audit_value_person on enishi.audit_value (workspace_id, person_id) where person_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['privacy_setting', 'erasure', 'erasure_tombstone', 'do_not_contact',
    'contact_consent', 'privacy_request', 'third_party_provision', 'person_access', 'audit_entry',
    'audit_value']
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
-- What stands in the chain stays.
revoke update, delete on enishi.audit_entry from enishi_app;
revoke update, delete on enishi.erasure from enishi_app;
