-- When a pair was judged last: accounts that have written since are compared again.
alter table enishi.match_candidate add column judged_at timestamptz not null default now();
-- Pairs of an account that is judged again.
create index match_candidate_first_handle on enishi.match_candidate (workspace_id, first_handle_id)
  where state = 'open';
create index match_candidate_second_handle on enishi.match_candidate (workspace_id, second_handle_id)
  where state = 'open';
