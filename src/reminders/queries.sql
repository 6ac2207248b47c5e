-- Every statement of reminders and calendar feeds, all in the hub. One dialect, prepared on both engines by a test.

-- name: reminder_setting_of
SELECT email, daily_digest FROM reminder_setting WHERE account_id = :account;

-- name: put_reminder_setting
INSERT INTO reminder_setting (account_id, email, daily_digest) VALUES (:account, :email, :daily_digest)
ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, daily_digest = excluded.daily_digest;

-- name: accounts_to_remind
-- Those whose reminder of the day nobody has claimed, or whose claim is old enough to be taken over.
SELECT s.account_id
FROM reminder_setting s
JOIN account a ON a.id = s.account_id AND a.active = 1
LEFT JOIN daily_reminder r ON r.account_id = s.account_id AND r.day = :day
WHERE s.daily_digest = 1
  AND (r.state IS NULL OR (r.state IN ('claimed', 'failed') AND r.claimed_at <= :claimed_before))
ORDER BY s.account_id;

-- name: claim_reminder
INSERT INTO daily_reminder (account_id, day, state, attempts, claimed_at)
VALUES (:account, :day, 'claimed', 1, :now)
ON CONFLICT (account_id, day) DO UPDATE
SET state = 'claimed', attempts = daily_reminder.attempts + 1, claimed_at = excluded.claimed_at
WHERE daily_reminder.state IN ('claimed', 'failed') AND daily_reminder.claimed_at <= :claimed_before;

-- name: settle_reminder
-- Only one's own claim: another server may have taken over a slow one.
UPDATE daily_reminder SET state = :state
WHERE account_id = :account AND day = :day AND state = 'claimed' AND claimed_at = :claimed_at;

-- name: delete_old_reminders
DELETE FROM daily_reminder WHERE day < :before;

-- name: calendar_feed_of
SELECT made_at FROM calendar_feed WHERE account_id = :account;

-- name: account_of_calendar_feed
SELECT account_id FROM calendar_feed WHERE token_hash = :token_hash;

-- name: put_calendar_feed
INSERT INTO calendar_feed (account_id, token_hash, made_at) VALUES (:account, :token_hash, :made_at)
ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at;

-- name: delete_calendar_feed
DELETE FROM calendar_feed WHERE account_id = :account;
