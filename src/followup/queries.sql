-- Every statement of the shared log. One dialect, prepared on both engines by a test.

-- name: insert_person
INSERT INTO person (id, given_name, family_name, birth_date, phone, identity_encrypted, identity_hash, account_id,
                    created_at)
VALUES (:id, :given_name, :family_name, :birth_date, :phone, :identity_encrypted, :identity_hash, :account,
        :created_at);

-- name: account_of_identity
SELECT account_id FROM person WHERE identity_hash = :identity_hash AND account_id IS NOT NULL LIMIT 1;

-- name: person_by_id
SELECT id, given_name, family_name, birth_date, phone, account_id FROM person WHERE id = :id;

-- name: link_account
UPDATE person SET account_id = :account WHERE identity_hash = :identity_hash;

-- name: insert_guardianship
INSERT INTO guardianship (follow_up_id, guardian_id, relation, parental_responsibility)
VALUES (:follow_up, :guardian, :relation, :parental_responsibility);

-- name: guardians_of_follow_up
SELECT p.id, p.given_name, p.family_name, p.birth_date, p.phone, p.account_id, g.relation, g.parental_responsibility
FROM guardianship g JOIN person p ON p.id = g.guardian_id
WHERE g.follow_up_id = :follow_up ORDER BY g.guardian_id;

-- name: insert_early_concern
INSERT INTO early_concern (id, author_id, unit_id, label, facts, answers, suspicion_of_violence, state, level,
                           pathway_version, started_on, created_at, next_step, next_due_on, ended_reason,
                           follow_up_id, version, pathway_id)
VALUES (:id, :author, :unit, :label, :facts, :answers, :suspicion_of_violence, :state, :level, :pathway_version,
        :started_on, :created_at, :next_step, :next_due_on, NULL, NULL, 1, :pathway);

-- name: early_concern_by_id
SELECT id, author_id, unit_id, label, facts, answers, suspicion_of_violence, state, level, pathway_version,
       started_on, created_at, next_step, next_due_on, ended_reason, follow_up_id, version, pathway_id
FROM early_concern WHERE id = :id;

-- name: early_concerns_of_author
SELECT id, author_id, unit_id, label, facts, answers, suspicion_of_violence, state, level, pathway_version,
       started_on, created_at, next_step, next_due_on, ended_reason, follow_up_id, version, pathway_id
FROM early_concern WHERE author_id = :author ORDER BY id DESC LIMIT :limit;

-- name: update_early_concern
-- Only when nobody saved in between: the version that was read must still stand.
UPDATE early_concern
SET label = :label, facts = :facts, answers = :answers, suspicion_of_violence = :suspicion_of_violence,
    state = :state, level = :level, next_step = :next_step, next_due_on = :next_due_on,
    ended_reason = :ended_reason, follow_up_id = :follow_up, version = version + 1
WHERE id = :id AND version = :version;

-- name: insert_discussion
INSERT INTO discussion (id, early_concern_id, with_service, held_on, advice)
VALUES (:id, :early_concern, :with_service, :held_on, :advice);

-- name: discussions_of_concern
SELECT id, with_service, held_on, advice FROM discussion WHERE early_concern_id = :early_concern
ORDER BY held_on DESC, id DESC;

-- name: insert_own_measure
INSERT INTO own_measure (id, early_concern_id, what, who, due_on, evaluate_on, state, effect, evaluation, version)
VALUES (:id, :early_concern, :what, :who, :due_on, :evaluate_on, :state, :effect, :evaluation, 1);

-- name: update_own_measure
UPDATE own_measure SET what = :what, who = :who, due_on = :due_on, evaluate_on = :evaluate_on, state = :state,
                       effect = :effect, evaluation = :evaluation, version = version + 1
WHERE id = :id AND early_concern_id = :early_concern AND version = :version;

-- name: own_measures_of_concern
SELECT id, what, who, due_on, evaluate_on, state, effect, evaluation, version FROM own_measure
WHERE early_concern_id = :early_concern ORDER BY id;

-- name: insert_duty_assessment
INSERT INTO duty_assessment (id, account_id, unit_id, made_at, grounds, conclusion, note, early_concern_id,
                             follow_up_id)
VALUES (:id, :account, :unit, :made_at, :grounds, :conclusion, :note, :early_concern, :follow_up);

-- name: duty_assessments_of_account
SELECT id, made_at, grounds, conclusion, note, early_concern_id, follow_up_id FROM duty_assessment
WHERE account_id = :account ORDER BY made_at DESC, id DESC LIMIT :limit;

-- name: insert_follow_up
INSERT INTO follow_up (id, reference, child_id, state, reason, stage, level, pathway_id, pathway_version, started_in,
                       opened_on, opened_at, holder_member, next_step, next_due_on, next_note, version, on_pathway,
                       on_version, main_step, main_due_on, main_since, main_waits_for, next_since, waits_for)
VALUES (:id, :reference, :child, 'open', :reason, :stage, :level, :pathway, :pathway_version, :started_in,
        :opened_on, :opened_at, :holder, :next_step, :next_due_on, NULL, 1, :on_pathway, :on_version, :main_step,
        :main_due_on, :main_since, :main_waits_for, :next_since, :waits_for);

-- name: follow_up_of_staff
-- Only for a member of its team, as of now: to anybody else it is not there, at the same cost.
SELECT id, reference, child_id, state, reason, stage, level, pathway_id, pathway_version, started_in, opened_on,
       holder_member, next_step, next_due_on, next_note, closed_on, closed_reason, version, on_pathway, on_version,
       main_step, main_due_on, main_since, main_waits_for, next_run, next_since, waits_for
FROM follow_up
WHERE id = :id AND EXISTS (SELECT 1 FROM team_member m WHERE m.follow_up_id = :id AND m.account_id = :account
                           AND m.left_on IS NULL);

-- name: follow_up_of_family
-- Only for its child and its guardians.
SELECT id, reference, child_id, state, reason, stage, level, pathway_id, pathway_version, started_in, opened_on,
       holder_member, next_step, next_due_on, next_note, closed_on, closed_reason, version, on_pathway, on_version,
       main_step, main_due_on, main_since, main_waits_for, next_run, next_since, waits_for
FROM follow_up
WHERE id = :id AND (child_id IN (SELECT p.id FROM person p WHERE p.account_id = :account)
                    OR EXISTS (SELECT 1 FROM guardianship g JOIN person p ON p.id = g.guardian_id
                               WHERE g.follow_up_id = :id AND p.account_id = :account));

-- name: follow_up_by_id
-- For leaders, who have no place in it.
SELECT id, reference, child_id, state, reason, stage, level, pathway_id, pathway_version, started_in, opened_on,
       holder_member, next_step, next_due_on, next_note, closed_on, closed_reason, version, on_pathway, on_version,
       main_step, main_due_on, main_since, main_waits_for, next_run, next_since, waits_for
FROM follow_up WHERE id = :id;

-- name: follow_ups_of_account
-- Those in whose team the account is now, for this unit; what it may see of each is decided after.
SELECT f.id, f.reference, f.child_id, f.state, f.reason, f.stage, f.level, f.pathway_id, f.pathway_version,
       f.started_in, f.opened_on, f.holder_member, f.next_step, f.next_due_on, f.next_note, f.closed_on,
       f.closed_reason, f.version, f.on_pathway, f.on_version, f.main_step, f.main_due_on, f.main_since,
       f.main_waits_for, f.next_run, f.next_since, f.waits_for
FROM team_member m JOIN follow_up f ON f.id = m.follow_up_id
WHERE m.account_id = :account AND m.unit_id = :unit AND m.left_on IS NULL
ORDER BY f.state DESC, f.next_due_on, f.id LIMIT :limit;

-- name: follow_ups_of_family
-- Those of the account's person as a child, and those where it is a guardian.
SELECT id, reference, child_id, state, reason, stage, level, pathway_id, pathway_version, started_in, opened_on,
       holder_member, next_step, next_due_on, next_note, closed_on, closed_reason, version, on_pathway, on_version,
       main_step, main_due_on, main_since, main_waits_for, next_run, next_since, waits_for
FROM follow_up
WHERE child_id IN (SELECT p.id FROM person p WHERE p.account_id = :account)
   OR id IN (SELECT g.follow_up_id FROM guardianship g JOIN person p ON p.id = g.guardian_id
             WHERE p.account_id = :account)
ORDER BY state DESC, id DESC LIMIT :limit;

-- name: open_follow_ups
-- A stretch of all open ones, in the order of their ids; the statements on a stretch below bring what belongs to them.
SELECT f.id, f.reference, f.child_id, f.state, f.reason, f.stage, f.level, f.pathway_id, f.pathway_version,
       f.started_in, f.opened_on, f.holder_member, f.next_step, f.next_due_on, f.next_note, f.closed_on,
       f.closed_reason, f.version, f.on_pathway, f.on_version, f.main_step, f.main_due_on, f.main_since,
       f.main_waits_for, f.next_run, f.next_since, f.waits_for
FROM follow_up f WHERE f.state = 'open' AND f.id > :after ORDER BY f.id LIMIT :limit;

-- name: open_follow_ups_of_unit
-- Those whose holder acts for this unit.
SELECT f.id, f.reference, f.child_id, f.state, f.reason, f.stage, f.level, f.pathway_id, f.pathway_version,
       f.started_in, f.opened_on, f.holder_member, f.next_step, f.next_due_on, f.next_note, f.closed_on,
       f.closed_reason, f.version, f.on_pathway, f.on_version, f.main_step, f.main_due_on, f.main_since,
       f.main_waits_for, f.next_run, f.next_since, f.waits_for
FROM follow_up f JOIN team_member m ON m.id = f.holder_member
WHERE f.state = 'open' AND m.unit_id = :unit AND f.id > :after ORDER BY f.id LIMIT :limit;

-- name: children_of_stretch
SELECT f.id AS follow_up_id, p.id, p.birth_date FROM follow_up f JOIN person p ON p.id = f.child_id
WHERE f.state = 'open' AND f.id >= :first AND f.id <= :last ORDER BY f.id;

-- name: guardians_of_stretch
SELECT g.follow_up_id, g.guardian_id FROM guardianship g JOIN follow_up f ON f.id = g.follow_up_id AND f.state = 'open'
WHERE f.id >= :first AND f.id <= :last AND g.parental_responsibility = 1
ORDER BY f.id, g.guardian_id;

-- name: members_of_stretch
SELECT m.follow_up_id, m.id, m.account_id, m.unit_id, m.name, m.profession, m.unit_name, m.since, m.left_on
FROM team_member m JOIN follow_up f ON f.id = m.follow_up_id AND f.state = 'open'
WHERE f.id >= :first AND f.id <= :last AND m.left_on IS NULL ORDER BY f.id, m.id;

-- name: consents_of_stretch
SELECT c.follow_up_id, c.id, c.person_id, c.who, c.given_on, c.how, c.language, c.interpreter, c.purposes, c.topics,
       c.guardians_may_see, c.valid_until, c.withdrawn_at, u.unit_id, u.unit_name
FROM consent c JOIN consent_unit u ON u.consent_id = c.id JOIN follow_up f ON f.id = c.follow_up_id AND f.state = 'open'
WHERE f.id >= :first AND f.id <= :last AND c.withdrawn_at IS NULL
ORDER BY f.id, c.id, u.unit_name;

-- name: offers_of_stretch
SELECT o.id, o.follow_up_id, o.from_member, o.to_member, m.name AS from_name, t.name AS to_name, o.message,
       o.offered_at, o.answer_by, o.state, o.answer_reason, o.answered_at
FROM baton_offer o JOIN team_member m ON m.id = o.from_member JOIN team_member t ON t.id = o.to_member
WHERE o.follow_up_id >= :first AND o.follow_up_id <= :last AND o.state = 'offered' ORDER BY o.follow_up_id;

-- name: runs_of_stretch
SELECT r.follow_up_id, r.id, r.pathway_id, r.pathway_version, r.started_in, r.started_on, r.criteria, r.on_pathway,
       r.on_version, r.state, r.stage, r.next_step, r.next_due_on, r.next_note, r.next_since, r.waits_for, r.ended_on,
       r.continues_in
FROM pathway_run r JOIN follow_up f ON f.id = r.follow_up_id AND f.state = 'open'
WHERE f.id >= :first AND f.id <= :last AND r.state = 'open' ORDER BY f.id, r.id;

-- name: pathway_decisions
-- How many follow-ups were begun on each pathway beside the main one, by whether it is open.
SELECT pathway_id, state, COUNT(DISTINCT follow_up_id) AS follow_ups FROM pathway_run GROUP BY pathway_id, state
ORDER BY pathway_id, state;

-- name: pathway_decisions_of_unit
SELECT r.pathway_id, r.state, COUNT(DISTINCT r.follow_up_id) AS follow_ups
FROM pathway_run r JOIN follow_up f ON f.id = r.follow_up_id JOIN team_member m ON m.id = f.holder_member
WHERE m.unit_id = :unit GROUP BY r.pathway_id, r.state ORDER BY r.pathway_id, r.state;

-- name: not_started_counts
-- How many follow-ups a pathway was decided against for, by reason, and not begun for since: the newest decision of
-- each counts.
SELECT n.pathway_id, n.reason, COUNT(*) AS follow_ups FROM pathway_not_started n
WHERE NOT EXISTS (SELECT 1 FROM pathway_not_started later WHERE later.follow_up_id = n.follow_up_id
                  AND later.pathway_id = n.pathway_id AND later.id > n.id)
  AND NOT EXISTS (SELECT 1 FROM pathway_run r WHERE r.follow_up_id = n.follow_up_id AND r.pathway_id = n.pathway_id
                  AND r.started_on >= n.decided_on)
GROUP BY n.pathway_id, n.reason ORDER BY n.pathway_id, n.reason;

-- name: not_started_counts_of_unit
SELECT n.pathway_id, n.reason, COUNT(*) AS follow_ups
FROM pathway_not_started n JOIN follow_up f ON f.id = n.follow_up_id JOIN team_member m ON m.id = f.holder_member
WHERE m.unit_id = :unit
  AND NOT EXISTS (SELECT 1 FROM pathway_not_started later WHERE later.follow_up_id = n.follow_up_id
                  AND later.pathway_id = n.pathway_id AND later.id > n.id)
  AND NOT EXISTS (SELECT 1 FROM pathway_run r WHERE r.follow_up_id = n.follow_up_id AND r.pathway_id = n.pathway_id
                  AND r.started_on >= n.decided_on)
GROUP BY n.pathway_id, n.reason ORDER BY n.pathway_id, n.reason;

-- name: update_follow_up
-- Only when nobody saved in between.
UPDATE follow_up
SET state = :state, stage = :stage, level = :level, holder_member = :holder, next_step = :next_step,
    next_due_on = :next_due_on, next_note = :next_note, closed_on = :closed_on, closed_reason = :closed_reason,
    agreed_with_family = :agreed_with_family, version = version + 1, on_pathway = :on_pathway,
    on_version = :on_version, main_step = :main_step, main_due_on = :main_due_on,
    main_since = :main_since, main_waits_for = :main_waits_for, next_run = :next_run,
    next_since = :next_since, waits_for = :waits_for
WHERE id = :id AND version = :version;

-- name: insert_run
INSERT INTO pathway_run (id, follow_up_id, pathway_id, pathway_version, started_in, started_on, criteria, on_pathway,
                         on_version, state, stage, next_step, next_due_on, next_since, waits_for)
VALUES (:id, :follow_up, :pathway, :pathway_version, :started_in, :started_on, :criteria, :on_pathway, :on_version,
        'open', :stage, :next_step, :next_due_on, :next_since, :waits_for);

-- name: update_run
UPDATE pathway_run
SET on_pathway = :on_pathway, on_version = :on_version, state = :state, stage = :stage, next_step = :next_step,
    next_due_on = :next_due_on, next_note = :next_note, next_since = :next_since, waits_for = :waits_for,
    ended_on = :ended_on, continues_in = :continues_in
WHERE id = :id AND follow_up_id = :follow_up;

-- name: runs_of_follow_up
-- The pathways beside the main one.
SELECT id, pathway_id, pathway_version, started_in, started_on, criteria, on_pathway, on_version, state, stage,
       next_step, next_due_on, next_note, next_since, waits_for, ended_on, continues_in
FROM pathway_run WHERE follow_up_id = :follow_up ORDER BY id;

-- name: insert_not_started
INSERT INTO pathway_not_started (id, follow_up_id, pathway_id, pathway_version, reason, decided_on)
VALUES (:id, :follow_up, :pathway, :pathway_version, :reason, :decided_on);

-- name: not_started_of_follow_up
SELECT pathway_id, pathway_version, reason, decided_on FROM pathway_not_started
WHERE follow_up_id = :follow_up ORDER BY id;

-- name: insert_member
INSERT INTO team_member (id, follow_up_id, account_id, unit_id, name, profession, unit_name, since)
VALUES (:id, :follow_up, :account, :unit, :name, :profession, :unit_name, :since);

-- name: members_of_follow_up
SELECT id, account_id, unit_id, name, profession, unit_name, since, left_on FROM team_member
WHERE follow_up_id = :follow_up ORDER BY id;

-- name: member_leaves
UPDATE team_member SET left_on = :left_on, left_reason = :left_reason
WHERE id = :id AND follow_up_id = :follow_up AND left_on IS NULL;

-- name: insert_offer
INSERT INTO baton_offer (id, follow_up_id, from_member, to_member, message, offered_at, answer_by, state)
VALUES (:id, :follow_up, :from_member, :to_member, :message, :offered_at, :answer_by, 'offered');

-- name: offer_by_id
SELECT o.id, o.follow_up_id, o.from_member, o.to_member, f.name AS from_name, t.name AS to_name, o.message,
       o.offered_at, o.answer_by, o.state, o.answer_reason, o.answered_at
FROM baton_offer o JOIN team_member f ON f.id = o.from_member JOIN team_member t ON t.id = o.to_member
WHERE o.id = :id;

-- name: last_offer_of_follow_up
-- The open one if there is one, else the newest.
SELECT o.id, o.follow_up_id, o.from_member, o.to_member, f.name AS from_name, t.name AS to_name, o.message,
       o.offered_at, o.answer_by, o.state, o.answer_reason, o.answered_at
FROM baton_offer o JOIN team_member f ON f.id = o.from_member JOIN team_member t ON t.id = o.to_member
WHERE o.follow_up_id = :follow_up
ORDER BY CASE o.state WHEN 'offered' THEN 0 ELSE 1 END, o.id DESC LIMIT 1;

-- name: answer_offer
UPDATE baton_offer SET state = :state, answered_at = :answered_at, answer_reason = :answer_reason
WHERE id = :id AND follow_up_id = :follow_up AND state = 'offered';

-- name: insert_consent
INSERT INTO consent (id, follow_up_id, person_id, who, given_on, how, language, interpreter, purposes, topics,
                     guardians_may_see, valid_until, recorded_by, recorded_at)
VALUES (:id, :follow_up, :person, :who, :given_on, :how, :language, :interpreter, :purposes, :topics,
        :guardians_may_see, :valid_until, :recorded_by, :recorded_at);

-- name: insert_consent_unit
INSERT INTO consent_unit (consent_id, unit_id, unit_name) VALUES (:consent, :unit, :unit_name);

-- name: consents_of_follow_up
SELECT c.id, c.person_id, c.who, c.given_on, c.how, c.language, c.interpreter, c.purposes, c.topics,
       c.guardians_may_see, c.valid_until, c.withdrawn_at, u.unit_id, u.unit_name
FROM consent c JOIN consent_unit u ON u.consent_id = c.id
WHERE c.follow_up_id = :follow_up ORDER BY c.id, u.unit_name;

-- name: withdraw_consent
UPDATE consent SET withdrawn_at = :withdrawn_at, withdrawn_reason = :reason
WHERE id = :id AND follow_up_id = :follow_up AND withdrawn_at IS NULL;

-- name: insert_fact
INSERT INTO pathway_fact (subject_id, sequence, change_number, kind, name, answer, due_on, on_day, account_id,
                          pathway_id, pathway_version, retracted)
VALUES (:subject, :sequence, :change_number, :kind, :name, :answer, :due_on, :on_day, :account, :pathway, :version, 0);

-- name: facts_of_subject
SELECT sequence, change_number, kind, name, answer, due_on, on_day, account_id, pathway_id, pathway_version
FROM pathway_fact
WHERE subject_id = :subject AND retracted = 0 ORDER BY sequence;

-- name: last_fact_of_subject
SELECT sequence, change_number FROM pathway_fact WHERE subject_id = :subject ORDER BY sequence DESC LIMIT 1;

-- name: retract_change
UPDATE pathway_fact SET retracted = 1
WHERE subject_id = :subject AND change_number = :change_number AND retracted = 0;

-- name: insert_goal
INSERT INTO goal (id, follow_up_id, title, why, childs_own, state, version)
VALUES (:id, :follow_up, :title, :why, :childs_own, 'active', 1);

-- name: update_goal
UPDATE goal SET title = :title, why = :why, childs_own = :childs_own, state = :state, version = version + 1
WHERE id = :id AND follow_up_id = :follow_up AND version = :version;

-- name: goals_of_follow_up
SELECT id, title, why, childs_own, state, version FROM goal WHERE follow_up_id = :follow_up ORDER BY id;

-- name: insert_measure
INSERT INTO measure (id, follow_up_id, goal_id, what, responsible_member, due_on, evaluate_on, state, effect,
                     evaluation, from_meeting, version)
VALUES (:id, :follow_up, :goal, :what, :responsible, :due_on, :evaluate_on, 'planned', 'not_evaluated', '',
        :from_meeting, 1);

-- name: update_measure
UPDATE measure SET goal_id = :goal, what = :what, responsible_member = :responsible, due_on = :due_on,
                   evaluate_on = :evaluate_on, state = :state, effect = :effect, evaluation = :evaluation,
                   version = version + 1
WHERE id = :id AND follow_up_id = :follow_up AND version = :version;

-- name: measures_of_follow_up
SELECT id, goal_id, what, responsible_member, due_on, evaluate_on, state, effect, evaluation, from_meeting, version
FROM measure WHERE follow_up_id = :follow_up ORDER BY id;

-- name: insert_meeting
INSERT INTO meeting (id, follow_up_id, starts_at, place, agenda, invited, attended, minutes, state, version)
VALUES (:id, :follow_up, :starts_at, :place, :agenda, :invited, '', '', 'called', 1);

-- name: update_meeting
UPDATE meeting SET starts_at = :starts_at, place = :place, agenda = :agenda, invited = :invited,
                   attended = :attended, minutes = :minutes, state = :state, version = version + 1
WHERE id = :id AND follow_up_id = :follow_up AND version = :version;

-- name: meetings_of_follow_up
SELECT id, starts_at, place, agenda, invited, attended, minutes, state, version FROM meeting
WHERE follow_up_id = :follow_up ORDER BY starts_at DESC, id DESC;

-- name: insert_own_words
INSERT INTO own_words (id, follow_up_id, person_id, capacity, words, said_at, recorded_by)
VALUES (:id, :follow_up, :person, :capacity, :words, :said_at, :recorded_by);

-- name: own_words_of_follow_up
SELECT id, person_id, capacity, words, said_at, recorded_by FROM own_words
WHERE follow_up_id = :follow_up AND withdrawn_at IS NULL ORDER BY said_at DESC, id DESC;

-- name: withdraw_own_words
UPDATE own_words SET withdrawn_at = :withdrawn_at
WHERE id = :id AND follow_up_id = :follow_up AND recorded_by = :account AND withdrawn_at IS NULL;
