-- When money was paid back, and refunds that are told one by one beside their sum.

alter table enishi.outcome_refund
  add column refunded_at timestamptz,
  -- Of one that is told by itself: the key, hashed, under which the source tells the sum of all of them.
  add column sum_key bytea;

-- When money was last paid back of it, as far as the source says so.
alter table enishi.outcome add column refunded_at timestamptz;

-- More than was paid was never paid back.
update enishi.outcome set value_minor = 0 where value_minor < 0 and gross_minor >= 0;
