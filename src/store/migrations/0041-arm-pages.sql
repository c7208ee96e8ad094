-- Whom an arm of an experiment holds is paged through, those assigned last first.
create index experiment_subject_at on enishi.experiment_subject (workspace_id, experiment_id, assigned_at);
