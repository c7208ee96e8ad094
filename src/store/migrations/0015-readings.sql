-- What a post wants (any number of intents), whether it insults, and how sure the reader was. The
-- answers that lists filter by are plain columns; the likelihoods stand beside them.
alter table enishi.reading
  add column question boolean not null default false,
  add column complaint boolean not null default false,
  add column praise boolean not null default false,
  add column purchase boolean not null default false,
  add column recommendation_sought boolean not null default false,
  add column recommendation_given boolean not null default false,
  add column support boolean not null default false,
  add column feature boolean not null default false,
  add column churn boolean not null default false,
  add column spam boolean not null default false,
  add column toxic boolean not null default false,
  -- Percent, in the order question .. spam, then toxicity; null where a reader without intents read it.
  add column likelihoods smallint[],
  -- 0..1: how much of the text is unlike everything the model learned from.
  add column novelty real not null default 0,
  -- The parts that the reader would rather leave open.
  add column unsure text[] not null default '{}';

-- True ones only, so that a post costs an entry for what it says and nothing for what it does not.
create index reading_question on enishi.reading (workspace_id, activity_id) where question;
create index reading_complaint on enishi.reading (workspace_id, activity_id) where complaint;
create index reading_praise on enishi.reading (workspace_id, activity_id) where praise;
create index reading_purchase on enishi.reading (workspace_id, activity_id) where purchase;
create index reading_recommendation_sought on enishi.reading (workspace_id, activity_id)
  where recommendation_sought;
create index reading_recommendation_given on enishi.reading (workspace_id, activity_id)
  where recommendation_given;
create index reading_support on enishi.reading (workspace_id, activity_id) where support;
create index reading_feature on enishi.reading (workspace_id, activity_id) where feature;
create index reading_churn on enishi.reading (workspace_id, activity_id) where churn;
create index reading_spam on enishi.reading (workspace_id, activity_id) where spam;
create index reading_toxic on enishi.reading (workspace_id, activity_id) where toxic;
-- Which posts a model read: what is read again, and what charts say of their models.
create index reading_model on enishi.reading (workspace_id, model, activity_id);
