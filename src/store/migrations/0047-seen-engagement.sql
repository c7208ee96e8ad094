-- How we know that we engaged somebody of an experiment: told by whoever calls, or seen by a finished task
-- of a plan, a contact that was written down, or what our accounts said in public. What was seen goes
-- when its ground does; what was told stays.
alter table enishi.experiment_subject add column engaged_by text
  check (engaged_by in ('told', 'task', 'contact', 'answer'));
update enishi.experiment_subject set engaged_by = 'told' where engaged_at is not null;
alter table enishi.experiment_subject add constraint experiment_subject_engaged
  check ((engaged_at is null) = (engaged_by is null));

-- What an experiment found of each channel, as it stood when it was last reckoned: figures of influence
-- are calibrated by it at every look, and counting its people takes too long for that.
alter table enishi.experiment add column findings jsonb not null default '[]';
alter table enishi.experiment add column reckoned_at timestamptz;
