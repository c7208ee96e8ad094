-- What changes while a webhook is switched off: from where to where in the order of events it may be told
-- afterwards, where a member asks for it as it is switched on.

alter table enishi.webhook
  -- The transaction that switched it off; null while it is on. What changed before is told still.
  add column off_xid xid8,
  -- How far what it missed has been told, and before which transaction that ends; null where nothing is.
  add column missed_xid xid8,
  add column missed_id bigint,
  add column missed_to xid8,
  add check ((missed_xid is null) = (missed_id is null)),
  add check ((missed_xid is null) = (missed_to is null));

-- Those that are off now: from the change that switched them off.
update enishi.webhook w set off_xid = coalesce(
  (select max(e.xid) from enishi.event e where e.workspace_id = w.workspace_id and e.subject_id = w.id
    and (e.name = 'webhook.switched-off' or (e.name = 'webhook.changed' and 'state' = any(e.detail)))),
  pg_current_xact_id())
where w.state <> 'on';

alter table enishi.webhook add check ((state = 'on') = (off_xid is null));
grant select (missed_to) on enishi.webhook to enishi_system;
