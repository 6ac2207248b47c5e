-- The queries of the tests of db/ itself. The tables are made by the migrations in db_fixture.hpp.

-- name: insert_note
INSERT INTO note (id, body, number) VALUES (:id, :body, :number);

-- name: note_by_id
SELECT id, body, number FROM note WHERE id = :id;

-- name: notes
SELECT id, body, number FROM note ORDER BY id;

-- name: note_count
SELECT count(*) AS notes FROM note;

-- name: insert_returning
-- The row is there although nobody walks the answer.
INSERT INTO note (id, body, number) VALUES (:id, NULL, NULL) RETURNING id;

-- name: odd_notes
-- Quotes, '::', times and signs that only look like parameters.
SELECT id, '08:00 :id ?1 $1 ''quoted''' AS odd FROM note
 WHERE id = :id /* :not_this */ OR body = :body || :id OR (number = :number AND :id <> '::');

-- name: delete_notes
DELETE FROM note;

-- name: change_notes
UPDATE note SET body = :body WHERE number >= :from_number;

-- name: insert_child_note
-- Its parent must be there.
INSERT INTO child_note (id, note_id) VALUES (:id, :note);

-- name: counter
SELECT value FROM counter WHERE name = :name;

-- name: set_counter
UPDATE counter SET value = :value WHERE name = :name;

-- name: last_of_chain
SELECT COALESCE(MAX(sequence), 0) AS last FROM link WHERE chain = :chain;

-- name: append_to_chain
INSERT INTO link (chain, sequence, author) VALUES (:chain, :sequence, :author);

-- name: chain_figures
SELECT count(*) AS links, COALESCE(MIN(sequence), 0) AS first, COALESCE(MAX(sequence), 0) AS last
  FROM link WHERE chain = :chain;

-- name: sum_of_numbers
SELECT SUM(number) AS total, MIN(number) = MAX(number) AS same FROM note;

-- name: no_such_table
SELECT x FROM nothing_here;
