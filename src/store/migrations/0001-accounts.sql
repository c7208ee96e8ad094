-- Accounts: people who sign in. The shape is better-auth's own (1.7); a test compares it with what
-- better-auth asks for. The role of the application data cannot read any of it.
create schema accounts;

create table accounts."user" (
  id uuid default gen_random_uuid() not null primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  language text not null default 'en' check (language in ('ja', 'en'))
);

create table accounts.session (
  id uuid default gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references accounts."user" (id) on delete cascade,
  "activeOrganizationId" text
);
create index "session_userId_idx" on accounts.session ("userId");

create table accounts.account (
  id uuid default gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references accounts."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on accounts.account ("userId");

create table accounts.verification (
  id uuid default gen_random_uuid() not null primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create index verification_identifier_idx on accounts.verification (identifier);

create table accounts.organization (
  id uuid default gen_random_uuid() not null primary key,
  name text not null,
  slug text not null unique,
  logo text,
  "createdAt" timestamptz not null,
  metadata text
);

create table accounts.member (
  id uuid default gen_random_uuid() not null primary key,
  "organizationId" uuid not null references accounts.organization (id) on delete cascade,
  "userId" uuid not null references accounts."user" (id) on delete cascade,
  role text not null check (role in ('owner', 'manager', 'member', 'viewer')),
  "createdAt" timestamptz not null,
  unique ("organizationId", "userId")
);
create index "member_organizationId_idx" on accounts.member ("organizationId");
create index "member_userId_idx" on accounts.member ("userId");

create table accounts.invitation (
  id uuid default gen_random_uuid() not null primary key,
  "organizationId" uuid not null references accounts.organization (id) on delete cascade,
  email text not null,
  role text,
  status text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "inviterId" uuid not null references accounts."user" (id) on delete cascade
);
create index "invitation_organizationId_idx" on accounts.invitation ("organizationId");
create index invitation_email_idx on accounts.invitation (email);

create table accounts."rateLimit" (
  id uuid default gen_random_uuid() not null primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- Keys for machines. Only the hash of the secret half is kept; the public half finds the row.
create table accounts.api_key (
  id uuid primary key,
  workspace_id uuid not null references accounts.organization (id) on delete cascade,
  name text not null,
  scope text not null check (scope in ('read', 'write', 'admin')),
  secret_hash bytea not null,
  created_by uuid references accounts."user" (id) on delete set null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_workspace on accounts.api_key (workspace_id, created_at);

grant usage on schema accounts to enishi_accounts;
grant select, insert, update, delete on all tables in schema accounts to enishi_accounts;
