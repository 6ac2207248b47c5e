-- What the tests of followup/ read behind the room's back, so that they do not believe what they test.

-- name: everything
-- Every row of the room's tables and every link of the journal as one line of text: equal before and after a refusal.
SELECT 'person ' || id || ' ' || given_name || ' ' || family_name || ' ' || COALESCE(account_id, '-') AS line
FROM person
UNION ALL
SELECT 'early_concern ' || id || ' ' || state || ' ' || label || ' ' || facts || ' ' || answers || ' '
       || COALESCE(next_step, '-') || ' ' || COALESCE(next_due_on, '-') || ' ' || COALESCE(follow_up_id, '-') || ' '
       || CAST(version AS TEXT)
FROM early_concern
UNION ALL
SELECT 'discussion ' || id || ' ' || with_service || ' ' || held_on || ' ' || advice FROM discussion
UNION ALL
SELECT 'own_measure ' || id || ' ' || what || ' ' || who || ' ' || due_on || ' ' || evaluate_on || ' ' || state || ' '
       || effect || ' ' || evaluation || ' ' || CAST(version AS TEXT)
FROM own_measure
UNION ALL
SELECT 'duty_assessment ' || id || ' ' || account_id || ' ' || conclusion || ' ' || note FROM duty_assessment
UNION ALL
SELECT 'follow_up ' || id || ' ' || reference || ' ' || state || ' ' || reason || ' ' || stage || ' '
       || CAST(level AS TEXT) || ' ' || COALESCE(holder_member, '-') || ' ' || COALESCE(next_step, '-') || ' '
       || COALESCE(next_due_on, '-') || ' ' || COALESCE(next_note, '-') || ' ' || COALESCE(closed_on, '-') || ' '
       || COALESCE(main_step, '-') || ' ' || COALESCE(main_due_on, '-') || ' ' || COALESCE(next_run, '-') || ' '
       || on_pathway || ' ' || COALESCE(closed_reason, '-') || ' ' || COALESCE(agreed_with_family, '-') || ' ' || CAST(version AS TEXT)
FROM follow_up
UNION ALL
SELECT 'guardianship ' || follow_up_id || ' ' || guardian_id || ' ' || CAST(parental_responsibility AS TEXT)
FROM guardianship
UNION ALL
SELECT 'team_member ' || id || ' ' || account_id || ' ' || unit_id || ' ' || COALESCE(left_on, '-') || ' '
       || COALESCE(left_reason, '-')
FROM team_member
UNION ALL
SELECT 'baton_offer ' || id || ' ' || to_member || ' ' || state || ' ' || COALESCE(answer_reason, '-') FROM baton_offer
UNION ALL
SELECT 'consent ' || id || ' ' || person_id || ' ' || valid_until || ' ' || COALESCE(withdrawn_at, '-') || ' '
       || COALESCE(withdrawn_reason, '-')
FROM consent
UNION ALL
SELECT 'consent_unit ' || consent_id || ' ' || unit_id FROM consent_unit
UNION ALL
SELECT 'pathway_fact ' || subject_id || ' ' || CAST(sequence AS TEXT) || ' ' || CAST(change_number AS TEXT) || ' '
       || kind || ' ' || name || ' ' || answer || ' ' || COALESCE(due_on, '-') || ' ' || on_day || ' '
       || CAST(retracted AS TEXT)
FROM pathway_fact
UNION ALL
SELECT 'pathway_run ' || id || ' ' || follow_up_id || ' ' || on_pathway || ' ' || CAST(on_version AS TEXT) || ' ' || state
       || ' ' || stage || ' ' || COALESCE(next_step, '-') || ' ' || COALESCE(next_due_on, '-') || ' '
       || COALESCE(next_note, '-') || ' ' || COALESCE(ended_on, '-')
FROM pathway_run
UNION ALL
SELECT 'pathway_not_started ' || id || ' ' || pathway_id || ' ' || reason FROM pathway_not_started
UNION ALL
SELECT 'goal ' || id || ' ' || title || ' ' || why || ' ' || state || ' ' || CAST(version AS TEXT) FROM goal
UNION ALL
SELECT 'meeting ' || id || ' ' || starts_at || ' ' || place || ' ' || agenda || ' ' || invited || ' ' || attended || ' '
       || minutes || ' ' || state || ' ' || CAST(version AS TEXT)
FROM meeting
UNION ALL
SELECT 'measure ' || id || ' ' || COALESCE(goal_id, '-') || ' ' || what || ' ' || responsible_member || ' ' || due_on
       || ' ' || evaluate_on || ' ' || state || ' ' || effect || ' ' || evaluation || ' ' || CAST(version AS TEXT)
FROM measure
UNION ALL
SELECT 'own_words ' || id || ' ' || person_id || ' ' || capacity || ' ' || words || ' ' || COALESCE(withdrawn_at, '-')
FROM own_words
UNION ALL
SELECT 'journal_entry ' || subject || ' ' || CAST(sequence AS TEXT) || ' ' || hash FROM journal_entry
ORDER BY 1;

-- name: follow_up_row
SELECT id, reference, child_id, state, stage, level, pathway_id, started_in, opened_on, holder_member, next_step,
       next_due_on, next_note, closed_on, closed_reason, agreed_with_family, version, main_step, main_due_on, next_run,
       on_pathway
FROM follow_up WHERE id = :id;

-- name: runs
SELECT id, pathway_id, started_in, started_on, state, stage, next_step, next_due_on, on_pathway FROM pathway_run
WHERE follow_up_id = :follow_up ORDER BY id;

-- name: concern_row
SELECT state, level, next_step, next_due_on, suspicion_of_violence, started_on, version, pathway_id FROM early_concern
WHERE id = :id;

-- name: members
SELECT id, account_id, unit_id, left_on FROM team_member WHERE follow_up_id = :follow_up ORDER BY id;

-- name: accepted_offers
-- In the order in which they were accepted.
SELECT to_member FROM baton_offer WHERE follow_up_id = :follow_up AND state = 'accepted' ORDER BY answered_at, id;

-- name: offers
SELECT id, to_member, state, answer_by FROM baton_offer WHERE follow_up_id = :follow_up ORDER BY id;

-- name: consents
SELECT c.id, c.person_id, c.given_on, c.valid_until, c.withdrawn_at, c.guardians_may_see, c.purposes, u.unit_id
FROM consent c LEFT JOIN consent_unit u ON u.consent_id = c.id
WHERE c.follow_up_id = :follow_up ORDER BY c.id, u.unit_id;

-- name: family
-- The child first, then guardians.
SELECT 0 AS place, p.id, p.given_name, p.birth_date, p.account_id, 0 AS parental_responsibility
FROM follow_up f JOIN person p ON p.id = f.child_id WHERE f.id = :follow_up
UNION ALL
SELECT 1 AS place, p.id, p.given_name, p.birth_date, p.account_id, g.parental_responsibility
FROM guardianship g JOIN person p ON p.id = g.guardian_id WHERE g.follow_up_id = :follow_up
ORDER BY 1, 2;

-- name: identity_of_person
SELECT identity_encrypted, identity_hash, account_id FROM person WHERE id = :id;

-- name: journal
SELECT sequence, act, account_id, purpose, audience, content FROM journal_entry WHERE subject = :subject
ORDER BY sequence;
