-- Keeps a snapshot if it is newer than the one that is stored. Answers kept or older.
--
-- KEYS[1]  the hash of the snapshot
-- ARGV     its position, its revision, its content

local stored = redis.call('HGET', KEYS[1], 'position')
if stored and string.match(stored, '^%d+%-%d+$') and not before(stored, ARGV[1]) then
  return {'older'}
end
redis.call('HSET', KEYS[1], 'format', 1, 'position', ARGV[1], 'revision', ARGV[2],
  'content', ARGV[3])
return {'kept'}
