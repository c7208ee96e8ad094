-- Full-text search. `@@` is not leakproof, so under row-level security it could not use the index;
-- these two functions run as their owner, filter by the workspace of the transaction themselves and
-- return ids only. They are listed in docs/ARCHITECTURE.md and tried in the access tests.

-- Posts that hold all tokens, newest first, older than `before_id`. Two steps keep both common and
-- rare words quick: the newest `recent_rows` posts are walked in order; only a word too rare to fill
-- the page from them goes to the index.
create function enishi.search_posts(
  query tsquery, before_id uuid, from_id uuid, rows_max integer, recent_rows integer default 4000
) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := current_setting('enishi.workspace')::uuid;
  top uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  bottom uuid := coalesce(from_id, '00000000-0000-0000-0000-000000000000');
  turn uuid;
  found_rows integer;
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
  if found_rows >= rows_max or turn is null then
    return;
  end if;
  return query
    with hits as materialized (
      select p.activity_id from enishi.post p
      where p.tokens @@ query and p.workspace_id = own
        and p.activity_id <= turn and p.activity_id >= bottom
    )
    select h.activity_id from hits h order by h.activity_id desc limit rows_max - found_rows;
end
$$;

-- People known under a name that holds all tokens.
create function enishi.search_people(query tsquery, rows_max integer) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select distinct coalesce(p.merged_into, p.id) from enishi.person p
  where p.name_tokens @@ query and p.workspace_id = current_setting('enishi.workspace')::uuid
  limit rows_max
$$;

revoke all on function enishi.search_posts(tsquery, uuid, uuid, integer, integer) from public;
revoke all on function enishi.search_people(tsquery, integer) from public;
grant execute on function enishi.search_posts(tsquery, uuid, uuid, integer, integer) to enishi_app;
grant execute on function enishi.search_people(tsquery, integer) to enishi_app;
