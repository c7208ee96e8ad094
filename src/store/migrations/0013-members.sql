-- Invitations: the link holds a secret of which only the hash is kept.
alter table accounts.invitation
  add column token_hash bytea unique,
  add column name text not null default '',
  add check (status in ('pending', 'accepted', 'canceled', 'rejected'));
create unique index invitation_pending on accounts.invitation ("organizationId", lower(email))
  where status = 'pending';

-- A changed time zone moves posts to other days, so what is counted by day is counted anew.
alter table enishi.job drop constraint job_kind_check;
alter table enishi.job add constraint job_kind_check
  check (kind in ('import', 'apply-topics', 'load-world', 'drop-expired', 'rebuild-derived'));
