-- Full-text search. `@@` is not leakproof, so under row-level security it could not use the index;
-- search_posts and search_people run as their owner, filter by the workspace of the transaction themselves and
-- return ids only. They are listed in docs/ARCHITECTURE.md and tried in the access tests.

-- A conjunction of tokens as the index of posts holds them in one span.
create function enishi.indexed_query(query tsquery, prefix text) returns tsquery
language sql immutable strict parallel safe
return regexp_replace(query::text, '(^|[ (!&|])''', '\1''' || prefix, 'g')::tsquery;

-- Posts that hold all tokens, newest first, older than `before_id`. The newest `recent_rows` posts
-- are walked in order, which fills the page for a common word; then the index is asked span by
-- span, so that a word which was common only long ago costs one span's postings, not all.
create function enishi.search_posts(
  query tsquery, before_id uuid, from_id uuid, rows_max integer, recent_rows integer default 1000
) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
-- Starting workers takes longer than any of these statements.
set max_parallel_workers_per_gather = 0
as $$
declare
  own uuid := current_setting('enishi.workspace')::uuid;
  top uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  bottom uuid := coalesce(from_id, '00000000-0000-0000-0000-000000000000');
  turn uuid;
  span integer;
  found_rows integer := 0;
  new_rows integer;
begin
  select p.activity_id into turn from enishi.post p
    where p.workspace_id = own and p.activity_id < top and p.activity_id >= bottom
    order by p.activity_id desc offset recent_rows limit 1;
  return query
    select p.activity_id from enishi.post p
    where p.workspace_id = own and p.activity_id < top
      and p.activity_id > coalesce(turn, '00000000-0000-0000-0000-000000000000')
      and p.activity_id >= bottom and p.tokens @@ query
    order by p.activity_id desc limit rows_max;
  get diagnostics found_rows = row_count;
  while found_rows < rows_max and turn is not null loop
    span := enishi.token_span(turn);
    return query
      -- The range is checked outside, or the planner would gather every post of it to intersect.
      with hits as materialized (
        select p.workspace_id, p.activity_id from enishi.post p
        where enishi.indexed_tokens(p.workspace_id, p.activity_id, p.tokens)
          @@ enishi.indexed_query(query, enishi.token_prefix(own, span))
      )
      select h.activity_id from hits h
      where h.workspace_id = own and h.activity_id <= turn and h.activity_id >= bottom
      order by h.activity_id desc limit rows_max - found_rows;
    get diagnostics new_rows = row_count;
    found_rows := found_rows + new_rows;
    -- The newest post below this span; spans without posts are skipped.
    select p.activity_id into turn from enishi.post p
      where p.workspace_id = own and p.activity_id >= bottom
        and p.activity_id < rpad(lpad(to_hex(span::bigint << 31), 12, '0'), 32, '0')::uuid
      order by p.activity_id desc limit 1;
  end loop;
end
$$;

-- People known under a name that holds all tokens.
create function enishi.search_people(query tsquery, rows_max integer) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
-- Without the words at hand the planner takes every name for common; SQL functions before
-- PostgreSQL 18 never have them at hand.
set plan_cache_mode = force_custom_plan
set max_parallel_workers_per_gather = 0
-- With many hits the limit makes reading the whole table look cheap; all workspaces' people are in it.
set enable_seqscan = off
as $$
begin
  return query select distinct hit.id from (
    select coalesce(p.merged_into, p.id) as id from enishi.person p
    where p.name_tokens @@ query and p.workspace_id = current_setting('enishi.workspace')::uuid
    limit rows_max
  ) hit;
end
$$;

revoke all on function enishi.search_posts(tsquery, uuid, uuid, integer, integer) from public;
revoke all on function enishi.search_people(tsquery, integer) from public;
grant execute on function enishi.search_posts(tsquery, uuid, uuid, integer, integer) to enishi_app;
grant execute on function enishi.search_people(tsquery, integer) to enishi_app;
