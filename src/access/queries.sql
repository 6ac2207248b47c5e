-- Every statement of accounts, sessions, settings, the journal and the access log. One dialect, prepared on both
-- engines by a test. First those of the hub, then those of every database, at last those of a municipality.

-- name: insert_municipality
INSERT INTO municipality (number, name, added_at) VALUES (:number, :name, :added_at);

-- name: all_municipalities
SELECT number, name FROM municipality ORDER BY number;

-- name: municipality_by_number
SELECT number, name FROM municipality WHERE number = :number;

-- name: insert_unit
INSERT INTO unit (id, municipality_number, name, kind, added_at)
VALUES (:id, :municipality, :name, :kind, :added_at);

-- name: unit_by_name
SELECT id FROM unit WHERE municipality_number = :municipality AND name = :name;

-- name: unit_by_id
SELECT id, name, kind FROM unit WHERE municipality_number = :municipality AND id = :id;

-- name: units_of_municipality
SELECT id, name, kind FROM unit WHERE municipality_number = :municipality ORDER BY id;

-- name: colleagues_of_municipality
SELECT m.account_id, m.unit_id, a.name AS account_name, u.name AS unit_name, m.profession, m.role
FROM membership m
JOIN account a ON a.id = m.account_id AND a.active = 1
JOIN unit u ON u.id = m.unit_id
WHERE m.municipality_number = :municipality AND m.ended_at IS NULL
ORDER BY m.unit_id, m.account_id, m.id;

-- name: colleague
SELECT m.account_id, m.unit_id, a.name AS account_name, u.name AS unit_name, m.profession, m.role
FROM membership m
JOIN account a ON a.id = m.account_id AND a.active = 1
JOIN unit u ON u.id = m.unit_id
WHERE m.account_id = :account AND m.unit_id = :unit AND m.municipality_number = :municipality AND m.ended_at IS NULL
ORDER BY m.id LIMIT 1;

-- name: insert_account
INSERT INTO account (id, username, name, language, password_hash, active, last_membership_id, created_at)
VALUES (:id, :username, :name, :language, :password_hash, 1, NULL, :created_at);

-- name: account_by_username
SELECT id, username, name, language, password_hash, active, last_membership_id
FROM account WHERE username = :username;

-- name: account_by_id
SELECT id, username, name, language, active, last_membership_id FROM account WHERE id = :id;

-- name: accounts_with_memberships
-- For the operator's list: every account, with each of its memberships that has not ended.
SELECT a.username, a.name AS account_name, a.active, m.id AS membership_id, m.municipality_number, m.role,
       m.profession, u.name AS unit_name
FROM account a
LEFT JOIN membership m ON m.account_id = a.id AND m.ended_at IS NULL
LEFT JOIN unit u ON u.id = m.unit_id
ORDER BY a.username, m.begun_at, m.id;

-- name: change_language
UPDATE account SET language = :language WHERE id = :id;

-- name: change_password_hash
UPDATE account SET password_hash = :password_hash WHERE id = :id;

-- name: change_active
UPDATE account SET active = :active WHERE id = :id;

-- name: remember_membership
UPDATE account SET last_membership_id = :membership WHERE id = :id;

-- name: insert_membership
INSERT INTO membership (id, account_id, municipality_number, unit_id, role, profession, begun_at, ended_at)
VALUES (:id, :account, :municipality, :unit, :role, :profession, :begun_at, NULL);

-- name: end_membership
UPDATE membership SET ended_at = :ended_at WHERE id = :id AND ended_at IS NULL;

-- name: membership_by_id
SELECT account_id FROM membership WHERE id = :id AND ended_at IS NULL;

-- name: memberships_of_account
SELECT m.id, m.municipality_number, c.name AS municipality_name, m.unit_id, u.name AS unit_name, u.kind AS unit_kind,
       m.role, m.profession
FROM membership m
JOIN municipality c ON c.number = m.municipality_number
LEFT JOIN unit u ON u.id = m.unit_id
WHERE m.account_id = :account AND m.ended_at IS NULL
ORDER BY m.begun_at, m.id;

-- name: insert_session
INSERT INTO session (token_hash, account_id, membership_id, begun_at, seen_at)
VALUES (:token_hash, :account, :membership, :begun_at, :begun_at);

-- name: caller_of_session
-- Everything about the one who asks, in one read: a closed account has no session, an ended membership is not acted as.
SELECT s.begun_at, s.seen_at, a.id AS account_id, a.name, a.language, m.id AS membership_id, m.municipality_number,
       m.unit_id, u.name AS unit_name, u.kind AS unit_kind, m.role, m.profession
FROM session s
JOIN account a ON a.id = s.account_id AND a.active = 1
LEFT JOIN membership m ON m.id = s.membership_id AND m.account_id = a.id AND m.ended_at IS NULL
LEFT JOIN unit u ON u.id = m.unit_id
WHERE s.token_hash = :token_hash;

-- name: callers_of_account
-- The same of an account that acts without a session: every membership that has not ended.
SELECT a.id AS account_id, a.name, a.language, m.id AS membership_id, m.municipality_number,
       m.unit_id, u.name AS unit_name, u.kind AS unit_kind, m.role, m.profession
FROM account a
JOIN membership m ON m.account_id = a.id AND m.ended_at IS NULL
LEFT JOIN unit u ON u.id = m.unit_id
WHERE a.id = :account AND a.active = 1
ORDER BY m.begun_at, m.id;

-- name: touch_session
-- Only forward, and only when the minute is over: requests that come together write once.
UPDATE session SET seen_at = :now WHERE token_hash = :token_hash AND seen_at <= :seen_before;

-- name: act_as
UPDATE session SET membership_id = :membership WHERE token_hash = :token_hash;

-- name: delete_session
DELETE FROM session WHERE token_hash = :token_hash;

-- name: delete_sessions_of_account
DELETE FROM session WHERE account_id = :account;

-- name: delete_old_sessions
DELETE FROM session WHERE begun_at <= :begun_before;

-- name: login_attempts_of
SELECT since, attempts FROM login_attempts WHERE who_hash = :who_hash;

-- name: begin_login_attempts
INSERT INTO login_attempts (who_hash, since, attempts) VALUES (:who_hash, :since, 1)
ON CONFLICT (who_hash) DO UPDATE SET since = excluded.since, attempts = 1;

-- name: count_login_attempt
UPDATE login_attempts SET attempts = attempts + 1 WHERE who_hash = :who_hash;

-- name: uncount_login_attempt
UPDATE login_attempts SET attempts = attempts - 1 WHERE who_hash = :who_hash AND attempts > 0;

-- name: forget_login_attempts
DELETE FROM login_attempts WHERE who_hash = :who_hash;

-- name: delete_old_login_attempts
DELETE FROM login_attempts WHERE since <= :since_before;

-- name: hub_answers
SELECT COUNT(*) AS municipalities FROM municipality;

-- The journal, the access log and their seals.

-- name: chain_head
SELECT sequence, hash FROM chain_head WHERE kind = :kind AND subject = :subject;

-- name: move_chain_head
INSERT INTO chain_head (kind, subject, sequence, hash, sealed_sequence) VALUES (:kind, :subject, :sequence, :hash, 0)
ON CONFLICT (kind, subject) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash;

-- name: insert_journal_entry
INSERT INTO journal_entry (subject, sequence, at, act, purpose, audience, account_id, actor_name, unit_id, unit_name,
                           content, content_digest, previous_hash, hash)
VALUES (:subject, :sequence, :at, :act, :purpose, :audience, :account, :actor_name, :unit, :unit_name, :content,
        :content_digest, :previous_hash, :hash);

-- name: timeline_of_subject
-- Without what is long and stands in its own place: texts of meetings, own words.
SELECT sequence, at, act, account_id, actor_name, unit_name,
       CASE WHEN act IN ('meeting_changed', 'said', 'words_taken_back') THEN NULL ELSE content END AS content
FROM journal_entry WHERE subject = :subject ORDER BY sequence DESC LIMIT :limit;

-- name: journal_of_subject
SELECT sequence, at, act, account_id, actor_name, unit_name, content
FROM journal_entry WHERE subject = :subject ORDER BY sequence DESC LIMIT :limit;

-- name: insert_look
INSERT INTO access_log (chain, sequence, at, follow_up_id, person_id, account_id, name, unit_id, unit_name, profession,
                        purpose, what, previous_hash, hash)
VALUES (:chain, :sequence, :at, :follow_up, :person, :account, :name, :unit, :unit_name, :profession, :purpose, :what,
        :previous_hash, :hash);

-- name: looks_at_follow_up
SELECT at, chain, sequence, name, unit_name, profession, purpose, what
FROM access_log WHERE follow_up_id = :follow_up ORDER BY at DESC, chain DESC, sequence DESC LIMIT :limit;

-- name: looks_at_follow_up_before
SELECT at, chain, sequence, name, unit_name, profession, purpose, what
FROM access_log
WHERE follow_up_id = :follow_up AND (at, chain, sequence) < (:at, :before_chain, :before_sequence)
ORDER BY at DESC, chain DESC, sequence DESC LIMIT :limit;

-- name: unsealed_heads
SELECT kind, subject, sequence, hash FROM chain_head WHERE sealed_sequence < sequence ORDER BY kind, subject;

-- name: last_seal
SELECT number, hash FROM journal_seal ORDER BY number DESC LIMIT 1;

-- name: insert_seal
INSERT INTO journal_seal (number, at, heads_digest, previous_hash, hash)
VALUES (:number, :at, :heads_digest, :previous_hash, :hash);

-- name: insert_sealed_head
INSERT INTO sealed_head (seal_number, place, kind, subject, sequence, hash)
VALUES (:seal, :place, :kind, :subject, :sequence, :hash);

-- name: mark_head_sealed
UPDATE chain_head SET sealed_sequence = :sequence WHERE kind = :kind AND subject = :subject;

-- Verifying: pages of entries in the order of their chains, and what one table says that another does not.

-- name: journal_page
SELECT subject, sequence, at, act, purpose, audience, account_id, actor_name, unit_id, unit_name, content,
       content_digest, previous_hash, hash
FROM journal_entry WHERE (subject, sequence) > (:subject, :sequence)
ORDER BY subject, sequence LIMIT :limit;

-- name: access_log_page
SELECT chain, sequence, at, follow_up_id, person_id, account_id, name, unit_id, unit_name, profession, purpose, what,
       previous_hash, hash
FROM access_log WHERE (chain, sequence) > (:chain, :sequence)
ORDER BY chain, sequence LIMIT :limit;

-- name: seal_page
SELECT number, at, heads_digest, previous_hash, hash
FROM journal_seal WHERE number > :number ORDER BY number LIMIT :limit;

-- name: sealed_heads_of
SELECT kind, subject, sequence, hash FROM sealed_head WHERE seal_number = :number ORDER BY place;

-- name: sealed_heads_without_seal
SELECT h.seal_number FROM sealed_head h LEFT JOIN journal_seal s ON s.number = h.seal_number
WHERE s.number IS NULL ORDER BY h.seal_number LIMIT 1;

-- name: journal_beyond_head
SELECT e.subject, e.sequence FROM journal_entry e
LEFT JOIN chain_head h ON h.kind = 'journal' AND h.subject = e.subject
WHERE h.sequence IS NULL OR e.sequence > h.sequence ORDER BY e.subject, e.sequence LIMIT 1;

-- name: journal_head_without_entry
SELECT h.subject, h.sequence FROM chain_head h
LEFT JOIN journal_entry e ON e.subject = h.subject AND e.sequence = h.sequence
WHERE h.kind = 'journal' AND (e.hash IS NULL OR e.hash <> h.hash) ORDER BY h.subject LIMIT 1;

-- name: journal_seal_without_entry
SELECT s.subject, s.sequence FROM sealed_head s
LEFT JOIN journal_entry e ON e.subject = s.subject AND e.sequence = s.sequence
WHERE s.kind = 'journal' AND (e.hash IS NULL OR e.hash <> s.hash) ORDER BY s.seal_number, s.place LIMIT 1;

-- name: access_log_beyond_head
SELECT e.chain AS subject, e.sequence FROM access_log e
LEFT JOIN chain_head h ON h.kind = 'access_log' AND h.subject = e.chain
WHERE h.sequence IS NULL OR e.sequence > h.sequence ORDER BY e.chain, e.sequence LIMIT 1;

-- name: access_log_head_without_entry
SELECT h.subject, h.sequence FROM chain_head h
LEFT JOIN access_log e ON e.chain = h.subject AND e.sequence = h.sequence
WHERE h.kind = 'access_log' AND (e.hash IS NULL OR e.hash <> h.hash) ORDER BY h.subject LIMIT 1;

-- name: access_log_seal_without_entry
SELECT s.subject, s.sequence FROM sealed_head s
LEFT JOIN access_log e ON e.chain = s.subject AND e.sequence = s.sequence
WHERE s.kind = 'access_log' AND (e.hash IS NULL OR e.hash <> s.hash) ORDER BY s.seal_number, s.place LIMIT 1;

-- name: head_sealed_otherwise
SELECT h.kind, h.subject, h.sealed_sequence FROM chain_head h
WHERE h.sealed_sequence <> COALESCE(
    (SELECT MAX(s.sequence) FROM sealed_head s WHERE s.kind = h.kind AND s.subject = h.subject), 0)
ORDER BY h.kind, h.subject LIMIT 1;

-- The municipality's settings.

-- name: settings
SELECT key, value FROM setting ORDER BY key;

-- name: setting_version
SELECT version FROM setting_version;

-- name: move_setting_version
UPDATE setting_version SET version = version + 1 WHERE version = :version;

-- name: put_setting
INSERT INTO setting (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: delete_setting
DELETE FROM setting WHERE key = :key;
